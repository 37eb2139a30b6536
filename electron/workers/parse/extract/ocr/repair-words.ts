import type { Word } from '../layout/word';

/** A word as OCR read it; confidence from 0 to 100. */
export interface ReadWord {
  readonly word: Word;
  readonly confidence: number;
}

const ADDRESS = /^[\w.+-]{2,64}[@©®][\w-]{1,40}(?:\.[\w-]{1,20}){1,3}[.,;]?$/;

/** Whether a word reads as an e-mail address, its @ perhaps as another ring around a letter. */
export const isAddress = (text: string): boolean => ADDRESS.test(text);

/** What OCR takes for another sign and no word of a CV holds: repaired only where the rest of the word leaves no doubt. */
export function repairWord(text: string): string {
  if (isAddress(text)) return text.replace(/[©®]/g, '@').replace(/(?<=[a-z])I(?=[a-z.])/g, 'l');
  // "2O18", "O7700": a letter among digits.
  if (/^[(+]?[\dOoIl]{3,}[).,:]?$/.test(text) && (text.match(/\d/g)?.length ?? 0) * 2 > text.length)
    return text.replace(/[Oo]/g, '0').replace(/[Il]/g, '1');
  // "lBM", "|nternational": the capital I at a word's start.
  return text.replace(/^l(?=\p{Lu})|^\|(?=\p{Ll}{2})/u, 'I');
}

/** Signs that stand for a bullet wherever they stand alone at a line's start, and letters that do when several lines agree. */
const BULLET_SIGN = /^[¢©®°«»¥¤*]$/;
const BULLET_LETTER = /^[eo0+]$/;

/** Bullets at the start of lines as bullets: OCR reads them as the letter that looks most like a dot or a ring. */
export function withBullets(
  lines: readonly (readonly ReadWord[])[],
): readonly (readonly ReadWord[])[] {
  const looksBulleted = (line: readonly ReadWord[]): boolean =>
    line.length > 1 &&
    BULLET_LETTER.test(line[0]?.word.text ?? '') &&
    /^\p{Lu}/u.test(line[1]?.word.text ?? '');
  const several = lines.filter(looksBulleted).length >= 2;
  return lines.map((line) => {
    const [first, ...rest] = line;
    if (first === undefined || rest.length === 0) return line;
    const bullet = BULLET_SIGN.test(first.word.text) || (several && looksBulleted(line));
    return bullet ? [{ ...first, word: { ...first.word, text: '•' } }, ...rest] : line;
  });
}
