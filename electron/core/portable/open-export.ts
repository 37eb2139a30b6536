import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { openWorkspaceDatabase } from '@/db/sqlite/open';
import { createPeopleReader } from '@/db/sqlite/stores/people-reader';
import { createSqliteStore } from '@/db/sqlite/stores/store';
import { createWorkspaceReader } from '@/db/sqlite/stores/workspace-reader';
import { HEAD_FILE } from '@/electron/core/audit/head-keeper';
import { createKeyDesk, type KeyDeskDeps } from '@/electron/core/keys/key-desk';
import { slotOf } from '@/electron/core/keys/key-slots';
import type { Keyring } from '@/electron/core/keys/keyring';
import type { Log } from '@/electron/core/log';
import type { SessionKeys } from '@/electron/core/opening';
import { originalsKeys } from '@/electron/core/originals-store';
import { createSecrets, passwordsEntry } from '@/electron/core/people/secrets';
import { asStorageError } from '@/electron/core/storage-errors';
import type { HashCost } from '@/electron/workers/passwords/password-task';
import type { Opened } from '@/electron/workers/portable/messages';
import { emailOf } from '@/shared/usecases/people/emails';
import { isAppError } from '@/shared/kit/app-error';
import { type NewAdmin, refuseBadAdmin, takeOver } from '@/shared/usecases/portable/take-over';
import { readManifest } from './read-export';
import { portableEntry, runPortable } from './run-portable';

export interface OpenExportDeps extends KeyDeskDeps {
  readonly plain: boolean;
  readonly queryEntry: string;
  readonly passwordCost?: HashCost | undefined;
  readonly log: Log;
}

export interface OpenedExport {
  readonly keys: SessionKeys;
  /** Empty for a workspace in clear. */
  readonly recoveryKey: string;
  readonly opened: Opened;
}

/**
 * Makes the workspace of a full export, with keys of its own. It is put together in a folder beside its place and takes it as a whole, so
 * that whatever goes wrong leaves nothing. The folder of the workspace must not hold one.
 * Errors: INVALID with `reason`, WORKSPACE_TOO_NEW, STORAGE_UNAVAILABLE; the signal's reason.
 */
export async function openExport(
  deps: OpenExportDeps,
  input: {
    readonly folder: string;
    readonly passphrase: string | null;
    readonly admin: NewAdmin | null;
  },
  {
    signal,
    onProgress,
  }: { readonly signal: AbortSignal; readonly onProgress: (done: number) => void },
): Promise<OpenedExport> {
  const { manifest } = await readManifest(input.folder);
  refuseBadAdmin(input.admin, manifest.guarded);
  const made = `${deps.workspaceDir}.opening`;
  const desk = createKeyDesk({ ...deps, workspaceDir: made });
  try {
    await rm(made, { recursive: true, force: true });
    await mkdir(made, { recursive: true, mode: 0o700 });
    const keyed = deps.plain
      ? null
      : await desk.make({
          databaseId: manifest.databaseId,
          passphrase: input.passphrase,
          unfinished: null,
          isShown: true,
        });
    const keys: SessionKeys = keyed?.keyring ?? 'plain';
    const answer = await runPortable(
      portableEntry(deps.queryEntry),
      {
        kind: 'read',
        folder: input.folder,
        workspaceDir: made,
        databaseKey: keys === 'plain' ? keys : keys.key('database'),
        originals: originalsKeys(keys),
        admin: input.admin === null ? null : emailOf(input.admin.email),
      },
      { signal, onProgress },
    );
    if (answer.kind !== 'opened') throw new Error('The thread opened nothing');
    const opened = answer.result;
    await settle(deps, made, keys, {
      ...input,
      madeAt: manifest.madeAt,
      guarded: manifest.guarded,
      opened,
    });
    signal.throwIfAborted();
    await takePlace(made, deps.workspaceDir);
    deps.log.info('export.opened', { candidates: opened.counts.candidates });
    return { keys, recoveryKey: keyed?.recoveryKey ?? '', opened };
  } catch (error) {
    await forget(deps, made);
    throw isAppError(error) || signal.aborted ? error : asStorageError(error);
  }
}

/** Whose desk it is, and in the audit log what it was made of. */
async function settle(
  deps: OpenExportDeps,
  made: string,
  keys: Keyring | 'plain',
  about: {
    readonly admin: NewAdmin | null;
    readonly guarded: boolean;
    readonly madeAt: string;
    readonly opened: Opened;
  },
): Promise<void> {
  const { clock } = deps;
  const { head, manifest } = about.opened;
  const database = openWorkspaceDatabase(made, {
    clock,
    key: keys === 'plain' ? keys : keys.key('database'),
  });
  try {
    const store = createSqliteStore(database.db, { clock });
    await takeOver(
      {
        store,
        clock,
        people: createPeopleReader(database.db),
        workspace: createWorkspaceReader(database.db),
        secrets: createSecrets({ entry: passwordsEntry(deps.queryEntry), cost: deps.passwordCost }),
      },
      {
        admin: about.admin,
        guarded: about.guarded,
        from: {
          madeAt: about.madeAt,
          manifest,
          log: typeof head === 'string' ? head : 'unbroken',
          headSeq: typeof head === 'string' ? null : head.seq,
          headHash: typeof head === 'string' ? null : head.hash,
        },
      },
    );
  } finally {
    database.close();
  }
  // Signed with the key of before: the entry that names it explains it, and the next head is signed with the new one.
  if (typeof head !== 'string') {
    await writeFile(path.join(made, HEAD_FILE), `${JSON.stringify(head)}\n`, { mode: 0o600 });
  }
}

/** What else lies in the folder of the workspace, data for scans for one, goes with it. Nothing is replaced but what holds nothing. */
async function takePlace(made: string, workspaceDir: string): Promise<void> {
  const names = existsSync(workspaceDir) ? await readdir(workspaceDir) : [];
  const inTheWay = names.filter((name) => existsSync(path.join(made, name)));
  for (const name of inTheWay) {
    const place = path.join(workspaceDir, name);
    // A folder that is not empty stays, and so does everything.
    if (name === 'lock.db') await rm(place);
    else await removeEmpty(place);
  }
  for (const name of names.filter((one) => !inTheWay.includes(one))) {
    await rename(path.join(workspaceDir, name), path.join(made, name));
  }
  if (existsSync(workspaceDir)) await rmdir(workspaceDir);
  await rename(made, workspaceDir);
}

async function removeEmpty(folder: string): Promise<void> {
  for (const name of await readdir(folder)) await removeEmpty(path.join(folder, name));
  await rmdir(folder);
}

async function forget(deps: OpenExportDeps, made: string): Promise<void> {
  try {
    const file = createKeyDesk({ ...deps, workspaceDir: made }).file();
    const account = file === null ? undefined : slotOf(file, 'keychain')?.account;
    if (account !== undefined) await deps.secrets.remove(account);
    await rm(made, { recursive: true, force: true, maxRetries: 3 });
  } catch (error) {
    deps.log.error('export.not-removed', error);
  }
}
