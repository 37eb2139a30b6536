import { showsValues } from '@/shared/domain/access/shown-to';
import { hides } from '@/shared/domain/blind/settings';
import { typedAt } from '@/shared/domain/search/at-caret';
import { fixedValues } from '@/shared/domain/search/fact-values';
import type { TypedField } from '@/shared/domain/search/lex-query';
import { FACT_FIELDS, SEARCH_FIELDS } from '@/shared/domain/search/query';
import {
  type CompleteRequest,
  type Completion,
  SUGGEST_KINDS,
  type SuggestKind,
  type SuggestRequest,
} from '@/shared/domain/search/suggestions';
import type { Actor } from '@/shared/domain/workspace/records';
import { fold, squeeze } from '@/shared/kit/text';
import type { Statements } from '../statements';
import { candidateScope } from '../stores/scope';
import { has } from './bits';
import type { PastSearches } from './past-searches';
import type { Reach } from './reach';
import type { Value, ValueBooks } from './value-books';
import { MOST_FOUND } from './word-book';

const MOST_PEOPLE = 3;
const MOST_SEARCHES = 2;
/** People looked up for one word: most of them are still called what the book says. */
const MOST_LOOKED_UP = 12;

export interface SuggestDeps {
  readonly sql: Statements;
  readonly books: ValueBooks;
  readonly past: PastSearches;
  /** Whom of all the actor reaches; null where that is everybody. */
  readonly reachOf: (actor: Actor) => Reach | null;
}

/** Reads what suggestions are made of, so that the first key somebody types does not wait for it. */
export function warmSuggestions({ books }: Pick<SuggestDeps, 'books'>): void {
  books.refresh();
  books.values('skill', 'a', 1);
  books.people('a', 1);
}

interface Suggestion {
  readonly value: string;
  readonly count: number;
}

/** Values that begin with what was typed, or have a word that does, and that somebody has, most frequent first. */
export function suggestValues(
  deps: SuggestDeps,
  actor: Actor,
  { kind, prefix, limit }: SuggestRequest,
): readonly Suggestion[] {
  deps.books.refresh();
  return seen(deps, actor, kind, fold(squeeze(prefix)), limit)
    .toSorted((a, b) => b.count - a.count)
    .map(({ name, count }) => ({ value: name, count }));
}

/** What the search box offers for the word at the caret: values, then people, then past searches. */
export function complete(
  deps: SuggestDeps,
  actor: Actor,
  request: CompleteRequest,
): readonly Completion[] {
  return offers(deps, actor, request).map((one) => ({
    ...one,
    // Where a space stands already, no second one is put.
    insert: request.text.charAt(one.end) === ' ' ? one.insert.trimEnd() : one.insert,
  }));
}

function offers(
  deps: SuggestDeps,
  actor: Actor,
  { text, caret, limit }: CompleteRequest,
): readonly Completion[] {
  const now = deps.books.refresh();
  const typed = typedAt(text, caret);
  const searches = pastSearches(deps.past, now, actor, text);
  if (typed === null) return searches.slice(0, limit);
  const { field, end } = typed;
  const found: Completion[] = [];
  const people: Completion[] = [];
  for (const tail of typed.tails) {
    const prefix = fold(squeeze(tail.text));
    const place = { start: tail.start, end };
    if (field !== null) {
      if (field === 'name') people.push(...peopleNamed(deps, actor, prefix, place, limit));
      else found.push(...valuesOf(deps, actor, field, prefix, place, limit));
      continue;
    }
    if (prefix.length === 0) continue;
    const values = SUGGEST_KINDS.flatMap((kind) => seen(deps, actor, kind, prefix, limit));
    values.sort((a, b) => b.count - a.count);
    found.push(...values.slice(0, limit).map((value) => valueCompletion(value, place)));
    if (prefix.length > 1 && people.length < MOST_PEOPLE)
      people.push(...peopleNamed(deps, actor, prefix, place, MOST_PEOPLE - people.length));
  }
  if (field !== null) return unique([...found, ...people]).slice(0, limit);
  const others = [...people, ...searches, ...fieldsNamed(typed.tails.at(-1), end)];
  return unique([...unique(found).slice(0, Math.max(1, limit - others.length)), ...others]).slice(
    0,
    limit,
  );
}

type Place = Pick<Completion, 'start' | 'end'>;

