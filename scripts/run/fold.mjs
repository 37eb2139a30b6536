/**
 * A text without accents and capitals, as `fold` of shared/kit/text.ts does it: the scripts that make and check the parser's data run
 * on plain Node, which cannot read that file.
 * @param {string} text
 */
export const fold = (text) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/ß/g, 'ss')
    .replace(/[łŁ]/g, 'l')
    .replace(/[øØ]/g, 'o')
    .replace(/ı/g, 'i')
    .toLowerCase();
