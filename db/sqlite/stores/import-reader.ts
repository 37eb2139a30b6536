import type { RemovedPart } from '@/shared/domain/candidates/reconcile';
import type { ContactPoint, Resume } from '@/shared/domain/candidates/records';
import {
  IMPORT_OUTCOMES,
  type ImportCounts,
  type ImportItem,
  type ImportOutcome,
} from '@/shared/domain/imports/records';
import type { Id } from '@/shared/kit/ids';
import type { ImportReader } from '@/shared/usecases/ports/readers';
import type { Sqlite } from '../connection';
import { decode, entityTable } from '../entities';
import { guarded } from '../errors';
import { type Statements, statementsOf } from '../statements';
import { readDetail } from './candidate-detail';
import { readTree, rootOf } from './merge-state';

const MOST_PAIRS = 1000;
const MOST_FOLDERS = 1000;
const MOST_REMOVED = 1000;
const MOST_OPEN_TASKS = 1000;
const MOST_ITEMS = 1000;

/**
 * What the import asks of the database. The casts in this file name the columns their statements select.
 */
export function createImportReader(db: Sqlite): ImportReader {
  const sql = statementsOf(db);
  const one = <E extends 'candidate' | 'task' | 'importItem'>(entity: E, id: Id) => {
    const table = entityTable(entity);
    const row = sql(table.selectById).get(id);
    return row === undefined ? null : decode(entity, row);
  };

  return {
    resumeByHash: async (sha256) =>
      guarded(
        () =>
          (sql(
            `SELECT r.id AS "resumeId", c.id AS "candidateId", c.name AS "candidateName"
             FROM resume r JOIN candidate c ON c.id = r.candidate_id WHERE r.sha256 = ? ORDER BY r.id LIMIT 1`,
          ).get(sha256) as { resumeId: Id; candidateId: Id; candidateName: string } | undefined) ??
          null,
      ),
    resumeByOriginPath: async (path) =>
      guarded(
        () =>
          (sql(
            `SELECT id AS "resumeId", candidate_id AS "candidateId", sha256 FROM resume
             WHERE ("origin" ->> '$.path') = ? ORDER BY stored_at DESC, id DESC LIMIT 1`,
          ).get(path) as { resumeId: Id; candidateId: Id; sha256: string } | undefined) ?? null,
      ),
    contactMatches: async (keys, limit) => guarded(() => contactMatches(sql, keys, limit)),
    candidate: async (id) => guarded(() => one('candidate', id)),
    namesOf: async (id) =>
      guarded(() =>
        sql(
          'SELECT c.name FROM json_each(?) wanted JOIN candidate c ON c.id = wanted.value ORDER BY wanted.key',
        )
          .pluck()
          .all(JSON.stringify(readTree(sql, id)))
          .map(String),
      ),
    candidateParts: async (id) =>
      guarded(() => (rootOf(sql, id) === id ? readDetail(sql, id) : null)),
    removedParts: async (id) => guarded(() => removedParts(sql, id)),
    tasks: async (limit) =>
      guarded(() =>
        sql(`SELECT ${entityTable('task').select} FROM task ORDER BY id DESC LIMIT ?`)
          .all(limit)
          .map((row) => decode('task', row)),
      ),
    task: async (id) => guarded(() => one('task', id)),
    openTasks: async () =>
      guarded(() =>
        sql(
          `SELECT ${entityTable('task').select} FROM task WHERE state IN ('running', 'paused') ORDER BY id LIMIT ${MOST_OPEN_TASKS}`,
        )
          .all()
          .map((row) => decode('task', row)),
      ),
    counts: async (taskId) => guarded(() => counts(sql, taskId)),
    items: async (query) => guarded(() => items(sql, query)),
    item: async (id) => guarded(() => one('importItem', id)),
    notices: async (resumeIds) =>
      guarded(() => {
        const rows = sql(
          "SELECT r.id AS id, r.notices AS notices FROM json_each(?) wanted JOIN resume r ON r.id = wanted.value WHERE r.notices <> '[]'",
        ).all(JSON.stringify(resumeIds)) as readonly { readonly id: Id; notices: string }[];
        return new Map(
          rows.map(({ id, notices }) => [id, JSON.parse(notices) as Resume['notices']]),
        );
      }),
    knownPaths: async (taskId) =>
      guarded(
        () =>
          new Set(
            sql('SELECT path FROM import_item WHERE task_id = ?').pluck().all(taskId).map(String),
          ),
      ),
    watchedFolders: async () =>
      guarded(() =>
        sql(
          `SELECT ${entityTable('watchedFolder').select} FROM watched_folder ORDER BY id LIMIT ${MOST_FOLDERS}`,
        )
          .all()
          .map((row) => decode('watchedFolder', row)),
      ),
    seenInWatchedFolder: async (watchedFolderId) => guarded(() => seen(sql, watchedFolderId)),
    duplicatePairs: async (candidateId) =>
      guarded(() =>
        sql(
          `SELECT ${entityTable('duplicatePair').select} FROM duplicate_pair
           WHERE candidate_id = ? OR other_id = ? ORDER BY id LIMIT ${MOST_PAIRS}`,
        )
          .all(candidateId, candidateId)
          .map((row) => decode('duplicatePair', row)),
      ),
  };
}

