import type { EntityName } from '@/shared/domain/history/change';
import type { Id } from '@/shared/kit/ids';
import type { Statements } from '../statements';

export type LogFields = Record<string, unknown>;

/** A line of the change log as it was written: what one commit did to the rows of one entity and subject. */
export interface LogLine {
  readonly seq: number;
  readonly entity: EntityName;
  readonly op: 'insert' | 'update' | 'delete';
  readonly subjectId: Id | null;
  readonly ids: readonly Id[];
  readonly before: LogFields | null;
  readonly after: LogFields | null;
}

/**
 * The lines of a commit in the order they were written. With a subject only those about that candidate: a commit of an
 * import holds many people.
 */
export function readLogLines(
  sql: Statements,
  commitId: Id,
  only: { readonly subjectId: Id | null; readonly limit: number } = { subjectId: null, limit: -1 },
): readonly LogLine[] {
  const rows = sql(
    `SELECT seq, entity, op, subject_id AS "subjectId", row_ids AS "rowIds", before, after FROM change_log
     WHERE commit_id = ? AND subject_id IS coalesce(?, subject_id) ORDER BY seq LIMIT ?`,
  ).all(commitId, only.subjectId, only.limit) as readonly (Omit<
    LogLine,
    'ids' | 'before' | 'after'
  > & {
    readonly rowIds: string;
    readonly before: string | null;
    readonly after: string | null;
  })[]; // The columns named in the statement.
  return rows.map(({ rowIds, before, after, ...line }) => ({
    ...line,
    // The three JSON columns are written by change-log.ts alone, in these shapes.
    ids: JSON.parse(rowIds) as readonly Id[],
    before: before === null ? null : (JSON.parse(before) as LogFields),
    after: after === null ? null : (JSON.parse(after) as LogFields),
  }));
}

/**
 * Whether what commit `k` did in line `l` was taken back: of a bulk deed some candidates may have been left as they are, and for
 * those it still holds. A condition in SQL.
 */
export const IS_TAKEN_BACK = `(k.undone_by IS NOT NULL AND (l.subject_id IS NULL OR k.part_of IS NULL
  OR EXISTS (SELECT 1 FROM change_log u WHERE u.subject_id = l.subject_id AND +u.commit_id = k.undone_by)))`;
