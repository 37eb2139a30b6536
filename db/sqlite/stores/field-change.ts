import type { EntityName, FieldChange } from '@/shared/domain/history/change';
import type { Id } from '@/shared/kit/ids';
import { decodeRow, entityTable } from '../entities';
import type { Statements } from '../statements';
import { nameOf } from './deed-names';
import { interviewTold } from './interview-told';
import type { LogFields, LogLine } from './log-lines';

/** Fields that are long and say nothing in a timeline. */
const NOT_SHOWN: ReadonlySet<string> = new Set(['text', 'lines', 'parsed', 'pages', 'provenance']);

/** What a commit changed, as it is told: with the names of what the rows only point to. */
export function fieldChanges(sql: Statements, lines: readonly LogLine[]): readonly FieldChange[] {
  // Whatever is done to one skill changes the places of others; that is told where nothing else was done.
  const isOrder = lines.every((line) => line.entity !== 'jobSkill' || isMove(line));
  return lines
    .filter((line) => isOrder || !isMove(line))
    .map((line) => {
      const { entity, op, ids: rowIds } = line;
      return entity === 'customValue'
        ? { entity, op, rowIds, ...byCustomField(sql, line) }
        : { entity, op, rowIds, ...told(sql, line) };
    });
}

const isMove = ({ entity, op, after }: LogLine): boolean =>
  entity === 'jobSkill' &&
  op === 'update' &&
  Object.keys(after ?? {}).every((field) => field === 'position');

function told(sql: Statements, line: LogLine): Pick<FieldChange, 'before' | 'after'> {
  const { entity, op } = line;
  if (entity === 'interview') return interviewTold(sql, line);
  const before = line.before === null ? null : withNames(sql, entity, shown(line.before));
  if (op === 'insert') return { before, after: inserted(sql, line) };
  const after = line.after === null ? null : withNames(sql, entity, shown(line.after));
  if (op === 'delete' || after === null) return { before, after };
  return isMove(line)
    ? { before: inPlace(before), after: ofWhich(sql, line, inPlace(after)) }
    : { before, after: ofWhich(sql, line, after) };
}

/** A place as one counts. */
const inPlace = (fields: LogFields | null): LogFields => ({ place: Number(fields?.position) + 1 });

/** A custom value under the id of its field: `text` and `number` alone would not say of what. */
function byCustomField(sql: Statements, line: LogLine): Pick<FieldChange, 'before' | 'after'> {
  const row = sql('SELECT field_id AS "fieldId", text, number FROM custom_value WHERE id = ?').get(
    line.ids.length === 1 ? line.ids[0] : null,
  ) as LogFields | undefined; // The columns named above.
  const before = line.before;
  const after = line.op === 'insert' ? (row ?? null) : line.after;
  const named = before?.fieldId ?? row?.fieldId;
  const fieldId = typeof named === 'string' ? named : '';
  const under = (fields: LogFields | null) =>
    fields === null ? null : { [fieldId]: fields.text ?? fields.number ?? null };
  return { before: under(before), after: under(after) };
}

/** Of several rows put in at once that many are named. */
const MOST_NAMED = 20;
/** The fields that name a row. */
const NAMES = ['name', 'tagName', 'listName'];

/** Rows that were put in, as they are now where they still are: one whole, several by their names. */
function inserted(sql: Statements, { entity, ids }: LogLine): LogFields | null {
  const rows = ids.slice(0, MOST_NAMED).flatMap((id) => {
    const row = rowNow(sql, entity, id);
    return row === null ? [] : [withNames(sql, entity, row)];
  });
  if (ids.length === 1) return rows[0] ?? null;
  const names = NAMES.flatMap((field) => {
    const texts = rows.map((row) => row[field]).filter((text) => typeof text === 'string');
    return texts.length === 0 ? [] : [[field, texts.join(', ')] as const];
  });
  return names.length === 0 ? null : Object.fromEntries(names);
}

function rowNow(sql: Statements, entity: EntityName, id: Id): LogFields | null {
  const table = entityTable(entity);
  const columns = table.columns.filter((column) => !NOT_SHOWN.has(column.key));
  const row = sql(
    `SELECT ${columns.map((column) => `${column.sql} AS "${column.key}"`).join(', ')} FROM ${table.sql} WHERE id = ?`,
  ).get(id);
  // The driver gives a row as an object of column names.
  return row === undefined ? null : decodeRow(entity, row as Record<string, unknown>);
}

/** A tag, a list, a client, a job, somebody on a team is told of by name, a custom field under the id of the field. */
function withNames(sql: Statements, entity: EntityName, fields: LogFields): LogFields {
  switch (entity) {
    case 'candidateTag':
    case 'applicationTag':
      return { ...fields, tagName: nameOf(sql, 'tag', fields.tagId) };
    case 'listMember':
      return { ...fields, listName: nameOf(sql, 'candidateList', fields.listId) };
    case 'job':
      return {
        ...inParts(fields),
        ...(fields.clientId !== undefined && {
          clientName: nameOf(sql, 'client', fields.clientId),
        }),
      };
    case 'client':
      return inParts(fields);
    case 'jobMember':
      return { ...fields, name: memberName(sql, fields) };
    case 'application':
      return fields.jobId === undefined
        ? fields
        : { jobTitle: nameOf(sql, 'job', fields.jobId), ...fields };
    default:
      return fields;
  }
}

/** Records of which a change says whose it is, as another field that did not change. */
const NAMED_BY: Partial<Record<EntityName, { readonly field: string; readonly read: string }>> = {
  jobSkill: { field: 'name', read: 'SELECT name FROM job_skill WHERE id = ?' },
  contact: { field: 'name', read: 'SELECT name FROM contact WHERE id = ?' },
  application: {
    field: 'jobTitle',
    read: 'SELECT j.title FROM application a JOIN job j ON j.id = a.job_id WHERE a.id = ?',
  },
};

/** A change of a skill that is asked for, of a contact or of an application says of which. */
function ofWhich(sql: Statements, line: LogLine, after: LogFields): LogFields {
  const named = NAMED_BY[line.entity];
  if (named === undefined || after[named.field] !== undefined) return after;
  const name = sql(named.read).pluck().get(line.ids[0]);
  return typeof name === 'string' ? { [named.field]: name, ...after } : after;
}

/** What one field holds in parts: custom fields each under its id, weights each under its part, and a board as the names of its columns. */
function inParts({ custom, weights, board, ...fields }: LogFields): LogFields {
  return {
    ...fields,
    ...(isFields(custom) && custom),
    ...(isFields(weights) &&
      Object.fromEntries(
        Object.entries(weights).map(([part, weight]) => [`weights.${part}`, weight]),
      )),
    ...(Array.isArray(board) && {
      board: board.map((column) => (isFields(column) ? column.name : '')).join(', '),
    }),
  };
}

const isFields = (value: unknown): value is LogFields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function memberName(sql: Statements, { userId, contactId }: LogFields): string | null {
  if (typeof contactId === 'string') return nameOf(sql, 'contact', contactId);
  const name = sql('SELECT name FROM user WHERE id = ?')
    .pluck()
    .get(userId ?? null);
  return typeof name === 'string' ? name : null;
}

const shown = (fields: LogFields): LogFields =>
  Object.fromEntries(Object.entries(fields).filter(([key]) => !NOT_SHOWN.has(key)));
