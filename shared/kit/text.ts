/**
 * Folds text for comparing and searching the way the search index does: compatibility forms, no accents, lower case.
 * The result's length may differ from the input's.
 */
export function fold(text: string): string {
  // Most words are plain ASCII, and a parser folds every one: the passes below then have nothing to do.
  if (!/[^\x00-\x7f]/.test(text)) return text.toLowerCase();
  return LATIN.test(text) ? foldLatin(text) : foldAny(text);
}

/** Western letters, the punctuation of print and Chinese: what folds character by character. */
const LATIN = /^[\x00-\u024f\u2010-\u2027\u3001-\u3002\u3400-\u9fff]*$/;
const folded = new Map<number, string>();

/** The same as `foldAny`, three times as fast: each letter is folded once and remembered. */
function foldLatin(text: string): string {
  let out = '';
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0x3400) {
      out += text.charAt(at);
      continue;
    }
    let letter = folded.get(code);
    if (letter === undefined) {
      letter = foldAny(text.charAt(at));
      folded.set(code, letter);
    }
    out += letter;
  }
  return out;
}

function foldAny(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/ß/g, 'ss')
    .replace(/[łŁ]/g, 'l')
    .replace(/[øØ]/g, 'o')
    .replace(/ı/g, 'i')
    .toLowerCase();
}

/** Collapses every run of white space to one space and trims. */
export const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Cuts text to at most `max` UTF-16 units without splitting a surrogate pair. */
export function clip(text: string, max: number): string {
  if (text.length <= max) return text;
  const last = text.charCodeAt(max - 1);
  const splitsPair = last >= 0xd800 && last <= 0xdbff;
  return text.slice(0, splitsPair ? max - 1 : max);
}
