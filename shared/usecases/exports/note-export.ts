import type { Actor } from '@/shared/domain/workspace/records';
import type { Deps } from '@/shared/usecases/deps';
import type { Id } from '@/shared/kit/ids';

/** What is said of something that left Longlist. No personal data: what kind of rows, how many, as what. */
export interface ExportNote {
  readonly kind:
    | 'candidates'
    | 'jobs'
    | 'applications'
    | 'interviews'
    | 'audit'
    | 'shortlist'
    | 'report'
    | 'left-out'
    | 'search-log'
    | 'access-matrix'
    | 'adverse-impact'
    | 'reference-codes';
  /** A kind of file, or `print` for what goes onto paper. */
  readonly format: string;
  readonly rows: number;
  readonly columns?: number;
  /** The job it is about, where it is about one. */
  readonly jobId?: Id | null;
}

/** Says in the audit log that something went out, as a file or on paper. */
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

/** Says in the audit log that the original of a résumé was taken out: whose, and which. */
export async function noteDownload(
  deps: Pick<Deps, 'store'>,
  actor: Actor,
  { candidateId, id: resumeId }: { readonly candidateId: Id; readonly id: Id },
): Promise<void> {
  await deps.store.commit({
    actor,
    action: 'audit.noted',
    changes: [],
    audit: [
      {
        action: 'resume.downloaded',
        entityType: 'candidate',
        entityId: candidateId,
        metadata: { resumeId },
      },
    ],
  });
}
