import type { Actor } from '@/shared/domain/workspace/records';
import type { Deps } from '@/shared/usecases/deps';

/** What is said of a file that left Longlist. No personal data: what kind of rows, how many, as what. */
export interface ExportNote {
  readonly kind: 'candidates' | 'jobs' | 'applications' | 'shortlist' | 'report';
  readonly format: string;
  readonly rows: number;
  readonly columns: number;
  /** The job it is about, where it is about one. */
  readonly jobId?: string | null;
}

/** Says in the audit log that something went out as a file. */
export async function noteExport(
  deps: Pick<Deps, 'store'>,
  actor: Actor,
  { kind, jobId = null, ...facts }: ExportNote,
): Promise<void> {
  await deps.store.commit({
    actor,
    action: 'audit.noted',
    changes: [],
    audit: [
      {
        action: 'export.made',
        entityType: jobId === null ? kind : 'job',
        entityId: jobId,
        metadata: { kind, ...facts },
      },
    ],
  });
}
