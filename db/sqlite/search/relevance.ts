import { type QueryNode, wantedWords } from '@/shared/domain/search/query';
import { type Bits, largest, sizeOf } from './bits';
import type { CriteriaDeps } from './criteria';
import { leafExpression } from './match';
import type { Stretch } from './order';
import { peopleMatching } from './word-sets';

/**
 * How much a word counts by where it stands, in the order of the columns of candidate_fts:
 * name, title, company, skill, school, city, note, detail, cjk, cv.
 */
const WEIGHTS = '12.0, 6.0, 4.0, 5.0, 2.0, 3.0, 2.0, 2.0, 1.0, 1.0';
/** The same for words that most people have, of which it only matters where they stand: columns with the same weight together. */
const FIELDS = [
  ['name', 12],
  ['title', 6],
  ['skill', 5],
  ['{company city}', 4],
  ['{school note detail}', 2],
] as const;

/** With more matches than this the newest so many are ranked and the rest follow by age: the answer stays as fast at any size. */
const MOST_RANKED = 1000;
/** bm25 reads the lists of all words to their ends: above so many entries together they say next to nothing about a person. */
const MOST_WEIGHED = 15_000;
/** Words that order a page; a query has more only to try the program. */
const MOST_WORDS = 8;

/** A stretch of the people, those whom the words say most about first, or last. */
export function byRelevance(
  deps: CriteriaDeps,
  people: Bits,
  parts: readonly QueryNode[],
  direction: 'asc' | 'desc',
  { offset, limit }: Stretch,
): readonly number[] {
  const newest = largest(people, MOST_RANKED);
  const ranked =
    offset < newest.length ? rank(deps, newest, parts).slice(offset, offset + limit) : [];
  const best =
    direction === 'desc'
      ? ranked
      : rank(deps, newest, parts)
          .toReversed()
          .slice(offset, offset + limit);
  if (best.length === limit) return best;
  return [...best, ...largest(people, limit - best.length, Math.max(offset, newest.length))];
}

/** Best first; of equals the newest. */
function rank(
  deps: CriteriaDeps,
  newest: readonly number[],
  parts: readonly QueryNode[],
): readonly number[] {
  const leaves = wantedWords({
    root: { kind: 'and', of: [...parts], start: 0, end: 0 },
    problems: [],
  })
    .filter((leaf) => leaf.field !== 'tag')
    .slice(0, MOST_WORDS);
  const expressions = [...new Set(leaves.map(leafExpression))];
  if (expressions.length === 0) return newest;
  const sets = expressions.map((expression) => peopleMatching(deps, expression));
  const entries = sets.reduce((sum, set) => sum + sizeOf(set), 0);
  const from = newest.at(-1) ?? 0;
  const scores = new Map<number, number>(newest.map((num) => [num, 0]));
  if (entries <= MOST_WEIGHED) {
    const rows = deps
      .sql(
        `SELECT rowid, bm25(candidate_fts, ${WEIGHTS}) FROM candidate_fts WHERE candidate_fts MATCH ? AND rowid >= ?`,
      )
      .raw()
      .all(expressions.map((one) => `(${one})`).join(' OR '), from);
    for (const row of rows) {
      if (Array.isArray(row) && scores.has(Number(row[0])))
        scores.set(Number(row[0]), -Number(row[1]));
    }
  } else {
    const all = Math.max(1, sizeOf(deps.people.everybody()));
    for (const [at, expression] of expressions.entries()) {
      // As in bm25 a word that all have says nothing; but it never counts against anybody.
      const rarity = Math.log(1 + all / Math.max(1, sizeOf(sets[at] ?? new Uint32Array(0))));
      if (leaves[at]?.field !== null && leaves[at]?.field !== undefined) continue;
      for (const [column, weight] of FIELDS) {
        const nums = deps
          .sql('SELECT rowid FROM candidate_fts WHERE candidate_fts MATCH ? AND rowid >= ?')
          .pluck()
          .all(`${column} : (${expression})`, from);
        for (const value of nums) {
          const num = Number(value);
          const score = scores.get(num);
          if (score !== undefined) scores.set(num, score + weight * rarity);
        }
      }
    }
  }
  return newest.toSorted((a, b) => (scores.get(b) ?? 0) - (scores.get(a) ?? 0) || b - a);
}
