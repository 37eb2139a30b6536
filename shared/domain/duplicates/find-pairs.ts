import type { ContactPoint } from '@/shared/domain/candidates/records';
import type { Id } from '@/shared/kit/ids';
import { blockKeys, contexts } from './block-keys';
import { comparePeople, type DuplicateReason, LIKELY } from './compare-people';
import { type Person, type Profile, personOf } from './person';
import type { Met, Population } from './population';

/** Two candidates that may be one person. */
export interface FoundPair {
  /** The one that came later: ids sort by time. */
  readonly candidateId: Id;
  readonly otherId: Id;
  readonly score: number;
  readonly reasons: readonly DuplicateReason[];
}

/** A profile, and whether it has to be compared: two that are both as they were at the last search are not. */
export interface Searched extends Profile {
  readonly fresh: boolean;
}

export type SearchStep =
  /** So many of all are read or compared; the share of the whole work that is done, 0 to 1. */
  | { readonly kind: 'progress'; readonly done: number }
  | { readonly kind: 'pair'; readonly pair: FoundPair };

/** More that meet in one key are split by what else they have in common. */
const MOST_IN_BLOCK = 60;
/** In a block that cannot be split each is compared with so many that stand next to it by name. */
const NEIGHBOURS = 20;
/** A key is 31 bits of hash and 22 of place, so that sorting numbers brings blocks together: for four million candidates. */
const PLACES = 2 ** 22;
const STEP = 2000;

/**
 * Finds all pairs among the candidates that `read` gives, each once. `read` is called twice and has to give the same candidates in the same
 * order: first what they have in common is counted, then those that meet in anything are kept and compared. Yields between pieces of work of
 * some milliseconds. Memory: about 200 bytes a candidate and a kilobyte for each that meets another.
 */
export function* findPairs(read: () => Iterable<Searched>): Generator<SearchStep, void, void> {
  const counts = createCounts();
  const keys = new NumberList();
  const fresh = new Set<number>();
  let total = 0;
  for (const profile of read()) {
    if (total >= PLACES) break;
    const person = personOf(profile);
    counts.add(person);
    for (const key of blockKeys(person)) keys.push(hash31(key) * PLACES + total);
    if (profile.fresh) fresh.add(total);
    total += 1;
    if (total % STEP === 0) yield { kind: 'progress', done: 0.4 * (total / (total + STEP * 10)) };
  }
  const blocks = blocksOf(keys.sorted(), fresh);
  yield { kind: 'progress', done: 0.4 };

  const people = new Map<number, Person>();
  let place = 0;
  for (const profile of read()) {
    if (place >= total) break;
    if (blocks.members.has(place)) people.set(place, personOf(profile));
    place += 1;
    if (place % STEP === 0) yield { kind: 'progress', done: 0.4 + 0.3 * (place / total) };
  }

  const seen = new Set<number>();
  let sinceYield = 0;
  for (const [number, block] of blocks.list.entries()) {
    for (const [i, j] of pairsIn(block, people)) {
      if (!fresh.has(i) && !fresh.has(j)) continue;
      const id = i * PLACES + j;
      if (seen.has(id)) continue;
      seen.add(id);
      const pair = compare(people.get(i), people.get(j), counts.population);
      if (pair !== null) yield { kind: 'pair', pair };
      sinceYield += 1;
      if (sinceYield % STEP === 0) {
        yield { kind: 'progress', done: 0.7 + 0.3 * (number / blocks.list.length) };
      }
    }
  }
  yield { kind: 'progress', done: 1 };
}

function compare(
  a: Person | undefined,
  b: Person | undefined,
  population: Population,
): FoundPair | null {
  if (a === undefined || b === undefined || a.id === b.id) return null;
  const { score, reasons } = comparePeople(a, b, population);
  if (score < LIKELY) return null;
  const [later, earlier] = a.id > b.id ? [a, b] : [b, a];
  return { candidateId: later.id, otherId: earlier.id, score, reasons };
}

interface Blocks {
  readonly list: readonly Uint32Array[];
  readonly members: ReadonlySet<number>;
}

/** Runs of one hash with two or more candidates, one of them fresh. */
function blocksOf(sorted: Float64Array, fresh: ReadonlySet<number>): Blocks {
  const list: Uint32Array[] = [];
  const members = new Set<number>();
  for (let start = 0; start < sorted.length; ) {
    const hash = Math.floor((sorted[start] ?? 0) / PLACES);
    let end = start + 1;
    while (end < sorted.length && Math.floor((sorted[end] ?? 0) / PLACES) === hash) end += 1;
    if (end - start > 1) {
      const block = Uint32Array.from(sorted.subarray(start, end), (entry) => entry % PLACES);
      if (block.some((place) => fresh.has(place))) {
        list.push(block);
        for (const place of block) members.add(place);
      }
    }
    start = end;
  }
  return { list, members };
}

