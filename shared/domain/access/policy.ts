import type { Actor } from '@/shared/domain/workspace/records';

export const PERMISSIONS = [
  'workspace.read',
  'workspace.manage',
  'settings.change',
  'candidate.read',
  'candidate.edit',
  /** Giving candidates to another owner. */
  'candidate.assign',
  'import.read',
  'import.run',
  'history.undo',
  'client.read',
  'client.edit',
  'job.read',
  'job.edit',
  /** Putting candidates on jobs, and everything that happens to them there. */
  'application.edit',
  'report.read',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

const RECRUITER: readonly Permission[] = [
  'workspace.read',
  'candidate.read',
  'candidate.edit',
  'import.read',
  'import.run',
  'history.undo',
  'client.read',
  'client.edit',
  'job.read',
  'job.edit',
  'application.edit',
  'report.read',
];

/** Whether the actor may do this at all. Deny by default; which records they reach is the stores' scope. */
export function can(actor: Actor, permission: Permission): boolean {
  switch (actor.role) {
    case 'admin':
      return PERMISSIONS.includes(permission);
    case 'recruiter':
      return RECRUITER.includes(permission);
    case 'client_user':
    case 'candidate':
      return permission === 'workspace.read';
    default:
      return false;
  }
}
