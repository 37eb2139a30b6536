import { findHits } from '@/shared/domain/search/find-hits';
import { hides, isBlind } from '@/shared/domain/blind/settings';
import type { NearNode, SearchField, WordsNode } from '@/shared/domain/search/query';
import { tokensOf } from '@/shared/domain/search/tokens';
import type { Actor } from '@/shared/domain/workspace/records';
import { worksAtDesk } from '../stores/scope';
import type { Statements } from '../statements';
import { add, type Bits, bitsFor, or, without } from './bits';
import { type CriteriaDeps, having } from './criteria';
import { isPutTogether, partsOfBeginning } from './beginnings';
import { leafExpression } from './match';

/** More candidates than this that changed here and there are not worth asking for one by one. */
const MOST_ASKED_ALONE = 100;

/** Everybody with these words in the index, or with a tag that has them in its name. */
export function peopleWithWords(deps: CriteriaDeps, leaf: WordsNode | NearNode): Bits {
  const tagged = leaf.field === null || leaf.field === 'tag' ? taggedWith(deps, leaf) : null;
  if (leaf.field === 'tag') return tagged ?? new Uint32Array(0);
  const found = peopleMatching(deps, leafExpression(leaf));
  return tagged === null ? found : or(found, tagged);
}

/** What a guest is shown of people, and so what they may look for: no notes, no tags. */
const SHOWN_COLUMNS = '{name title company skill school city cv}';

/** The same for who does not work at the desk. */
export const peopleWithWordsFor = (deps: CriteriaDeps, leaf: WordsNode | NearNode): Bits =>
  leaf.field === 'tag' || leaf.field === 'note'
    ? new Uint32Array(0)
    : peopleMatching(deps, `${SHOWN_COLUMNS} : (${leafExpression(leaf)})`);

/**
 * The same for who reviews blind. Only fields that say nothing of who somebody is are looked in: a CV and notes hold the name, and whom a name
 * finds would be known by it.
 */
export function peopleWithWordsUnseen(
  deps: CriteriaDeps,
  leaf: WordsNode | NearNode,
  actor: Actor,
): Bits {
  if (leaf.field !== null && !isSeen(actor, leaf.field)) return new Uint32Array(0);
  const tagged =
    worksAtDesk(actor) && (leaf.field === null || leaf.field === 'tag')
      ? taggedWith(deps, leaf)
      : null;
  if (leaf.field === 'tag') return tagged ?? new Uint32Array(0);
  const columns = seenColumns(actor);
  const seen = peopleMatching(deps, `{${columns.join(' ')}} : (${leafExpression(leaf)})`);
  const found = tagged === null ? seen : or(seen, tagged);
  return hides(actor, 'name') ? without(found, namedSo(deps, leaf)) : found;
}

/** Whoever has one of the words in their name is not found by it elsewhere either: "Meyer" in the company of somebody called so. */
function namedSo(deps: CriteriaDeps, leaf: WordsNode | NearNode): Bits {
  const at = { field: 'name', start: 0, end: 0 } as const;
  const text = leaf.kind === 'near' ? leaf.words.join(' ') : leaf.text;
  const words = [...tokensOf(text)].map((token) => text.slice(token.start, token.end));
  return words
    .slice(0, MOST_WORDS)
    .map((word, index) => {
      const begins = leaf.kind === 'prefix' && index === words.length - 1;
      return peopleMatching(
        deps,
        leafExpression({ ...at, kind: begins ? 'prefix' : 'term', text: word }),
      );
    })
    .reduce((all, one) => or(all, one), new Uint32Array(0));
}

/** Words of a phrase that are looked for in names. */
const MOST_WORDS = 40;

/** Words that order a page count where they may be looked for. */
export const wordsSeenBy = (actor: Actor, expression: string): string =>
  isBlind(actor) ? `{${seenColumns(actor).join(' ')}} : (${expression})` : expression;

/** Whether a field may be looked in. Tags are the desk's own words. */
export const isSeen = (actor: Actor, field: SearchField): boolean =>
  field === 'tag' || seenColumns(actor).includes(field);

/** What a street stands in is no field of its own: it hides the place. */
const seenColumns = (actor: Actor): readonly SearchField[] => [
  'title',
  'company',
  'skill',
  ...(hides(actor, 'schools') ? [] : (['school'] as const)),
  ...(hides(actor, 'address') ? [] : (['city'] as const)),
  ...(hides(actor, 'name') ? [] : (['name'] as const)),
];

/** What a set of people with words is made from. */
export type WordDeps = Pick<CriteriaDeps, 'sql' | 'people' | 'cache'>;

/** Everybody who matches an FTS5 expression. */
export const peopleMatching = (deps: WordDeps, expression: string): Bits =>
  deps.cache.get(
    keyOf(expression),
    () => {
      const parts = partsOfBeginning(deps.sql, expression);
      return parts === null
        ? setOf(deps, listOf(deps.sql, expression))
        : puttingTogether(deps, parts);
    },
    // What is put together from sets that are kept is put together again.
    isPutTogether(expression) ? () => false : mendWith(deps, expression),
  );

const keyOf = (expression: string): string => `words ${expression}`;

/** People whose words are asked for at once where nobody waits: among a million the list of a common word takes a third of a second. */
const STRETCH = 100_000;

/**
 * Makes the set of an expression in pieces: each call is one, and true while there are more. The set is kept with the last one, unless it was
 * there before. For single words and beginnings that FTS5 has in its index.
 */
