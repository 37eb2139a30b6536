import { remembering } from '@/shared/kit/remembering';
import { fold } from '@/shared/kit/text';
import { isGivenName } from './person-names';
import { countryNames, exonyms, isCountryCode, regions, usStates } from './place-names';
import { cityData } from './reference-data';

/** A place the gazetteer knows. `country` is ISO 3166-1 alpha-2. */
export interface Place {
  readonly city: string | null;
  readonly region: string | null;
  readonly country: string | null;
  /** 0..1: how sure it is that these words are a place at all. */
  readonly score: number;
}

interface City {
  readonly name: string;
  readonly state: string | null;
  readonly country: string;
  readonly rank: number;
}

/** Towns named like an everyday word of CVs: nobody means the town where the word stands alone. */
const WORDS = new Set(
  'most same bar split much long young than say can best date man of manage marco mayo mobile male female reading research college central university union march may hr it oral lens gap sector education home sales software web enterprise data java street page sun lead media center city post normal commerce industry liberty price independence buy mission marketing chef xi ba bo baker brewer butler mason mentor officer police manor salon skole spa cypress snowflake mongo ajax spring nice surprise lure dover salem clinton kita loja vice mestre'.split(
    ' ',
  ),
);
/** Towns that are as often somebody's name or another word: sure only beside a region or a country. */
const UNSURE = new Set(
  'bath orange jackson jordan florence sofia victoria charlotte austin diego jose francisco santiago roma paris hilton milton essen hamm hof koch bari mandan corona cruz nancy tours angers macon sens san bo split reading nice'.split(
    ' ',
  ),
);

