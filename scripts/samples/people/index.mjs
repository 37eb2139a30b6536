import { africaAndPacific } from './africa-and-pacific.mjs';
import { asiaAndMiddleEast } from './asia-and-middle-east.mjs';
import { brazil } from './brazil.mjs';
import { britainAndIreland } from './britain-and-ireland.mjs';
import { france } from './france.mjs';
import { germanSpeaking } from './german-speaking.mjs';
import { lowCountriesAndNordics } from './low-countries-and-nordics.mjs';
import { northAmerica } from './north-america.mjs';
import { poland } from './poland.mjs';
import { southernEurope } from './southern-europe.mjs';

const everyone = [
  ...britainAndIreland,
  ...northAmerica,
  ...germanSpeaking,
  ...france,
  ...southernEurope,
  ...brazil,
  ...lowCountriesAndNordics,
  ...poland,
  ...asiaAndMiddleEast,
  ...africaAndPacific,
];

const byId = new Map(everyone.map((entry) => [entry.id, entry]));

/** The invented person with this id. @throws when the catalogue names somebody who is not there. */
export function personOf(id) {
  const found = byId.get(id);
  if (found === undefined) throw new Error(`No person "${id}" in scripts/samples/people.`);
  return found;
}

/** Everybody, in a steady order. */
export const people = everyone;
