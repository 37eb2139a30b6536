import { createRouterClient, type Router } from '@orpc/server';
import type { ApiClient, apiContract } from '@/shared/contract/api';
import { type Check, type CoreEvent, DESK_TOPIC } from '@/shared/contract/api/system';
import type { WorkspaceStatus } from '@/shared/contract/api/workspace';
import { PERMISSIONS } from '@/shared/domain/access/permissions';
import { can } from '@/shared/domain/access/policy';
import type { Actor } from '@/shared/domain/workspace/records';
import { AppError } from '@/shared/kit/app-error';
import { type Clock, systemClock } from '@/shared/kit/clock';
import { importView } from '@/shared/usecases/imports/import-views';
import { createStrangers } from '@/shared/usecases/people/sign-in';
import type { NewWorkspace } from '@/shared/usecases/workspace/create-workspace';
import type { HashCost } from '@/electron/workers/passwords/password-task';
import { examine } from './doctor/examine';
import { createEventHub } from './event-hub';
import { createHandleStore, type HandleStore } from './handle-store';
import type { Log } from './log';
import type { NotifierTiming } from './notifications/notifier';
import { createOcrData } from './ocr-data';
import type { ParserSpawner } from './parser-pool/parser-spawner';
import { findResources } from './paths';
import { createPdfData } from './pdf-data';
import { authRouter } from './router/auth';
import { bulkRouter } from './router/bulk';
import { candidatesRouter } from './router/candidates';
import { clientsRouter } from './router/clients';
import { customFieldsRouter } from './router/custom-fields';
import { type DoorContext, guardedContract } from './router/door';
import { exportsRouter } from './router/exports';
import { historyRouter } from './router/history';
import { importsRouter, watchedFoldersRouter } from './router/imports';
import { jobsRouter } from './router/jobs';
import { duplicatesRouter } from './router/duplicates';
import { notificationsRouter } from './router/notifications';
import { jobProposalsRouter } from './router/job-proposals';
import { listsRouter } from './router/lists';
import { pipelineRouter } from './router/pipeline';
import { matchingRouter } from './router/matching';
import { reparseRouter } from './router/reparse';
import { reportsRouter } from './router/reports';
import { resumesRouter } from './router/resumes';
import { rolesRouter } from './router/roles';
import { searchesRouter } from './router/searches';
import { systemRouter } from './router/system';
import { tablesRouter } from './router/tables';
import { usersRouter } from './router/users';
import { viewsRouter } from './router/views';
import { workspaceRouter } from './router/workspace';
import type { SignInState } from './people/sign-in-state';
import { openParser, openSession, type Session, workspaceExists } from './session';
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
  /** What hashing a password costs, when not as usual. */
  readonly passwordCost?: HashCost;
  /** Take up unfinished imports and watch folders: yes in the application, no for a command that only asks. */
  readonly background: boolean;
  /** Only to read, also beside a Longlist that has the workspace open. */
  readonly reading?: boolean;
}

/** Written out by its name: what the compiler would infer of the router is longer than it can write. */
export interface Core {
  readonly router: Router<typeof apiContract, DoorContext>;
  /** The contract as functions, for a caller in this process: as `actor`, or as the person at this computer. */
  readonly client: (actor?: Actor) => ApiClient;
  /** The open workspace; throws (AppError) why there is none. */
  readonly session: () => Session;
  /** The system check, also without a workspace. */
  readonly doctor: () => Promise<readonly Check[]>;
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
  let session: Session | null = null;
  let unavailable: AppError | null = null;
  let opening: Promise<void> = Promise.resolve();

  const open = async (create: NewWorkspace | null): Promise<void> => {
    const opened = await openSession(
      {
        ...options,
        resources,
        parsers: options.parsers ?? null,
        clock,
      },
      create,
    );
    if (opened === null) return;
    session = opened;
    unavailable = null;
    opened.deps.store.onCommit(({ topics }) =>
      events.publish({ type: 'changed', topics: [...topics] }),
    );
    opened.signedIn.onChange(() => events.publish({ type: 'changed', topics: [DESK_TOPIC] }));
    opened.runner.onProgress((progress) =>
      events.publish({ type: 'import', import: importView(progress) }),
    );
    opened.duplicateSearcher.onChange(() =>
      events.publish({ type: 'changed', topics: ['duplicate-search'] }),
    );
    if (!options.background) return;
    searchAfterImports(opened);
    await opened.runner.recover();
    await opened.reparser.recover();
    await opened.tables.recover();
    await opened.watcher.start();
  };