/** "Hopkinton, MA": a town too small for the gazetteer, told by the code of its state. */
const UNLISTED_TOWN = /^(\p{Lu}[\p{L}.'’ -]{2,30}),\s*([A-Z]{2})(?:\s+\d{5})?$/u;

/** 69003, 560 001, 78205-1234, 00-950, 3512 AB, SW1A 1AA */
const POSTCODE =
  /\b(?:\d{4}\s?[A-Z]{2}|[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}|\d{2}-\d{3}|\d{3,6}(?:[- ]\d{2,4})?)\b/g;

/** Cities read so far: by the beginning of their names, then by the whole folded name. */
const lists = new Map<string, ReadonlyMap<string, readonly City[]>>();

/** The cities of that name, largest first; folded lookup. */
export function citiesNamed(name: string): readonly City[] {
  const key = placeKey(name);
  if (key.length < 2 || key.length > 40) return [];
  const beginning = key.slice(0, 2);
  let list = lists.get(beginning);
  if (list === undefined) {
    list = loadCities(beginning);
    lists.set(beginning, list);
  }
  return list.get(key) ?? [];
}

/** "Greater Boston Area", "Metropolregion München": the city they lie around. */
const AROUND =
  /^(?:greater|metropolitan|metropolregion|gro(?:ß|ss)raum|raum|r[ée]gion (?:de )?|grand|[áa]rea metropolitana de|provincia de|provincia di) |(?: metropolitan| metro| bay)? (?:area|region)$| und umgebung$| et p[ée]riph[ée]rie$|,? y alrededores$/giu;

/**
 * Reads "City", "City, ST", "City, Region, Country", "12345 City (DE)", "Cardiff CF10 2EU GB" and the like. Null where no part
 * of the text is a known place, or where words stand in it that belong to no place.
 */
export const readPlace = remembering((text: string): Place | null => {
  if (text.length > 80 || text.length < 2) return null;
  const parts = text
    .split(/[,()\/|;–—]|\s-\s/)
    .map((part) => part.replace(POSTCODE, ' ').replace(/\s+/g, ' ').trim())
    .filter((part) => part !== '')
    .flatMap(withoutComma);
  if (parts.length === 0 || parts.length > 6) return null;
  const named = parts.map((part) => countryNames().get(placeKey(part)));
  let country = named.find((code) => code !== undefined) ?? null;
  let known = named.filter((code) => code !== undefined).length;
  const others = parts.filter((_part, index) => named[index] === undefined);
  let region: string | null = null;
  let city: City | null = null;
  for (const part of others) {
    const code = /^[A-Z]{2}$/.test(part);
    const candidates = city === null && !code ? citiesNamed(part) : [];
    if (candidates.length > 0) {
      city = bestCity(candidates, country, others, part);
      known++;
      continue;
    }
    const state = usStates().get(placeKey(part)) ?? usStates().get(part);
    const here = regions().get(placeKey(part));
    if (code && city !== null && country === null && isCountryOf(part, city)) {
      country = part;
      known++;
    } else if (state !== undefined || here !== undefined || (code && city !== null)) {
      region = part;
      country ??= state !== undefined && isUs(city, state) ? 'US' : (here ?? null);
      known++;
    }
  }
  const town = UNLISTED_TOWN.exec(text);
  if (
    town?.[1] !== undefined &&
    town[2] !== undefined &&
    usStates().has(town[2]) &&
    city === null
  ) {
    return { city: town[1].trim(), region: town[2], country: 'US', score: 0.7 };
  }
  if (known === 0)
    return REMOTE.test(text) ? { city: null, region: null, country: null, score: 0.9 } : null;
  const share = known / parts.length;
  // Words that are no place may follow a city ("Lyon, Rhône"), never lead it: then it is an address or an employer.
  const leads = city !== null && others[0] === city.name;
  if (share < 0.5 || (share < 1 && !leads)) return null;
  const sole = parts.length === 1 && city !== null;
  const bare = region === null && country === null;
  if (bare && city !== null && WORDS.has(placeKey(city.name))) return null;
  return {
    city: city?.name ?? null,
    region,
    country: country ?? city?.country ?? null,
    score: sole && city !== null ? soleScore(city) : 0.6 + 0.35 * share,
  };
});

const REMOTE = /^(?:remote|hybrid|home ?office|fully remote|remoto|t[ée]l[ée]travail|homeoffice)/i;

/** How sure it is that a name alone means the town: by its size, and less where it is a name of people too. */
function soleScore(city: City): number {
  const key = placeKey(city.name);
  if (UNSURE.has(key) || (city.rank < 6 && !key.includes(' ') && isGivenName(key))) return 0.3;
  return city.rank === 0 ? 0.45 : 0.55 + Math.min(0.35, city.rank * 0.05);
}

/** "Cardiff GB", "Austin TX", "Pune Maharashtra", "CH-Basel": the city and what stands beside it without a comma. */
function withoutComma(given: string): readonly string[] {
  const part = given.replace(AROUND, '').trim();
  if (part === '') return [given];
  const words = part.split(/\s+|(?<=^[A-Z]{1,2})-(?=\p{Lu})/u);
  if (words.length < 2 || words.length > 5 || isPlaceName(part)) return [part];
  const first = words[0] ?? '';
  const last = words.at(-1) ?? '';
  for (const count of [1, 2]) {
    const city = words.slice(0, -count).join(' ');
    const region = words.slice(-count).join(' ');
    const beside = /^[A-Z]{2,3}$/.test(last) ? isCode(last) : isRegion(region);
    if (city !== '' && beside && citiesNamed(city).length > 0) return [city, region];
  }
  const rest = words.slice(1).join(' ');
  if (/^[A-Z]{1,2}$/.test(first) && citiesNamed(rest).length > 0) return [rest];
  return [part];
}

const isPlaceName = (text: string): boolean => citiesNamed(text).length > 0 || isRegion(text);
const isRegion = (text: string): boolean => {
  const key = placeKey(text);
  return countryNames().has(key) || regions().has(key) || usStates().has(key);
};
const isCode = (code: string): boolean =>
  usStates().has(code) ||
  regions().has(placeKey(code)) ||
  countryNames().has(placeKey(code)) ||
  isCountryCode(code);

/** "IN" is India behind Pune and Indiana behind Gary: the country where a city of that name lies in it and in no such state. */
const isCountryOf = (code: string, city: City): boolean => {
  const named = citiesNamed(city.name);
  return (
    isCountryCode(code) &&
    named.some((one) => one.country === code) &&
    !named.some((one) => one.state === code)
  );
};

/** Folded name with single spaces and no punctuation: the key of every place table. */
export const placeKey = remembering((text: string): string =>
  fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim(),
);

const isUs = (city: City | null, state: string): boolean =>
  city === null ||
  city.country === 'US' ||
  citiesNamed(city.name).some((one) => one.state === state);

function bestCity(
  candidates: readonly City[],
  country: string | null,
  parts: readonly string[],
  written: string,
): City {
  const states = parts
    .filter((part) => part !== written)
    .map((part) => usStates().get(placeKey(part)) ?? part);
  const inState = candidates.find((city) => city.state !== null && states.includes(city.state));
  const inRegion = candidates.find((city) =>
    parts.some((part) => regions().get(placeKey(part)) === city.country),
  );
  const inCountry = candidates.find((city) => city.country === country);
  const best = inCountry ?? inState ?? inRegion ?? candidates[0];
  return { ...(best ?? { state: null, country: '', rank: 0 }), name: written };
}

/** Only the cities that begin so: a CV names a handful, and the whole list takes longer to read than the CV. */
function loadCities(beginning: string): ReadonlyMap<string, readonly City[]> {
  const map = new Map<string, City[]>();
  const add = (city: City): void => {
    const key = placeKey(city.name);
    const list = map.get(key);
    if (list === undefined) map.set(key, [city]);
    else if (!list.some((one) => one.country === city.country && one.state === city.state))
      list.push(city);
  };
  homeNames ??= exonyms().map((one) => [placeKey(one[0]).slice(0, 2), one] as const);
  for (const [start, [name, country, rank]] of homeNames) {
    if (start === beginning) add({ name, state: null, country, rank });
  }
  for (const entry of Object.hasOwn(cityData, beginning)
    ? (cityData[beginning] ?? '').split(';')
    : []) {
    const star = entry.lastIndexOf('*');
    const [name = '', state] = entry.slice(3, star).split('/');
    const rank = Number(entry.slice(star + 1));
    add({ name, state: state ?? null, country: entry.slice(0, 2), rank });
  }
  for (const list of map.values()) list.sort((a, b) => b.rank - a.rank);
  return map;
}

let homeNames: readonly (readonly [string, ReturnType<typeof exonyms>[number]])[] | null = null;
