import type { Actor } from '@/shared/domain/workspace/records';
import type { Id } from '@/shared/kit/ids';
import type { OpenPair } from '@/shared/domain/duplicates/groups';
import type {
  DuplicateReader,
  MergeView,
  PersonInQueue,
} from '@/shared/usecases/ports/duplicate-reader';
import type { Sqlite } from '../connection';
import { decode, selectList } from '../entities';
import { guarded } from '../errors';
import { type Statements, statementsOf } from '../statements';
import { reaches } from './candidate-reader';
import { readPairs, readPersonRows, readUnmergeState, rootOf } from './merge-state';
import { candidateScope, nextExpiry } from './scope';

/** Reads of possible duplicates and of merges. The casts in this file name the columns their statements select. */
export function createDuplicateReader(db: Sqlite): DuplicateReader {
  const sql = statementsOf(db);
  /** The queue as it was read last, for the pages after its first: twenty thousand pairs take longer than a key press. */
  let queue: {
    readonly at: string;
    readonly key: string;
    readonly pairs: readonly OpenPair[];
    /** When a share ends by itself that shows some of them; null: never. */
    readonly until: string | null;
  } | null = null;
  const nameOf = (id: string): string => {
    const name = sql('SELECT name FROM candidate WHERE id = ?').pluck().get(id);
    return typeof name === 'string' ? name : '';
  };
  return {
    openPairs: async (actor, limit) =>
      guarded(() => {
        const at = momentOf(sql);
        const key = `${JSON.stringify(actor)} ${limit}`;
        if (queue === null || queue.at !== at || queue.key !== key || isOver(sql, queue.until)) {
          queue = { at, key, pairs: openPairs(sql, actor, limit), until: readExpiry(sql, actor) };
        }
        return queue.pairs;
      }),
    people: async (actor, ids) =>
      guarded(() => {
        const scope = candidateScope(actor, 'c');
        return sql(
          `SELECT c.id AS id, c.name AS name, c.headline AS headline, c.location AS location
           FROM json_each(?) wanted JOIN candidate c ON c.id = wanted.value WHERE ${scope.where}`,
        ).all(JSON.stringify(ids), ...scope.params) as readonly PersonInQueue[];
      }),
    personRows: async (actor, ids) =>
      guarded(() =>
        ids.flatMap((id) => {
          const rows = reaches(sql, actor, id) ? readPersonRows(sql, id) : null;
          return rows === null || rows.candidate.mergedIntoId !== null ? [] : [rows];
        }),
      ),
    pairsOf: async (ids) =>
      guarded(() => {
        const pairs = readPairs(sql, ids);
        const people = [...new Set(pairs.flatMap((pair) => [pair.candidateId, pair.otherId]))];
        const hidden = sql(
          'SELECT c.id FROM json_each(?) wanted JOIN candidate c ON c.id = wanted.value WHERE c.merged_into_id IS NOT NULL',
        )
          .pluck()
          .all(JSON.stringify(people));
        return { pairs, hidden: new Set(hidden.map(String)) };
      }),
    merges: async (actor, page) =>
      guarded(() => {
        const [one, other] = [candidateScope(actor, 's'), candidateScope(actor, 'c')];
        const rows = sql(
          `SELECT m.id AS id, m.created_at AS at, coalesce(u.name, '') AS "byName", m.survivor_id AS "survivorId",
             s.name AS "survivorName",
             coalesce((SELECT l.before ->> '$.name' FROM change_log l WHERE l.commit_id = m.commit_id
               AND l.subject_id = s.id AND l.entity = 'candidate'), s.name) AS "survivorWas", m.merged_id AS "mergedId", c.name AS "mergedName"
           FROM merge m JOIN candidate s ON s.id = m.survivor_id AND ${one.where}
             JOIN candidate c ON c.id = m.merged_id AND ${other.where}
             LEFT JOIN user u ON u.id = m.created_by
           WHERE m.state = 'merged' AND m.id < coalesce(?, 'g') ORDER BY m.id DESC LIMIT ?`,
        ).all(...one.params, ...other.params, page.beforeId, page.limit) as readonly MergeView[];
        return rows.map((row) => {
          const survivorId = rootOf(sql, row.survivorId) ?? row.survivorId;
          return survivorId === row.survivorId
            ? row
            : { ...row, survivorId, survivorName: nameOf(survivorId) };
        });
      }),
    merge: async (actor, id) =>
      guarded(() => {
        const row = sql(`SELECT ${selectList('merge', 'm')} FROM merge m WHERE m.id = ?`).get(id);
        const merge = row === undefined ? null : decode('merge', row);
        if (merge === null) return null;
        const root = rootOf(sql, merge.survivorId) ?? merge.survivorId;
        return reaches(sql, actor, merge.mergedId) && reaches(sql, actor, root) ? merge : null;
      }),
    unmergeState: async (merge) => guarded(() => readUnmergeState(sql, merge)),
  };
}

/** When the next share that shows the actor somebody ends by itself. */
export function readExpiry(sql: Statements, actor: Actor): string | null {
  const expiry = nextExpiry(actor);
  if (expiry === null) return null;
  const at = sql(expiry.where)
    .pluck()
    .get(...expiry.params);
  return typeof at === 'string' ? at : null;
}

export const isOver = (sql: Statements, until: string | null): boolean =>
  until !== null && String(sql('SELECT moment_now()').pluck().get()) >= until;

/** Another one after anything was written, by this connection or by another. */
const momentOf = (sql: Statements): string =>
  [sql('SELECT total_changes()'), sql('PRAGMA data_version')]
    .map((statement) => String(statement.pluck().get()))
    .join(' ');

function openPairs(sql: Statements, actor: Actor, limit: number): readonly OpenPair[] {
  const [one, other] = [candidateScope(actor, 'c'), candidateScope(actor, 'o')];
  // Few are merged, and looking up who is takes two thirds of the time where the actor reaches everybody anyway.
  const joined =
    one.where === '1'
      ? `WHERE p.candidate_id NOT IN (SELECT id FROM candidate WHERE merged_into_id IS NOT NULL)
           AND p.other_id NOT IN (SELECT id FROM candidate WHERE merged_into_id IS NOT NULL)`
      : `JOIN candidate c ON c.id = p.candidate_id AND c.merged_into_id IS NULL AND ${one.where}
         JOIN candidate o ON o.id = p.other_id AND o.merged_into_id IS NULL AND ${other.where} WHERE 1`;
  const rows = sql(
    `SELECT p.id, p.candidate_id, p.other_id, p.reasons, p.score FROM duplicate_pair p ${joined}
       AND p.state = 'open' ORDER BY p.score DESC, p.id LIMIT ?`,
  )
    .raw()
    .all(...one.params, ...other.params, limit) as readonly [Id, Id, Id, string, number][];
  // A handful of different lists of reasons, written by the store in this shape.
  const read = new Map<string, OpenPair['reasons']>();
  return rows.map(([id, candidateId, otherId, written, score]) => {
    const reasons = read.get(written) ?? (JSON.parse(written) as OpenPair['reasons']);
    read.set(written, reasons);
    return { id, candidateId, otherId, reasons, score };
  });
}
