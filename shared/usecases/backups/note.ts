import type { AuditAction } from '@/shared/domain/audit/actions';
import type { AuditNote } from '@/shared/domain/audit/notes';
import type { Actor } from '@/shared/domain/workspace/records';
import type { Deps } from '@/shared/usecases/deps';

/** Audits what was done with backups; it changes no record. Errors: those of a write. */
export async function noteBackup(
  deps: Pick<Deps, 'store'>,
  actor: Actor,
  action: Extract<AuditAction, 'backup.made' | 'backup.failed' | 'backup.settings-changed'>,
  metadata: NonNullable<AuditNote['metadata']>,
): Promise<void> {
  await deps.store.commit({
    actor,
    action: 'audit.noted',
    changes: [],
    audit: [{ action, entityType: 'backup', entityId: null, metadata }],
  });
}
