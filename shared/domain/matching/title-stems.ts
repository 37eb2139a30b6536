import { titleWordTable } from './matching-data';
import { lazy } from '@/shared/kit/lazy';
import { fold } from '@/shared/kit/text';

/** What stands between the words of titles, and what classifications add to them. */
const LITTLE = new Set(
  'and of the in for to a an with on at by or & all other others und oder der die das fur im in von mit et ou de du des la le les en pour y e o da do di del della per con voor van het i oraz w z do och av for'.split(
    ' ',
  ),
);
const WORD = /[\p{L}\p{N}]+(?:[+#]+|&[\p{L}\p{N}]+)?/gu;
const LONGEST = 240;

/**
 * A title as it is compared: folded, with its usual abbreviations, without who may apply ("(m/w/d)") and without what a classification leaves out
 * ("except …", "all other", "n.e.c.").
 */
export function titleText(title: string): string {
  const plain = fold(title.slice(0, LONGEST))
    .replace(ANY_GENDER, ' ')
    .replace(/[’']s\b/g, '')
    .replace(/[()[\]]/g, ' ')
    .replace(LEFT_OUT, '')
    .replace(/\s+/g, ' ')
    .trim();
  return shortened(plain);
}
const ANY_GENDER =
  /[\s(]+(?:[mwfhdxv]\s?[/|]\s?[mwfhdxv](?:\s?[/|]\s?[mwfhdxv])?|all genders)\)?(?=\s|$|,)/g;
const LEFT_OUT =
  /,? (?:except|all other|not elsewhere|n\.?e\.?c|including|ausser|ohne|a\.n\.g|sauf|excepto|n\.c\.a|eccetto)\b.*$/;

function shortened(text: string): string {
  let out = text;
  for (const [phrase, word] of phrases()) {
    if (out.includes(phrase)) out = out.replaceAll(phrase, word);
  }
  return out;
}

let phraseList: readonly (readonly [string, string])[] | null = null;
function phrases(): readonly (readonly [string, string])[] {
  phraseList ??= titleWordTable.phrases.map(([phrase = '', word = '']) => [phrase, word] as const);
  return phraseList;
}

/** The words of a title text that say something, as stems, in their order. */
export const titleStems = (text: string): readonly string[] =>
  (text.match(WORD) ?? []).filter((word) => !LITTLE.has(word)).map(stemOf);

const stems = new Map<string, string>();

/** A folded word without its plural and in one spelling; words of other scripts and short ones as they are. */
export function stemOf(word: string): string {
  let stem = stems.get(word);
  if (stem === undefined) {
    stem = readStem(word);
    if (stems.size >= MOST_STEMS) stems.clear();
    stems.set(word, stem);
  }
  return stem;
}
const MOST_STEMS = 50_000;

function readStem(word: string): string {
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return word;
  let stem = word;
  if (stem.endsWith('ies')) stem = `${stem.slice(0, -3)}y`;
  else if (/(?:xes|ches|shes|sses)$/.test(stem)) stem = stem.slice(0, -2);
  else if (stem.endsWith('s') && !/(?:ss|us|is)$/.test(stem)) stem = stem.slice(0, -1);
  if (!spelled().test(stem)) return stem;
  for (const [one = '', other = ''] of titleWordTable.spellings) stem = stem.replace(one, other);
  return stem;
}

/** One look for all spellings: few words have one. */
const spelled = lazy(() => new RegExp(titleWordTable.spellings.map(([one]) => one).join('|')));

/** Whether a title names a group of people rather than one: "Civil engineers". */
export const isPlural = (text: string): boolean =>
  (text.match(WORD) ?? []).some(
    (word) =>
      word.length > 4 &&
      word.endsWith('s') &&
      /(?:er|or|ist|ian|ant|ent|man|ee|nurse|clerk|cook|guard|aide|worker)s$/.test(word),
  );

const kinds = new Map<string, readonly number[]>();

/** The kinds of work or things a stem names, as places in the table; a word may be of several. */
export function kindsOf(stem: string): readonly number[] {
  if (kinds.size === 0) {
    titleWordTable.kinds.forEach((line, kind) => {
      for (const word of new Set(line.split(' ').map(stemOf)))
        kinds.set(word, [...(kinds.get(word) ?? []), kind]);
    });
  }
  return kinds.get(stem) ?? NONE;
}
const NONE: readonly number[] = [];
