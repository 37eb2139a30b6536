import { type Actor, actorSchema } from '@/shared/domain/workspace/records';
import type { Id } from '@/shared/kit/ids';
import { entityTable } from '../entities';
import type { Statements } from '../statements';

/** Whom a job concerns: its recruiters, else who made it; nobody who is deactivated. */
export function recruitersOf(sql: Statements, jobId: Id, createdBy: Id): readonly Actor[] {
  const { sql: user } = entityTable('user');
  const members = sql(
    `SELECT u.id, u.name, u.role FROM job_member m JOIN ${user} u ON u.id = m.user_id
     WHERE m.job_id = ? AND m.role = 'recruiter' AND u.status = 'active' ORDER BY u.id`,
  ).all(jobId);
  const told =
    members.length > 0
      ? members
      : sql(`SELECT id, name, role FROM ${user} WHERE id = ? AND status = 'active'`).all(createdBy);
  return told.map((one) => actorSchema.parse(one));
}
