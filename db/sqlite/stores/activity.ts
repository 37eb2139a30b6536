import { SHOWN_STAGES } from '@/shared/domain/access/facts';
import type { ActivityRequest } from '@/shared/domain/history/activity';
import type { CommitHead, HistoryEntry } from '@/shared/domain/history/change';
import type { Actor } from '@/shared/domain/workspace/records';
import type { ActivitySubject, StageStep } from '@/shared/usecases/ports/job-reader';
import type { Statements } from '../statements';
import { entryOf } from './history-entry';
import { IS_TAKEN_BACK } from './log-lines';
import { applicationScope, jobScope, worksAtDesk } from './scope';
import { reachesSubject } from './subject';

/** Before the first entry of all. */
const NEWEST = { at: '9999', id: '~' };

/** Deeds about a job or a client, newest first. */
export function readDeedsOf(
  sql: Statements,
  actor: Actor,
  subject: ActivitySubject,
  { id, before, limit }: ActivityRequest,
): readonly HistoryEntry[] {
  if (!reachesSubject(sql, actor, subject, id)) return [];
  const from = before ?? NEWEST;
  const commits = sql(
    `SELECT k.id AS "commitId", k.at AS at, k.actor_id AS "actorId", k.actor_name AS "actorName", k.action AS action,
       k.undoes AS undoes, max(CASE WHEN ${IS_TAKEN_BACK} THEN k.undone_by END) AS "undoneBy", k.part_of AS "partOf"
     FROM change_log l JOIN commit_log k ON k.id = l.commit_id
     WHERE l.subject_id = ? AND (k.at, k.id) < (?, ?)
     GROUP BY k.id ORDER BY k.at DESC, k.id DESC LIMIT ?`,
  ).all(id, from.at, from.id, limit) as readonly CommitHead[]; // The columns named in the statement.
  return commits.map((commit) => entryOf(sql, actor, commit, [id]));
}

/** The steps of candidates that the actor reaches on a job, or on a client's jobs, newest first. */
export function readSteps(
  sql: Statements,
  actor: Actor,
  subject: ActivitySubject,
  { id, before, limit }: ActivityRequest,
): readonly StageStep[] {
  const from = before ?? NEWEST;
  const jobs = jobScope(actor, 'j');
  const people = applicationScope(actor, { application: 'a', candidate: 'c' });
  const shown = worksAtDesk(actor)
    ? ''
    : ` AND e.to_stage IN (${[...SHOWN_STAGES, 'rejected', 'withdrawn'].map((stage) => `'${stage}'`).join(', ')})`;
  return sql(
    `SELECT 'step' AS kind, e.id AS id, e.at AS at, e.by_name AS "actorName", c.id AS "candidateId", c.name AS "candidateName",
       j.id AS "jobId", j.title AS "jobTitle", e.from_stage AS "fromStage", e.to_stage AS "toStage", e.reason AS reason
     FROM stage_event e LEFT JOIN application a ON a.id = e.application_id JOIN job j ON j.id = e.job_id JOIN candidate c ON c.id = e.candidate_id
     WHERE ${subject === 'job' ? 'e.job_id = ?' : 'e.job_id IN (SELECT id FROM job WHERE client_id = ?)'}
       AND (e.at, e.id) < (?, ?) AND ${jobs.where} AND ${people.where}${shown}
     ORDER BY e.at DESC, e.id DESC LIMIT ?`,
  ).all(id, from.at, from.id, ...jobs.params, ...people.params, limit) as readonly StageStep[]; // The columns named in the statement.
}
