import { createRouterClient, type Router } from '@orpc/server';
import type { ApiClient, apiContract } from '@/shared/contract/api';
import type { LockReason } from '@/shared/contract/api/keys';
import { type Check, type CoreEvent, DESK_TOPIC } from '@/shared/contract/api/system';
import type { WorkspaceStatus } from '@/shared/contract/api/workspace';
import { PERMISSIONS } from '@/shared/domain/access/permissions';
import { can } from '@/shared/domain/access/policy';
import type { Argon2Cost } from '@/shared/domain/keys/key-file';
import type { Actor } from '@/shared/domain/workspace/records';
import { type Clock, systemClock } from '@/shared/kit/clock';
import { importView } from '@/shared/usecases/imports/import-views';
import { createStrangers } from '@/shared/usecases/people/sign-in';
import type { NewWorkspace } from '@/shared/usecases/workspace/create-workspace';
import type { HashCost } from '@/electron/workers/passwords/password-task';
import { examine, examineAll } from './doctor/examine';
import type { BackupTiming } from './backup/backup-keeper';
import { createRestoreDesk } from './backup/restore-desk';
import { backupEntry } from './backup/run-task';
import { recoverRestore } from './backup/swap-in';
import { createEventHub } from './event-hub';
import { importShownTo } from './blind/blinds';
import { createHandleStore, type HandleStore } from './handle-store';
import { encryptWorkspace } from './keys/encrypt-workspace';
import { createKeyDesk, type KeyGiven } from './keys/key-desk';
import { createStretch, keysEntry } from './keys/key-tasks';
import { createKeychain, type SecretStore } from './keys/secret-store';
import type { Log } from './log';
import type { NotifierTiming } from './notifications/notifier';
import { createOcrData } from './ocr-data';
import { createOpening, type SessionKeys } from './opening';
import type { ParserSpawner } from './parser-pool/parser-spawner';
import { findResources } from './paths';
import { openExport } from './portable/open-export';
import { createRouter } from './router';
import type { DoorContext } from './router/door';
import type { SignInState } from './people/sign-in-state';
import { openParser } from './parsers';
import { openSession, type Session } from './session';
import type { WatchTiming } from './watch/folder-watch';

export interface CoreOptions {
  readonly workspaceDir: string;
  readonly resourcesDir: string;
  readonly parserSpawner: ParserSpawner;
  /** The built `query.cjs`, or what runs it with these arguments. */
  readonly queryEntry: string;
  readonly queryArguments?: readonly string[];
  readonly version: string;
  readonly log: Log;
  readonly clock?: Clock;
  /** How many parse processes; null (and nothing) decides by processors and memory. */
  readonly parsers?: number | null;
  /** How patient watched folders are, when not as usual. */
  readonly watchTiming?: Partial<WatchTiming>;
  /** When saved searches are looked at after a change, when not as usual. */
  readonly notifierTiming?: Partial<NotifierTiming>;
  /** When backups are made by themselves, when not as usual. */
  readonly backupTiming?: Partial<BackupTiming>;
  /** What hashing a password costs, when not as usual. */
  readonly passwordCost?: HashCost;
  /** Take up unfinished imports and watch folders: yes in the application, no for a command that only asks. */
  readonly background: boolean;
  /** Only to read, also beside a Longlist that has the workspace open. */
  readonly reading?: boolean;
  /** A key given with the start, tried before the keychain; a workspace that is made gets this passphrase where no other is given. */
  readonly key?: KeyGiven | null;
  /** Asks somebody for a key when nothing else opens the workspace. */
  readonly askKey?: ((why: LockReason) => Promise<KeyGiven | null>) | null;
  /** Shows somebody the recovery key of an earlier Longlist's workspace that is encrypted now; without it that gets none until it is asked for. */
  readonly showRecoveryKey?: ((recoveryKey: string) => void) | null;
  /** Where secrets are kept, when not in the keychain of this computer. */
  readonly secrets?: SecretStore;
  /** What a new passphrase costs to try, when not as usual: a test makes many. */
  readonly argon2?: Argon2Cost;
  /** Keeps new workspaces in clear and leaves such ones as they are: benchmarks and evaluations compare with them. */
  readonly plain?: boolean;
}

