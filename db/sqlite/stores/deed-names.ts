import type { CommitHead, EntityName } from '@/shared/domain/history/change';
import type { Id } from '@/shared/kit/ids';
import { decodeRow, entityTable } from '../entities';
import type { Statements } from '../statements';
import { type LogLine, readLogLines } from './log-lines';
import { subjectOf } from './subject';

/** Records that a deed is about by name, and those that only point to one, with the field that does. */
const NAMED: Partial<Record<EntityName, 'name' | 'label' | 'title' | 'companyName'>> = {
  tag: 'name',
  candidateList: 'name',
  savedSearch: 'name',
  customField: 'label',
  job: 'title',
  jobTemplate: 'name',
  client: 'companyName',
  contact: 'name',
  savedView: 'name',
};
const POINTING: Partial<Record<EntityName, readonly [field: string, to: EntityName]>> = {
  candidateTag: ['tagId', 'tag'],
  listMember: ['listId', 'candidateList'],
  jobSkill: ['jobId', 'job'],
  jobMember: ['jobId', 'job'],
  application: ['jobId', 'job'],
  interview: ['jobId', 'job'],
};

/** The tag, list, job, client, saved search or field that a commit is about; null when it is about none or the name is lost. */
export function nameOfOne(
  sql: Statements,
  { commitId, undoneBy }: Pick<CommitHead, 'commitId' | 'undoneBy'>,
): string | null {
  const own = nameInCommit(sql, commitId);
  // What it put in is gone when it was taken back: the taking back kept it.
  return own ?? (undoneBy === null ? null : nameInCommit(sql, undoneBy));
}

function nameInCommit(sql: Statements, commitId: Id): string | null {
  for (const line of readLogLines(sql, commitId, { subjectId: null, limit: 3 })) {
    const name = nameOfLine(sql, line);
    if (name !== null) return name;
  }
  return null;
}

function nameOfLine(sql: Statements, line: LogLine): string | null {
  const row = line.op === 'delete' ? line.before : rowNow(sql, line.entity, line.ids[0]);
  const field = NAMED[line.entity];
  if (field !== undefined) {
    // What was deleted since is looked up where that is quick: among what was done to it.
    const isApart = row === null && subjectOf(line.entity, { id: line.ids[0] }) !== null;
    return isApart ? nameOf(sql, line.entity, line.ids[0]) : textOf(row?.[field]);
  }
  const pointing = POINTING[line.entity];
  if (pointing === undefined || row === null) return null;
  return nameOf(sql, pointing[1], row[pointing[0]]);
}

/** The name of a tag, list, job or client, also of one that is deleted. */
export function nameOf(sql: Statements, entity: EntityName, id: unknown): string | null {
  const field = NAMED[entity];
  if (field === undefined || typeof id !== 'string') return null;
  const now = rowNow(sql, entity, id);
  if (now !== null) return textOf(now[field]);
  const before = sql(
    "SELECT before FROM change_log WHERE subject_id IS ? AND entity = ? AND op = 'delete' AND row_ids = ? ORDER BY seq DESC LIMIT 1",
  )
    .pluck()
    .get(subjectOf(entity, { id }), entity, JSON.stringify([id]));
  // The column is written by change-log.ts alone: a deleted row, whole.
  return typeof before === 'string'
    ? textOf((JSON.parse(before) as Record<string, unknown>)[field])
    : null;
}

function rowNow(
  sql: Statements,
  entity: EntityName,
  id: Id | undefined,
): Record<string, unknown> | null {
  if (id === undefined || (NAMED[entity] === undefined && POINTING[entity] === undefined))
    return null;
  const row = sql(entityTable(entity).selectById).get(id);
  // The driver gives a row as an object of column names.
  return row === undefined ? null : decodeRow(entity, row as Record<string, unknown>);
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);
