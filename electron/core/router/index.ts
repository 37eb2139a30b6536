import { lazy, type Router } from '@orpc/server';
import type { apiContract } from '@/shared/contract/api';
import { candidatesContract } from '@/shared/contract/api/candidates';
import { systemContract } from '@/shared/contract/api/system';
import { workspaceContract } from '@/shared/contract/api/workspace';
import type { Resources } from '@/electron/core/paths';
import { createPdfData } from '@/electron/core/pdf-data';
import { candidatesRouter } from './candidates';
import type { AuthRouterDeps } from './auth';
import type { BackupRouterDeps } from './backup';
import { createGuard, type DoorContext, type DoorDeps } from './door';
import type { ImportsRouterDeps } from './imports';
import type { KeysRouterDeps } from './keys';
import type { PortableRouterDeps } from './portable';
import { systemRouter, type SystemRouterDeps } from './system';
import { workspaceRouter, type WorkspaceRouterDeps } from './workspace';

type RouterDeps = DoorDeps &
  AuthRouterDeps &
  BackupRouterDeps &
  ImportsRouterDeps &
  KeysRouterDeps &
  PortableRouterDeps &
  SystemRouterDeps &
  WorkspaceRouterDeps &
  Pick<Resources, 'pdfDir'>;

/**
 * Who answers what can be asked. What the first screen asks is here from the start; each other part, its contract and who answers it, is
 * read when something of it is asked for: to make all their schemas was a third of the core's start (docs/decisions/start-time.md).
 */
export function createRouter(deps: RouterDeps): Router<typeof apiContract, DoorContext> {
  const guard = createGuard(deps);
  return {
    workspace: workspaceRouter(guard(workspaceContract), deps),
    candidates: candidatesRouter(guard(candidatesContract)),
    system: systemRouter(guard(systemContract), deps),
    adverseImpact: later(
      () => import('./adverse-impact'),
      ({ adverseImpactContract, adverseImpactRouter }) =>
        adverseImpactRouter(guard(adverseImpactContract), deps),
    ),
    audit: later(
      () => import('./audit'),
      ({ auditContract, auditRouter }) => auditRouter(guard(auditContract), deps),
    ),
    auth: later(
      () => import('./auth'),
      ({ authContract, authRouter }) => authRouter(guard(authContract), deps),
    ),
    backup: later(
      () => import('./backup'),
      ({ backupContract, backupRouter }) => backupRouter(guard(backupContract), deps),
    ),
    bulk: later(
      () => import('./bulk'),
      ({ bulkContract, bulkRouter }) => bulkRouter(guard(bulkContract)),
    ),
    clients: later(
      () => import('./clients'),
      ({ clientsContract, clientsRouter }) => clientsRouter(guard(clientsContract)),
    ),
    customFields: later(
      () => import('./custom-fields'),
      ({ customFieldsContract, customFieldsRouter }) =>
        customFieldsRouter(guard(customFieldsContract)),
    ),
    duplicates: later(
      () => import('./duplicates'),
      ({ duplicatesContract, duplicatesRouter }) => duplicatesRouter(guard(duplicatesContract)),
    ),
    exports: later(
      () => import('./exports'),
      ({ exportsContract, exportsRouter }) => exportsRouter(guard(exportsContract), deps),
    ),
    history: later(
      () => import('./history'),
      ({ historyContract, historyRouter }) => historyRouter(guard(historyContract)),
    ),
    imports: later(
      () => import('./imports'),
      ({ importsContract, importsRouter }) => importsRouter(guard(importsContract), deps),
    ),
    watchedFolders: later(
      () => import('./imports'),
      ({ watchedFoldersContract, watchedFoldersRouter }) =>
        watchedFoldersRouter(guard(watchedFoldersContract), deps),
    ),
    interviews: later(
      () => import('./interviews'),
      ({ interviewsContract, interviewsRouter }) => interviewsRouter(guard(interviewsContract)),
    ),
    jobProposals: later(
      () => import('./job-proposals'),
      ({ jobProposalsContract, jobProposalsRouter }) =>
        jobProposalsRouter(guard(jobProposalsContract), deps),
    ),
    jobs: later(
      () => import('./jobs'),
      ({ jobsContract, jobsRouter }) => jobsRouter(guard(jobsContract)),
    ),
    keys: later(
      () => import('./keys'),
      ({ keysContract, keysRouter }) => keysRouter(guard(keysContract), deps),
    ),
    lists: later(
      () => import('./lists'),
      ({ listsContract, listsRouter }) => listsRouter(guard(listsContract)),
    ),
    matching: later(
      () => import('./matching'),
      ({ matchingContract, matchingRouter }) => matchingRouter(guard(matchingContract)),
    ),
    notifications: later(
      () => import('./notifications'),
      ({ notificationsContract, notificationsRouter }) =>
        notificationsRouter(guard(notificationsContract)),
    ),
    pipeline: later(
      () => import('./pipeline'),
      ({ pipelineContract, pipelineRouter }) => pipelineRouter(guard(pipelineContract), deps),
    ),
    portable: later(
      () => import('./portable'),
      ({ portableContract, portableRouter }) => portableRouter(guard(portableContract), deps),
    ),
    privacy: later(
      () => import('./privacy'),
      ({ privacyContract, privacyRouter }) => privacyRouter(guard(privacyContract), deps),
    ),
    reparse: later(
      () => import('./reparse'),
      ({ reparseContract, reparseRouter }) => reparseRouter(guard(reparseContract)),
    ),
    reports: later(
      () => import('./reports'),
      ({ reportsContract, reportsRouter }) => reportsRouter(guard(reportsContract), deps),
    ),
    resumes: later(
      () => import('./resumes'),
      ({ resumesContract, resumesRouter }) =>
        resumesRouter(guard(resumesContract), { ...deps, pdfData: createPdfData(deps.pdfDir) }),
    ),
    roles: later(
      () => import('./roles'),
      ({ rolesContract, rolesRouter }) => rolesRouter(guard(rolesContract), deps),
    ),
    searches: later(
      () => import('./searches'),
      ({ searchesContract, searchesRouter }) => searchesRouter(guard(searchesContract)),
    ),
    shares: later(
      () => import('./shares'),
      ({ sharesContract, sharesRouter }) => sharesRouter(guard(sharesContract)),
    ),
    tables: later(
      () => import('./tables'),
      ({ tablesContract, tablesRouter }) => tablesRouter(guard(tablesContract), deps),
    ),
    users: later(
      () => import('./users'),
      ({ usersContract, usersRouter }) => usersRouter(guard(usersContract)),
    ),
    views: later(
      () => import('./views'),
      ({ viewsContract, viewsRouter }) => viewsRouter(guard(viewsContract)),
    ),
  };
}

const later = <Module, Part>(load: () => Promise<Module>, made: (module: Module) => Part) =>
  lazy(async () => ({ default: made(await load()) }));
