import { CHANGING } from '@/shared/domain/access/changing';
import { levelFor } from '@/shared/domain/access/policy';
import { reachOf } from '@/shared/domain/access/reach';
import { holds } from '@/shared/domain/access/roles';
import type { Change, EntityName } from '@/shared/domain/history/change';
import type { Actor } from '@/shared/domain/workspace/records';
import { AppError, isAppError } from '@/shared/kit/app-error';
import { assertNever } from '@/shared/kit/assert-never';
import type { Id } from '@/shared/kit/ids';
import { decodeRow, entityTable } from '../entities';
import type { Statements } from '../statements';
import { IS_TAKEN_BACK, type LogFields, type LogLine, readLogLines } from './log-lines';
import { sharingScope, worksAtDesk } from './scope';
import { reachesSubject, subjectExists, subjectKindOf } from './subject';

/**
 * The changes that take a commit back, last change first, against the rows as they are now.
 * NOT_FOUND for a commit that is unknown or about a candidate the actor does not reach; CONFLICT when it was taken back already, when a
 * field no longer has the value the commit gave it, or when a row it put in was changed or removed since.
 */
export function inverseOf(sql: Statements, actor: Actor, commitId: Id): readonly Change[] {
  const lines = linesInForce(sql, commitId);
  if (!lines.every((line) => mayTakeBack(sql, actor, line))) throw unknown();
  return invert(sql, lines);
}

/** What taking back as much as can be of a commit comes to. */
export interface PartlyInverse {
  readonly changes: readonly Change[];
  /** Candidates that are put back as they were. */
  readonly candidates: number;
  /** Candidates that stay as they are, because later work built on what the commit did to them. */
  readonly kept: number;
}

/**
 * The same for a commit of a bulk deed, whose candidates have nothing to do with each other: each is taken back whole or stays as it
 * is. What belongs to none of them (the tag that was made for them) goes when nobody needs it any more.
 */
export function partlyInverseOf(sql: Statements, actor: Actor, commitId: Id): PartlyInverse {
  const lines = linesInForce(sql, commitId);
  if (isOfOnePiece(sql, commitId)) {
    const changes = lines.every((line) => mayTakeBack(sql, actor, line))
      ? attempt(sql, lines)
      : null;
    return {
      changes: changes ?? [],
      candidates: changes === null ? 0 : 1,
      kept: changes === null ? 1 : 0,
    };
  }
  const bySubject = new Map<Id | null, LogLine[]>();
  for (const line of lines) {
    bySubject.set(line.subjectId, [...(bySubject.get(line.subjectId) ?? []), line]);
  }
  const changes: Change[] = [];
  let candidates = 0;
  let kept = 0;
  for (const [subjectId, own] of [...bySubject].toReversed()) {
    if (subjectId === null) continue;
    const taken = own.every((line) => mayTakeBack(sql, actor, line)) ? attempt(sql, own) : null;
    if (taken === null || !taken.every((change) => isFree(sql, change, taken))) {
      kept += 1;
      continue;
    }
    if (own.some((line) => subjectKindOf(line.entity) === 'candidate')) candidates += 1;
    changes.push(...taken);
  }
  for (const line of (bySubject.get(null) ?? []).toReversed()) {
    const taken = mayTakeBack(sql, actor, line) ? attempt(sql, [line]) : null;
    if (taken?.every((change) => isFree(sql, change, changes))) changes.push(...taken);
  }
  return { changes, candidates, kept };
}

/** Whether a commit is a merge, or takes one back: what it does to one of the two makes no sense without the other. */
const isOfOnePiece = (sql: Statements, commitId: Id): boolean =>
  sql(
    `WITH RECURSIVE first(id, action, undoes) AS (
       SELECT id, action, undoes FROM commit_log WHERE id = ?
       UNION SELECT k.id, k.action, k.undoes FROM first JOIN commit_log k ON k.id = first.undoes)
     SELECT 1 FROM first WHERE action = 'candidate.merged'`,
  )
    .pluck()
    .get(commitId) === 1;

