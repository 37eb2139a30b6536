import type { EntityName } from '@/shared/domain/history/change';
import type { Permission } from './permissions';

/** What it takes to change a record of a kind, or to take such a change back. */
export interface Changing {
  readonly permission: Permission;
  /** Somebody's own: nobody else changes it, whatever their role. */
  readonly isPersonal?: true;
}

const CANDIDATE: Changing = { permission: 'candidate.edit' };
const JOB: Changing = { permission: 'job.edit' };
const CLIENT: Changing = { permission: 'client.edit' };
const APPLICATION: Changing = { permission: 'application.edit' };
const PERSONAL: Changing = { permission: 'workspace.read', isPersonal: true };
const PRIVACY: Changing = { permission: 'privacy.manage' };

export const CHANGING: Readonly<Record<EntityName, Changing>> = {
  workspace: { permission: 'settings.change' },
  user: { permission: 'user.manage' },
  credential: { permission: 'user.manage' },
  role: { permission: 'role.manage' },
  candidate: CANDIDATE,
  contactPoint: CANDIDATE,
  experience: CANDIDATE,
  education: CANDIDATE,
  candidateSkill: CANDIDATE,
  certification: CANDIDATE,
  candidateLanguage: CANDIDATE,
  resume: CANDIDATE,
  note: { permission: 'candidate.comment' },
  tag: CANDIDATE,
  candidateTag: CANDIDATE,
  duplicatePair: CANDIDATE,
  merge: CANDIDATE,
  customValue: CANDIDATE,
  candidateList: CANDIDATE,
  listMember: CANDIDATE,
  share: { permission: 'candidate.share' },
  customField: { permission: 'settings.change' },
  watchedFolder: { permission: 'import.run' },
  task: { permission: 'import.run' },
  importItem: { permission: 'import.run' },
  tableImport: { permission: 'import.run' },
  reparse: { permission: 'workspace.manage' },
  reparseItem: CANDIDATE,
  savedSearch: PERSONAL,
  searchEntry: PERSONAL,
  savedView: PERSONAL,
  notification: PERSONAL,
  client: CLIENT,
  contact: CLIENT,
  job: JOB,
  jobSkill: JOB,
  jobMember: JOB,
  jobTemplate: JOB,
  matchRun: JOB,
  application: APPLICATION,
  stageEvent: APPLICATION,
  applicationTag: APPLICATION,
  interview: APPLICATION,
  match: APPLICATION,
  retentionRule: PRIVACY,
  quarantine: PRIVACY,
  legalHold: PRIVACY,
  erasure: PRIVACY,
  erasedFingerprint: PRIVACY,
  searchLogEntry: PRIVACY,
};
