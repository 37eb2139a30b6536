import type { ImpactRequest, ImpactSelection } from '@/shared/domain/adverse-impact/views';
import { OPEN_STAGES } from '@/shared/domain/pipeline/board';
import type { Actor } from '@/shared/domain/workspace/records';
import type { Id } from '@/shared/kit/ids';
import type { Sqlite } from '../connection';
import { guarded } from '../errors';
import { cohort, type Selection } from './report-selections';

/** What became of an application, without whose it is. */
export interface ApplicationOutcome {
  /** Its own id, and those of applications that a merge left behind for it: a letter may have gone out with the code of any of them. */
  readonly applicationIds: readonly Id[];
  readonly selected: boolean;
  readonly score: number | null;
  /** Name and version of what scored it; empty without a score. */
  readonly scorer: string;
}

/** A letter to write: the one thing here that has a name on it. */
export interface LetterRow {
  readonly applicationId: Id;
  readonly name: string;
  readonly email: string;
  readonly job: string;
}

// The casts in this file name the columns their statements select.

/** Applications that began within the selection, of the actor's candidates on the actor's jobs; those that Reports counts too. */
export function readOutcomes(
  db: Sqlite,
  actor: Actor,
  request: ImpactRequest,
): readonly ApplicationOutcome[] {
  return guarded(() => {
    const { sql, params } = selected(actor, request);
    const rows = db
      .prepare(
        `SELECT a.id, a.candidate_id, a.job_id, a.reached, m.score,
           coalesce(json_extract(m.receipt, '$.scorer.name') || ' ' || json_extract(m.receipt, '$.scorer.version'), '')
         FROM (${sql}) a LEFT JOIN match m ON m.candidate_id = a.candidate_id AND m.job_id = a.job_id ORDER BY a.id`,
      )
      .raw()
      .all(...params) as readonly (readonly [Id, Id, Id, number, number | null, string])[];
    const left = leftBehind(db);
    const least = OPEN_STAGES.indexOf(request.stage);
    return rows.map(([id, candidateId, jobId, reached, score, scorer]) => ({
      applicationIds: [id, ...(left.get(`${candidateId} ${jobId}`) ?? [])],
      selected: reached >= least,
      score,
      scorer,
    }));
  });
}

/** Everybody of a selection who may be written to, with their first e-mail address. */
export function readLetters(
  db: Sqlite,
  actor: Actor,
  selection: ImpactSelection,
): readonly LetterRow[] {
  return guarded(() => {
    const { sql, params } = selected(actor, selection);
    return db
      .prepare(
        `SELECT a.id AS "applicationId", c.name AS name, j.title AS job, coalesce((SELECT p.value FROM contact_point p
           WHERE p.candidate_id = c.id AND p.kind = 'email' ORDER BY p.position LIMIT 1), '') AS email
         FROM (${sql}) a JOIN candidate c ON c.id = a.candidate_id JOIN job j ON j.id = a.job_id
         WHERE c.do_not_contact = 0 ORDER BY j.title, a.job_id, a.id`,
      )
      .all(...params) as readonly LetterRow[];
  });
}

/** Every application there is, to know codes by. */
export const readApplicationIds = (db: Sqlite): readonly Id[] =>
  guarded(() => db.prepare('SELECT id FROM application').pluck().all().map(String));

function selected(actor: Actor, { from, before, jobIds }: ImpactSelection): Selection {
  const all = cohort(actor, {
    edges: [from, before],
    jobId: null,
    clientId: null,
    byId: null,
    source: null,
  });
  if (jobIds.length === 0) return all;
  return {
    sql: `SELECT * FROM (${all.sql}) WHERE job_id IN (SELECT value FROM json_each(?))`,
    params: [...all.params, JSON.stringify(jobIds)],
  };
}

/** Applications of people who were merged into others, by the one who stands for them and the job. */
function leftBehind(db: Sqlite): ReadonlyMap<string, readonly Id[]> {
  const rows = db
    .prepare(
      `WITH RECURSIVE up(merged, root) AS (
         SELECT id, merged_into_id FROM candidate WHERE merged_into_id IS NOT NULL
         UNION SELECT up.merged, c.merged_into_id FROM up JOIN candidate c ON c.id = up.root WHERE c.merged_into_id IS NOT NULL)
       SELECT up.root, a.job_id, a.id FROM up JOIN application a ON a.candidate_id = up.merged ORDER BY a.id`,
    )
    .raw()
    .all() as readonly (readonly [Id, Id, Id])[];
  const left = new Map<string, Id[]>();
  for (const [root, jobId, id] of rows) {
    const key = `${root} ${jobId}`;
    const known = left.get(key);
    if (known === undefined) left.set(key, [id]);
    else known.push(id);
  }
  return left;
}
