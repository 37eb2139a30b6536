import {
  PAST_ENTITIES,
  type PastEntity,
  type PastLine,
  type PastRows,
} from '@/shared/domain/history/as-of';
import { MOVED_ENTITIES } from '@/shared/domain/duplicates/person-rows';
import type { CommitHead } from '@/shared/domain/history/change';
import { AppError } from '@/shared/kit/app-error';
import type { Id } from '@/shared/kit/ids';
import type { Moment, Past } from '@/shared/usecases/ports/readers';
import { decodeRow, entityTable, selectList } from '../entities';
import type { Statements } from '../statements';

/** More than this happened to nobody; it bounds what a hostile history costs. */
const MOST_LINES = 50_000;
const MOST_ROWS = 5000;

/** The rows of a candidate as they are, and what was done to them since a moment. Null when they were not there yet. */
export function readPast(sql: Statements, candidateId: Id, moment: Moment): Past | null {
  const people = JSON.stringify(everMergedInto(sql, candidateId));
  const commit = commitAt(sql, people, moment);
  if (commit === null) return null;
  const after = lastLineOf(sql, commit.commitId);
  const kin = JSON.stringify(everTogetherWith(sql, people));
  return {
    rows: rowsOf(sql, kin),
    lines: linesAfter(sql, kin, after),
    userNames: namesOfUsers(sql),
    commit,
    earlier: neighbour(sql, people, '<', commit.commitId),
    later: neighbour(sql, people, '>', commit.commitId),
  };
}

/**
 * The candidate and everybody whose story became theirs: who was merged into them, and into those. Of a merge that was undone only the
 * log still tells.
 */
const everMergedInto = (sql: Statements, candidateId: Id): readonly Id[] =>
  sql(
    `WITH RECURSIVE part(id) AS (
       SELECT ?
       UNION SELECT m.merged_id FROM part JOIN merge m ON m.survivor_id = part.id
       UNION SELECT l.before ->> '$.mergedId' FROM part
         JOIN change_log l ON l.subject_id = part.id AND l.entity = 'merge' AND l.op = 'delete')
     SELECT id FROM part LIMIT 1000`,
  )
    .pluck()
    .all(candidateId)
    .map(String);

/** They and everybody they were ever merged into: while they were, what was done to their rows is told of the other one. */
const everTogetherWith = (sql: Statements, people: string): readonly Id[] =>
  sql(
    `WITH RECURSIVE part(id) AS (
       SELECT value FROM json_each(?)
       UNION SELECT l.after ->> '$.mergedIntoId' FROM part JOIN change_log l
         ON l.subject_id = part.id AND l.entity = 'candidate' AND l.op = 'update' AND l.after ->> '$.mergedIntoId' IS NOT NULL)
     SELECT id FROM part LIMIT 1000`,
  )
    .pluck()
    .all(people)
    .map(String);

const namesOfUsers = (sql: Statements): ReadonlyMap<Id, string> =>
  new Map(
    sql(`SELECT id, name FROM user ORDER BY id LIMIT ${MOST_ROWS}`).raw().all() as (readonly [
      Id,
      string,
    ])[], // The columns named.
  );

const HEAD = `k.id AS "commitId", k.at AS at, k.actor_id AS "actorId", k.actor_name AS "actorName", k.action AS action,
  k.undoes AS undoes, k.undone_by AS "undoneBy", k.part_of AS "partOf"`;
const OF_PEOPLE = `change_log l JOIN commit_log k ON k.id = l.commit_id WHERE l.subject_id IN (SELECT value FROM json_each(?))`;

/** The newest commit at a moment. By the order of the log and not by its times alone: a clock may have been set back. */
function commitAt(sql: Statements, people: string, moment: Moment): CommitHead | null {
  const [condition, value] =
    'commitId' in moment ? ['k.id = ?', moment.commitId] : ['k.at <= ?', moment.at];
  const row = sql(
    `SELECT ${HEAD} FROM ${OF_PEOPLE} AND ${condition} ORDER BY l.seq DESC LIMIT 1`,
  ).get(people, value);
  return (row as CommitHead | undefined) ?? null; // The columns of HEAD.
}

