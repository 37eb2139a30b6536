import { cjkPieces } from './cjk';
import { bareWords } from './rtl';

/**
 * What has to stand in the search index beside a text so that it is found: pieces of Chinese, Japanese and Korean, and Arabic and Hebrew
 * without vowel marks. '' for most texts. The forms are kept with the candidate, since FTS5 has to be told the same words when they are
 * taken out again: those of a short field behind its text in the same column, those of the CV in the column `cjk`.
 */
export const indexForms = (text: string): string =>
  // One look is enough for what is plain Latin, Greek or Cyrillic, as most texts are.
  BEYOND.test(text)
    ? [cjkPieces(text), bareWords(text)].filter((form) => form !== '').join('\n')
    : '';

const BEYOND = /[\u0590-\u08ff\u1100-\uffff]/;

/** A text with its forms behind it. */
export function withForms(text: string): string {
  const forms = indexForms(text);
  return forms === '' ? text : `${text}\n${forms}`;
}