function attempt(sql: Statements, lines: readonly LogLine[]): readonly Change[] | null {
  try {
    return invert(sql, lines);
  } catch (error) {
    if (isAppError(error) && error.code === 'CONFLICT') return null;
    throw error;
  }
}

/** Whether nothing refers to the row that a change takes out, but for rows that go with it. */
function isFree(sql: Statements, change: Change, with_: readonly Change[]): boolean {
  if (change.op !== 'delete') return true;
  const references = referencesTo(sql, change.entity);
  if (references.length === 0) return true;
  const going = new Set(
    with_.flatMap((other) =>
      other.op === 'delete' ? [`${entityTable(other.entity).sql}:${other.id}`] : [],
    ),
  );
  return references.every(({ table, column }) => {
    for (const id of sql(`SELECT id FROM ${table} WHERE ${column} = ?`)
      .pluck()
      .iterate(change.id)) {
      if (!going.has(`${table}:${String(id)}`)) return false;
    }
    return true;
  });
}

interface Reference {
  readonly table: string;
  readonly column: string;
}

/** The columns of records that refer to the id of a kind of record; a list of one goes with it. The schema stays as it is while the program runs. */
function referencesTo(sql: Statements, entity: EntityName): readonly Reference[] {
  const known = references.get(entity) ?? readReferences(sql, entity);
  references.set(entity, known);
  return known;
}
const references = new Map<EntityName, readonly Reference[]>();

const readReferences = (sql: Statements, entity: EntityName): readonly Reference[] =>
  sql(
    `SELECT '"' || m.name || '"' AS "table", '"' || f."from" || '"' AS "column"
     FROM sqlite_schema m JOIN pragma_foreign_key_list(m.name) f
     WHERE m.type = 'table' AND '"' || f."table" || '"' = ? AND f."to" = 'id'
       AND EXISTS (SELECT 1 FROM pragma_table_info(m.name) c WHERE c.name = 'id')`,
  ).all(entityTable(entity).sql) as readonly Reference[]; // The columns named above.

/** The lines of a commit. Errors: NOT_FOUND when there is none, CONFLICT when it was taken back. */
function linesInForce(sql: Statements, commitId: Id): readonly LogLine[] {
  const undoneBy = sql('SELECT undone_by FROM commit_log WHERE id = ?').pluck().get(commitId);
  if (undoneBy === undefined) throw unknown();
  if (undoneBy !== null) throw conflict('It was taken back already.');
  return readLogLines(sql, commitId);
}

/** The changes that take lines back, last first. */
function invert(sql: Statements, lines: readonly LogLine[]): readonly Change[] {
  const going = new Set(
    lines
      .filter((line) => line.op === 'insert')
      .flatMap((line) => line.ids.map((id) => `${line.entity}:${id}`)),
  );
  return lines.toReversed().flatMap((line) => {
    switch (line.op) {
      case 'insert':
        return line.ids.toReversed().map((id) => takeOut(sql, line, id));
      case 'update':
        return going.has(`${line.entity}:${line.ids[0]}`) ? [] : [putBackFields(sql, line)];
      case 'delete':
        return [bringBack(sql, line)];
      default:
        return assertNever(line.op);
    }
  });
}

/** Taking back takes what doing it would: nobody takes back what was done to a record that they may not change. */
function mayTakeBack(sql: Statements, actor: Actor, line: LogLine): boolean {
  const { permission, isPersonal } = CHANGING[line.entity];
  if (!worksAtDesk(actor) || !holds(actor, permission)) return false;
  if (givesAway(line) && !holds(actor, 'candidate.assign')) return false;
  const isOwn = actorOf(sql, line) === actor.id;
  if (isPersonal === true && !isOwn) return false;
  if (line.entity === 'note' && !isOwn && actor.role !== 'admin') return false;
  if (line.subjectId === null) return true;
  if (line.entity === 'share') return maySharePerson(sql, actor, line.subjectId);
  if (reachesSubject(sql, actor, line.entity, line.subjectId, levelFor(actor, permission)))
    return true;
  // What was deleted is in nobody's reach any more: whoever deleted it may bring it back, and who reaches everything.
  const { candidates, jobs, clients } = reachOf(actor);
  const reachesAll = candidates === 'all' && jobs === 'all' && clients === 'all';
  return (isOwn || reachesAll) && !subjectExists(sql, line.entity, line.subjectId);
}

