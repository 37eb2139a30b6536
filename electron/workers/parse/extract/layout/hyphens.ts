import type { OrderedLine } from './page';
import type { PlacedWord } from './text-line';

/** A word cut at the line's end: letters and a hyphen, typed, typeset or soft. */
const CUT_WORD = /^[^\p{L}]*(?:\p{L}+['’])?(\p{L}{2,})([-\u00ad\u2010])$/u;
const REST = /^(\p{Ll}{2,})[^\p{L}\d@/]*$/u;
/** So many words cut at line ends mean that the program hyphenates; fewer may be compounds that happened to end a line. */
const HYPHENATES = 3;

/**
 * Puts words together again that were hyphenated at a line's end. A compound keeps its hyphen: one that the document writes so
 * elsewhere, and any in a document that does not hyphenate. The rest of the word keeps its own place on the page.
 */
export function joinHyphenated(lines: readonly OrderedLine[]): readonly OrderedLine[] {
  const cuts = lines.filter((_, index) => cutBetween(lines, index) !== null).length;
  if (cuts === 0) return lines;
  const words = new Set(lines.flatMap(({ line }) => line.words.map((word) => bare(word.text))));
  const out: OrderedLine[] = [];
  let carried: OrderedLine | null = null;
  lines.forEach((_, index) => {
    const current: OrderedLine | undefined = carried ?? lines[index];
    carried = null;
    if (current === undefined) return;
    const next = lines[index + 1];
    const cut = cutBetween(lines, index);
    const [first, ...others] = next?.line.words ?? [];
    if (cut === null || next === undefined || first === undefined) {
      if (current.line.words.length > 0) out.push(current);
      return;
    }
    const keep =
      cut.mark === '-' &&
      !words.has(bare(cut.stem + cut.rest)) &&
      (cuts < HYPHENATES || words.has(bare(`${cut.stem}-${cut.rest}`)));
    out.push(withWords(current, joined(current.line.words, first, keep)));
    carried = withWords(
      next,
      others.map((word, at) => (at === 0 ? { ...word, before: '' } : word)),
    );
  });
  return out;
}

function cutBetween(
  lines: readonly OrderedLine[],
  index: number,
): { readonly stem: string; readonly mark: string; readonly rest: string } | null {
  const current = lines[index];
  const next = lines[index + 1];
  if (current === undefined || next === undefined || current.role !== next.role) return null;
  const end = CUT_WORD.exec(current.line.words.at(-1)?.text ?? '');
  const rest = REST.exec(next.line.words[0]?.text ?? '');
  if (end === null || rest === null) return null;
  return { stem: end[1] ?? '', mark: end[2] ?? '', rest: rest[1] ?? '' };
}

function joined(
  words: readonly PlacedWord[],
  rest: PlacedWord,
  keepHyphen: boolean,
): readonly PlacedWord[] {
  const last = words.at(-1);
  if (last === undefined) return words;
  const text = keepHyphen ? last.text : last.text.slice(0, -1);
  return [...words.slice(0, -1), { ...last, text }, { ...rest, before: '' }];
}

const withWords = (item: OrderedLine, words: readonly PlacedWord[]): OrderedLine => ({
  ...item,
  line: { ...item.line, words },
});

const bare = (text: string): string => text.toLowerCase().replace(/[^\p{L}-]+/gu, '');
