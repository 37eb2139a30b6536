import { glyphsIn, hasGlyphs } from '@/shared/domain/search/cjk';
import type { NearNode, SearchField, WordsNode } from '@/shared/domain/search/query';
import { bareForm, hasRightToLeft } from '@/shared/domain/search/rtl';
import { indexForm, tokensOf } from '@/shared/domain/search/tokens';

/** A phrase longer than this is looked for by its first words: nobody types more, and each costs a list of the index. */
const MOST_WORDS = 40;

/** One part that is words, in the language of FTS5. Chinese, Japanese and Korean are asked for by their pieces, Arabic and Hebrew bare. */
export function leafExpression(node: WordsNode | NearNode): string {
  if (node.kind === 'near') {
    const words = node.words.map((word) => quoted([bareForm(word)]));
    return `${columnOf(node.field, node.words.join(' '))}NEAR(${words.join(' ')}, ${node.distance})`;
  }
  const column = columnOf(node.field, node.text);
  if (!hasGlyphs(node.text)) return column + phraseOf(bareForm(node.text), node.kind === 'prefix');
  const { runs, rest } = glyphsIn(node.text);
  const all = runs
    .slice(0, MOST_WORDS)
    .map(({ pieces, prefix }) => `"${pieces.slice(0, MOST_WORDS).join(' ')}"${prefix ? ' *' : ''}`);
  // What stands in the same word in other letters: `Java工程师`.
  if (tokensOf(rest).next().done !== true) all.push(phraseOf(bareForm(rest), false));
  return all.length === 1 ? column + all[0] : `(${all.map((one) => column + one).join(' AND ')})`;
}

/** A field of the search language is the column of that name; what the text of a CV is found by besides stands in a column of its own. */
function columnOf(field: SearchField | null, text: string): string {
  if (field === null) return '';
  const hasForms = field === 'cv' && (hasGlyphs(text) || hasRightToLeft(text));
  return hasForms ? '{cv cjk} : ' : `${field} : `;
}

// Sets are kept by their expressions: what is typed in capitals is the same question.
const quoted = (words: readonly string[]): string => `"${words.map(formOf).join(' ')}"`;
const formOf = (word: string): string => indexForm(PLAIN.test(word) ? word.toLowerCase() : word);
const PLAIN = /^[\x20-\x7e]*$/;

function phraseOf(text: string, isPrefix: boolean): string {
  const words: string[] = [];
  let cut = false;
  for (const token of tokensOf(text)) {
    if (words.length === MOST_WORDS) {
      cut = true;
      break;
    }
    words.push(text.slice(token.start, token.end));
  }
  return `${quoted(words)}${isPrefix && !cut ? ' *' : ''}`;
}
