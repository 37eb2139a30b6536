import type { Provenance } from '@/shared/domain/candidates/records';
import type { CandidateDetail } from '@/shared/domain/candidates/views';

/** Values the parser is less sure of than this wait for a person's eye. The search index filters by the same number. */
export const REVIEW_BELOW = 0.6;

/**
 * Whether a value was read with low certainty and nobody has confirmed or corrected it. What has no place in the CV (the years of work)
 * was counted from values that carry the mark themselves.
 */
export const needsReview = (provenance: Provenance | undefined): boolean =>
  provenance?.source === 'resume' &&
  provenance.evidence !== null &&
  provenance.confidence < REVIEW_BELOW;

/** The reading behind a value, also where a person confirmed or corrected it; null for what was entered by hand. */
export function readingIn(
  provenance: Provenance | undefined,
): Pick<Extract<Provenance, { source: 'resume' }>, 'resumeId' | 'confidence' | 'evidence'> | null {
  if (provenance === undefined) return null;
  return provenance.source === 'resume' ? provenance : (provenance.read ?? null);
}

/** How many of a candidate's values wait for a person's eye. */
export function countToReview(detail: CandidateDetail): number {
  const { candidate, contactPoints, experience, education, skills, certifications, languages } =
    detail;
  const parts = [
    ...contactPoints,
    ...experience,
    ...education,
    ...skills,
    ...certifications,
    ...languages,
  ];
  return [...Object.values(candidate.provenance), ...parts.map((part) => part.provenance)].filter(
    needsReview,
  ).length;
}
