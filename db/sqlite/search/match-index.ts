import type { PlaceFact } from '@/shared/domain/matching/facts';
import type { Statements } from '../statements';
import { add, type Bits, bitsFor, forEach, grown, has, remove } from './bits';
import {
  FACTS_STAMP,
  makingOf,
  newestSeq,
  type MatchFactsState,
  readMatchFactsState,
} from './keep-match-facts';
import { type FactReader, monthUnpacked, readerOf, readPlace } from './match-facts';

/** Numbers a skill takes in `data`: its number, months of use, last use. */
export const SKILL_SIZE = 3;
/** Numbers a role takes: its title + 1 (0: none), strength, level, start, end. */
export const ROLE_SIZE = 5;
/** Numbers a skill takes that the taxonomy does not know: its place in `otherNames`, the lower half first. */
export const OTHER_SIZE = 2;
/** The numbers of a candidate stand behind how many skills, roles, words of titles and other skills there are. */
export const HEAD_SIZE = 4;
/** A number of `text` is the distance to the next word above its weight. A word farther away has numbers of this distance without weight before it. */
const FAR = 255;
export const DISTANCE_SHIFT = 8;
export const WEIGHT_MASK = 255;

/**
 * What everybody is matched by, in memory: one stretch of `data` and one of `text` a candidate, laid out by row number. Made from
 * candidate_match_facts with the first question, and brought up to date with each.
 */
export interface MatchIndex {
  /** Reads what changed. Has to run in the transaction of the question. Answers whether anything did. */
  readonly refresh: () => boolean;
  /** Grows with each change: what was computed from an older one is void. */
  readonly version: () => number;
  /** How much is made, 0 to 1; null when everything is. */
  readonly making: () => number | null;
  readonly columns: () => MatchColumns;
  readonly bytes: () => number;
}

export interface MatchColumns {
  /** Who has facts. */
  readonly known: Bits;
  /** Largest row number. */
  readonly largest: number;
  readonly starts: Uint32Array;
  /** Numbers in `data`. */
  readonly lengths: Uint16Array;
  readonly data: Uint16Array;
  readonly textStarts: Uint32Array;
  /** Numbers in `text`. */
  readonly textLengths: Uint16Array;
  readonly text: Uint16Array;
  readonly education: Uint8Array;
  readonly totalMonths: Uint16Array;
  /** Index in `placeFacts`. */
  readonly places: Uint32Array;
  /** Each place anybody lives in once; the first is null, for nothing known. */
  readonly placeFacts: readonly (PlaceFact | null)[];
  /** Each skill that the taxonomy does not know once. */
  readonly otherNames: readonly string[];
}

/** Rows read at a time: one by one takes three times as long, all at once a hundred megabytes. */
const A_STRETCH = 2000;
/** So many changes since the last look are read as everything anew. */
const MOST_CHANGES = 20_000;
/** Numbers of candidates that changed lie about twice; then the stretches are put together. */
const SPARE = 1.5;

