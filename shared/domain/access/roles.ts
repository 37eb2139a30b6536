import type { Actor, Role } from '@/shared/domain/workspace/records';
import { assertNever } from '@/shared/kit/assert-never';
import { PERMISSIONS, type Permission } from './permissions';

const RECRUITER: readonly Permission[] = [
  'workspace.read',
  'candidate.read',
  'candidate.edit',
  'candidate.comment',
  'candidate.share',
  'import.read',
  'import.run',
  'history.undo',
  'client.read',
  'client.edit',
  'job.read',
  'job.edit',
  'application.read',
  'application.edit',
  'application.decide',
  'report.read',
  'export.run',
];

const CLIENT_USER: readonly Permission[] = [
  'workspace.read',
  'candidate.read',
  'candidate.comment',
  'job.read',
  'job.edit',
  'application.read',
  'application.decide',
];

const INTERVIEWER: readonly Permission[] = [
  'workspace.read',
  'candidate.read',
  'candidate.comment',
  'job.read',
  'application.read',
];

const AUDITOR: readonly Permission[] = [
  'workspace.read',
  'audit.read',
  'audit.export',
  'search-log.read',
];

/** All that a role of the product may do. Deny by default. */
export function permissionsOf(role: Role): readonly Permission[] {
  switch (role) {
    case 'admin':
      return PERMISSIONS;
    case 'recruiter':
      return RECRUITER;
    case 'client_user':
      return CLIENT_USER;
    case 'interviewer':
      return INTERVIEWER;
    case 'auditor':
      return AUDITOR;
    case 'candidate':
      return ['workspace.read'];
    default:
      return assertNever(role);
  }
}

/** Whether the actor's role holds a permission: a role of one's own never holds more than the role it narrows. */
export const holds = (actor: Actor, permission: Permission): boolean =>
  permissionsOf(actor.role).includes(permission) &&
  (actor.permissions === undefined || actor.permissions.includes(permission));