function valuesOf(
  deps: SuggestDeps,
  actor: Actor,
  field: TypedField,
  prefix: string,
  place: Place,
  limit: number,
): readonly Completion[] {
  const kind = SUGGEST_KINDS.find((one) => one === field);
  if (kind !== undefined)
    return seen(deps, actor, kind, prefix, limit).map((value) => valueCompletion(value, place));
  // The field is one whose values are known beforehand.
  const fixed = FACT_FIELDS.find((one) => one === field);
  const values = fixed === undefined ? [] : (fixedValues(fixed, prefix) ?? []);
  return values.slice(0, limit).map((value) => fieldCompletion(`${field}:${value}`, ' ', place));
}

const valueCompletion = ({ kind, name, count }: Value, place: Place): Completion => ({
  ...place,
  kind,
  label: name,
  insert: `${kind}:${quoted(name)} `,
  count,
  candidateId: null,
});

/** Values the actor may know of, with the actor's own counts. */
function seen(
  { books, reachOf }: SuggestDeps,
  actor: Actor,
  kind: SuggestKind,
  prefix: string,
  limit: number,
): readonly Value[] {
  if (!showsValues(actor, kind)) return [];
  const reach = reachOf(actor);
  if (reach === null) return books.values(kind, prefix, limit);
  return books
    .values(kind, prefix, Math.max(limit, MOST_FOUND))
    .map((value) => ({ ...value, count: reach.counts[value.termId] ?? 0 }))
    .filter((value) => value.count > 0)
    .slice(0, limit);
}

function peopleNamed(
  { sql, books, reachOf }: SuggestDeps,
  actor: Actor,
  prefix: string,
  place: Place,
  limit: number,
): readonly Completion[] {
  if (hides(actor, 'name')) return [];
  const scope = candidateScope(actor, 's');
  const reach = reachOf(actor);
  const most = Math.max(limit, MOST_LOOKED_UP);
  const nums =
    reach === null
      ? books.people(prefix, most)
      : books.people(prefix, MOST_FOUND).filter((num) => has(reach.people, num));
  const people: Completion[] = [];
  for (const num of new Set(nums.slice(0, most))) {
    if (people.length >= limit) break;
    // The columns selected in the same line.
    const person = sql(
      `SELECT s.id AS id, s.name AS name FROM candidate s WHERE s.num = ? AND s.archived_at IS NULL AND s.merged_into_id IS NULL AND ${scope.where}`,
    ).get(num, ...scope.params) as { readonly id: string; readonly name: string } | undefined;
    if (person === undefined || !fold(person.name).includes(prefix)) continue;
    people.push({
      ...place,
      kind: 'person',
      label: person.name,
      insert: `name:${quoted(person.name)} `,
      count: null,
      candidateId: person.id,
    });
  }
  return people;
}

function pastSearches(
  past: PastSearches,
  now: number,
  actor: Actor,
  text: string,
): readonly Completion[] {
  const typed = fold(squeeze(text));
  return past
    .of(actor, now)
    .filter(({ key }) => key !== typed && ` ${key}`.includes(` ${typed}`))
    .slice(0, MOST_SEARCHES)
    .map((entry) => ({
      kind: 'search',
      label: squeeze(entry.text),
      insert: entry.text,
      start: 0,
      end: text.length,
      count: entry.total,
      candidateId: null,
    }));
}

const FIELDS = [...new Set<string>([...SEARCH_FIELDS, ...FACT_FIELDS])];

/** "sk" may be the beginning of "skill:". */
function fieldsNamed(
  tail: { readonly text: string; readonly start: number } | undefined,
  end: number,
): readonly Completion[] {
  if (tail === undefined || tail.text.length < 2) return [];
  const field = FIELDS.find((one) => one.startsWith(tail.text.toLowerCase()));
  return field === undefined ? [] : [fieldCompletion(`${field}:`, '', { start: tail.start, end })];
}

const fieldCompletion = (label: string, after: string, place: Place): Completion => ({
  ...place,
  kind: 'field',
  label,
  insert: label + after,
  count: null,
  candidateId: null,
});

/** A value as it is typed behind a colon. */
const quoted = (value: string): string =>
  /^[\p{L}\p{N}][\p{L}\p{N}.&'’+#/-]*$/u.test(value)
    ? value
    : `"${squeeze(value.replace(/["“”„«»]/gu, ' '))}"`;

function unique(completions: readonly Completion[]): readonly Completion[] {
  const known = new Set<string>();
  return completions.filter(({ insert }) => {
    const isNew = !known.has(insert);
    known.add(insert);
    return isNew;
  });
}
