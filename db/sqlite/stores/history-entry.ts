import type {
  CommitHead,
  EntityName,
  FieldChange,
  HistoryEntry,
} from '@/shared/domain/history/change';
import type { Actor } from '@/shared/domain/workspace/records';
import type { Id } from '@/shared/kit/ids';
import { decodeRow, entityTable } from '../entities';
import type { Statements } from '../statements';
import { nameOf } from './deed-names';
import { applicationScope, noteScope } from './scope';
import { type LogFields, type LogLine, readLogLines } from './log-lines';

/** Fields that are long and say nothing in a timeline. */
const NOT_SHOWN: ReadonlySet<string> = new Set(['text', 'lines', 'parsed', 'pages', 'provenance']);

/** A commit with what it changed of these candidates, or of this job or client. */
export function entryOf(
  sql: Statements,
  actor: Actor,
  commit: CommitHead,
  subjects: readonly Id[],
): HistoryEntry {
  const lines = subjects
    .flatMap((subjectId) => readLogLines(sql, commit.commitId, { subjectId, limit: 500 }))
    .filter((line) => isTold(sql, actor, line));
  return { ...commit, changes: lines.map((line) => fieldChangeOf(sql, line)) };
}

/** What was done to somebody's private note is told to nobody else; what became of an application, to who reaches it. */
function isTold(sql: Statements, actor: Actor, line: LogLine): boolean {
  switch (line.entity) {
    case 'note': {
      const shown = noteScope(actor, 'n');
      const isShown = (id: Id): boolean =>
        sql(`SELECT 1 FROM note n WHERE n.id = ? AND ${shown.where}`)
          .pluck()
          .get(id, ...shown.params) === 1;
      // One that is gone is known by its row: its author alone is told what a private one said.
      return line.op === 'delete'
        ? line.before?.authorId === actor.id || line.before?.visibility !== 'private'
        : line.ids.every(isShown);
    }
    case 'application':
    case 'stageEvent': {
      const reached = applicationScope(actor, { application: 'a', candidate: 'c' });
      if (reached.where === '1') return true;
      const of = line.entity === 'application' ? 'a.id' : 'e.id';
      return line.ids.every(
        (id) =>
          sql(
            `SELECT 1 FROM application a JOIN candidate c ON c.id = a.candidate_id
               LEFT JOIN stage_event e ON e.application_id = a.id WHERE ${of} = ? AND ${reached.where}`,
          )
            .pluck()
            .get(id, ...reached.params) === 1,
      );
    }
    default:
      return true;
  }
}

function fieldChangeOf(sql: Statements, line: LogLine): FieldChange {
  const { entity, op, ids: rowIds } = line;
  if (entity === 'customValue') return { entity, op, rowIds, ...byCustomField(sql, line) };
  const before = line.before === null ? null : shown(line.before);
  const after = line.after === null ? insertedRow(sql, line) : shown(line.after);
  return {
    entity,
    op,
    rowIds,
    before: withName(sql, entity, before),
    after:
      op === 'update'
        ? ofSkill(sql, line, withName(sql, entity, after))
        : withName(sql, entity, after),
  };
}

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

/** The rows are the after state of an insert; a single one is shown as it is now, if it still is. */
function insertedRow(sql: Statements, line: LogLine): LogFields | null {
  if (line.op !== 'insert' || line.ids.length !== 1) return null;
  const table = entityTable(line.entity);
  const columns = table.columns.filter((column) => !NOT_SHOWN.has(column.key));
  const row = sql(
    `SELECT ${columns.map((column) => `${column.sql} AS "${column.key}"`).join(', ')} FROM ${table.sql} WHERE id = ?`,
  ).get(line.ids[0]);
  // The driver gives a row as an object of column names.
  return row === undefined ? null : decodeRow(line.entity, row as Record<string, unknown>);
}

/** A tag, a list, a client, somebody on a team is told of by name, a custom field under the id of the field. */
function withName(sql: Statements, entity: EntityName, fields: LogFields | null): LogFields | null {
  if (fields === null) return null;
  switch (entity) {
    case 'candidateTag':
      return { ...fields, tagName: nameOf(sql, 'tag', fields.tagId) };
    case 'listMember':
      return { ...fields, listName: nameOf(sql, 'candidateList', fields.listId) };
    case 'job':
      return {
        ...withCustomApart(fields),
        ...(fields.clientId !== undefined && {
          clientName: nameOf(sql, 'client', fields.clientId),
        }),
      };
    case 'client':
      return withCustomApart(fields);
    case 'jobMember':
      return { ...fields, name: memberName(sql, fields) };
    default:
      return fields;
  }
}

/** A change of what is asked of a skill says of which; that it was moved is told by nothing. */
function ofSkill(sql: Statements, line: LogLine, after: LogFields | null): LogFields | null {
  if (line.entity !== 'jobSkill' || after === null) return after;
  if (after.name !== undefined || Object.keys(after).every((field) => field === 'position')) {
    return after;
  }
  const name = sql('SELECT name FROM job_skill WHERE id = ?').pluck().get(line.ids[0]);
  return typeof name === 'string' ? { name, ...after } : after;
}

/** What custom fields hold beside the others, each under its id. */
function withCustomApart({ custom, ...fields }: LogFields): LogFields {
  return typeof custom === 'object' && custom !== null ? { ...fields, ...custom } : fields;
}

function memberName(sql: Statements, { userId, contactId }: LogFields): string | null {
  if (typeof contactId === 'string') return nameOf(sql, 'contact', contactId);
  const name = sql('SELECT name FROM user WHERE id = ?')
    .pluck()
    .get(userId ?? null);
  return typeof name === 'string' ? name : null;
}

const shown = (fields: LogFields): LogFields =>
  Object.fromEntries(Object.entries(fields).filter(([key]) => !NOT_SHOWN.has(key)));