/** Pairs (lower place first) of a block; of a big one, those that have something else in common too. */
function* pairsIn(
  block: Uint32Array,
  people: ReadonlyMap<number, Person>,
): Generator<readonly [number, number], void, void> {
  if (block.length <= MOST_IN_BLOCK) {
    yield* everyPair(block);
    return;
  }
  for (const part of split(block, people)) {
    if (part.length <= MOST_IN_BLOCK) yield* everyPair(part);
    else yield* neighbours(part, people);
  }
}

function* everyPair(block: ArrayLike<number>): Generator<readonly [number, number], void, void> {
  for (let i = 0; i < block.length; i++) {
    for (let j = i + 1; j < block.length; j++) {
      yield [block[i] ?? 0, block[j] ?? 0];
    }
  }
}

/** By each two things in common: places they met at, the same with the date, and contacts. */
function split(
  block: Uint32Array,
  people: ReadonlyMap<number, Person>,
): readonly (readonly number[])[] {
  const parts = new Map<string, number[]>();
  const everywhere = new Map<string, number>();
  const sharedBy = new Map<number, readonly string[]>();
  for (const place of block) {
    const person = people.get(place);
    if (person === undefined) continue;
    const dated = person.jobs.map(({ at, start }) => `${at.head} ${start ?? ''}`);
    const finished = person.schools.map(({ at, end }) => `${at.head} ${end ?? ''}`);
    const keys = [
      ...new Set([...contexts(person), ...dated, ...finished, ...person.phones, ...person.links]),
    ];
    sharedBy.set(place, keys);
    for (const key of keys) everywhere.set(key, (everywhere.get(key) ?? 0) + 1);
  }
  for (const [place, keys] of sharedBy) {
    for (const key of keys) {
      // What all of them share is what brought them together.
      if ((everywhere.get(key) ?? 0) >= block.length) continue;
      const part = parts.get(key);
      if (part === undefined) parts.set(key, [place]);
      else part.push(place);
    }
  }
  return [...parts.values()].filter((part) => part.length > 1);
}

function* neighbours(
  part: readonly number[],
  people: ReadonlyMap<number, Person>,
): Generator<readonly [number, number], void, void> {
  const nameAt = (place: number): string => people.get(place)?.name.sorted ?? '';
  const sorted = part.toSorted((a, b) =>
    nameAt(a) < nameAt(b) ? -1 : nameAt(a) > nameAt(b) ? 1 : a - b,
  );
  for (const [at, one] of sorted.entries()) {
    for (const other of sorted.slice(at + 1, at + 1 + NEIGHBOURS)) {
      yield one < other ? [one, other] : [other, one];
    }
  }
}

function createCounts() {
  let people = 0;
  const names = new Map<string, number>();
  const contacts = new Map<number, number>();
  const communities = new Map<string, Community>();
  const count = <K>(map: Map<K, number>, keys: Iterable<K>): void => {
    for (const key of new Set(keys)) map.set(key, (map.get(key) ?? 0) + 1);
  };
  const communityOf = (code: string): Community => {
    const known = communities.get(code);
    if (known !== undefined) return known;
    const made: Community = { people: 0, employer: new Map(), school: new Map(), city: new Map() };
    communities.set(code, made);
    return made;
  };
  const population: Population = {
    get people() {
      return people;
    },
    named: (key) => names.get(key) ?? 0,
    meeting: (met, place, code) => {
      const community = communityOf(code);
      return { count: community[met].get(place) ?? 0, of: community.people };
    },
    holding: (kind, key) => contacts.get(contactId(kind, key)) ?? 0,
  };
  return {
    population,
    add: (person: Person): void => {
      people += 1;
      count(names, [person.name.key]);
      const community = communityOf(person.community);
      community.people += 1;
      count(
        community.employer,
        person.jobs.map(({ at }) => at.head),
      );
      count(
        community.school,
        person.schools.map(({ at }) => at.head),
      );
      count(community.city, [person.city]);
      count(contacts, [
        ...person.emails.map((key) => contactId('email', key)),
        ...person.phones.map((key) => contactId('phone', key)),
        ...person.links.map((key) => contactId('link', key)),
      ]);
    },
  };
}

type Community = { people: number } & Readonly<Record<Met, Map<string, number>>>;

/** A number for each contact: that two have the same one by chance makes one pair a little less sure. */
const contactId = (kind: ContactPoint['kind'], key: string): number => hash31(`${kind} ${key}`);

/** Numbers in one growing block of memory. */
class NumberList {
  private items = new Float64Array(1024);
  private length = 0;
  push(value: number): void {
    if (this.length === this.items.length) {
      const grown = new Float64Array(this.items.length * 2);
      grown.set(this.items);
      this.items = grown;
    }
    this.items[this.length] = value;
    this.length += 1;
  }
  sorted(): Float64Array {
    return this.items.subarray(0, this.length).sort();
  }
}

/** FNV-1a with a last mixing; 31 bits. Two keys of one hash only cost a comparison. */
function hash31(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 1;
}
