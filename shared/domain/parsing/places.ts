import { fold } from '@/shared/kit/text';
import { COUNTRY_NAMES, EXONYMS, REGIONS, US_STATES } from './place-names';
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

/** City names that are everyday words or first names more often than places in a CV. */
const NOT_CITIES = new Set(
  'most same bar split nice reading bath of man date manage mobile research college central university most march may hr it oral lens gap sector male female education home sales software web orange enterprise union data java street page sun lead media clinton jackson jordan florence sofia victoria charlotte austin diego jose francisco santiago xi chef buy best mission marketing roma paris hilton milton dover essen hamm hof koch bo ba bari salem mandan surprise normal commerce industry liberty price independence corona cruz'.split(
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

/**
 * Reads "City", "City, ST", "City, Region, Country", "12345 City (DE)" and the like. Null where no part of the text is a
 * known place, or where words stand in it that belong to no place.
 */
export function readPlace(text: string): Place | null {
  if (text.length > 80 || text.length < 2) return null;
  const parts = text
    .split(/[,()\/|;–—]|\s-\s/)
    .map((part) => part.replace(POSTCODE, ' ').trim())
    .filter((part) => part !== '');
  if (parts.length === 0 || parts.length > 5) return null;
  let region: string | null = null;
  let country: string | null = null;
  let city: City | null = null;
  let known = 0;
  const found: string[] = [];
  for (const part of parts) {
    const key = placeKey(part);
    const named = COUNTRY_NAMES.get(key);
    if (named !== undefined) {
      country = named;
      known++;
      continue;
    }
    found.push(part);
  }
  for (const part of found) {
    const key = placeKey(part);
    const state = US_STATES.get(key) ?? US_STATES.get(part);
    const here = REGIONS.get(key);
    const candidates = citiesNamed(part);
    const isCode = /^[A-Z]{2}$/.test(part);
    if (city === null && candidates.length > 0 && !isCode) {
      city = bestCity(candidates, country, found, part);
      known++;
      continue;
    }
    if (state !== undefined || here !== undefined || (isCode && city !== null)) {
      region = part;
      country ??= state !== undefined && isUs(city, state) ? 'US' : (here ?? null);
      known++;
    }
  }
  const town = UNLISTED_TOWN.exec(text);
  if (town?.[1] !== undefined && town[2] !== undefined && US_STATES.has(town[2]) && city === null) {
    return { city: town[1].trim(), region: town[2], country: 'US', score: 0.7 };
  }
  const remote =
    /^(?:remote|hybrid|home ?office|fully remote|remoto|t[ée]l[ée]travail|homeoffice)/i.test(text);
  if (known === 0) return remote ? { city: null, region: null, country: null, score: 0.9 } : null;
  const share = known / parts.length;
  // Words that are no place may follow a city ("Lyon, Rhône"), never lead it: then it is an address or an employer.
  const leads = city !== null && found[0] === city.name;
  if (share < 0.5 || (share < 1 && !leads)) return null;
  const sole = parts.length === 1 && city !== null;
  const common = sole && NOT_CITIES.has(placeKey(city?.name ?? ''));
  return {
    city: city?.name ?? null,
    region,
    country: country ?? city?.country ?? null,
    score: common ? 0.3 : sole ? 0.6 + Math.min(0.3, (city?.rank ?? 0) * 0.05) : 0.6 + 0.35 * share,
  };
}

/** Folded name with single spaces and no punctuation: the key of every place table. */
export const placeKey = (text: string): string =>
  fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

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
    .map((part) => US_STATES.get(placeKey(part)) ?? part);
  const inState = candidates.find((city) => city.state !== null && states.includes(city.state));
  const inRegion = candidates.find((city) =>
    parts.some((part) => REGIONS.get(placeKey(part)) === city.country),
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
  homeNames ??= EXONYMS.map((one) => [placeKey(one[0]).slice(0, 2), one] as const);
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

let homeNames: readonly (readonly [string, (typeof EXONYMS)[number]])[] | null = null;