/** The change log keeps a deleted row whole; one that a person deleted by hand and did not bring back is known by it. */
function removedParts(sql: Statements, candidateId: Id): readonly RemovedPart[] {
  const rows = sql(
    `SELECT l.entity AS entity, l.before AS before
     FROM change_log l JOIN commit_log k ON k.id = l.commit_id
     WHERE l.subject_id IN (SELECT value FROM json_each(?)) AND l.op = 'delete' AND k.action = 'candidate.edited' AND k.undone_by IS NULL
     ORDER BY l.seq DESC LIMIT ${MOST_REMOVED}`,
  ).all(JSON.stringify(readTree(sql, candidateId))) as readonly {
    readonly entity: RemovedPart['entity'];
    readonly before: string;
  }[];
  // A person's edit deletes nothing but parts, and `before` is the row as change-log.ts wrote it.
  return rows.map(
    ({ entity, before }) => ({ entity, row: JSON.parse(before) as unknown }) as RemovedPart,
  );
}

function contactMatches(
  sql: Statements,
  keys: Parameters<ImportReader['contactMatches']>[0],
  limit: number,
): Awaited<ReturnType<ImportReader['contactMatches']>> {
  // Most people are new: that nobody has any of it is asked at once.
  const any = sql(
    `SELECT 1 FROM contact_point WHERE key IN (${keys.map(() => '?').join()}) LIMIT 1`,
  ).pluck();
  const found: { candidateId: Id; kind: ContactPoint['kind']; key: string }[] = [];
  if (any.get(...keys.map(({ key }) => key)) === undefined) return found;
  const find = sql(
    'SELECT DISTINCT candidate_id AS "candidateId", kind, key FROM contact_point WHERE key = ? AND kind = ? ORDER BY candidate_id LIMIT ?',
  );
  for (const { kind, key } of keys) {
    if (found.length >= limit) break;
    const held = find.all(key, kind, limit - found.length) as typeof found;
    // What somebody had who was merged into another speaks for the one who was kept.
    const people = new Set(held.map(({ candidateId }) => rootOf(sql, candidateId) ?? candidateId));
    for (const candidateId of people) found.push({ candidateId, kind, key });
  }
  return found;
}

/** Reads two covering indexes, so that it can be asked often while ten thousand files go through. */
function counts(sql: Statements, taskId: Id): ImportCounts {
  const byState = tally(
    sql('SELECT state, count(*) FROM import_item WHERE task_id = ? GROUP BY state')
      .raw()
      .all(taskId),
  );
  const byOutcome = tally(
    sql(
      'SELECT outcome, count(*) FROM import_item WHERE task_id = ? AND outcome IS NOT NULL GROUP BY outcome',
    )
      .raw()
      .all(taskId),
  );
  const outcomes = Object.fromEntries(
    IMPORT_OUTCOMES.map((outcome) => [outcome, byOutcome.get(outcome) ?? 0]),
  ) as Record<ImportOutcome, number>; // One entry for each outcome, made on the line above.
  const waiting = byState.get('waiting') ?? 0;
  const working = byState.get('working') ?? 0;
  const cancelled = byState.get('cancelled') ?? 0;
  const done = IMPORT_OUTCOMES.reduce((sum, outcome) => sum + outcomes[outcome], 0);
  return { seen: waiting + working + cancelled + done, waiting, working, cancelled, ...outcomes };
}

const tally = (rows: readonly unknown[]): ReadonlyMap<string, number> =>
  new Map(rows.map((row) => row as [string, number]));

function items(
  sql: Statements,
  query: Parameters<ImportReader['items']>[0],
): readonly ImportItem[] {
  const where = ['task_id = ?'];
  const params: unknown[] = [query.taskId];
  if (query.outcome !== undefined) {
    where.push('outcome = ?');
    params.push(query.outcome);
  }
  if (query.state !== undefined) {
    where.push('state = ?');
    params.push(query.state);
  }
  if (query.afterId !== undefined) {
    where.push('id > ?');
    params.push(query.afterId);
  }
  return sql(
    `SELECT ${entityTable('importItem').select} FROM import_item WHERE ${where.join(' AND ')} ORDER BY id LIMIT ?`,
  )
    .all(...params, Math.min(query.limit, MOST_ITEMS))
    .map((row) => decode('importItem', row));
}

/** The newest size and time of each file of a watched folder; what was cancelled has not been seen. */
function seen(
  sql: Statements,
  watchedFolderId: Id,
): ReadonlyMap<string, { readonly bytes: number; readonly modifiedMs: number | null }> {
  const files = new Map<string, { bytes: number; modifiedMs: number | null }>();
  const rows = sql(
    `SELECT i.path AS path, i.bytes AS bytes, i.modified_ms AS "modifiedMs"
     FROM task t JOIN import_item i ON i.task_id = t.id
     WHERE t.watched_folder_id = ? AND i.parent_id IS NULL AND i.state <> 'cancelled' ORDER BY i.id`,
  ).iterate(watchedFolderId);
  for (const row of rows) {
    const { path, bytes, modifiedMs } = row as {
      path: string;
      bytes: number;
      modifiedMs: number | null;
    };
    files.set(path, { bytes, modifiedMs });
  }
  return files;
}
