import type { Candidate, DuplicatePair } from '@/shared/domain/candidates/records';
import {
  MOVED_ENTITIES,
  type MovedEntity,
  type PersonRows,
} from '@/shared/domain/duplicates/person-rows';
import type { Merge } from '@/shared/domain/duplicates/records';
import type { Fields, HistoryLine } from '@/shared/domain/duplicates/replay';
import type { StoredRow, UnmergeState } from '@/shared/domain/duplicates/unmerge-state';
import type { Id } from '@/shared/kit/ids';
import { decode, decodeRow, entityTable, selectList } from '../entities';
import type { Statements } from '../statements';
import { IS_TAKEN_BACK } from './log-lines';

// Reads for merging and taking apart. They have no limit: a row that is not read would be left behind.

const RESUME_TEXT = ['text', 'lines', 'parsed'];

/** A candidate with every row of theirs; null when there is none of that id. */
export function readPersonRows(sql: Statements, id: Id): PersonRows | null {
  const [candidate] = readCandidates(sql, [id]);
  if (candidate === undefined) return null;
  const rows = readRows(sql, [id]);
  const parts = Object.fromEntries(
    MOVED_ENTITIES.map((entity) => [
      entity,
      rows.flatMap((stored) => (stored.entity === entity ? [stored.row] : [])),
    ]),
  );
  // One list for each kind of row, made in the statement above from that kind's table.
  return { candidate, ...parts } as unknown as PersonRows;
}

/** Every pair that one of these is in. */
export const readPairs = (sql: Statements, ids: readonly Id[]): readonly DuplicatePair[] => {
  const { select } = entityTable('duplicatePair');
  return sql(
    `SELECT ${select} FROM duplicate_pair WHERE candidate_id IN (SELECT value FROM json_each(?))
     UNION SELECT ${select} FROM duplicate_pair WHERE other_id IN (SELECT value FROM json_each(?)) ORDER BY id`,
  )
    .all(JSON.stringify(ids), JSON.stringify(ids))
    .map((row) => decode('duplicatePair', row));
};

/** The one who is shown for a candidate: themselves, or whoever they were merged into in the end. Null for an unknown id. */
export function rootOf(sql: Statements, id: Id): Id | null {
  const root = sql(
    `WITH RECURSIVE up(id, parent) AS (
       SELECT id, merged_into_id FROM candidate WHERE id = ?
       UNION SELECT c.id, c.merged_into_id FROM up JOIN candidate c ON c.id = up.parent)
     SELECT id FROM up WHERE parent IS NULL`,
  )
    .pluck()
    .get(id);
  return typeof root === 'string' ? root : null;
}

/** A candidate and everybody who is merged into them, also by way of others. */
export const readTree = (sql: Statements, rootId: Id): readonly Id[] =>
  sql(
    `WITH RECURSIVE tree(id) AS (
       VALUES (?) UNION SELECT c.id FROM tree JOIN candidate c ON c.merged_into_id = tree.id)
     SELECT id FROM tree`,
  )
    .pluck()
    .all(rootId)
    .map(String);

/** All that taking a merge apart needs to know. */
export function readUnmergeState(sql: Statements, merge: Merge): UnmergeState {
  const tree = readTree(sql, rootOf(sql, merge.mergedId) ?? merge.survivorId);
  const related = readRelated(sql, merge.survivorId);
  const merges = sql(
    `SELECT ${entityTable('merge').select} FROM merge WHERE survivor_id IN (SELECT value FROM json_each(?)) ORDER BY id`,
  )
    .all(JSON.stringify(related))
    .map((row) => decode('merge', row));
  const pairs = readPairs(sql, tree);
  const lines = readLines(sql, { related, merges, pairs });
  return {
    merge,
    merges,
    candidates: readCandidates(sql, tree),
    rows: readRows(sql, tree),
    pairs,
    lines,
    gone: readGone(sql, lines),
  };
}

const readCandidates = (sql: Statements, ids: readonly Id[]): readonly Candidate[] =>
  sql(
    `SELECT ${selectList('candidate', 'c')} FROM json_each(?) wanted JOIN candidate c ON c.id = wanted.value`,
  )
    .all(JSON.stringify(ids))
    .map((row) => decode('candidate', row));

