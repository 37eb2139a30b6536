import type { KnownPerson } from '@/shared/domain/matching/diff-runs';
import type { MatchRunSummary } from '@/shared/domain/matching/views';
import type { Actor } from '@/shared/domain/workspace/records';
import type { Id } from '@/shared/kit/ids';
import type { MatchReader } from '@/shared/usecases/ports/match-reader';
import type { Sqlite } from '../connection';
import { decode, selectList } from '../entities';
import { guarded } from '../errors';
import { type Statements, statementsOf } from '../statements';
import { recruitersOf } from './recruiters-of';
import { candidateScope, jobScope, type Scope } from './scope';

export function createMatchReader(db: Sqlite): MatchReader {
  const sql = statementsOf(db);
  return {
    match: async (actor, jobId, candidateId) =>
      guarded(() => {
        const job = jobScope(actor, 'j');
        const person = candidateScope(actor, 'c');
        const row = sql(
          `SELECT ${selectList('match', 'm')}, EXISTS (SELECT 1 FROM application a WHERE a.candidate_id = m.candidate_id
             AND a.job_id = m.job_id AND a.match_id = m.id) AS "isHeld"
           FROM match m JOIN job j ON j.id = m.job_id JOIN candidate c ON c.id = m.candidate_id
           WHERE m.job_id = ? AND m.candidate_id = ? AND ${job.where} AND ${person.where}`,
        ).get(jobId, candidateId, ...job.params, ...person.params);
        if (row === undefined) return null;
        const { isHeld, ...match } = row as Readonly<Record<string, unknown>>; // The columns named above.
        return { ...decode('match', match), isHeld: isHeld === 1 };
      }),
    runs: async (actor, jobId, limit) =>
      guarded(() => {
        const scope = runScope(actor);
        return sql(
          `SELECT r.id, r.created_at AS "createdAt", coalesce(u.name, '') AS "byName", r.compared, json_array_length(r.ranking) AS "kept"
           FROM match_run r JOIN job j ON j.id = r.job_id LEFT JOIN user u ON u.id = r.created_by
           WHERE r.job_id = ? AND ${scope.where} ORDER BY r.created_at DESC, r.id DESC LIMIT ?`,
        ).all(jobId, ...scope.params, limit) as readonly MatchRunSummary[]; // The columns named in the statement.
      }),
    run: async (actor, id) =>
      guarded(() => {
        const scope = runScope(actor);
        const row = sql(
          `SELECT ${selectList('matchRun', 'r')} FROM match_run r JOIN job j ON j.id = r.job_id WHERE r.id = ? AND ${scope.where}`,
        ).get(id, ...scope.params);
        return row === undefined ? null : decode('matchRun', row);
      }),
    people: async (actor, ids) => guarded(() => readPeople(sql, actor, ids)),
    watched: async (limit) =>
      guarded(() =>
        // The columns named in the statement.
        (
          sql(
            `SELECT id AS "jobId", title, coalesce(opened_at, created_at) AS "since", created_by AS "createdBy" FROM job
             WHERE status = 'open' AND match_threshold IS NOT NULL ORDER BY id LIMIT ?`,
          ).all(limit) as readonly {
            readonly jobId: Id;
            readonly title: string;
            readonly since: string;
            readonly createdBy: Id;
          }[]
        ).map(({ createdBy, ...job }) => ({
          ...job,
          recruiters: recruitersOf(sql, job.jobId, createdBy),
        })),
      ),
  };
}

/** A kept ranking counts those its maker reaches: whoever does not reach everybody has their own. */
function runScope(actor: Actor): Scope {
  const job = jobScope(actor, 'j');
  return job.where === '1'
    ? job
    : { where: `${job.where} AND r.created_by = ?`, params: [...job.params, actor.id] };
}

function readPeople(
  sql: Statements,
  actor: Actor,
  ids: readonly Id[],
): ReadonlyMap<Id, KnownPerson> {
  const scope = candidateScope(actor, 'c');
  const rows = sql(
    `SELECT c.id, c.name, c.created_at AS "createdAt", c.archived_at IS NOT NULL AS "isArchived"
     FROM json_each(?) wanted CROSS JOIN candidate c ON c.id = wanted.value
     WHERE c.merged_into_id IS NULL AND ${scope.where}`,
  ).all(JSON.stringify(ids), ...scope.params) as readonly {
    readonly id: Id;
    readonly name: string;
    readonly createdAt: string;
    readonly isArchived: 0 | 1;
  }[]; // The columns named in the statement.
  return new Map(
    rows.map(({ id, isArchived, ...person }) => [id, { ...person, isArchived: isArchived === 1 }]),
  );
}
