import coordinates from '@/resources/places/coordinates.json';
import { placeKey } from '@/shared/domain/parsing/places';
import { cityData } from '@/shared/domain/parsing/reference-data';
import { alsoNamed } from './also-named';

/** Where a town lies. Degrees, to 1/100 (about 1 km). */
export interface Coordinates {
  readonly latitude: number;
  readonly longitude: number;
}

/** A town of the gazetteer. `region` is the code of the state, for the United States alone; `country` ISO 3166-1 alpha-2. */
export interface GazetteerPlace extends Coordinates {
  readonly name: string;
  readonly region: string | null;
  readonly country: string;
}

/**
 * Where a city lies: of several of that name the one in the region and country given, else the largest. Null for what the gazetteer (towns
 * of 5,000 people and more, GeoNames) does not have.
 */
export function placeOf(
  city: string | null,
  region: string | null,
  country: string | null,
): Coordinates | null {
  if (city === null || city.length > 60) return null;
  const asked = `${city}|${region ?? ''}|${country ?? ''}`;
  const known = answers.get(asked);
  if (known !== undefined) return known;
  const named = placesNamed(city);
  const here =
    country === null ? named : named.filter((one) => one.country === country.toUpperCase());
  const place = here.find((one) => one.region !== null && one.region === region) ?? here[0] ?? null;
  if (answers.size >= MOST_KEPT) answers.clear();
  answers.set(asked, place);
  return place;
}

/** Towns whose names begin so, or are just so, the largest first. */
export function suggestPlaces(prefix: string, limit: number): readonly GazetteerPlace[] {
  const key = placeKey(prefix);
  if (key.length < 2) return [];
  const listed = listOf(key.slice(0, 2)).filter((town) => town.key.startsWith(key));
  const others = Object.entries(alsoNamed())
    .filter(([name]) => name.startsWith(key))
    .flatMap(([, place]) => listedAs(place));
  return [...new Set([...others, ...listed])]
    .toSorted(
      (a, b) =>
        Number(b.key === key) - Number(a.key === key) ||
        b.rank - a.rank ||
        (a.key < b.key ? -1 : a.key > b.key ? 1 : 0),
    )
    .slice(0, limit)
    .map(({ name, region, country, latitude, longitude }) => ({
      name,
      region,
      country,
      latitude,
      longitude,
    }));
}

/** Kilometres between two places as the crow flies (haversine, mean radius of the earth). */
export function kilometresBetween(a: Coordinates, b: Coordinates): number {
  const rad = Math.PI / 180;
  const dLat = (b.latitude - a.latitude) * rad;
  const dLon = (b.longitude - a.longitude) * rad;
  const h =
    Math.sin(dLat / 2) ** 2 +
    Math.cos(a.latitude * rad) * Math.cos(b.latitude * rad) * Math.sin(dLon / 2) ** 2;
  return 2 * 6371 * Math.asin(Math.min(1, Math.sqrt(h)));
}

interface Town extends GazetteerPlace {
  readonly key: string;
  /** 0 to 9 by size. */
  readonly rank: number;
}

const MOST_KEPT = 4000;
const answers = new Map<string, Coordinates | null>();
const lists = new Map<string, readonly Town[]>();
const coordinateData: Readonly<Record<string, string>> = coordinates;

function placesNamed(name: string): readonly Town[] {
  const key = placeKey(name);
  if (key.length < 2) return [];
  const also = Object.hasOwn(alsoNamed(), key) ? listedAs(alsoNamed()[key] ?? '') : [];
  return [...also, ...listOf(key.slice(0, 2)).filter((town) => town.key === key)];
}

/** The town that is listed as `DE:Munich`. */
function listedAs(place: string): readonly Town[] {
  const key = placeKey(place.slice(3));
  const town = listOf(key.slice(0, 2)).find(
    (one) => one.key === key && one.country === place.slice(0, 2),
  );
  return town === undefined ? [] : [town];
}

/** The towns that begin so, largest first: read when somebody asks, as the whole list takes long. */
function listOf(beginning: string): readonly Town[] {
  const known = lists.get(beginning);
  if (known !== undefined) return known;
  const places = (Object.hasOwn(coordinateData, beginning) ? coordinateData[beginning] : '') ?? '';
  const names = (Object.hasOwn(cityData, beginning) ? cityData[beginning] : '') ?? '';
  const at = places.split(';');
  const towns = names === '' ? [] : names.split(';').map((entry, index) => town(entry, at[index]));
  lists.set(beginning, towns);
  return towns;
}

function town(entry: string, at: string | undefined): Town {
  const star = entry.lastIndexOf('*');
  const [name = '', region] = entry.slice(3, star).split('/');
  const [north = '0', east = '0'] = (at ?? '').split(',');
  return {
    key: placeKey(name),
    name,
    region: region ?? null,
    country: entry.slice(0, 2),
    latitude: Number(north) / 100,
    longitude: Number(east) / 100,
    rank: Number(entry.slice(star + 1)),
  };
}