/**
 * What one try of a passphrase costs: RFC 9106's second recommended setting but for one lane, as this program has one thread for it. Half a
 * second on a computer of today.
 */
export const ARGON2: Argon2Cost = { memoryKiB: 64 * 1024, passes: 3, lanes: 1 };

/** Written out by its name: what the compiler would infer of the router is longer than it can write. */
export interface Core {
  readonly router: Router<typeof apiContract, DoorContext>;
  /** The contract as functions, for a caller in this process: as `actor`, or as the person at this computer. */
  readonly client: (actor?: Actor) => ApiClient;
  /** The open workspace; throws (AppError) why there is none. */
  readonly session: () => Session;
  /** The system check, also without a workspace; `all`: of every byte of an open one. */
  readonly doctor: (all?: {
    readonly signal: AbortSignal;
    readonly onProgress: (done: number) => void;
  }) => Promise<readonly Check[]>;
  /** Makes a handle for paths, as a dialog would. */
  readonly grantHandle: HandleStore['grant'];
  readonly registerHandle: HandleStore['register'];
  /** Stops background work where it stands (rows say where that is) and closes the workspace. */
  readonly close: () => Promise<void>;
}

/**
 * Puts the application together on this computer: use-cases, the workspace on disk, imports, folders. It works the same in Electron's
 * utility process, on the command line and in a test. A workspace that cannot be opened does not stop it: `workspace.status` says why.
 */
export async function createCore(options: CoreOptions): Promise<Core> {
  const clock = options.clock ?? systemClock;
  const { log } = options;
  const resources = findResources(options.resourcesDir);
  const handles = createHandleStore(clock);
  const events = createEventHub();
  const keysThread = keysEntry(options.queryEntry);
  const secrets = options.secrets ?? createKeychain(keysThread);
  const keyDeps = {
    workspaceDir: options.workspaceDir,
    secrets,
    stretch: createStretch(keysThread),
    cost: options.argon2 ?? ARGON2,
    clock,
  };
  const keys = createKeyDesk(keyDeps);

  const open = async (
    sessionKeys: SessionKeys,
    create: NewWorkspace | null,
  ): Promise<Session | null> => {
    const opened = await openSession(
      { ...options, keys: sessionKeys, resources, parsers: options.parsers ?? null, clock },
      create,
    );
    if (opened === null) return null;
    opened.deps.store.onCommit(({ topics }) =>
      events.publish({ type: 'changed', topics: [...topics] }),
    );
    opened.signedIn.onChange(() => events.publish({ type: 'changed', topics: [DESK_TOPIC] }));
    opened.runner.onProgress((progress) =>
      events.publish({
        type: 'import',
        import: importView(progress),
        startedBy: progress.task.createdBy,
      }),
    );
    opened.duplicateSearcher.onChange(() =>
      events.publish({ type: 'changed', topics: ['duplicate-search'] }),
    );
    if (!options.background) return opened;
    searchAfterImports(opened);
    try {
      await opened.runner.recover();
      await opened.reparser.recover();
      await opened.tables.recover();
      await opened.watcher.start();
    } catch (error) {
      await opened.close();
      throw error;
    }
    opened.privacy.retention.start();
    opened.backups.start();
    return opened;
  };

  const opening = createOpening({
    workspaceDir: options.workspaceDir,
    keys,
    plain: options.plain ?? false,
    given: options.key ?? null,
    ask: options.askKey ?? null,
    showRecoveryKey: options.showRecoveryKey ?? null,
    open,
    encrypt: (keyring, from, onProgress) =>
      encryptWorkspace({ ...options, keys, keyring, from, entry: keysThread, onProgress, log }),
    left: () => events.publish({ type: 'changed', topics: [DESK_TOPIC] }),
    log,
  });

  const status = async (): Promise<WorkspaceStatus> => {
    const standing = await opening.status();
    if ('state' in standing) return standing;
    const workspace = await standing.deps.workspace.workspace();
    if (workspace === null) return { state: 'none' };
    const { id, name, settings } = workspace;
    await standing.signedIn.settled();
    const signedIn = standing.signedIn.current();
    if (signedIn === null) return { state: 'signed-out', id, name };
    const { actor } = signedIn;
    if (signedIn.mustChangePassword) {
      return { state: 'password-change', id, name, userName: actor.name };
    }
    return {
      state: 'open',
      id,
      name,
      userId: actor.id,
      userName: actor.name,
      role: actor.role,
      permissions: PERMISSIONS.filter((permission) => can(actor, permission)),
      guarded: standing.signedIn.isGuarded(),
      blind: [...(actor.blind ?? [])],
      settings,
      readOnly: standing.storage.readOnly(),
      // Counted here and not by a query thread, so that the first screen waits for none to start.
      candidates: await standing.deps.workspace.countCandidates(actor),
      version: options.version,
    };
  };

  const doctor: Core['doctor'] = async (all) => {
    const { workspaceDir } = options;
    const unavailable = opening.whyNot() ?? '';
    const session = opening.opened();
    if (session !== null) {
      const checks = await examine({
        ...session,
        desk: session,
        unavailable,
        workspaceDir,
        secrets,
      });
      const whole = all === undefined ? [] : await examineAll(session, workspaceDir, all);
      return checks.map((check) => whole.find(({ id }) => id === check.id) ?? check);
    }
    const ocr = createOcrData(workspaceDir, resources.ocrDir);
    const parser = openParser({ ...options, resources, ocr, clock, size: 1 });
    try {
      return await examine({ desk: null, unavailable, parser, ocr, workspaceDir, secrets });
    } finally {
      await parser.close();
    }
  };

  const restoreDesk = createRestoreDesk({
    ...keyDeps,
    opening,
    keys,
    entry: backupEntry(options.queryEntry),
    log,
  });

  if (options.reading !== true) recoverRestore(options.workspaceDir);
  await opening.start(!options.background);

  const router = createRouter({
    ...resources,
    workspaceDir: options.workspaceDir,
    version: options.version,
    isCommand: !options.background,
    strangers: createStrangers(),
    keepsAttempts: options.reading !== true,
    session: opening.session,
    handles,
    status,
    opening,
    opened: opening.opened,
    create: opening.create,
    keys,
    secrets,
    restoreDesk,
    openExport: (input, how) =>
      openExport({ ...options, ...keyDeps, plain: options.plain ?? false }, input, how),
    events: {
      subscribe: (signal, shown) =>
        eventsFor(events.subscribe(signal, shown), () => opening.opened()?.signedIn ?? null),
    },
    examine: () => doctor(),
    examineAll: (desk, how) => examineAll(desk, options.workspaceDir, how),
    log,
  });

  return {
    router,
    client: (actor) => createRouterClient(router, { context: actor ? { actor } : {} }),
    session: opening.session,
    doctor,
    grantHandle: handles.grant,
    registerHandle: handles.register,
    close: async () => {
      events.close();
      await opening.close();
    },
  };
}