  const openExisting = async (): Promise<void> => {
    if (!workspaceExists(options.workspaceDir)) return;
    try {
      await open(null);
    } catch (error) {
      if (!(error instanceof AppError)) log.error('workspace.open-failed', error);
      unavailable =
        error instanceof AppError
          ? error
          : new AppError(
              'WORKSPACE_DAMAGED',
              'The workspace could not be opened for a reason Longlist does not know. It was left as it is.',
            );
    }
  };
  /** The other Longlist may have been closed, or a backup put back: whoever asks how things are gets another try. */
  const openAgain = (): Promise<void> => {
    opening = opening
      .catch(() => undefined)
      .then(() => (unavailable === null ? undefined : openExisting()));
    return opening;
  };

  const current = (): Session => {
    if (session !== null) return session;
    throw unavailable ?? new AppError('NO_WORKSPACE', 'There is no workspace yet. Make one first.');
  };
  const status = async (): Promise<WorkspaceStatus> => {
    if (unavailable !== null) await openAgain();
    if (unavailable !== null) {
      return { state: 'unavailable', code: unavailable.code, message: unavailable.message };
    }
    const workspace = await session?.deps.workspace.workspace();
    if (session === null || !workspace) return { state: 'none' };
    const { id, name, settings } = workspace;
    await session.signedIn.settled();
    const signedIn = session.signedIn.current();
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
      guarded: session.signedIn.isGuarded(),
      settings,
      // Counted here and not by a query thread, so that the first screen waits for none to start.
      candidates: await session.deps.workspace.countCandidates(actor),
      version: options.version,
    };
  };
  const create = (input: NewWorkspace): Promise<void> => {
    opening = opening
      .catch(() => undefined)
      .then(() => {
        if (session !== null || unavailable !== null) {
          throw new AppError('CONFLICT', 'There is a workspace here already.');
        }
        return open(input);
      });
    return opening;
  };

  const doctor = async (): Promise<readonly Check[]> => {
    const { workspaceDir } = options;
    const unavailableText = unavailable?.message ?? 'There is no workspace yet.';
    if (session !== null) {
      return examine({ ...session, desk: session, unavailable: unavailableText, workspaceDir });
    }
    const ocr = createOcrData(workspaceDir, resources.ocrDir);
    const parser = openParser({ ...options, resources, ocr, clock, size: 1 });
    try {
      return await examine({ desk: null, unavailable: unavailableText, parser, ocr, workspaceDir });
    } finally {
      await parser.close();
    }
  };

  await openExisting();

  const api = guardedContract({ session: current, log });
  const router: Core['router'] = api.router({
    auth: authRouter(api.auth, {
      session: current,
      status,
      strangers: createStrangers(),
      keeps: options.reading !== true,
    }),
    users: usersRouter(api.users),
    roles: rolesRouter(api.roles, { handles }),
    workspace: workspaceRouter(api.workspace, { handles, status, create }),
    imports: importsRouter(api.imports, {
      ...resources,
      handles,
      workspaceDir: options.workspaceDir,
    }),
    watchedFolders: watchedFoldersRouter(api.watchedFolders, { handles }),
    candidates: candidatesRouter(api.candidates),
    bulk: bulkRouter(api.bulk),
    customFields: customFieldsRouter(api.customFields),
    resumes: resumesRouter(api.resumes, { handles, pdfData: createPdfData(resources.pdfDir) }),
    duplicates: duplicatesRouter(api.duplicates),
    matching: matchingRouter(api.matching),
    reparse: reparseRouter(api.reparse),
    jobProposals: jobProposalsRouter(api.jobProposals, { handles }),
    reports: reportsRouter(api.reports, { handles }),
    exports: exportsRouter(api.exports, { handles }),
    history: historyRouter(api.history),
    lists: listsRouter(api.lists),
    clients: clientsRouter(api.clients),
    jobs: jobsRouter(api.jobs),
    views: viewsRouter(api.views),
    pipeline: pipelineRouter(api.pipeline, { handles }),
    searches: searchesRouter(api.searches),
    notifications: notificationsRouter(api.notifications),
    tables: tablesRouter(api.tables, { handles }),
    system: systemRouter(api.system, {
      events: {
        subscribe: (signal) => eventsFor(events.subscribe(signal), () => session?.signedIn ?? null),
      },
      examine: () => doctor(),
    }),
  });

  return {
    router,
    client: (actor) => createRouterClient(router, { context: actor ? { actor } : {} }),
    session: current,
    doctor,
    grantHandle: handles.grant,
    registerHandle: handles.register,
    close: async () => {
      events.close();
      await opening.catch(() => undefined);
      await session?.close();
      session = null;
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
    // Before there is a workspace there is nothing to tell.
    if (state === null) continue;
    await state.settled();
    const current = state.current();
    if (current !== null && !current.mustChangePassword) {
      if (event.type === 'changed' || can(current.actor, 'import.read')) yield event;
    } else if (event.type === 'changed' && event.topics.includes(DESK_TOPIC)) {
      yield { type: 'changed', topics: [DESK_TOPIC] };
    }
  }
}
