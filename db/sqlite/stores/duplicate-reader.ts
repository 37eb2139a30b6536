import type { OpenPair } from '@/shared/domain/duplicates/groups';
import type { DuplicateReader, PersonInQueue } from '@/shared/usecases/ports/duplicate-reader';
import type { Sqlite } from '../connection';
import { guarded } from '../errors';
import { statementsOf } from '../statements';
import { candidateScope } from './scope';

/** Reads of possible duplicates and of merges. The casts in this file name the columns their statements select. */
export function createDuplicateReader(db: Sqlite): DuplicateReader {
  const sql = statementsOf(db);
  return {
    openPairs: async (actor, limit) =>
      guarded(() => {
        const [one, other] = [candidateScope(actor, 'c'), candidateScope(actor, 'o')];
        const rows = sql(
          `SELECT p.id AS id, p.candidate_id AS "candidateId", p.other_id AS "otherId", p.reasons AS reasons, p.score AS score
           FROM duplicate_pair p
             JOIN candidate c ON c.id = p.candidate_id AND c.merged_into_id IS NULL AND ${one.where}
             JOIN candidate o ON o.id = p.other_id AND o.merged_into_id IS NULL AND ${other.where}
           WHERE p.state = 'open' ORDER BY p.score DESC, p.id LIMIT ?`,
        ).all(...one.params, ...other.params, limit) as readonly (Omit<OpenPair, 'reasons'> & {
          readonly reasons: string;
        })[];
        return rows.map(({ reasons, ...pair }) => ({
          ...pair,
          // Written by the store in this shape.
          reasons: JSON.parse(reasons) as OpenPair['reasons'],
        }));
      }),
    people: async (actor, ids) =>
      guarded(() => {
        const scope = candidateScope(actor, 'c');
        return sql(
          `SELECT c.id AS id, c.name AS name, c.headline AS headline, c.location AS location
           FROM json_each(?) wanted JOIN candidate c ON c.id = wanted.value WHERE ${scope.where}`,
        ).all(JSON.stringify(ids), ...scope.params) as readonly PersonInQueue[];
      }),
  };
}