const readRows = (sql: Statements, ids: readonly Id[]): readonly StoredRow[] =>
  MOVED_ENTITIES.flatMap((entity: MovedEntity) => {
    const columns = selectList(entity, 'r', entity === 'resume' ? RESUME_TEXT : []);
    const hasOrder = entityTable(entity).byKey.has('position');
    return sql(
      `SELECT ${columns} FROM ${entityTable(entity).sql} r WHERE r.candidate_id IN (SELECT value FROM json_each(?))
       ORDER BY ${hasOrder ? 'r.position, ' : ''}r.id`,
    )
      .all(JSON.stringify(ids))
      .map((row) => ({
        entity,
        // The driver gives a row as an object of column names, and every one of these tables has a record's columns.
        row: decodeRow(entity, row as Fields) as StoredRow['row'],
      }));
  });

/** Everybody who ever had to do with somebody through merges, also such as were taken apart. */
const readRelated = (sql: Statements, id: Id): readonly Id[] =>
  sql(
    `WITH RECURSIVE related(id) AS (
       VALUES (?)
       UNION SELECT m.merged_id FROM related JOIN merge m ON m.survivor_id = related.id
       UNION SELECT m.survivor_id FROM related JOIN merge m ON m.merged_id = related.id)
     SELECT id FROM related`,
  )
    .pluck()
    .all(id)
    .map(String);

function readLines(
  sql: Statements,
  of: {
    readonly related: readonly Id[];
    readonly merges: readonly Merge[];
    readonly pairs: readonly DuplicatePair[];
  },
): readonly HistoryLine[] {
  const since = sql(
    'SELECT min(seq) FROM change_log WHERE commit_id IN (SELECT value FROM json_each(?))',
  )
    .pluck()
    .get(JSON.stringify(of.merges.map(({ commitId }) => commitId)));
  const pairs = new Set(of.pairs.map(({ id }) => id));
  const subjects = [...new Set([...of.related, ...of.pairs.map((pair) => pair.candidateId)])];
  const known = new Set(of.related);
  const rows = sql(
    `SELECT l.seq AS seq, l.commit_id AS "commitId", k.action AS action, l.entity AS entity, l.op AS op,
       l.subject_id AS "subjectId", l.row_ids AS ids, l.before AS before, l.after AS after,
       NOT ${IS_TAKEN_BACK} AND k.undoes IS NULL AS "isInForce"
     FROM json_each(?) wanted JOIN change_log l ON l.subject_id = wanted.value AND l.seq >= ?
       JOIN commit_log k ON k.id = l.commit_id
     WHERE (l.op <> 'insert' OR k.action = 'candidate.unmerged') ORDER BY l.seq`,
  ).iterate(JSON.stringify(subjects), since ?? 0);
  const lines: HistoryLine[] = [];
  for (const row of rows) {
    // The columns named above; the JSON ones are written by change-log.ts alone.
    const { ids, before, after, subjectId, isInForce, ...line } = row as Omit<
      HistoryLine,
      'ids' | 'before' | 'after' | 'isInForce'
    > &
      Readonly<Record<'ids' | 'before' | 'after' | 'subjectId', string>> & { isInForce: number };
    const rowIds = JSON.parse(ids) as readonly Id[];
    // Of others, only what was done to the pairs they share with these.
    if (!known.has(subjectId) && !(line.entity === 'duplicatePair' && pairs.has(rowIds[0] ?? '')))
      continue;
    lines.push({
      ...line,
      isInForce: isInForce === 1,
      ids: rowIds,
      before: JSON.parse(before) as Fields | null,
      // Whom a row came back to that was deleted: what was put in together is of one person.
      after:
        line.op === 'insert' ? { candidateId: subjectId } : (JSON.parse(after) as Fields | null),
    });
  }
  return lines;
}

/** Tags, lists, fields and jobs that deleted rows name and that are deleted themselves. */
function readGone(sql: Statements, lines: readonly HistoryLine[]): ReadonlySet<Id> {
  const tables = {
    tagId: 'tag',
    listId: 'candidateList',
    fieldId: 'customField',
    jobId: 'job',
  } as const;
  const gone = new Set<Id>();
  for (const [key, entity] of Object.entries(tables)) {
    for (const { op, before } of lines) {
      const id = op === 'delete' ? before?.[key] : undefined;
      if (typeof id !== 'string') continue;
      if (sql(entityTable(entity).selectById).get(id) === undefined) gone.add(id);
    }
  }
  return gone;
}
