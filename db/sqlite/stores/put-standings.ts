import type { OtherSubmission, PutStanding, PutTarget } from '@/shared/domain/pipeline/put-on-job';
import { OPEN_STAGES, type Stage } from '@/shared/domain/pipeline/board';
import type { Actor } from '@/shared/domain/workspace/records';
import type { Id } from '@/shared/kit/ids';
import type { Statements } from '../statements';
import { candidateScope } from './scope';

const OPEN = OPEN_STAGES.map((stage) => `'${stage}'`).join(', ');

/** How candidates stand to a job: those the actor reaches, in the order given. A merged one is shown nowhere, so it is not there. */
export function readPutStandings(
  sql: Statements,
  actor: Actor,
  { jobId, clientId }: Pick<PutTarget, 'jobId' | 'clientId'>,
  candidateIds: readonly Id[],
): readonly PutStanding[] {
  const scope = candidateScope(actor, 'c');
  const editing = candidateScope(actor, 'c', 'edit');
  const wanted = JSON.stringify(candidateIds);
  const people = sql(
    `SELECT c.id AS "candidateId", c.name AS name, c.source AS source, c.do_not_contact AS "doNotContact",
       a.id AS "applicationId", a.stage AS stage, ${editing.where} AS "mayEdit",
       (SELECT json_group_array(e.company) FROM experience e
        WHERE e.candidate_id = c.id AND e.end = 'present' AND e.company IS NOT NULL) AS employers
     FROM json_each(?) wanted CROSS JOIN candidate c ON c.id = wanted.value
       LEFT JOIN application a ON a.candidate_id = c.id AND a.job_id = ?
     WHERE ${scope.where} AND c.merged_into_id IS NULL ORDER BY wanted.key`,
  ).all(...editing.params, wanted, jobId, ...scope.params) as readonly StandingRow[]; // The columns named above.
  const others = readOthers(sql, { jobId, clientId, wanted });
  return people.map(({ applicationId, stage, employers, doNotContact, mayEdit, ...person }) => ({
    ...person,
    doNotContact: doNotContact === 1,
    mayEdit: mayEdit === 1,
    // Made by json_group_array of a text column.
    employers: JSON.parse(employers) as readonly string[],
    application: applicationId === null || stage === null ? null : { id: applicationId, stage },
    others: others.get(person.candidateId) ?? [],
  }));
}

interface StandingRow
  extends Omit<PutStanding, 'doNotContact' | 'mayEdit' | 'employers' | 'application' | 'others'> {
  readonly mayEdit: number;
  readonly doNotContact: number;
  readonly employers: string;
  readonly applicationId: Id | null;
  readonly stage: Stage | null;
}

/** Where else at this client they are in the running or were put forward. Who put them forward is told by the change log. */
function readOthers(
  sql: Statements,
  of: { readonly jobId: Id; readonly clientId: Id; readonly wanted: string },
): ReadonlyMap<Id, readonly OtherSubmission[]> {
  const rows = sql(
    `SELECT a.candidate_id AS "candidateId", a.id AS "applicationId", a.job_id AS "jobId", j.title AS "jobTitle", a.stage AS stage,
       a.submitted_at AS "submittedAt", coalesce(a.submitted_at, a.applied_at) AS at,
       coalesce(
         (SELECT k.actor_name FROM change_log l JOIN commit_log k ON k.id = l.commit_id
          WHERE a.submitted_at IS NOT NULL AND l.subject_id = a.candidate_id AND l.entity = 'application' AND l.op = 'update'
            AND l.after ->> '$.submittedAt' = a.submitted_at ORDER BY l.seq DESC LIMIT 1),
         (SELECT e.by_name FROM stage_event e WHERE e.application_id = a.id ORDER BY e.at, e.id LIMIT 1), '') AS "byName"
     FROM json_each(?) wanted JOIN application a ON a.candidate_id = wanted.value JOIN job j ON j.id = a.job_id
     WHERE j.client_id = ? AND a.job_id <> ? AND (a.submitted_at IS NOT NULL OR a.stage IN (${OPEN}))
     ORDER BY at DESC, a.id`,
  ).all(of.wanted, of.clientId, of.jobId) as readonly (OtherSubmission & {
    readonly candidateId: Id;
  })[]; // The columns named above.
  const byCandidate = new Map<Id, OtherSubmission[]>();
  for (const { candidateId, ...other } of rows) {
    const known = byCandidate.get(candidateId);
    if (known === undefined) byCandidate.set(candidateId, [other]);
    else known.push(other);
  }
  return byCandidate;
}
