import type { FieldChange } from '@/shared/domain/history/change';
import type { Id } from '@/shared/kit/ids';
import { decodeRow, entityTable } from '../entities';
import type { Statements } from '../statements';
import { nameOf } from './deed-names';
import type { LogFields, LogLine } from './log-lines';

/** What a plan says; the rest comes with the steps after it. */
const PLANNED = [
  'roundName',
  'mode',
  'start',
  'durationMinutes',
  'interviewers',
  'meetingLink',
  'location',
  'instructions',
];
const REMOVED = ['roundName', 'status', 'start'];

/**
 * What was done to an interview: of which job and round, with the time in its zone as `2031-03-30T12:30:00.000Z[Europe/Berlin]` (RFC 9557),
 * and interviewers by name. A plan is told as it was made, whatever became of it.
 */
export function interviewTold(
  sql: Statements,
  line: LogLine,
): Pick<FieldChange, 'before' | 'after'> {
  const [id] = line.ids;
  // Several at once come back with their applications; those tell it.
  if (id === undefined || line.ids.length > 1) return { before: null, after: null };
  const { before, after } = line;
  if (line.op === 'delete') {
    const was = before ?? {};
    return { before: { ...ofWhich(sql, was), ...only(told(sql, was, was), REMOVED) }, after: null };
  }
  const then = rowAfter(sql, line, id);
  if (line.op === 'insert') {
    return {
      before: null,
      after: { ...ofWhich(sql, then), ...only(told(sql, then, then), PLANNED) },
    };
  }
  return {
    before: told(sql, before ?? {}, { ...then, ...before }),
    after: { ...ofWhich(sql, then), ...told(sql, after ?? {}, { ...then, ...after }) },
  };
}

/** The interview as this line left it: as it is, or was last, with what later lines changed put back. */
function rowAfter(sql: Statements, { seq, subjectId }: LogLine, id: Id): LogFields {
  const now = sql(entityTable('interview').selectById).get(id);
  const later = sql(
    `SELECT before FROM change_log WHERE subject_id IS ? AND seq > ? AND entity = 'interview' AND row_ids = ? AND before IS NOT NULL
     ORDER BY seq DESC`,
  )
    .pluck()
    .all(subjectId, seq, JSON.stringify([id]));
  return later.reduce<LogFields>(
    // The column is written by change-log.ts alone, as an object.
    (row, before) => ({ ...row, ...(JSON.parse(String(before)) as LogFields) }),
    // The driver gives a row as an object of column names.
    now === undefined ? {} : decodeRow('interview', now as Record<string, unknown>),
  );
}

const ofWhich = (sql: Statements, { jobId, round }: LogFields): LogFields => ({
  jobTitle: nameOf(sql, 'job', jobId),
  round,
});

/** Fields as they are told; `row` is the whole interview at that time. */
function told(sql: Statements, fields: LogFields, row: LogFields): LogFields {
  return {
    ...fields,
    ...(('start' in fields || 'timeZone' in fields) && {
      start: typeof row.start === 'string' ? `${row.start}[${String(row.timeZone)}]` : null,
    }),
    ...(Array.isArray(fields.interviewerIds) && {
      interviewers: namesOf(sql, fields.interviewerIds),
    }),
  };
}

/** In the order they were chosen; who is gone is left out. */
const namesOf = (sql: Statements, ids: readonly unknown[]): string =>
  sql('SELECT u.name FROM json_each(?) asked JOIN user u ON u.id = asked.value ORDER BY asked.key')
    .pluck()
    .all(JSON.stringify(ids))
    .join(', ');

const only = (fields: LogFields, names: readonly string[]): LogFields =>
  Object.fromEntries(names.flatMap((name) => (name in fields ? [[name, fields[name]]] : [])));
