import { lazy } from '@/shared/kit/lazy';

// Arabic and Hebrew write vowels as marks above and below the letters, and mostly leave them out. Arabic stretches words with tatweel,
// Persian parts them with an invisible mark, and PDF files keep letters in the shape they have within a word.
const MARKS =
  '\\u0591-\\u05bd\\u05bf\\u05c1\\u05c2\\u05c4\\u05c5\\u05c7\\u0610-\\u061a\\u064b-\\u065f\\u0670\\u06d6-\\u06dc\\u06df-\\u06e8\\u06ea-\\u06ed\\u0640\\u200c\\u200d';
const LETTERS =
  '\\u05d0-\\u05f2\\ufb1d-\\ufb4f\\u0620-\\u064a\\u066e-\\u06d5\\u06ee-\\u06ff\\u0750-\\u077f\\ufb50-\\ufdfb\\ufe70-\\ufefc';
const HAS_LETTER = new RegExp(`[${LETTERS}]`);
/** A word: letters (digits may be among them) with their marks. */
const WORD = `[${LETTERS}](?:[${LETTERS}${MARKS}\\p{Nd}]*[${LETTERS}${MARKS}\\p{Nd}])?`;
const words = lazy(() => new RegExp(WORD, 'gu'));
/** Words side by side. */
const runs = lazy(() => new RegExp(`${WORD}(?:[ \\t]+${WORD})*`, 'gu'));
const MARK = new RegExp(`[${MARKS}]+`, 'gu');

/** Letters that are written now so, now so: alef with and without hamza, the end of feminine words, Persian and Arabic kaf and yeh. */
const SAME: Readonly<Record<string, string>> = {
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ئ: 'ي',
  ؤ: 'و',
  ة: 'ه',
  ک: 'ك',
};
const VARIES = new RegExp(`[${Object.keys(SAME).join('')}]`, 'gu');

/** Whether there is Arabic or Hebrew in a text. */
export const hasRightToLeft = (text: string): boolean => HAS_LETTER.test(text);

/** Arabic and Hebrew words as they are compared: without vowel marks and stretching, letters that vary as one. Other text stays. */
export const bareForm = (text: string): string =>
  hasRightToLeft(text) ? text.replace(words(), bare) : text;

/**
 * The Arabic and Hebrew of a text in its bare form, where that differs from what is written: words with spaces between, neighbours beside
 * each other so that phrases are found. '' where there is nothing to add.
 */
export function bareWords(text: string): string {
  if (!hasRightToLeft(text)) return '';
  const forms: string[] = [];
  for (const [run] of text.matchAll(runs())) {
    const form = bareForm(run);
    if (form !== run) forms.push(form);
  }
  return forms.join('\n');
}

/** Arabic and Hebrew words of a text with their places. */
export const rightToLeftWords = (text: string): IterableIterator<RegExpExecArray> =>
  text.matchAll(words());

const bare = (word: string): string =>
  word
    .normalize('NFKC')
    .replace(MARK, '')
    .replace(VARIES, (letter) => SAME[letter] ?? letter);
