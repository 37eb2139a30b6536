import {
  fieldsFromResume,
  type ReadResume,
  resumeRow,
} from '@/shared/domain/candidates/candidate-from-resume';
import { yearMonthOf } from '@/shared/domain/candidates/months-between';
import { partsFromResume } from '@/shared/domain/candidates/parts-from-resume';
import { changesOf, reconcile, type RemovedPart } from '@/shared/domain/candidates/reconcile';
import type { CandidateDetail } from '@/shared/domain/candidates/views';
import type { Change } from '@/shared/domain/history/change';
import type { Id } from '@/shared/kit/ids';

/**
 * The changes that a newer résumé brings to a candidate: the résumé attached and current, fields and parts read anew.
 * What a person entered stays as it is, and what the new résumé does not mention of the scalar fields and contact
 * points stays too: leaving a phone number out of a CV does not make it wrong. What a person removed does not come back.
 */
export function refreshCandidate(
  detail: CandidateDetail,
  resume: ReadResume,
  newId: () => Id,
  removed: readonly RemovedPart[] = [],
): readonly Change[] {
  const { resumeId, parsed } = resume;
  const wanted = {
    currentResumeId: resumeId,
    ...fieldsFromResume(parsed, resumeId),
    place: parsed.location,
    parts: partsFromResume(parsed, resumeId, yearMonthOf(resume.at)),
  };
  const rules = { keepUnmentioned: true, moved: new Set<Id>() };
  return [
    { op: 'insert', entity: 'resume', row: resumeRow(resume, detail.candidate.id) },
    ...changesOf(reconcile(detail, wanted, removed, rules), newId),
  ];
}
