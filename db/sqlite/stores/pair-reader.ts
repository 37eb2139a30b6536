import type { DuplicatePair } from '@/shared/domain/candidates/records';
import type { FoundPair } from '@/shared/domain/duplicates/find-pairs';
import type { Profile } from '@/shared/domain/duplicates/person';
import type { Population } from '@/shared/domain/duplicates/population';
import type { Id } from '@/shared/kit/ids';
import { fold } from '@/shared/kit/text';
import type { PairReader } from '@/shared/usecases/ports/pair-reader';
import type { Sqlite } from '../connection';
import { guarded } from '../errors';
import { type Statements, statementsOf } from '../statements';
import { readSomeProfiles } from './profiles';
import { candidateScope } from './scope';

/** Of a name that more have, so many are looked at for where they were. */
const MOST_NAMESAKES = 400;

/** What finding duplicates asks of the database. The casts in this file name the columns their statements select. */
export function createPairReader(db: Sqlite): PairReader {
  const sql = statementsOf(db);
  return {
    stored: async (pairs) => guarded(() => stored(sql, pairs)),
    counts: async (actor) =>
      guarded(() => {
        const [one, other] = [candidateScope(actor, 'c'), candidateScope(actor, 'o')];
        const rows = sql(
          `SELECT p.state, count(*) FROM duplicate_pair p
             JOIN candidate c ON c.id = p.candidate_id AND ${one.where}
             JOIN candidate o ON o.id = p.other_id AND ${other.where} GROUP BY p.state`,
        )
          .raw()
          .all(...one.params, ...other.params) as readonly [DuplicatePair['state'], number][];
        return { open: 0, 'not-the-same': 0, merged: 0, ...Object.fromEntries(rows) };
      }),
    countSince: async (actor, since) =>
      guarded(() => {
        const [one, other] = [candidateScope(actor, 'c'), candidateScope(actor, 'o')];
        return Number(
          sql(
            `SELECT count(*) FROM duplicate_pair p
               JOIN candidate c ON c.id = p.candidate_id AND ${one.where}
               JOIN candidate o ON o.id = p.other_id AND ${other.where} WHERE p.created_at >= ?`,
          )
            .pluck()
            .get(...one.params, ...other.params, since),
        );
      }),
    profiles: async (ids) => guarded(() => readSomeProfiles(sql, ids)),
    namesakes: async (names, heads, limit) => guarded(() => namesakes(sql, names, heads, limit)),
    population: async (profile, holders) => guarded(() => populationOf(sql, profile, holders)),
  };
}

function stored(
  sql: Statements,
  pairs: readonly FoundPair[],
): Awaited<ReturnType<PairReader['stored']>> {
  const there = sql('SELECT 1 FROM candidate WHERE id = ? AND merged_into_id IS NULL').pluck();
  const find = sql(
    `SELECT id, version, state, score, reasons FROM duplicate_pair
     WHERE (candidate_id = ? AND other_id = ?) OR (candidate_id = ? AND other_id = ?) LIMIT 1`,
  );
  return pairs.flatMap((found) => {
    const { candidateId, otherId } = found;
    if (there.get(candidateId) === undefined || there.get(otherId) === undefined) return [];
    const row = find.get(candidateId, otherId, otherId, candidateId) as
      | (Omit<DuplicatePair, 'reasons'> & { readonly reasons: string })
      | undefined;
    return [
      {
        found,
        pair:
          row === undefined
            ? null
            : // Written by the store in this shape.
              { ...row, reasons: JSON.parse(row.reasons) as DuplicatePair['reasons'] },
      },
    ];
  });
}

function namesakes(
  sql: Statements,
  names: readonly string[],
  headsOf: () => readonly string[],
  limit: number,
): readonly Id[] {
  const nums = bearersOf(sql, names);
  if (nums.length === 0) return [];
  return idsOf(sql, nums.length <= limit ? nums : likeliest(sql, nums, headsOf()).slice(0, limit));
}

/** Who is called so, the bearers of the first names first where there are too many. */
function bearersOf(sql: Statements, names: readonly string[]): readonly number[] {
  if (names.length === 0) return [];
  const all = sql(
    `SELECT num FROM candidate_document WHERE archived IN (0, 1) AND name_key IN (${names.map(() => '?').join()}) LIMIT ?`,
  )
    .pluck()
    .all(...names, MOST_NAMESAKES + 1) as readonly number[];
  if (all.length <= MOST_NAMESAKES) return all;
  const find = sql(
    'SELECT num FROM candidate_document WHERE archived IN (0, 1) AND name_key = ? LIMIT ?',
  ).pluck();
  const nums: number[] = [];
  for (const name of names) {
    if (nums.length >= MOST_NAMESAKES) break;
    nums.push(...(find.all(name, MOST_NAMESAKES - nums.length) as readonly number[]));
  }
  return nums;
}

/** Who was at one of these places, by the words of their document: cheaper than reading everybody's jobs. */
function likeliest(
  sql: Statements,
  nums: readonly number[],
  heads: readonly string[],
): readonly number[] {
  const rows = sql(
    `SELECT d.num AS num, concat_ws(' ', d.companies, d.school, d.city) AS places
     FROM json_each(?) wanted JOIN candidate_document d ON d.num = wanted.value`,
  ).all(JSON.stringify(nums)) as readonly { readonly num: number; readonly places: string }[];
  const met = rows.map(({ num, places }) => {
    const folded = fold(places);
    return { num, count: heads.filter((head) => folded.includes(head)).length };
  });
  return met.sort((a, b) => b.count - a.count || a.num - b.num).map(({ num }) => num);
}

const idsOf = (sql: Statements, nums: readonly number[]): readonly Id[] =>
  sql('SELECT c.id FROM json_each(?) wanted JOIN candidate c ON c.num = wanted.value')
    .pluck()
    .all(JSON.stringify(nums)) as readonly Id[];

/**
 * Counts from the facets, which are of everybody and by the beginning of a name: a big employer of another country counts as one of this, and
 * an import is a little less sure than a whole search.
 */
function populationOf(
  sql: Statements,
  profile: Profile,
  holders: Parameters<PairReader['population']>[1],
): Population {
  const people = Number(sql('SELECT coalesce(max(num), 0) FROM candidate').pluck().get());
  const starting = sql(
    "SELECT coalesce(sum(candidates), 0) FROM facet_term WHERE kind = ? AND key >= ? AND key < ? || '\u{10ffff}'",
  ).pluck();
  const exactly = sql(
    'SELECT coalesce(sum(candidates), 0) FROM facet_term WHERE kind = ? AND key IN (?, ?)',
  ).pluck();
  const named = sql(
    'SELECT count(*) FROM candidate_document WHERE archived IN (0, 1) AND name_key = ?',
  ).pluck();
  // Counted only where two people are alike enough to ask.
  const counted = new Map<string, number>();
  const once = (what: string, count: () => unknown): number => {
    const known = counted.get(what) ?? guarded(() => Number(count()));
    counted.set(what, known);
    return known;
  };
  const { country } = profile;
  return {
    people: people + 1,
    named: () => once('name', () => named.get(fold(profile.name).replace(/\s+/g, ' ').trim())) + 1,
    meeting: (met, place) => {
      const compatriots =
        country === null
          ? 0
          : once('country', () => exactly.get('country', country, country.toLowerCase()));
      const count = once(`${met} ${place}`, () =>
        met === 'city'
          ? exactly.get('city', place, place)
          : starting.get(met === 'employer' ? 'company' : 'school', place, place),
      );
      return { count: count + 1, of: compatriots > 0 ? compatriots : people };
    },
    holding: holders,
  };
}
