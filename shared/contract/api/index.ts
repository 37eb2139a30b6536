import type { ContractRouterClient } from '@orpc/contract';
import { adverseImpactContract } from './adverse-impact';
import { auditContract } from './audit';
import { authContract } from './auth';
import { backupContract } from './backup';
import { bulkContract } from './bulk';
import { candidatesContract } from './candidates';
import { clientsContract } from './clients';
import { customFieldsContract } from './custom-fields';
import { duplicatesContract } from './duplicates';
import { exportsContract } from './exports';
import { historyContract } from './history';
import { importsContract, watchedFoldersContract } from './imports';
import { jobsContract } from './jobs';
import { notificationsContract } from './notifications';
import { jobProposalsContract } from './job-proposals';
import { keysContract } from './keys';
import { listsContract } from './lists';
import { pipelineContract } from './pipeline';
import { matchingContract } from './matching';
import { portableContract } from './portable';
import { privacyContract } from './privacy';
import { reparseContract } from './reparse';
import { reportsContract } from './reports';
import { resumesContract } from './resumes';
import { rolesContract } from './roles';
import { searchesContract } from './searches';
import { sharesContract } from './shares';
import { systemContract } from './system';
import { tablesContract } from './tables';
import { usersContract } from './users';
import { viewsContract } from './views';
import { workspaceContract } from './workspace';

/** Everything the application can be asked to do, whichever door the question comes through. */
export const apiContract = {
  adverseImpact: adverseImpactContract,
  audit: auditContract,
  auth: authContract,
  backup: backupContract,
  users: usersContract,
  roles: rolesContract,
  workspace: workspaceContract,
  keys: keysContract,
  imports: importsContract,
  watchedFolders: watchedFoldersContract,
  candidates: candidatesContract,
  bulk: bulkContract,
  customFields: customFieldsContract,
  resumes: resumesContract,
  duplicates: duplicatesContract,
  matching: matchingContract,
  reparse: reparseContract,
  jobProposals: jobProposalsContract,
  reports: reportsContract,
  exports: exportsContract,
  history: historyContract,
  portable: portableContract,
  privacy: privacyContract,
  lists: listsContract,
  clients: clientsContract,
  jobs: jobsContract,
  views: viewsContract,
  pipeline: pipelineContract,
  searches: searchesContract,
  shares: sharesContract,
  notifications: notificationsContract,
  tables: tablesContract,
  system: systemContract,
};

export type ApiClient = ContractRouterClient<typeof apiContract>;
