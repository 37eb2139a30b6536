import type { ActionName } from '@/shared/domain/history/change';

/** What is audited beside the deeds of the history: what changes no record. */
export const AUDIT_ONLY_ACTIONS = [
  'auth.signed-in',
  'auth.failed',
  'auth.signed-out',
  'workspace.unlocked',
  'workspace.locked',
  'key.changed',
  'resume.downloaded',
  'export.made',
  'export.opened',
  'data-request.made',
  /** Answers of voluntary self-identification came or went: how many people's, and nothing else. */
  'self-identification.changed',
  'audit.exported',
  'audit.verified',
  /** The database does not hold what was signed: it was cut, exchanged or rolled back. */
  'audit.gap-found',
  'backup.made',
  'backup.failed',
  'backup.settings-changed',
  'backup.restored',
  'transition.refused',
  'access.refused',
] as const;
export type AuditAction = ActionName | (typeof AUDIT_ONLY_ACTIONS)[number];
