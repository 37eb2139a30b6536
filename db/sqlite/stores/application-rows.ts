import type { ApplicationRow } from '@/shared/domain/tables/record-exports';
import type { Actor } from '@/shared/domain/workspace/records';
import type { Id } from '@/shared/kit/ids';
import { decode, selectList } from '../entities';
import type { Statements } from '../statements';
import { candidateScope, jobScope } from './scope';

interface Named extends Omit<ApplicationRow, 'application'> {
  readonly [column: string]: unknown;
}

/** Applications with their names, in the order of their ids (that in which they were made) from behind `after` on. */
export function readApplicationRows(
  sql: Statements,
  actor: Actor,
  page: { readonly jobId: Id | null; readonly after: Id | null; readonly limit: number },
): readonly ApplicationRow[] {
  const people = candidateScope(actor, 'c');
  const jobs = jobScope(actor, 'j');
  const ofJob = page.jobId === null ? '' : 'AND a.job_id = ?';
  const rows = sql(
    `SELECT ${selectList('application', 'a')}, c.name AS "candidateName", u.name AS "ownerName", j.title AS "jobTitle",
       cl.company_name AS "clientName", m.score AS score
     FROM application a JOIN candidate c ON c.id = a.candidate_id JOIN user u ON u.id = c.owner_id
       JOIN job j ON j.id = a.job_id JOIN client cl ON cl.id = j.client_id
       LEFT JOIN match m ON m.candidate_id = a.candidate_id AND m.job_id = a.job_id
     WHERE a.id > ? ${ofJob} AND c.merged_into_id IS NULL AND ${people.where} AND ${jobs.where}
     ORDER BY a.id LIMIT ?`,
  ).all(
    page.after ?? '',
    ...(page.jobId === null ? [] : [page.jobId]),
    ...people.params,
    ...jobs.params,
    page.limit,
  ) as readonly Named[]; // The columns named above, beside those of an application.
  return rows.map(({ candidateName, ownerName, jobTitle, clientName, score, ...row }) => ({
    application: decode('application', row),
    candidateName,
    ownerName,
    jobTitle,
    clientName,
    score,
  }));
}
