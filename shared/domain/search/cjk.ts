import { clip } from '@/shared/kit/text';

/** Characters of Chinese, Japanese and Korean: scripts that put no space between words (Korean puts them, but hangs endings on). */
const GLYPH =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\u30fc\\uff70\\uff9e\\uff9f';
const RUN = new RegExp(`[${GLYPH}]+`, 'gu');
const HAS_GLYPH = new RegExp(`[${GLYPH}]`, 'u');
/** A word with such characters and what hangs on it without a space: `Java工程师5年`. */
const MIXED_WORD = new RegExp(
  `(?<![\\p{L}\\p{N}+#])[\\p{L}\\p{N}+#]*[${GLYPH}][\\p{L}\\p{N}+#${GLYPH}]*`,
  'gu',
);

/** A text of more characters than this is cut into pieces only so far: some forty pages. */
const MOST_GLYPHS = 60_000;

/** Whether there is Chinese, Japanese or Korean in a text. */
export const hasGlyphs = (text: string): boolean => HAS_GLYPH.test(text);

/**
 * The pieces by which Chinese, Japanese and Korean text is found, with spaces between: every two characters that stand side by side, and
 * the last one of each run alone (`软件工程` → `软件 件工 工程 程`). FTS5's unicode61 makes one word of the whole run, so that nothing in it
 * could be found. Other letters in the same word (`Java工程师`) are given too, as words of their own. '' for a text without any.
 */
export function cjkPieces(text: string): string {
  if (!hasGlyphs(text)) return '';
  const pieces: string[] = [];
  let glyphs = 0;
  for (const [word] of text.matchAll(MIXED_WORD)) {
    if (glyphs >= MOST_GLYPHS) break;
    for (const part of partsOfWord(clip(word, MOST_GLYPHS))) {
      glyphs += part.text.length;
      pieces.push(
        part.isRun ? `${pairsIn(part.text).join(' ')} ${lastOf(part.text)}`.trim() : part.text,
      );
    }
  }
  return pieces.join(' ');
}

/** What to ask the index for, to find a run of characters: pieces in this order, or a single character as a beginning. */
export interface RunOfGlyphs {
  readonly pieces: readonly string[];
  readonly prefix: boolean;
}

/** The runs of Chinese, Japanese and Korean in typed words, and the words beside them. All of them have to be found. */
export function glyphsIn(typed: string): {
  readonly runs: readonly RunOfGlyphs[];
  readonly rest: string;
} {
  const runs: RunOfGlyphs[] = [];
  for (const { text, isRun } of partsOfWord(typed)) {
    if (!isRun) continue;
    const pairs = pairsIn(text);
    runs.push(
      pairs.length > 0 ? { pieces: pairs, prefix: false } : { pieces: [text], prefix: true },
    );
  }
  return { runs, rest: typed.replace(RUN, ' ') };
}

/** The runs themselves, as they are compared in a text of the same form. */
export const runsIn = (typed: string): readonly string[] =>
  partsOfWord(typed)
    .filter((part) => part.isRun)
    .map((part) => part.text);

/**
 * A text in the form of `runsIn`, of the same length, so that places in it are places in the text. Forms whose length would change (the
 * narrow Japanese letters with voice marks, Korean in single letters) stay as they are.
 */
export const glyphForm = (text: string): string =>
  text.replace(RUN, (run) => {
    const form = normal(run);
    return form.length === run.length ? form : run;
  });

/** A text with spaces in place of such characters, of the same length. */
export const glyphsBlanked = (text: string): string =>
  text.replace(RUN, (run) => ' '.repeat(run.length));

/** A word cut where its script changes, runs in their normal form. */
function partsOfWord(word: string): readonly { readonly text: string; readonly isRun: boolean }[] {
  const parts: { text: string; isRun: boolean }[] = [];
  let last = 0;
  const between = (end: number): void => {
    if (end > last) parts.push({ text: word.slice(last, end), isRun: false });
  };
  for (const match of word.matchAll(RUN)) {
    between(match.index);
    last = match.index + match[0].length;
    const text = normal(match[0]).replace(/[^\p{L}\p{N}]/gu, '');
    if (text !== '') parts.push({ text, isRun: true });
  }
  between(word.length);
  return parts;
}

/** Narrow Japanese letters, Korean in single letters and the radicals that PDF files put in place of characters, as usual ones. */
const normal = (run: string): string => run.normalize('NFKC');

/** The last character, which may be two units of UTF-16. */
const lastOf = (run: string): string => Array.from(run.slice(-2)).at(-1) ?? '';

function pairsIn(run: string): readonly string[] {
  const glyphs = [...run];
  return glyphs.slice(1).map((glyph, index) => `${glyphs[index]}${glyph}`);
}