/** Those an import brought are compared with everybody once it has ended: looking them up one by one finds most, but not who is misspelt. */
function searchAfterImports({ runner, duplicateSearcher }: Session): void {
  const searched = new Set<string>();
  runner.onProgress(({ task, counts }) => {
    const ended = task.state === 'done' || task.state === 'cancelled';
    if (!ended || searched.has(task.id)) return;
    searched.add(task.id);
    const brought =
      counts.loaded + counts.updated + counts.missing_information + counts.possible_duplicate;
    if (brought > 0) duplicateSearcher.searchSince(task.startedAt);
  });
}

/** Nothing that happens reaches a window at whose desk nobody is but that, and imports only those who may see them. */
async function* eventsFor(
  events: AsyncGenerator<CoreEvent, void, void>,
  signedIn: () => SignInState | null,
): AsyncGenerator<CoreEvent, void, void> {
  for await (const event of events) {
    const state = signedIn();
    await state?.settled();
    // Without an open workspace, before there is one and while it is locked, as where nobody is signed in.
    const current = state?.current() ?? null;
    if (current !== null && !current.mustChangePassword) {
      if (event.type === 'changed') yield event;
      else if (can(current.actor, 'import.read'))
        yield { ...event, import: importShownTo(current.actor, event.import) };
    } else if (event.type === 'changed' && event.topics.includes(DESK_TOPIC)) {
      yield { type: 'changed', topics: [DESK_TOPIC] };
    }
  }
}
