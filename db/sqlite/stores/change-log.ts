import type { EntityName } from '@/shared/domain/history/change';
import type { Statements } from '../statements';
import type { AppliedChange } from './apply-change';

/** Operational records: written like all others, but nobody's history. */
const UNLOGGED: ReadonlySet<EntityName> = new Set([
  'task',
  'importItem',
  'reparse',
  'reparseItem',
  'searchEntry',
  'notification',
  'tableImport',
  'credential',
  'erasure',
  'erasedFingerprint',
  'searchLogEntry',
]);

interface Line extends Omit<AppliedChange, 'id' | 'record'> {
  readonly ids: string[];
}

/** Collects what a commit did and writes it as lines of the change log, in the order of the changes. */
export function createChangeLog(
  sql: Statements,
  commitId: string,
): {
  readonly add: (change: AppliedChange | null) => void;
  readonly write: () => void;
  readonly lines: number;
} {
  const lines: Line[] = [];
  const inserts = new Map<string, Line>();

  return {
    add: (change) => {
      if (change === null || UNLOGGED.has(change.entity)) return;
      const { id, record: _, ...rest } = change;
      const key = `${change.entity}:${change.subjectId}`;
      const open = change.op === 'insert' ? inserts.get(key) : undefined;
      if (open !== undefined) {
        open.ids.push(id);
        return;
      }
      const line = { ...rest, ids: [id] };
      lines.push(line);
      if (change.op === 'insert') inserts.set(key, line);
    },
    write: () => {
      const insert = sql(
        'INSERT INTO change_log (commit_id, entity, op, subject_id, row_ids, before, after) VALUES (?, ?, ?, ?, ?, ?, ?)',
      );
      for (const line of lines) {
        insert.run(
          commitId,
          line.entity,
          line.op,
          line.subjectId,
          JSON.stringify(line.ids),
          line.before === null ? null : JSON.stringify(line.before),
          line.after === null ? null : JSON.stringify(line.after),
        );
      }
    },
    get lines() {
      return lines.length;
    },
  };
}
