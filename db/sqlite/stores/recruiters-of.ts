import type { Actor } from '@/shared/domain/workspace/records';
import type { Id } from '@/shared/kit/ids';
import type { Statements } from '../statements';
import { readActors } from './actors';

/** Whom a job concerns: its recruiters, else who made it; nobody who is deactivated. */
export function recruitersOf(sql: Statements, jobId: Id, createdBy: Id): readonly Actor[] {
  const members = readActors(
    sql,
    `u.status = 'active' AND u.id IN (SELECT m.user_id FROM job_member m WHERE m.job_id = ? AND m.role = 'recruiter') ORDER BY u.id`,
    jobId,
  );
  return members.length > 0
    ? members
    : readActors(sql, "u.id = ? AND u.status = 'active'", createdBy);
}
