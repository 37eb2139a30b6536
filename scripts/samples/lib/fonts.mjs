import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const HOME = join(dirname(fileURLToPath(import.meta.url)), '..', 'node_modules', '@fontsource');

/** Unicode ranges of the two Latin slices, so that a letter is taken from the slice that has it. */
const SLICES = {
  latin:
    'U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+2000-206F, U+20AC, U+2122, U+2212',
  'latin-ext': 'U+0100-0130, U+0132-0151, U+0154-02BA, U+02BD-02C5, U+02C7-02D9, U+1E00-1EFF',
  japanese: null,
  'chinese-simplified': null,
  arabic: null,
  hebrew: null,
};

/** The path of one font file; `kind` is woff2 for the browser and woff for pdfkit. */
export function fontFile(family, slice, weight = 400, style = 'normal', kind = 'woff2') {
  return join(HOME, family, 'files', `${family}-${slice}-${weight}-${style}.${kind}`);
}

/** Bytes for pdfkit. */
export function fontBytes(family, weight = 400, style = 'normal', slice = 'latin') {
  return readFileSync(fontFile(family, slice, weight, style, 'woff'));
}

/** `@font-face` rules for a family, every slice and weight that its package has. */
export function fontFaces(family, weights = [400, 700]) {
  const rules = [];
  for (const [slice, range] of Object.entries(SLICES)) {
    for (const weight of weights) {
      for (const style of ['normal', 'italic']) {
        const path = fontFile(family, slice, weight, style);
        if (!existsSync(path)) continue;
        const src = `url("${pathToFileURL(path).href}") format("woff2")`;
        const only = range === null ? '' : `unicode-range:${range};`;
        rules.push(
          `@font-face{font-family:"${family}";font-weight:${weight};font-style:${style};src:${src};${only}}`,
        );
      }
    }
  }
  return rules.join('\n');
}