const lastLineOf = (sql: Statements, commitId: Id): number =>
  Number(sql('SELECT max(seq) FROM change_log WHERE commit_id = ?').pluck().get(commitId));

function neighbour(sql: Statements, people: string, side: '<' | '>', commitId: Id): Id | null {
  const id = sql(
    `SELECT k.id FROM ${OF_PEOPLE} AND k.rowid ${side} (SELECT rowid FROM commit_log WHERE id = ?)
     ORDER BY l.seq ${side === '<' ? 'DESC' : 'ASC'} LIMIT 1`,
  )
    .pluck()
    .get(people, commitId);
  return typeof id === 'string' ? id : null;
}

/** A résumé is as it is stored: its long fields are not part of what changes. */
const LEFT_OUT: Partial<Record<PastEntity, readonly string[]>> = {
  resume: ['text', 'lines', 'parsed'],
};

function rowsOf(sql: Statements, people: string): PastRows {
  const rows = new Map<PastEntity, Map<Id, Record<string, unknown>>>();
  const put = (entity: PastEntity, where: string, ...params: readonly unknown[]): void => {
    const found = sql(
      `SELECT ${selectList(entity, 't', LEFT_OUT[entity])} FROM ${entityTable(entity).sql} t WHERE ${where} LIMIT ${MOST_ROWS}`,
    ).all(...params) as readonly Record<string, unknown>[]; // The driver gives rows as objects of column names.
    rows.set(
      entity,
      new Map(found.map((row) => [String(row.id), decodeRow(entity, row)] as const)),
    );
  };
  put('candidate', 't.id IN (SELECT value FROM json_each(?))', people);
  for (const entity of MOVED_ENTITIES) {
    put(entity, 't.candidate_id IN (SELECT value FROM json_each(?))', people);
  }
  put('tag', '1');
  put('candidateList', '1');
  return rows;
}

/** What was done since, newest first: to these people, and to tags and lists, whose names are told. */
function linesAfter(sql: Statements, people: string, after: number): readonly PastLine[] {
  const lines = sql(
    `SELECT entity, op, row_ids AS "rowIds", before FROM change_log
     WHERE seq > ? AND (subject_id IN (SELECT value FROM json_each(?)) OR (subject_id IS NULL AND entity IN ('tag', 'candidateList')))
     ORDER BY seq DESC LIMIT ${MOST_LINES + 1}`,
  ).all(after, people) as readonly StoredLine[]; // The columns named above.
  if (lines.length > MOST_LINES) {
    throw new AppError('INVALID', 'Too much was changed since to show how it was.');
  }
  return lines.flatMap(({ entity, op, rowIds, before }): readonly PastLine[] => {
    const kind = PAST_ENTITIES.find((one) => one === entity);
    if (kind === undefined) return [];
    // The JSON columns are written by change-log.ts alone, in these shapes.
    const fields = before === null ? null : (JSON.parse(before) as Record<string, unknown>);
    return [
      {
        entity: kind,
        op,
        ids: JSON.parse(rowIds) as readonly Id[],
        before: fields === null ? null : shaped(kind, op, fields),
      },
    ];
  });
}

interface StoredLine {
  readonly entity: string;
  readonly op: PastLine['op'];
  readonly rowIds: string;
  readonly before: string | null;
}

/** Without what is left out; a deleted row with nothing in the columns that came after it. */
function shaped(
  entity: PastEntity,
  op: PastLine['op'],
  fields: Record<string, unknown>,
): Record<string, unknown> {
  const kept = entityTable(entity).fields.filter(({ key }) => !LEFT_OUT[entity]?.includes(key));
  return Object.fromEntries(
    kept.flatMap(({ key }) =>
      key in fields || op === 'delete' ? [[key, fields[key] ?? null] as const] : [],
    ),
  );
}
