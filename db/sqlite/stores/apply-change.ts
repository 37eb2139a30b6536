import type { Change, EntityName } from '@/shared/domain/history/change';
import { AppError } from '@/shared/kit/app-error';
import { assertNever } from '@/shared/kit/assert-never';
import { decodeRow, encode, type EntityList, entityTable } from '../entities';
import type { Statements } from '../statements';
import { subjectOf } from './subject';

type Fields = Readonly<Record<string, unknown>>;

export interface RowWriter {
  readonly sql: Statements;
  /** The commit's time. */
  readonly at: string;
  readonly actorId: string;
  /** For an undo and a merge that is taken apart: rows that come back, by `entity:id`. */
  readonly deletedBefore: ReadonlyMap<string, Fields>;
}

/** What a change did, for the change log. `before` and `after` hold changed fields only, a deleted row whole. */
export interface AppliedChange {
  readonly entity: EntityName;
  readonly op: 'insert' | 'update' | 'delete';
  readonly id: string;
  readonly subjectId: string | null;
  /** The row as it was; of an insert, as it is. */
  readonly record: Fields;
  readonly before: Fields | null;
  readonly after: Fields | null;
}

/** Writes one change. Returns null when an update changed nothing. Throws CONFLICT on another version or a missing row. */
export function applyChange(writer: RowWriter, change: Change): AppliedChange | null {
  switch (change.op) {
    case 'insert':
      return insertRow(writer, change.entity, change.row);
    case 'update':
      return updateRow(writer, change.entity, change.id, change.version, change.patch);
    case 'delete':
      return deleteRow(writer, change.entity, change.id, change.version);
    default:
      return assertNever(change);
  }
}

function insertRow(
  writer: RowWriter,
  entity: EntityName,
  row: Fields & { readonly id: string },
): AppliedChange {
  const earlier = writer.deletedBefore.get(`${entity}:${row.id}`);
  const record: Fields = {
    ...row,
    version: typeof earlier?.version === 'number' ? earlier.version + 1 : 1,
    createdAt: earlier?.createdAt ?? writer.at,
    createdBy: earlier?.createdBy ?? writer.actorId,
    updatedAt: writer.at,
  };
  const table = entityTable(entity);
  writer
    .sql(table.insert)
    .run(...table.columns.map((column) => encode(column, record[column.key])));
  for (const list of table.lists) putList(writer, list, row.id, record[list.key]);
  return {
    entity,
    op: 'insert',
    id: row.id,
    subjectId: subjectOf(entity, record),
    record,
    before: null,
    after: null,
  };
}

function updateRow(
  writer: RowWriter,
  entity: EntityName,
  id: string,
  version: number,
  patch: Fields,
): AppliedChange | null {
  const table = entityTable(entity);
  const current = readRow(writer.sql, entity, id, version);
  const before: Record<string, unknown> = {};
  const after: Record<string, unknown> = {};
  const fields = table.fields.filter((field) => {
    const value = patch[field.key];
    if (value === undefined || STORE_SET.has(field.key)) return false;
    const encoded = encode(field, value);
    if (encoded === encode(field, current[field.key])) return false;
    before[field.key] = current[field.key];
    after[field.key] = value;
    return true;
  });
  if (fields.length === 0) return null;
  const columns = table.columns.filter(({ key }) => key in after);
  writer
    .sql(
      `UPDATE ${table.sql} SET ${columns.map((column) => `${column.sql} = ?, `).join('')}version = version + 1, updated_at = ? WHERE id = ?`,
    )
    .run(...columns.map((column) => encode(column, after[column.key])), writer.at, id);
  for (const list of table.lists.filter(({ key }) => key in after)) {
    writer.sql(`DELETE FROM ${list.table} WHERE ${list.owner} = ?`).run(id);
    putList(writer, list, id, after[list.key]);
  }
  return {
    entity,
    op: 'update',
    id,
    subjectId: subjectOf(entity, current),
    record: current,
    before,
    after,
  };
}

function deleteRow(
  writer: RowWriter,
  entity: EntityName,
  id: string,
  version: number,
): AppliedChange {
  const before = readRow(writer.sql, entity, id, version);
  writer.sql(`DELETE FROM ${entityTable(entity).sql} WHERE id = ?`).run(id);
  return {
    entity,
    op: 'delete',
    id,
    subjectId: subjectOf(entity, before),
    record: before,
    before,
    after: null,
  };
}

/** In its order. What is deleted takes its lists along: their tables say so. */
function putList({ sql }: RowWriter, list: EntityList, id: string, values: unknown): void {
  sql(
    `INSERT INTO ${list.table} (${list.owner}, ${list.value}, position) SELECT ?, value, key FROM json_each(?)`,
  ).run(id, encode(list, values));
}

function readRow(sql: Statements, entity: EntityName, id: string, version: number): Fields {
  const table = entityTable(entity);
  const row = sql(table.selectById).get(id);
  // The driver gives a row as an object of column names; what it holds is checked by STRICT tables.
  const record = row === undefined ? null : decodeRow(entity, row as Fields);
  if (record === null || record.version !== version) {
    throw new AppError(
      'CONFLICT',
      record === null
        ? 'This was deleted in the meantime. Nothing was saved.'
        : 'This was changed in the meantime. Nothing was saved; look at it again.',
      { entity, id },
    );
  }
  return record;
}

const STORE_SET: ReadonlySet<string> = new Set([
  'id',
  'version',
  'createdAt',
  'createdBy',
  'updatedAt',
]);
