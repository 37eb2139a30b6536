import type { Difference } from '@/shared/domain/reparse/difference';
import { differencesOf } from '@/shared/domain/reparse/differences';
import type { ResumeReading } from '@/shared/domain/reparse/records';
import { rereadCandidate } from '@/shared/domain/reparse/reread-candidate';
import type { Id } from '@/shared/kit/ids';
import type { Deps } from '@/shared/usecases/deps';
import type { ReadAnew } from '@/shared/usecases/ports/reparse-runner';

export interface CandidateLook {
  readonly candidateId: Id;
  readonly candidateName: string;
  /** What a person would see change; empty when nothing would. */
  readonly differences: readonly Difference[];
  readonly readings: readonly ResumeReading[];
}

/**
 * Reads a candidate's résumés that an older parser read, and compares; nothing is written. Null when the candidate is gone.
 * Rejects with the signal's reason when it aborts.
 */
export async function lookAtCandidate(
  deps: Pick<Deps, 'imports' | 'reparse'> & { readonly readAnew: ReadAnew },
  candidateId: Id,
  parserVersion: string,
  signal: AbortSignal,
): Promise<CandidateLook | null> {
  const resumes = await deps.reparse.resumes(candidateId);
  const readings: ResumeReading[] = [];
  for (const resume of resumes) {
    signal.throwIfAborted();
    if (Number(resume.parserVersion) >= Number(parserVersion)) continue;
    readings.push(await deps.readAnew(resume, signal));
  }
  // The candidate is read last: reading files takes time, in which a person may have edited.
  const detail = await deps.imports.candidateParts(candidateId);
  if (detail === null) return null;
  const removed = await deps.imports.removedParts(candidateId);
  const reconciled = rereadCandidate(detail, resumes, readings, removed);
  return {
    candidateId,
    candidateName: detail.candidate.name,
    differences: differencesOf(reconciled),
    readings,
  };
}
