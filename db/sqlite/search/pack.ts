/**
 * What a value of a candidate is, in the order it is packed. `skill` is a name the taxonomy does not know, `knownSkill` one it does (beside
 * its `taxon`), so that no skill is counted twice. Changing the list or the form below means a new INDEX_VERSION.
 */
export const DIMENSIONS = [
  'skill',
  'knownSkill',
  'taxon',
  'title',
  'writtenTitle',
  'seniority',
  'company',
  'school',
  'degree',
  'city',
  'country',
  'language',
  'tag',
  'list',
  'owner',
  'source',
  'custom',
] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** Facts that hold or do not, as bits of `flags`. */
export const FLAGS = {
  archived: 1,
  doNotContact: 2,
  file: 4,
  email: 8,
  phone: 16,
  link: 32,
  name: 64,
  experience: 128,
  review: 256,
} as const;

/** A term takes so many bits beside its detail where both share 32: four million values. */
const ID_BITS = 22;
export const MOST_TERMS = 2 ** ID_BITS;
export const ID_MASK = MOST_TERMS - 1;
export const DETAIL_SHIFT = ID_BITS;
export const MOST_DETAIL = 2 ** (32 - ID_BITS) - 1;

export interface PackedTerm {
  /** Index in `DIMENSIONS`. */
  readonly dimension: number;
  /** Id in facet_term. */
  readonly id: number;
  /** Skill: tenths of years + 1. Company: 1 for the employer of today. Language: CEFR level, A1 = 1. Else and where unknown 0. */
  readonly detail: number;
}

/** Numbers of a candidate: moments in ms since 1970, 0 for none; years in thousandths + 1, 0 for unknown. */
export interface PackedFacets {
  readonly flags: number;
  readonly years: number;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly activityAt: number;
  /** When the newest résumé came in. */
  readonly resumeAt: number;
  readonly consentGivenAt: number;
  readonly consentExpiresAt: number;
  /** 1/100 degree, + 9001 and + 18001 so that 0 says unknown. */
  readonly latitude: number;
  readonly longitude: number;
  readonly terms: readonly PackedTerm[];
}

/**
 * Variable-length integers (7 bits a byte, lowest first): the numbers in the order of the type, then for each dimension that is there its
 * index, how many terms, and their ids, each as the difference to the one before, with their details.
 */
export function pack(facets: PackedFacets): Buffer {
  const bytes: number[] = [];
  const put = (value: number): void => {
    let rest = Math.max(0, Math.round(value));
    while (rest > 127) {
      bytes.push((rest % 128) + 128);
      rest = Math.floor(rest / 128);
    }
    bytes.push(rest);
  };
  for (const value of [
    facets.flags,
    facets.years,
    facets.createdAt,
    facets.updatedAt,
    facets.activityAt,
    facets.resumeAt,
    facets.consentGivenAt,
    facets.consentExpiresAt,
    facets.latitude,
    facets.longitude,
  ]) {
    put(value);
  }
  for (const dimension of DIMENSIONS.keys()) {
    const terms = facets.terms
      .filter((term) => term.dimension === dimension)
      .sort((a, b) => a.id - b.id);
    if (terms.length === 0) continue;
    put(dimension);
    put(terms.length);
    let last = 0;
    for (const { id, detail } of terms) {
      put(id - last);
      put(detail);
      last = id;
    }
  }
  return Buffer.from(bytes);
}

/** What was packed. */
export function unpacked(packed: Uint8Array): PackedFacets {
  const terms: PackedTerm[] = [];
  let values: readonly number[] = [];
  unpack(packed, {
    numbers: (all) => {
      values = [...all];
    },
    term: (dimension, id, detail) => terms.push({ dimension, id, detail }),
  });
  const at = (column: number): number => values[column] ?? 0;
  return {
    flags: at(0),
    years: at(1),
    createdAt: at(2),
    updatedAt: at(3),
    activityAt: at(4),
    resumeAt: at(5),
    consentGivenAt: at(6),
    consentExpiresAt: at(7),
    latitude: at(8),
    longitude: at(9),
    terms,
  };
}

/** What reads a packed row: numbers first, then each term. Called for every candidate when the index is loaded, so nothing is allocated. */
export interface PackedReader {
  readonly numbers: (values: Float64Array) => void;
  readonly term: (dimension: number, id: number, detail: number) => void;
}

/** How many numbers stand before the terms. */
export const NUMBERS = 10;
const numbers = new Float64Array(NUMBERS);

export function unpack(packed: Uint8Array, reader: PackedReader): void {
  let at = 0;
  const next = (): number => {
    let byte = packed[at++] ?? 0;
    if (byte < 128) return byte;
    let value = byte & 127;
    let factor = 128;
    do {
      byte = packed[at++] ?? 0;
      value += (byte & 127) * factor;
      factor *= 128;
    } while (byte > 127);
    return value;
  };
  for (let index = 0; index < NUMBERS; index++) numbers[index] = next();
  reader.numbers(numbers);
  while (at < packed.length) {
    const dimension = next();
    const count = next();
    let id = 0;
    for (let index = 0; index < count; index++) {
      id += next();
      reader.term(dimension, id, next());
    }
  }
}
