import { SUGGEST_KINDS, type SuggestKind } from '@/shared/domain/search/suggestions';
import { fold, squeeze } from '@/shared/kit/text';
import type { Statements } from '../statements';
import { stampOf } from './presence';
import { createWordBook, type WordBook } from './word-book';

/** A value that somebody has. */
export interface Value {
  /** Row of facet_term. */
  readonly termId: number;
  readonly kind: SuggestKind;
  readonly name: string;
  /** Candidates that have it and are not archived. */
  readonly count: number;
}

/** Values and names by what was typed of them, kept in memory: a look takes microseconds. */
export interface ValueBooks {
  /** Takes notice of what was written since. Once a question, before the others. Answers the moment that is looked at. */
  readonly refresh: () => number;
  /** Most frequent first, those that begin with it before those with a word inside that does. */
  readonly values: (kind: SuggestKind, prefix: string, limit: number) => readonly Value[];
  /** Row numbers of people, newest first. A person may have got another name since: whoever shows one looks again. */
  readonly people: (prefix: string, limit: number) => readonly number[];
}

/** Values beyond these, the rarest, are not offered. */
const MOST_VALUES = 300_000;
/** A book is made anew at most so often, in multiples of what making it took: a hundredth of the thread's time at most. */
const REST = 100;
/** Newly changed people taken in at a time. */
const MOST_CHANGED = 300;

export function createValueBooks(sql: Statements): ValueBooks {
  const values = createValues(sql);
  const people = createPeople(sql);
  let stamp = 0;
  return {
    refresh: () => {
      const now = stampOf(sql);
      if (now !== stamp) {
        stamp = now;
        values.changed();
        people.changed();
      }
      return now;
    },
    values: values.find,
    people: people.find,
  };
}

function createValues(sql: Statements) {
  let books = new Map<SuggestKind, { readonly book: WordBook; readonly values: Value[] }>();
  let isStale = true;
  let made = 0;
  let took = 0;

  const make = (): void => {
    isStale = false;
    const start = performance.now();
    books = new Map(SUGGEST_KINDS.map((kind) => [kind, { book: createWordBook(), values: [] }]));
    // The columns named in the statement. Tags and lists have their names in records of their own.
    const rows = sql(
      `SELECT t.id AS termId, t.kind AS kind, coalesce(g.name, l.name, t.name) AS name, t.candidates AS count
       FROM facet_term t LEFT JOIN tag g ON t.kind = 'tag' AND g.id = t.key
         LEFT JOIN candidate_list l ON t.kind = 'list' AND l.id = t.key
       WHERE t.kind IN (${SUGGEST_KINDS.map((kind) => `'${kind}'`).join(', ')}) AND t.candidates > 0
       ORDER BY t.candidates DESC, name LIMIT ${MOST_VALUES}`,
    ).iterate() as IterableIterator<Value>;
    for (const value of rows) {
      const kept = books.get(value.kind);
      kept?.values.push(value);
      kept?.book.add(fold(squeeze(value.name)));
    }
    made = performance.now();
    took = made - start;
  };

  const find: ValueBooks['values'] = (kind, prefix, limit) => {
    if (isStale && performance.now() - made > took * REST - 200) make();
    const kept = books.get(kind);
    if (kept === undefined) return [];
    if (prefix === '') return kept.values.slice(0, limit);
    return kept.book.find(prefix, limit).flatMap((at) => kept.values[at] ?? []);
  };
  return {
    find,
    changed: () => {
      isStale = true;
    },
  };
}

function createPeople(sql: Statements) {
  let book: WordBook | null = null;
  const nums: number[] = [];
  let seenTo = '';
  /** Who was taken in with the newest moment: a commit changes many at one. */
  const takenAtLast = new Map<number, string>();
  let isStale = true;

  const make = (): WordBook => {
    const fresh = createWordBook();
    const newest = sql('SELECT max(updated_at) FROM candidate_document WHERE archived = 0')
      .pluck()
      .get();
    seenTo = typeof newest === 'string' ? newest : '';
    // Answered by the index of the names alone. Newest first.
    const rows = sql(
      'SELECT num, name_key FROM candidate_document WHERE archived = 0 AND name_key IS NOT NULL ORDER BY name_key',
    )
      .raw()
      .all() as readonly (readonly [number, string])[]; // The columns in this order.
    for (const [num, name] of rows.toSorted((a, b) => b[0] - a[0])) {
      nums.push(num);
      fresh.add(name);
    }
    return fresh;
  };

  /** People changed since are added once more: whoever is found twice is shown once. */
  const takeIn = (kept: WordBook): void => {
    const changed = sql(
      `SELECT num, name_key, updated_at FROM candidate_document WHERE archived = 0 AND updated_at >= ? ORDER BY updated_at LIMIT ${MOST_CHANGED}`,
    )
      .raw()
      .all(seenTo) as readonly (readonly [number, string | null, string])[]; // The columns in this order.
    for (const [num, name, updatedAt] of changed) {
      if (updatedAt !== seenTo) takenAtLast.clear();
      seenTo = updatedAt;
      if (name === null || takenAtLast.get(num) === name) continue;
      takenAtLast.set(num, name);
      nums.push(num);
      kept.add(name);
    }
  };

  const find: ValueBooks['people'] = (prefix, limit) => {
    if (book === null) book = make();
    else if (isStale) takeIn(book);
    isStale = false;
    return book.find(prefix, limit).flatMap((at) => nums[at] ?? []);
  };
  return {
    find,
    changed: () => {
      isStale = true;
    },
  };
}