const actorOf = (sql: Statements, line: LogLine): unknown =>
  sql('SELECT k.actor_id FROM change_log l JOIN commit_log k ON k.id = l.commit_id WHERE l.seq = ?')
    .pluck()
    .get(line.seq);

/** Whether a line gave a candidate to another owner. */
const givesAway = (line: LogLine): boolean =>
  line.entity === 'candidate' && line.op === 'update' && line.before?.ownerId !== undefined;

function maySharePerson(sql: Statements, actor: Actor, candidateId: Id): boolean {
  const scope = sharingScope(actor, 'c');
  return (
    sql(`SELECT 1 FROM candidate c WHERE c.id = ? AND ${scope.where}`)
      .pluck()
      .get(candidateId, ...scope.params) === 1
  );
}

function takeOut(sql: Statements, line: LogLine, id: Id): Change {
  const row = readRow(sql, line.entity, id);
  if (row === null) throw conflict('Something it added was removed since.');
  const version = Number(row.version);
  if (version > 1 && changedSince(sql, line, id))
    throw conflict('Something it added was changed since.');
  // A union of twenty kinds of records: which of them it is decides the line.
  return { op: 'delete', entity: line.entity, id, version } as Change;
}

function putBackFields(sql: Statements, line: LogLine): Change {
  const id = line.ids[0] ?? '';
  const row = readRow(sql, line.entity, id);
  if (row === null) throw conflict('What it changed was deleted since.');
  for (const [field, value] of Object.entries(line.after ?? {})) {
    if (JSON.stringify(row[field]) !== JSON.stringify(value)) {
      throw conflict('The same field was changed since.', { entity: line.entity, id, field });
    }
  }
  // The log holds the fields of this entity under their names, as the store wrote them.
  return {
    op: 'update',
    entity: line.entity,
    id,
    version: Number(row.version),
    patch: line.before ?? {},
  } as Change;
}

function bringBack(sql: Statements, line: LogLine): Change {
  const id = line.ids[0] ?? '';
  if (readRow(sql, line.entity, id) !== null) throw conflict('It is there again already.');
  const {
    version: _,
    createdAt: _at,
    createdBy: _by,
    updatedAt: _changed,
    ...row
  } = line.before ?? {};
  // The log holds the whole row of this entity, as the store wrote it.
  return { op: 'insert', entity: line.entity, row } as unknown as Change;
}

/** Whether a commit that is still in force changed this row after the line was written; a change and its undo cancel out. */
function changedSince(sql: Statements, line: LogLine, id: Id): boolean {
  return (
    sql(
      `SELECT 1 FROM change_log l JOIN commit_log k ON k.id = l.commit_id
       WHERE l.subject_id IS ? AND l.seq > ? AND l.entity = ? AND l.op = 'update'
         AND l.commit_id <> (SELECT commit_id FROM change_log WHERE seq = ?)
         AND NOT ${IS_TAKEN_BACK} AND k.undoes IS NULL AND l.row_ids = ? LIMIT 1`,
    )
      .pluck()
      .get(line.subjectId, line.seq, line.entity, line.seq, JSON.stringify([id])) === 1
  );
}

function readRow(sql: Statements, entity: EntityName, id: Id): LogFields | null {
  const table = entityTable(entity);
  const row = sql(table.selectById).get(id);
  // The driver gives a row as an object of column names.
  return row === undefined ? null : decodeRow(entity, row as LogFields);
}

const unknown = (): AppError => new AppError('NOT_FOUND', 'There is no such entry in the history.');

const conflict = (why: string, details: Record<string, unknown> = {}): AppError =>
  new AppError('CONFLICT', `This can no longer be taken back. ${why}`, details);
