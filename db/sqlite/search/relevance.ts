import { hasGlyphs } from '@/shared/domain/search/cjk';
import {
  type NearNode,
  type QueryNode,
  type WordsNode,
  wantedWords,
} from '@/shared/domain/search/query';
import { tokensOf } from '@/shared/domain/search/tokens';
import { type Bits, largest, sizeOf } from './bits';
import { leafExpression } from './match';
import type { Stretch } from './order';
import type { QueryDeps } from './query-people';
import { matchingIn, peopleMatching, wordsSeenBy } from './word-sets';

/**
 * How much a word counts by where it stands, in the order of the columns of candidate_fts:
 * name, title, company, skill, school, city, note, detail, cjk, cv.
 */
const WEIGHTS = '12.0, 6.0, 4.0, 5.0, 2.0, 3.0, 2.0, 2.0, 1.0, 1.0';
/** Where a person is described: of words that many have it only matters whether they stand there. */
const DESCRIBED = '{name title skill}';

/** With more matches than this the newest so many are ranked and the rest follow by age: the answer stays as fast at any size. */
const MOST_RANKED = 1000;
/**
 * bm25 counts how many have each word by reading its list to the end, and a phrase or a long beginning is put together from the lists of all
 * its words once more. So it weighs single words with so many entries together at most: more say next to nothing about a person.
 */
const MOST_WEIGHED = 15_000;
/** Words that order a page; a query has more only to try the program. */
const MOST_WORDS = 8;

/** A stretch of the people, those whom the words say most about first, or last. */
export function byRelevance(
  deps: QueryDeps,
  people: Bits,
  parts: readonly QueryNode[],
  direction: 'asc' | 'desc',
  { offset, limit }: Stretch,
): readonly number[] {
  const newest = largest(people, MOST_RANKED);
  const ranked = offset < newest.length ? rank(deps, newest, parts) : [];
  const best = (direction === 'desc' ? ranked : ranked.toReversed()).slice(offset, offset + limit);
  if (best.length === limit) return best;
  return [...best, ...largest(people, limit - best.length, Math.max(offset, newest.length))];
}

/** Best first; of equals the newest. */
function rank(
  deps: QueryDeps,
  newest: readonly number[],
  parts: readonly QueryNode[],
): readonly number[] {
  const leaves = wantedWords({
    root: { kind: 'and', of: [...parts], start: 0, end: 0 },
    problems: [],
  })
    .filter((leaf) => leaf.field !== 'tag')
    .slice(0, MOST_WORDS);
  // What may not be looked for puts nobody before others.
  const expressions = leaves.map((leaf) => wordsSeenBy(deps.actor, leafExpression(leaf)));
  if (expressions.length === 0) return newest;
  const sizes = expressions.map((expression) => sizeOf(peopleMatching(deps, expression)));
  const entries = sizes.reduce((sum, size) => sum + size, 0);
  const from = newest.at(-1) ?? 0;
  const scores = new Map<number, number>(newest.map((num) => [num, 0]));
  if (entries <= MOST_WEIGHED && leaves.every(isSingleWord)) {
    const rows = deps
      .sql(
        `SELECT rowid, bm25(candidate_fts, ${WEIGHTS}) FROM candidate_fts WHERE candidate_fts MATCH ? AND rowid >= ?`,
      )
      .raw()
      // A whole number, as in `matchingBetween`.
      .all(expressions.map((one) => `(${one})`).join(' OR '), BigInt(from));
    for (const row of rows) {
      if (Array.isArray(row) && scores.has(Number(row[0])))
        scores.set(Number(row[0]), -Number(row[1]));
    }
  } else {
    const all = Math.max(1, sizeOf(deps.people.everybody()));
    for (const [at, expression] of expressions.entries()) {
      // A word that is asked for in one field has nothing to be told apart by.
      if (leaves[at]?.field !== null) continue;
      // As in bm25 a word that all have says nothing; but it never counts against anybody.
      const rarity = Math.log(1 + all / Math.max(1, sizes[at] ?? 0));
      for (const num of matchingIn(deps.sql, DESCRIBED, expression, from, newest[0] ?? 0)) {
        const score = scores.get(num);
        if (score !== undefined) scores.set(num, score + rarity);
      }
    }
  }
  return newest.toSorted((a, b) => (scores.get(b) ?? 0) - (scores.get(a) ?? 0) || b - a);
}

const isSingleWord = (leaf: WordsNode | NearNode): boolean =>
  leaf.kind === 'term' && [...tokensOf(leaf.text)].length === 1 && !hasGlyphs(leaf.text);
