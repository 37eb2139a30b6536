import type { CommitHead, HistoryEntry } from '@/shared/domain/history/change';
import type { Actor } from '@/shared/domain/workspace/records';
import type { Id } from '@/shared/kit/ids';
import type { Statements } from '../statements';
import { fieldChanges } from './field-change';
import { type LogLine, readLogLines } from './log-lines';
import { applicationScope, interviewScope, noteScope, worksAtDesk } from './scope';

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
  return { ...commit, changes: fieldChanges(sql, lines) };
}

/** What was done to somebody's private note is told to nobody else; what became of an application or interview, to who reaches it. */
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
    case 'interview': {
      const reached = interviewScope(actor, {
        interview: 'i',
        application: 'a',
        candidate: 'c',
      });
      return (
        reached.where === '1' ||
        line.ids.every(
          (id) =>
            sql(
              `SELECT 1 FROM interview i JOIN application a ON a.id = i.application_id JOIN candidate c ON c.id = i.candidate_id
               WHERE i.id = ? AND ${reached.where}`,
            )
              .pluck()
              .get(id, ...reached.params) === 1 || reachesRemoved(sql, actor, line, id),
        )
      );
    }
    default:
      return true;
  }
}

/** A draft that was removed is told of at the desk, to who reaches the application it was of. */
function reachesRemoved(sql: Statements, actor: Actor, { subjectId }: LogLine, id: Id): boolean {
  if (!worksAtDesk(actor)) return false;
  const reached = applicationScope(actor, { application: 'a', candidate: 'c' });
  return (
    sql(
      `SELECT 1 FROM change_log l JOIN application a ON a.id = l.before ->> '$.applicationId' JOIN candidate c ON c.id = a.candidate_id
       WHERE l.subject_id IS ? AND l.entity = 'interview' AND l.op = 'delete' AND l.row_ids = ?
         AND NOT EXISTS (SELECT 1 FROM interview i WHERE i.id = ?) AND ${reached.where} LIMIT 1`,
    )
      .pluck()
      .get(subjectId, JSON.stringify([id]), id, ...reached.params) === 1
  );
}