export function createMatchIndex(sql: Statements): MatchIndex {
  let seq = -1;
  let epoch = -1;
  let version = 0;
  let state: MatchFactsState | null = null;
  let largest = 0;
  let known = bitsFor(1023);
  let starts = new Uint32Array(1024);
  let lengths = new Uint16Array(1024);
  let textStarts = new Uint32Array(1024);
  let textLengths = new Uint16Array(1024);
  let education = new Uint8Array(1024);
  let totalMonths = new Uint16Array(1024);
  let places = new Uint32Array(1024);
  let data = new Uint16Array(16_384);
  let used = 0;
  let live = 0;
  let text = new Uint16Array(65_536);
  let textUsed = 0;
  let textLive = 0;
  let otherNames: string[] = [];
  let otherNumbers = new Map<string, number>();
  let placeFacts: (PlaceFact | null)[] = [null];
  let placeNumbers = new Map<string, number>();

  const makeRoom = (num: number): void => {
    known = grown(known, num);
    if (num < starts.length) return;
    const size = Math.max(num + 1, Math.ceil(starts.length * 1.5));
    starts = longer(starts, new Uint32Array(size));
    lengths = longer(lengths, new Uint16Array(size));
    textStarts = longer(textStarts, new Uint32Array(size));
    textLengths = longer(textLengths, new Uint16Array(size));
    education = longer(education, new Uint8Array(size));
    totalMonths = longer(totalMonths, new Uint16Array(size));
    places = longer(places, new Uint32Array(size));
  };
  const push = (value: number): void => {
    if (used >= data.length) data = longer(data, new Uint16Array(Math.ceil(used * 1.5)));
    data[used++] = value;
  };
  const pushText = (value: number): void => {
    if (textUsed >= text.length) text = longer(text, new Uint16Array(Math.ceil(textUsed * 1.5)));
    text[textUsed++] = value;
  };
  const forget = (num: number): void => {
    if (!has(known, num)) return;
    live -= lengths[num] ?? 0;
    textLive -= textLengths[num] ?? 0;
    remove(known, num);
  };

  const put = (num: number, packed: unknown): void => {
    makeRoom(num);
    forget(num);
    if (num > largest) largest = num;
    if (!Buffer.isBuffer(packed)) return;
    const read = readerOf(packed);
    const { next } = read;
    education[num] = next();
    totalMonths[num] = Math.min(65_535, next());
    places[num] = placeNumber(readPlace(next));
    starts[num] = used;
    const head = used;
    for (let at = 0; at < HEAD_SIZE; at++) push(0);
    data[head] = pushSkills(next);
    data[head + 1] = pushRoles(next);
    data[head + 2] = pushTitleTerms(next);
    textStarts[num] = textUsed;
    pushTextTerms(next);
    textLengths[num] = textUsed - (textStarts[num] ?? 0);
    textLive += textLengths[num] ?? 0;
    data[head + 3] = pushOthers(read);
    lengths[num] = used - head;
    live += lengths[num] ?? 0;
    add(known, num);
  };
  const pushSkills = (next: () => number): number => {
    const count = next();
    let number = 0;
    for (let at = 0; at < count; at++) {
      number += next();
      push(number);
      push(next());
      push(monthUnpacked(next()));
    }
    return count;
  };
  const pushRoles = (next: () => number): number => {
    const count = next();
    for (let at = 0; at < count; at++) {
      push(next());
      push(next());
      push(next());
      push(monthUnpacked(next()));
      push(monthUnpacked(next()));
    }
    return count;
  };
  const pushTitleTerms = (next: () => number): number => {
    const count = next();
    let term = 0;
    for (let at = 0; at < count; at++) {
      term += next();
      push(term);
    }
    return count;
  };
  const pushTextTerms = (next: () => number): void => {
    const count = next();
    for (let at = 0; at < count; at++) {
      let gap = next();
      for (; gap > FAR; gap -= FAR) pushText(FAR << DISTANCE_SHIFT);
      pushText((gap << DISTANCE_SHIFT) | next());
    }
  };
  const pushOthers = ({ next, text: readText }: FactReader): number => {
    const count = next();
    for (let at = 0; at < count; at++) {
      const number = otherNumber(readText(next()));
      push(number & 0xffff);
      push(number >>> 16);
    }
    return count;
  };
  const otherNumber = (name: string): number => {
    let number = otherNumbers.get(name);
    if (number === undefined) {
      number = otherNames.length;
      otherNames.push(name);
      otherNumbers.set(name, number);
    }
    return number;
  };
  const placeNumber = (place: PlaceFact | null): number => {
    if (place === null) return 0;
    const key = `${place.country}|${place.at?.latitude}|${place.at?.longitude}`;
    let number = placeNumbers.get(key);
    if (number === undefined) {
      number = placeFacts.length;
      placeFacts.push(place);
      placeNumbers.set(key, number);
    }
    return number;
  };

  const reset = (): void => {
    used = 0;
    live = 0;
    textUsed = 0;
    textLive = 0;
    largest = 0;
    known.fill(0);
    otherNames = [];
    otherNumbers = new Map();
    placeFacts = [null];
    placeNumbers = new Map();
  };
  const putTogether = (): void => {
    const numbers = new Uint16Array(Math.ceil(live * 1.1) + 16_384);
    const words = new Uint16Array(Math.ceil(textLive * 1.1) + 65_536);
    let at = 0;
    let textAt = 0;
    forEach(known, (num) => {
      const from = starts[num] ?? 0;
      numbers.set(data.subarray(from, from + (lengths[num] ?? 0)), at);
      starts[num] = at;
      at += lengths[num] ?? 0;
      const textFrom = textStarts[num] ?? 0;
      words.set(text.subarray(textFrom, textFrom + (textLengths[num] ?? 0)), textAt);
      textStarts[num] = textAt;
      textAt += textLengths[num] ?? 0;
    });
    data = numbers;
    used = at;
    text = words;
    textUsed = textAt;
  };
  const readAll = (): void => {
    reset();
    const stretch = sql(
      `SELECT num, packed FROM candidate_match_facts WHERE num > ? ORDER BY num LIMIT ${A_STRETCH}`,
    ).raw();
    for (let last = 0; ; ) {
      // The columns named in the statement.
      const rows = stretch.all(last) as readonly [number, unknown][];
      for (const [num, packed] of rows) put(num, packed);
      last = rows.at(-1)?.[0] ?? 0;
      if (rows.length < A_STRETCH) break;
    }
    // What was grown into is given back: this stays for as long as the program runs.
    if (data.length > used * 1.2 + 16_384) putTogether();
  };
  const readChanged = (): void => {
    const rows = sql(
      'SELECT num, packed FROM candidate_match_facts WHERE seq > ? AND num > 0',
    ).raw();
    for (const row of rows.iterate(seq)) {
      if (Array.isArray(row)) put(Number(row[0]), row[1]);
    }
    if (used > live * SPARE + 65_536 || textUsed > textLive * SPARE + 262_144) putTogether();
  };

  return {
    refresh: () => {
      state = readMatchFactsState(sql);
      const newest = newestSeq(sql);
      const thisEpoch = state?.epoch ?? 0;
      if (newest === seq && thisEpoch === epoch) return false;
      version++;
      if (state === null || state.stamp !== FACTS_STAMP) reset();
      else if (thisEpoch !== epoch || seq < 0 || countSince(sql, seq) > MOST_CHANGES) readAll();
      else readChanged();
      seq = newest;
      epoch = thisEpoch;
      return true;
    },
    version: () => version,
    making: () => makingOf(state),
    columns: () => ({
      known,
      largest,
      starts,
      lengths,
      data,
      textStarts,
      textLengths,
      text,
      education,
      totalMonths,
      places,
      placeFacts,
      otherNames,
    }),
    bytes: () =>
      [
        known,
        starts,
        lengths,
        textStarts,
        textLengths,
        education,
        totalMonths,
        places,
        data,
        text,
      ].reduce((sum, column) => sum + column.byteLength, 0),
  };
}

const countSince = (sql: Statements, seq: number): number =>
  Number(
    sql(
      `SELECT count(*) FROM (SELECT 1 FROM candidate_match_facts WHERE seq > ? LIMIT ${MOST_CHANGES + 1})`,
    )
      .pluck()
      .get(seq),
  );

function longer<T extends Uint32Array | Uint16Array | Uint8Array>(old: T, fresh: T): T {
  fresh.set(old);
  return fresh;
}