export function gatherPeople(
  deps: WordDeps,
  expression: string,
  stretch: number = STRETCH,
): () => boolean {
  const key = keyOf(expression);
  if (deps.cache.peek(key, mendWith(deps, expression)) !== null) return () => false;
  const at = deps.cache.now();
  const largest = deps.people.largest();
  const found = bitsFor(largest);
  let from = 0;
  return () => {
    // Whole numbers, as in `matchingBetween`.
    const list = deps
      .sql(
        'SELECT group_concat(rowid) FROM candidate_fts WHERE candidate_fts MATCH ? AND rowid BETWEEN ? AND ?',
      )
      .pluck()
      .get(expression, BigInt(from), BigInt(from + stretch - 1));
    if (typeof list === 'string') addAll(found, list);
    from += stretch;
    if (from <= largest) return true;
    deps.cache.put(key, found, at);
    return false;
  };
}

/** Everybody who matches any of the expressions. A set of theirs is kept where it takes less room than its numbers would. */
function puttingTogether(deps: WordDeps, expressions: readonly string[]): Bits {
  let found = bitsFor(deps.people.largest());
  for (const expression of expressions) {
    const key = keyOf(expression);
    const mend = mendWith(deps, expression);
    const kept = deps.cache.peek(key, mend);
    const list = kept === null ? listOf(deps.sql, expression) : '';
    if (kept !== null) found = or(found, kept);
    else if (list.length > found.byteLength)
      found = or(
        found,
        deps.cache.get(key, () => setOf(deps, list), mend),
      );
    else addAll(found, list);
  }
  return found;
}

/** The row numbers of all who match, as one text: read twice as fast as a row each. */
function listOf(sql: Statements, expression: string): string {
  const list = sql('SELECT group_concat(rowid) FROM candidate_fts WHERE candidate_fts MATCH ?')
    .pluck()
    .get(expression);
  return typeof list === 'string' ? list : '';
}

function setOf({ people }: WordDeps, list: string): Bits {
  const found = bitsFor(people.largest());
  addAll(found, list);
  return found;
}

function addAll(found: Bits, list: string): void {
  if (list === '') return;
  let num = 0;
  for (let at = 0; at < list.length; at++) {
    const code = list.charCodeAt(at);
    if (code === COMMA) {
      add(found, num);
      num = 0;
    } else num = num * 10 + code - ZERO;
  }
  add(found, num);
}
const COMMA = 44;
const ZERO = 48;

/** Asks again for those that changed: a stretch at once where they lie close together, as after an import. */
const mendWith =
  ({ sql }: WordDeps, expression: string) =>
  (bits: Bits, nums: ReadonlySet<number>): boolean => {
    if (nums.size === 0) return true;
    let low = Number.POSITIVE_INFINITY;
    let high = 0;
    for (const num of nums) {
      if (num < low) low = num;
      if (num > high) high = num;
      bits[num >>> 5] = (bits[num >>> 5] ?? 0) & ~(1 << (num & 31));
    }
    if (high - low < nums.size * 4 + 500) {
      for (const num of matchingBetween(sql, expression, low, high)) add(bits, num);
      return true;
    }
    // A beginning of words is put together from all their lists for every question.
    if (nums.size > (expression.includes('*') ? 1 : MOST_ASKED_ALONE)) return false;
    for (const num of nums) {
      if (matchingBetween(sql, expression, num, num).length > 0) add(bits, num);
    }
    return true;
  };

/** Those of the people from `low` to `high` who match an expression in some columns, as `{name title}`. */
export function matchingIn(
  sql: Statements,
  columns: string,
  expression: string,
  low: number,
  high: number,
): readonly number[] {
  const parts = partsOfBeginning(sql, expression) ?? [expression];
  const found = parts.map((part) => matchingBetween(sql, `${columns} : (${part})`, low, high));
  return parts.length === 1 ? (found[0] ?? []) : [...new Set(found.flat())];
}

/**
 * Who matches an expression among the numbers from `low` to `high`. FTS5 goes straight to a bound that is a whole number: one bound as a
 * JavaScript number arrives as a fraction, and then it reads the whole list and SQLite throws away what lies outside.
 */
const matchingBetween = (
  sql: Statements,
  expression: string,
  low: number,
  high: number,
): readonly number[] =>
  sql('SELECT rowid FROM candidate_fts WHERE candidate_fts MATCH ? AND rowid BETWEEN ? AND ?')
    .pluck()
    .all(expression, BigInt(low), BigInt(high))
    .map(Number);

/** Everybody with a tag whose name has the words; null where no tag has. Tags are few. */
function taggedWith(deps: CriteriaDeps, leaf: WordsNode | NearNode): Bits | null {
  const ids = tagsNamed(deps.sql, leaf);
  if (ids.length === 0) return null;
  return ids.reduce<Bits>((all, id) => or(all, having(deps, 'tag', id)), new Uint32Array(0));
}

function tagsNamed(sql: Statements, leaf: WordsNode | NearNode): readonly string[] {
  // The columns named in the statement.
  const tags = sql('SELECT id, name FROM tag ORDER BY id LIMIT 5000').all() as readonly {
    readonly id: string;
    readonly name: string;
  }[];
  const query = { root: { ...leaf, field: null }, problems: [] };
  return tags.filter(({ name }) => findHits(name, query, 1).length > 0).map(({ id }) => id);
}
