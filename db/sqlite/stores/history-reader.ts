import type {
  CommitHead,
  EntityName,
  FieldChange,
  HistoryEntry,
} from '@/shared/domain/history/change';
import { TAKEN_BACK_BY_HAND } from '@/shared/domain/history/deeds';
import type { Id } from '@/shared/kit/ids';
import type { HistoryReader } from '@/shared/usecases/ports/readers';
import type { Sqlite } from '../connection';
import { decodeRow, entityTable } from '../entities';
import { guarded } from '../errors';
import { type Statements, statementsOf } from '../statements';
import { reaches } from './candidate-reader';
import { nameOf } from './deed-names';
import { readDeeds } from './deeds';
import { inverseOf, partlyInverseOf } from './inverse';
import { IS_TAKEN_BACK, type LogFields, type LogLine, readLogLines } from './log-lines';
import { readTree } from './merge-state';
import { readPast } from './past';
import { worksAtDesk } from './scope';

/** Fields that are long and say nothing in a timeline. */
const NOT_SHOWN: ReadonlySet<string> = new Set(['text', 'lines', 'parsed', 'pages', 'provenance']);

export function createHistoryReader(db: Sqlite): HistoryReader {
  const sql = statementsOf(db);
  return {
    timeline: async (actor, candidateId, page) =>
      guarded(() => {
        if (!reaches(sql, actor, candidateId)) return [];
        // What was done to people who were merged into this one is part of the story.
        const people = readTree(sql, candidateId);
        const commits = sql(
          `SELECT DISTINCT k.id AS "commitId", k.at AS at, k.actor_id AS "actorId", k.actor_name AS "actorName", k.action AS action,
             k.undoes AS undoes, CASE WHEN ${IS_TAKEN_BACK} THEN k.undone_by END AS "undoneBy", k.part_of AS "partOf"
           FROM change_log l JOIN commit_log k ON k.id = l.commit_id
           WHERE l.subject_id IN (SELECT value FROM json_each(?)) AND k.rowid < coalesce((SELECT rowid FROM commit_log WHERE id = ?), 9e18)
           ORDER BY k.rowid DESC LIMIT ?`,
        ).all(
          JSON.stringify(people),
          page.beforeCommitId ?? null,
          page.limit,
        ) as readonly CommitHead[]; // The columns named above.
        const once = new Map(commits.map((commit) => [commit.commitId, commit]));
        return [...once.values()].map((commit) => entryOf(sql, commit, people));
      }),
    lastUndoable: async (actor) =>
      guarded(
        () =>
          (sql(
            `SELECT ${HEAD} FROM commit_log k WHERE k.actor_id = ? AND k.undone_by IS NULL
               AND k.action IN (${BY_HAND}) ORDER BY k.rowid DESC LIMIT 1`,
          ).get(actor.id) as CommitHead | undefined) ?? null, // The columns of HEAD.
      ),
    lastUndone: async (actor) =>
      guarded(
        () =>
          (sql(
            `SELECT ${HEAD} FROM commit_log k JOIN commit_log t ON t.id = k.undoes
             WHERE k.actor_id = ? AND k.action = 'undone' AND k.undone_by IS NULL AND t.undoes IS NULL
               AND k.rowid > coalesce((SELECT n.rowid FROM commit_log n WHERE n.actor_id = ? AND n.action IN (${BY_HAND})
                 ORDER BY n.rowid DESC LIMIT 1), 0)
             ORDER BY k.rowid DESC LIMIT 1`,
          ).get(actor.id, actor.id) as CommitHead | undefined) ?? null, // The columns of HEAD.
      ),
    commit: async (actor, commitId) =>
      guarded(() => {
        const commit = sql(`SELECT ${HEAD} FROM commit_log k WHERE k.id = ?`).get(commitId) as
          | CommitHead
          | undefined; // The columns of HEAD.
        if (commit === undefined || (commit.actorId !== actor.id && !worksAtDesk(actor)))
          return null;
        return commit;
      }),
    partsOf: async (bulkId, limit) =>
      guarded(() =>
        sql(
          'SELECT id FROM commit_log WHERE part_of = ? AND undone_by IS NULL ORDER BY rowid DESC LIMIT ?',
        )
          .pluck()
          .all(bulkId, limit ?? -1)
          .map(String),
      ),
    past: async (actor, candidateId, moment) =>
      guarded(() => (reaches(sql, actor, candidateId) ? readPast(sql, candidateId, moment) : null)),
    deeds: async (actor, request) => guarded(() => readDeeds(sql, actor, request)),
    inverse: async (actor, commitId) => guarded(() => inverseOf(sql, actor, commitId)),
    partlyInverse: async (actor, commitId) => guarded(() => partlyInverseOf(sql, actor, commitId)),
  };
}

const BY_HAND = TAKEN_BACK_BY_HAND.map((action) => `'${action}'`).join(', ');

const HEAD = `k.id AS "commitId", k.at AS at, k.actor_id AS "actorId", k.actor_name AS "actorName", k.action AS action,
  k.undoes AS undoes, k.undone_by AS "undoneBy", k.part_of AS "partOf"`;

function entryOf(sql: Statements, commit: CommitHead, people: readonly Id[]): HistoryEntry {
  const lines = people.flatMap((subjectId) =>
    readLogLines(sql, commit.commitId, { subjectId, limit: 500 }),
  );
  return { ...commit, changes: lines.map((line) => fieldChangeOf(sql, line)) };
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
    after: withName(sql, entity, after),
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

/** A tag or list is told of by its name. */
function withName(sql: Statements, entity: EntityName, fields: LogFields | null): LogFields | null {
  if (fields === null) return null;
  if (entity === 'candidateTag') return { ...fields, tagName: nameOf(sql, 'tag', fields.tagId) };
  if (entity === 'listMember') {
    return { ...fields, listName: nameOf(sql, 'candidateList', fields.listId) };
  }
  return fields;
}

const shown = (fields: LogFields): LogFields =>
  Object.fromEntries(Object.entries(fields).filter(([key]) => !NOT_SHOWN.has(key)));
