import { changesOf } from '@/shared/domain/candidates/reconcile';
import type { Change } from '@/shared/domain/history/change';
import type { ResumeReading } from '@/shared/domain/reparse/records';
import { rereadCandidate, resumeChanges } from '@/shared/domain/reparse/reread-candidate';
import type { Actor } from '@/shared/domain/workspace/records';
import { AppError } from '@/shared/kit/app-error';
import { type Id, newId } from '@/shared/kit/ids';
import type { Deps } from '@/shared/usecases/deps';

interface Application {
  readonly candidateId: Id;
  readonly readings: readonly ResumeReading[];
  /** The bulk deed it belongs to. */
  readonly partOf?: Id;
  /** What else is written with it, given the commit's id. */
  readonly also?: (commitId: Id) => readonly Change[];
}

/**
 * Makes a candidate what their résumés say as they were read anew, in one commit. It is decided against the candidate as
 * they are now, so a correction made since the résumés were read wins like any other.
 * Errors: NOT_FOUND; CONFLICT when somebody changed the candidate at the same moment.
 */
export async function applyReadings(
  deps: Pick<Deps, 'store' | 'imports' | 'reparse'>,
  actor: Actor,
  { candidateId, readings, partOf, also }: Application,
): Promise<{ readonly commitId: Id }> {
  const detail = await deps.imports.candidateParts(candidateId);
  if (detail === null) throw new AppError('NOT_FOUND', 'This candidate is not there any more.');
  const resumes = await deps.reparse.resumes(candidateId);
  const removed = await deps.imports.removedParts(candidateId);
  const reconciled = rereadCandidate(detail, resumes, readings, removed);
  const id = newId();
  const { commitId } = await deps.store.commit({
    id,
    actor,
    action: 'resume.reparsed',
    ...(partOf !== undefined && { partOf }),
    changes: [
      ...resumeChanges(resumes, readings),
      ...changesOf(reconciled, newId),
      ...(also?.(id) ?? []),
    ],
  });
  return { commitId };
}
