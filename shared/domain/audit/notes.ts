import type { AuditAction } from './actions';
import type { Id } from '@/shared/kit/ids';

/** An audit entry that a commit asks for itself: what changed no record (a sign-in, an export), or what its changes do not say. */
export interface AuditNote {
  readonly action: AuditAction;
  readonly entityType: string;
  readonly entityId: Id | null;
  readonly clientId?: Id | null;
  /** No personal data: ids, counts, names of fields and of formats. */
  readonly metadata?: Readonly<Record<string, string | number | boolean | null>>;
}
