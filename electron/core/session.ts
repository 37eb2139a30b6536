import { existsSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {
  databasePathIn,
  hasRemains,
  openWorkspaceDatabase,
  openWorkspaceToRead,
  type WorkspaceDatabase,
} from '@/db/sqlite/open';
import { createCandidateSearch } from '@/db/sqlite/search/candidate-search';
import { createPeopleReader } from '@/db/sqlite/stores/people-reader';
import { createSqliteStore } from '@/db/sqlite/stores/store';
import { createWorkspaceReader } from '@/db/sqlite/stores/workspace-reader';
import { createImpactDesk, type ImpactDesk } from '@/electron/core/adverse-impact/impact-desk';
import { type AuditDesk, openAuditDesk, seedWithoutKeys } from '@/electron/core/audit/audit-desk';
import type { ParserSpawner } from '@/electron/core/parser-pool/parser-spawner';
import { withFirstPage } from '@/electron/core/query-pool/first-page';
import { createQueryPool } from '@/electron/core/query-pool/query-pool';
import type { Actor } from '@/shared/domain/workspace/records';
import type { HashCost } from '@/electron/workers/passwords/password-task';
import { DEFAULT_SETTINGS } from '@/shared/domain/workspace/records';
import type { Clock } from '@/shared/kit/clock';
import type { Deps } from '@/shared/usecases/deps';
import type { DescriptionDeps } from '@/shared/usecases/jobs/propose-job';
import type { Parser } from '@/shared/usecases/ports/parser';
import type { ReadAnew } from '@/shared/usecases/ports/reparse-runner';
import { erasedBefore } from '@/shared/usecases/privacy/returned';
import { createWorkspace, type NewWorkspace } from '@/shared/usecases/workspace/create-workspace';
import { type BackupKeeper, type BackupTiming, createBackupKeeper } from './backup/backup-keeper';
import { backupEntry } from './backup/run-task';
import { type BulkRunner, createBulkRunner } from './bulk/bulk-runner';
import {
  type CoreDuplicateSearcher,
  createDuplicateSearcher,
} from './duplicates/duplicate-searcher';
import { type CoreImportRunner, createImportRunner } from './imports/import-runner';
import { createIndexKeeper, withRepair } from './index-keeper';
import { renewKeyCopy } from './keys/key-file-store';
import type { Keyring } from './keys/keyring';
import { stagedIn } from './keys/sealed-file';
import type { Log } from './log';
import { createMatchKeeper, type MatchKeeper } from './match-keeper';
import type { ErasedBefore } from './imports/plan-item';
import { createStaging } from './imports/staging';
import { createNotifier, type NotifierTiming } from './notifications/notifier';
import { createOcrData, type OcrData } from './ocr-data';
import { createSecrets, passwordsEntry } from './people/secrets';
import { createSignInState, type SignInState } from './people/sign-in-state';
import {
  nameOfOriginal,
  type OriginalsStore,
  openOriginalsStore,
  originalsKeys,
} from './originals-store';
import { createPortableDesk, type PortableDesk } from './portable/portable-desk';
import { openPrivacyDesk, type PrivacyDesk } from './privacy/privacy-desk';
import { openParser, parsersFor } from './parsers';
import { isStorageError } from './storage-errors';
import { createStorage, probeWriting, type Storage, withStorage } from './storage';
import type { Resources } from './paths';
import { createReadAnew } from './reparse/read-anew';
import { type CoreReparseRunner, createReparseRunner } from './reparse/reparse-runner';
import { depsOf } from './session-deps';
import { createTableDesk, type TableDesk } from './tables/table-desk';
import { createWordLists, type WordLists } from './word-lists';
import type { WatchTiming } from './watch/folder-watch';
import { createFolderWatcher, type FolderWatcher } from './watch/folder-watcher';

export interface SessionOptions {
  readonly workspaceDir: string;
  readonly resources: Resources;
  readonly parserSpawner: ParserSpawner;
  readonly queryEntry: string;
  readonly queryArguments?: readonly string[];
  /** Of Longlist, for what is written into backups. */
  readonly version: string;
  /** How many parse processes; null decides by processors and memory. */
  readonly parsers: number | null;
  /** Only to read, also beside a Longlist that has the workspace open; writing fails. */
  readonly reading?: boolean | undefined;
  /** What everything in the workspace is encrypted with; `plain` for one that is kept in clear. */
  readonly keys: Keyring | 'plain';
  readonly clock: Clock;
  readonly log: Log;
  readonly watchTiming?: Partial<WatchTiming>;
  /** When saved searches are looked at after a change, when not as usual. */
  readonly notifierTiming?: Partial<NotifierTiming>;
  /** When backups are made by themselves, when not as usual. */
  readonly backupTiming?: Partial<BackupTiming>;
  /** What hashing a password costs, when not as usual. */
  readonly passwordCost?: HashCost | undefined;
}

/** An open workspace: its stores, its background work, and who is at the desk. */
export interface Session {
  readonly deps: Deps;
  readonly storage: Storage;
  /** Who is at the desk; while nobody is, the administrator in whose name background work goes on. */
  readonly actor: Actor;
  readonly signedIn: SignInState;
  readonly database: WorkspaceDatabase;
  readonly originals: OriginalsStore;
  /** What the names of originals are made with; null in a workspace in clear. */
  readonly originalNames: Uint8Array | null;
  readonly parser: Parser;
  readonly runner: CoreImportRunner;
  readonly reparser: CoreReparseRunner;
  readonly duplicateSearcher: CoreDuplicateSearcher;
  readonly bulk: BulkRunner;
  readonly tables: TableDesk;
  /** What reading a job description takes. */
  readonly descriptions: DescriptionDeps;
  readonly readAnew: ReadAnew;
  readonly watcher: FolderWatcher;
  readonly wordLists: WordLists;
  readonly ocr: OcrData;
  readonly matchKeeper: MatchKeeper;
  readonly audit: AuditDesk;
  readonly privacy: PrivacyDesk;
  readonly portable: PortableDesk;
  readonly backups: BackupKeeper;
  readonly impact: ImpactDesk;
  /** What is wrong with the database, a line each; looked at on a query thread, as it takes seconds on a big one. */
  readonly checkDatabase: () => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
}

const QUERY_THREADS = 2;

/** Whether there is anything of a workspace in the folder. Anything counts: a new one must never take the place of an old one. */
export function workspaceExists(dir: string): boolean {
  const database = databasePathIn(dir);
  return existsSync(database) || existsSync(`${database}-wal`) || hasRemains(dir);
}

/**
 * Opens the workspace in `workspaceDir`; with `create`, makes it and its first user. Null when the database is there but nobody ever
 * named the workspace (its making was cut short) and `create` is null.
 * Errors (AppError): those of opening the database; CONFLICT when it is to be made and is there.
 */
export async function openSession(
  options: SessionOptions,
  create: NewWorkspace | null,
): Promise<Session | null> {
  const { workspaceDir, clock, log, keys } = options;
  const databaseKey = keys === 'plain' ? keys : keys.key('database');
  const beside =
    options.reading && create === null ? openWorkspaceToRead(workspaceDir, databaseKey) : null;
  const database =
    beside ??
    openWorkspaceDatabase(workspaceDir, {
      clock,
      key: databaseKey,
      ...(keys !== 'plain' && { databaseId: keys.databaseId }),
    });
  /** What runs by itself from when it is made: an opening that fails ends it, the last first. */
  const running: (() => unknown)[] = [() => database.close()];
  try {
    const written = createSqliteStore(database.db, { clock });
    const storage = createStorage({
      probe: () => probeWriting(database.db, workspaceDir),
      changed: (reason) => {
        written.announce(['workspace']);
        if (reason === null) for (const goOn of stoodStill) void goOn();
      },
      log,
    });
    /** What goes on when a workspace that could not be written can be again. */
    const stoodStill: (() => unknown)[] = [];
    const store = beside === null ? withStorage(written, storage) : written;
    const workspace = createWorkspaceReader(database.db);
    const people = createPeopleReader(database.db);
    const secrets = createSecrets({
      entry: passwordsEntry(options.queryEntry),
      cost: options.passwordCost,
    });
    const making = { store, workspace, people, secrets, clock };
    const maker = create === null ? null : await createWorkspace(making, create);
    if ((await people.firstAdmin()) === null || (await workspace.workspace()) === null) {
      database.close();
      return null;
    }
    const signedIn = await createSignInState({ people, workspace, store });
    // Whoever makes the workspace is at its desk.
    if (maker !== null) await signedIn.enter(maker.id);
    const actor = (): Actor => signedIn.background();
    const audit = await openAuditDesk({
      database,
      workspaceDir,
      store,
      actor,
      clock,
      log,
      isReading: beside !== null,
      isNew: create !== null,
      seed: keys === 'plain' ? seedWithoutKeys(database.databaseId) : keys.key('audit-signing'),
    });
    running.push(() => audit.close());
    const pool = createQueryPool({
      entry: options.queryEntry,
      arguments: options.queryArguments ?? [],
      databasePath: database.path,
      databaseKey,
      size: QUERY_THREADS,
    });
    running.push(() => pool.close());
    const keeper = createIndexKeeper({
      db: database.db,
      log,
      changed: () => store.announce(['candidates', 'tags', 'lists']),
    });
    const plain = withFirstPage(pool, createCandidateSearch(database.db, { clock }));
    // Beside another Longlist, that one keeps the index.
    const search = beside === null ? withRepair(plain, keeper) : plain;
    const matchKeeper = createMatchKeeper({
      db: database.db,
      make: pool.makeFacts,
      lookForNews: pool.lookForNews,
      log,
      changed: () => store.announce(['matches']),
    });
    running.push(matchKeeper.close, keeper.close);
    if (beside === null) {
      matchKeeper.start();
      keeper.start();
      stoodStill.push(matchKeeper.start, keeper.start);
      store.onCommit(({ topics }) => {
        if (!topics.includes('candidates')) return;
        keeper.touched();
        matchKeeper.touched();
      });
    }
    const deps = depsOf(database.db, { pool, store, workspace, people, secrets, search, clock });
    const originals = await openOriginalsStore(workspaceDir, originalsKeys(keys), {
      reading: beside !== null,
    });
    const backups = createBackupKeeper({
      ...deps,
      db: database.db,
      workspaceDir,
      keys,
      entry: backupEntry(options.queryEntry),
      version: options.version,
      actor,
      log,
      changed: () => store.announce(['backup']),
      timing: options.backupTiming,
    });
    const impact = createImpactDesk({ ...options, database });
    const privacy = openPrivacyDesk({
      deps,
      impact,
      db: database.db,
      workspaceDir,
      keys,
      originals: {
        remove: async (sha256) => {
          await originals.remove(sha256);
          if (keys === 'plain') return;
          backups.forget(nameOfOriginal(sha256, originalsKeys(keys).names));
        },
      },
      actor,
      log,
    });
    if (beside === null) await privacy.recover();
    const ocr = createOcrData(workspaceDir, options.resources.ocrDir);
    const parsers = options.parsers ?? parsersFor(os.availableParallelism(), os.totalmem());
    const parser = openParser({ ...options, ocr, size: parsers });
    running.push(() => parser.close());
    const ocrLanguages = async (): Promise<readonly string[]> =>
      ((await workspace.workspace())?.settings ?? DEFAULT_SETTINGS).ocrLanguages;
    const filesKey = keys === 'plain' ? keys : keys.key('files');
    const stagingRoot = { path: path.join(workspaceDir, 'staging'), key: filesKey };
    const knownErased: ErasedBefore = (contacts, files) =>
      erasedBefore(privacy.erasure, contacts, files);
    const runner = createImportRunner({
      ...deps,
      actor,
      originals,
      erasedBefore: knownErased,
      parser,
      parsers,
      endedUncleanly: database.endedUncleanly,
      storage,
      ocrLanguages,
      stagingRoot,
      log,
    });
    const readAnew = createReadAnew({
      originals,
      parser,
      ocrLanguages,
      staging: createStaging(stagingRoot, 'reparse').ready,
    });
    const descriptionsStaging = createStaging(stagingRoot, 'descriptions');
    const descriptions: DescriptionDeps = {
      readJob: pool.readJob,
      parser,
      ocrLanguages,
      staging: async () => stagedIn(await descriptionsStaging.ready()),
    };
    const reparser = createReparseRunner({
      ...deps,
      actor,
      readAnew,
      width: parsers,
      log,
    });
    const bulk = createBulkRunner({ ...deps, readAnew, log });
    const tables = createTableDesk({
      ...deps,
      erasedBefore: knownErased,
      parser,
      root: { path: path.join(workspaceDir, 'tables'), key: filesKey },
      storage,
      actor,
      log,
    });
    const duplicateSearcher = createDuplicateSearcher({
      ...deps,
      actor,
      entry: duplicatesEntry(options.queryEntry),
      databasePath: database.path,
      databaseKey,
      log,
    });
    const watcher = createFolderWatcher({
      ...deps,
      runner,
      actor,
      workspaceDir,
      log,
      ...(options.watchTiming && { timing: options.watchTiming }),
    });
    const notifier = createNotifier({
      ...deps,
      imports: runner,
      lookForMatches: matchKeeper.lookForNews,
      actor,
      log,
      ...(options.notifierTiming && { timing: options.notifierTiming }),
    });
    const portable = createPortableDesk({ ...options, deps, database, audit });
    if (beside === null) await portable.recover();
    const goingOn = (work: Promise<void>): Promise<void> =>
      work.catch((error: unknown) => {
        if (!isStorageError(error)) log.error('storage.not-gone-on', error);
      });
    if (beside === null && keys !== 'plain') renewKeyCopy(workspaceDir);
    stoodStill.push(
      () => renewKeyCopy(workspaceDir),
      () => goingOn(privacy.goOn()),
      () => goingOn(tables.goOn()),
    );
    const wordLists = createWordLists();
    return {
      deps,
      storage,
      get actor() {
        return actor();
      },
      signedIn,
      database,
      originals,
      originalNames: originalsKeys(keys).names,
      parser,
      runner,
      reparser,
      duplicateSearcher,
      bulk,
      tables,
      readAnew,
      descriptions,
      watcher,
      wordLists,
      ocr,
      matchKeeper,
      audit,
      privacy,
      portable,
      backups,
      impact,
      checkDatabase: search.check,
      close: async () => {
        wordLists.close();
        await portable.close();
        await backups.close();
        await privacy.close();
        await watcher.close();
        await bulk.close();
        await tables.close();
        await duplicateSearcher.close();
        await reparser.close();
        await runner.close();
        await notifier.close();
        await parser.close();
        await search.close();
        matchKeeper.close();
        keeper.close();
        await audit.close();
        await storage.settled();
        database.close();
      },
    };
  } catch (error) {
    for (const end of running.toReversed()) {
      try {
        await end();
      } catch (why) {
        log.error('session.not-ended', why);
      }
    }
    throw error;
  }
}

/** The duplicates thread is built beside the query thread. */
export const duplicatesEntry = (queryEntry: string): string =>
  path.join(path.dirname(queryEntry), 'duplicates-thread.js');
