import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, rmdir, statfs } from 'node:fs/promises';
import path from 'node:path';
import type { WorkspaceDatabase } from '@/db/sqlite/open';
import type { AuditDesk } from '@/electron/core/audit/audit-desk';
import { exportAudit } from '@/electron/core/audit/export-audit';
import type { Keyring } from '@/electron/core/keys/keyring';
import type { Log } from '@/electron/core/log';
import { originalsKeys } from '@/electron/core/originals-store';
import type { Written } from '@/electron/workers/portable/messages';
import { NO_AUDIT_FILTERS } from '@/shared/domain/audit/views';
import { EXPORT_FILES } from '@/shared/domain/portable/manifest';
import type { Actor } from '@/shared/domain/workspace/records';
import { AppError, isAppError } from '@/shared/kit/app-error';
import { nowIso } from '@/shared/kit/clock';
import type { Deps } from '@/shared/usecases/deps';
import { portableEntry, runPortable } from './run-portable';
import { createUnfinishedNote, newUnfinished } from './unfinished-export';
import { asWriteError } from './write-export';

export interface PortableDesk {
  /**
   * Writes everything to `target`, a folder that is not there yet or is empty: it appears whole or not at all. That it was made is audited.
   * Errors: CONFLICT while another is made or when somebody was erased meanwhile, INVALID for a folder that it may not be,
   * STORAGE_UNAVAILABLE; the signal's reason.
   */
  readonly write: (
    actor: Actor,
    about: { readonly target: string; readonly version: string; readonly guarded: boolean },
    signal?: AbortSignal,
  ) => Promise<Written>;
  /** How much of the export that is being made is done, 0 to 1; null when none is. */
  readonly progress: () => number | null;
  /** Removes what an export left whose process was killed. */
  readonly recover: () => Promise<void>;
  readonly close: () => Promise<void>;
}

interface PortableDeps {
  readonly deps: Deps;
  readonly database: WorkspaceDatabase;
  readonly audit: AuditDesk;
  readonly keys: Keyring | 'plain';
  readonly workspaceDir: string;
  readonly queryEntry: string;
  readonly log: Log;
}

/** Full exports of an open workspace, one at a time, each on a thread of its own. */
export function createPortableDesk(place: PortableDeps): PortableDesk {
  const { deps, database, audit, keys, workspaceDir } = place;
  const closing = new AbortController();
  const unfinished = createUnfinishedNote(workspaceDir, keys);
  let running: Promise<unknown> | null = null;
  let done: number | null = null;

  const writeBeside = async (
    beside: string,
    actor: Actor,
    { version, guarded }: { readonly version: string; readonly guarded: boolean },
    signal: AbortSignal,
  ): Promise<Written> => {
    const workspace = await deps.workspace.workspace();
    const madeAt = nowIso(deps.clock);
    // Before the records: its end is then an entry that they have.
    await exportAudit(
      { deps, audit },
      { format: 'jsonl', filters: NO_AUDIT_FILTERS },
      path.join(beside, EXPORT_FILES.audit),
    );
    const answer = await runPortable(
      portableEntry(place.queryEntry),
      {
        kind: 'write',
        workspaceDir,
        databasePath: database.path,
        databaseKey: database.key,
        originals: originalsKeys(keys),
        folder: beside,
        actorId: actor.id,
        about: {
          version,
          madeAt,
          guarded,
          databaseId: database.databaseId,
          workspace: workspace?.name ?? '',
        },
      },
      {
        signal,
        onProgress: (part) => {
          done = part;
        },
      },
    );
    if (answer.kind !== 'written') throw new Error('The thread wrote nothing');
    const erasures = database.db.prepare('SELECT count(*) FROM erasure').pluck().get();
    if (erasures !== answer.result.erasures) throw erasedMeanwhile();
    return answer.result;
  };

  const write: PortableDesk['write'] = async (actor, { target, ...about }, asked) => {
    await refuseBadTarget(target, workspaceDir);
    await refuseTooLittleRoom(path.dirname(target), database);
    const signal = AbortSignal.any([closing.signal, ...(asked === undefined ? [] : [asked])]);
    const beside = path.join(path.dirname(target), newUnfinished());
    try {
      await unfinished.begin(beside);
      await mkdir(beside, { mode: 0o700 });
      const written = await writeBeside(beside, actor, about, signal);
      signal.throwIfAborted();
      await noteIt(deps, actor, written);
      if (existsSync(target)) await rmdir(target);
      await rename(beside, target);
      await unfinished.end();
      return written;
    } catch (error) {
      await rm(beside, { recursive: true, force: true, maxRetries: 3 });
      await unfinished.end();
      throw isAppError(error) || signal.aborted ? error : asWriteError(error);
    }
  };

  return {
    write: async (actor, about, signal) => {
      if (running !== null) {
        throw new AppError('CONFLICT', 'Another full export is being made. Wait for its end.');
      }
      done = 0;
      const writing = write(actor, about, signal);
      running = writing.catch(() => undefined);
      try {
        return await writing;
      } finally {
        running = null;
        done = null;
      }
    },
    progress: () => done,
    recover: async () => {
      try {
        await unfinished.cleanUp();
      } catch (error) {
        place.log.error('export.not-removed', error);
      }
    },
    close: async () => {
      closing.abort(
        new AppError('CORE_RESTARTED', 'The workspace was closed. Nothing was exported.'),
      );
      await running;
    },
  };
}

/** That everything left the workspace, in clear. */
const noteIt = (deps: Deps, actor: Actor, { counts, files, bytes, manifest }: Written) =>
  deps.store.commit({
    actor,
    action: 'audit.noted',
    changes: [],
    audit: [
      {
        action: 'export.made',
        entityType: 'workspace',
        entityId: null,
        metadata: { kind: 'everything', format: 'full-export', files, bytes, manifest, ...counts },
      },
    ],
  });

async function refuseBadTarget(target: string, workspaceDir: string): Promise<void> {
  const inside = path.relative(workspaceDir, target);
  const isInside = inside === '' || (!inside.startsWith('..') && !path.isAbsolute(inside));
  if (isInside) {
    throw new AppError(
      'INVALID',
      'An export cannot lie in the folder of the workspace. Choose another folder.',
      { reason: 'inside' },
    );
  }
  const there = existsSync(target) ? await readdir(target).catch(() => null) : [];
  if (there !== null && there.length === 0) return;
  throw new AppError('INVALID', 'The folder for the export has to be a new or an empty one.', {
    reason: 'not-empty',
  });
}

async function refuseTooLittleRoom(folder: string, { db }: WorkspaceDatabase): Promise<void> {
  const disk = await statfs(folder).catch(() => null);
  if (disk === null) return;
  const pages = Number(db.pragma('page_count', { simple: true }));
  const files = Number(db.prepare('SELECT coalesce(sum(bytes), 0) FROM resume').pluck().get());
  // The search index does not go; the lists and the audit log take more than that again.
  const needed = 1.3 * pages * Number(db.pragma('page_size', { simple: true })) + files;
  if (disk.bavail * disk.bsize > needed) return;
  throw new AppError(
    'STORAGE_UNAVAILABLE',
    `There is not enough room in that folder: the export needs some ${(needed / 1024 ** 3).toFixed(1)} GB. Nothing was written.`,
    { reason: 'ENOSPC' },
  );
}

const erasedMeanwhile = (): AppError =>
  new AppError(
    'CONFLICT',
    'Somebody was erased while the export was made, so it was not kept. Make it again.',
  );
