// Writes resources/names/names.json from the name lists of the `@faker-js/faker` package (MIT): given and family names of
// some sixty languages, folded, each once, so that the parser can tell a person's name from other words in capitals.
// Run once when the package changes: node scripts/make-names.mjs
import { mkdirSync, writeFileSync } from 'node:fs';
import { allLocales } from '@faker-js/faker';

// Words of CVs that are somebody's name too, but far more often something else where a name is looked for.
const NOT_TELLING = new Set(
  'art bar basic business care case chance christian college computer data dean design director don doctor earnest engineer english general german gene graduate green hope human india israel job journey junior language long love major manager marketing master media mercy mission nova office page park prince profile progress project pure quality real royal sales security senior service skill social south spring star student summer teacher team technical temple training trinity true university value victory vision will winner work world young'.split(
    ' ',
  ),
);
const given = new Set();
const family = new Set();
for (const locale of Object.values(allLocales)) {
  collect(given, locale.person?.first_name);
  collect(family, locale.person?.last_name);
}
mkdirSync(new URL('../resources/names/', import.meta.url), { recursive: true });
writeFileSync(
  new URL('../resources/names/names.json', import.meta.url),
  `${JSON.stringify({ given: sorted(given), family: sorted(family) }, null, 2)}\n`,
);

function collect(names, lists) {
  for (const list of Object.values(lists ?? {})) {
    if (!Array.isArray(list)) continue;
    for (const entry of list) {
      const full = typeof entry === 'string' ? entry : entry.value;
      for (const part of full.split(/[\s-]+/)) {
        const name = foldName(part);
        const han = /^\p{Script=Han}+$/u.test(name);
        // A single Han character is a family name only; short Latin ones are initials and particles.
        if (name.length < (han ? 1 : 3) || (han && names === given)) continue;
        if (!/^[\p{L}\p{M}]+$/u.test(name) || NOT_TELLING.has(name)) continue;
        names.add(name);
      }
    }
  }
}

/** As `fold` of shared/kit/text does it, without apostrophes. */
function foldName(text) {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+|['’ʼ`.]/gu, '')
    .replace(/ß/g, 'ss')
    .replace(/[łŁ]/g, 'l')
    .replace(/[øØ]/g, 'o')
    .replace(/ı/g, 'i')
    .toLowerCase();
}

function sorted(names) {
  return [...names].sort().join(' ');
}
