/**
 * Folds text for comparing and searching the way the search index does: compatibility forms, no accents, lower case.
 * The result's length may differ from the input's.
 */
export function fold(text: string): string {
  // Most words are plain ASCII, and a parser folds every one: the passes below then have nothing to do.
  if (!/[^\x00-\x7f]/.test(text)) return text.toLowerCase();
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
