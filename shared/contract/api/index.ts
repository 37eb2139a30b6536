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
import { interviewsContract } from './interviews';
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

/** Named one by one: what the compiler would infer of all of them is longer than it can write. */
type Contract = {
  readonly adverseImpact: typeof adverseImpactContract;
  readonly audit: typeof auditContract;
  readonly auth: typeof authContract;
  readonly backup: typeof backupContract;
  readonly users: typeof usersContract;
  readonly roles: typeof rolesContract;
  readonly workspace: typeof workspaceContract;
  readonly keys: typeof keysContract;
  readonly imports: typeof importsContract;
  readonly watchedFolders: typeof watchedFoldersContract;
  readonly candidates: typeof candidatesContract;
  readonly bulk: typeof bulkContract;
  readonly customFields: typeof customFieldsContract;
  readonly resumes: typeof resumesContract;
  readonly duplicates: typeof duplicatesContract;
  readonly matching: typeof matchingContract;
  readonly reparse: typeof reparseContract;
  readonly jobProposals: typeof jobProposalsContract;
  readonly reports: typeof reportsContract;
  readonly exports: typeof exportsContract;
  readonly history: typeof historyContract;
  readonly portable: typeof portableContract;
  readonly privacy: typeof privacyContract;
  readonly lists: typeof listsContract;
  readonly clients: typeof clientsContract;
  readonly interviews: typeof interviewsContract;
  readonly jobs: typeof jobsContract;
  readonly views: typeof viewsContract;
  readonly pipeline: typeof pipelineContract;
  readonly searches: typeof searchesContract;
  readonly shares: typeof sharesContract;
  readonly notifications: typeof notificationsContract;
  readonly tables: typeof tablesContract;
  readonly system: typeof systemContract;
};

/** Everything the application can be asked to do, whichever door the question comes through. */
export const apiContract: Contract = {
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
  interviews: interviewsContract,
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
