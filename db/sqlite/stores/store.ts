import { AppError } from '@/shared/kit/app-error';
import type { Clock } from '@/shared/kit/clock';
import { nowIso } from '@/shared/kit/clock';
import { newId } from '@/shared/kit/ids';
import type { CommitRequest, CommitResult, Store } from '@/shared/usecases/ports/store';
import { type Sqlite, tellTime } from '../connection';
import { toAppError } from '../errors';
import { createCandidateIndexer } from '../search/index-candidate';
import { beginRebuild, isBrokenIndex } from '../search/rebuild';
import { type Statements, statementsOf } from '../statements';
import { applyChange, type RowWriter } from './apply-change';
import { createAuditLog } from './audit-log';
import { createChangeLog } from './change-log';
import { readLogLines } from './log-lines';
import { erasePeople } from './privacy-erase';
import { topicsOf } from './topics';
import { touchedBy } from './touched';

/**
 * The one write path on SQLite. A commit is one IMMEDIATE transaction, in this order: the words of the candidates it will touch are
 * remembered, the changes are applied in the order given (references are checked at the end, so the order is free), the change log and
 * after it the audit entries are written, and the touched candidates are indexed anew. An index of words that is broken is no reason to
 * refuse an edit: it is emptied, to be made anew in the background, and the commit runs once more.
 */
export function createSqliteStore(db: Sqlite, deps: { readonly clock: Clock }): SqliteStore {
  tellTime(db, deps.clock);
  const sql = statementsOf(db);
  const listeners = new Set<(result: CommitResult) => void>();

  const run = db.transaction((request: CommitRequest): CommitResult => {
    db.pragma('defer_foreign_keys = ON');
    return write(sql, request, nowIso(deps.clock));
  });

  return {
    commit: async (request) => {
      const result = attempt(() => {
        // What is erased leaves zeroes in the pages it stood in; for every edit that would be too many pages to write.
        if (request.erases !== undefined) db.pragma('secure_delete = ON');
        try {
          return run.immediate(request);
        } catch (error) {
          if (!isBrokenIndex(error)) throw error;
          beginRebuild(db);
          return run.immediate(request);
        } finally {
          if (request.erases !== undefined) db.pragma('secure_delete = OFF');
        }
      }, request);
      for (const listener of listeners) listener(result);
      return result;
    },
    onCommit: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    announce: (topics) => {
      const id = newId();
      for (const listener of listeners) listener({ commitId: id, topics });
    },
  };
}

export interface SqliteStore extends Store {
  /** Tells listeners to read again although no record changed: the search index was made anew. */
  readonly announce: (topics: readonly string[]) => void;
}

function write(sql: Statements, request: CommitRequest, at: string): CommitResult {
  const commitId = request.id ?? newId();
  const writer: RowWriter = {
    sql,
    at,
    actorId: request.actor.id,
    deletedBefore: new Map(
      [
        ...(request.restores ?? []),
        ...(request.undoes === undefined ? [] : [request.undoes]),
      ].flatMap((id) => [...rowsDeletedBy(sql, id)]),
    ),
  };
  const erased = request.erases === undefined ? [] : erasePeople(sql, request.erases, at);
  const before = touchedBy(sql, request.changes);
  const indexer = createCandidateIndexer(sql, at);
  for (const num of before.wordNums) indexer.remember(num);
  const log = createChangeLog(sql, commitId);
  const audit = createAuditLog(sql, request, { commitId, at });
  for (const change of request.changes) {
    const applied = applyChange(writer, change);
    log.add(applied);
    audit.add(applied);
  }
  if (log.lines > 0 || request.undoes !== undefined) {
    writeCommitLine(sql, { ...request, commitId, at });
    log.write();
  }
  const entries = audit.write();
  const nums = new Set([...before.nums, ...erased]);
  for (const candidateId of before.candidateIds) {
    const num = sql('SELECT num FROM candidate WHERE id = ?').pluck().get(candidateId);
    if (typeof num === 'number') nums.add(num);
  }
  for (const num of nums) {
    if (before.markedNums.has(num)) indexer.indexMarks(num);
    else indexer.index(num);
  }
  indexer.finish();
  const topics = topicsOf(request.changes, [
    ...before.candidateIds,
    ...before.taggedIds,
    ...before.pairedIds,
  ]);
  return {
    commitId,
    topics: [
      ...topics,
      ...(request.erases === undefined ? [] : ERASED_TOPICS),
      ...(entries > 0 ? ['audit'] : []),
    ],
  };
}

/** Who is erased may have stood anywhere. */
const ERASED_TOPICS = [
  'candidates',
  'tags',
  'lists',
  'applications',
  'interviews',
  'matches',
  'duplicates',
  'imports',
  'notifications',
  'saved-searches',
  'search-history',
  'search-log',
  'quarantine',
  'holds',
  'erasures',
];

function writeCommitLine(
  sql: Statements,
  commit: CommitRequest & { readonly commitId: string; readonly at: string },
): void {
  sql(
    'INSERT INTO commit_log (id, at, actor_id, actor_name, action, undoes, undone_by, part_of) VALUES (?, ?, ?, ?, ?, ?, NULL, ?)',
  ).run(
    commit.commitId,
    commit.at,
    commit.actor.id,
    commit.actor.name,
    commit.action,
    commit.undoes ?? null,
    commit.partOf ?? null,
  );
  if (commit.undoes === undefined) return;
  const marked = sql('UPDATE commit_log SET undone_by = ? WHERE id = ? AND undone_by IS NULL').run(
    commit.commitId,
    commit.undoes,
  );
  if (marked.changes !== 1) {
    throw new AppError('CONFLICT', 'This was already taken back. Nothing was changed.');
  }
  // Taking back a taking back puts the first commit in force again.
  sql(
    'UPDATE commit_log SET undone_by = NULL WHERE id = (SELECT undoes FROM commit_log WHERE id = ?)',
  ).run(commit.undoes);
}

/** The rows a commit deleted, whole, by entity and id: taking it back brings them with their first dates. */
function rowsDeletedBy(
  sql: Statements,
  commitId: string,
): ReadonlyMap<string, Readonly<Record<string, unknown>>> {
  return new Map(
    readLogLines(sql, commitId).flatMap(({ op, entity, ids, before }) =>
      op === 'delete' && before !== null ? [[`${entity}:${ids[0]}`, before]] : [],
    ),
  );
}

/** A rule of the schema that refuses an undo is a conflict with what came later, not a wrong value. */
function attempt<T>(work: () => T, request: CommitRequest): T {
  try {
    return work();
  } catch (error) {
    const known = toAppError(error);
    if (known instanceof AppError && known.code === 'INVALID' && request.undoes !== undefined) {
      throw new AppError(
        'CONFLICT',
        'This can no longer be taken back: something that depends on it was changed since.',
      );
    }
    throw known;
  }
}
