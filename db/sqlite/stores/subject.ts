import type { AccessLevel } from '@/shared/domain/access/facts';
import type { EntityName } from '@/shared/domain/history/change';
import type { Actor } from '@/shared/domain/workspace/records';
import type { Id } from '@/shared/kit/ids';
import type { Statements } from '../statements';
import { candidateScope, clientScope, jobScope, type Scope } from './scope';

type Level = Exclude<AccessLevel, 'none'>;
type SubjectKind = 'candidate' | 'job' | 'client';

/** Records about a job or a client, with the field that says which. What has a `candidateId` is about that candidate. */
const OF_JOB: Partial<Record<EntityName, string>> = {
  job: 'id',
  jobSkill: 'jobId',
  jobMember: 'jobId',
  matchRun: 'jobId',
};
const OF_CLIENT: Partial<Record<EntityName, string>> = { client: 'id', contact: 'clientId' };

/** Whose timeline a record of this kind stands in, where it stands in one. */
export const subjectKindOf = (entity: EntityName): SubjectKind =>
  OF_JOB[entity] !== undefined ? 'job' : OF_CLIENT[entity] !== undefined ? 'client' : 'candidate';

/** The candidate, job or client that a record is about; null for what is about none. */
export function subjectOf(
  entity: EntityName,
  record: Readonly<Record<string, unknown>>,
): Id | null {
  if (entity === 'candidate') return String(record.id);
  if (entity === 'importItem') return null;
  if (entity === 'merge') return String(record.survivorId);
  const id = record[OF_JOB[entity] ?? OF_CLIENT[entity] ?? 'candidateId'];
  return typeof id === 'string' ? id : null;
}

/** Records about candidates, as a condition on a line `l` of the change log. */
export const IS_OF_CANDIDATE = `l.entity NOT IN (${[
  ...Object.keys(OF_JOB),
  ...Object.keys(OF_CLIENT),
]
  .map((entity) => `'${entity}'`)
  .join(', ')})`;

/** Whether what a record is about exists for this actor, and whether they come so far with it. */
export function reachesSubject(
  sql: Statements,
  actor: Actor,
  entity: EntityName,
  subjectId: Id,
  least: Level = 'view',
): boolean {
  const kind = subjectKindOf(entity);
  const scope = SCOPES[kind](actor, 's', least);
  return (
    sql(`SELECT 1 FROM ${kind} s WHERE s.id = ? AND ${scope.where}`)
      .pluck()
      .get(subjectId, ...scope.params) === 1
  );
}

/** Whether it exists at all. */
export const subjectExists = (sql: Statements, entity: EntityName, subjectId: Id): boolean =>
  sql(`SELECT 1 FROM ${subjectKindOf(entity)} WHERE id = ?`)
    .pluck()
    .get(subjectId) === 1;

const SCOPES: Readonly<Record<SubjectKind, (actor: Actor, alias: string, least: Level) => Scope>> =
  {
    candidate: candidateScope,
    job: jobScope,
    client: clientScope,
  };
