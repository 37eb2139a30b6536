/** Everything that can be allowed. A procedure of the contract names the one it needs. */
export const PERMISSIONS = [
  'workspace.read',
  'workspace.manage',
  'settings.change',
  'candidate.read',
  'candidate.edit',
  /** Notes on candidates one may not edit: those shared for comments, those put forward to a client. */
  'candidate.comment',
  /** Giving candidates to another owner. */
  'candidate.assign',
  /** Showing candidates to other people of the desk or to a client. */
  'candidate.share',
  'import.read',
  'import.run',
  'history.undo',
  'client.read',
  'client.edit',
  'job.read',
  'job.edit',
  'application.read',
  /** Putting candidates on jobs, and everything that happens to them there. */
  'application.edit',
  /** Judging those put forward on a job: shortlist, reject, write up. */
  'application.decide',
  'report.read',
  /** Taking lists out of Longlist as files. */
  'export.run',
  'user.manage',
  'role.manage',
  'audit.read',
  'audit.export',
  /** Who searched what, for which job. */
  'search-log.read',
  /** Bundling everything held on a person for them. */
  'privacy.request',
  /** Erasure, anonymising, retention, holds, blind review. */
  'privacy.manage',
  /** The workbook of selection rates by group. */
  'adverse-impact.read',
  'backup.manage',
  /** Passphrase, recovery key, rotation. */
  'key.manage',
] as const;
export type Permission = (typeof PERMISSIONS)[number];
