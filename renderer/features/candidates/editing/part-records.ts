import type { PartRecord } from '@/renderer/features/candidates/editing/drafts';
import type { PartEntity } from '@/shared/domain/candidates/part-identity';
import type { CandidateDetail } from '@/shared/domain/candidates/views';

/** A candidate's records of one kind. */
export function recordsOf(detail: CandidateDetail, entity: PartEntity): readonly PartRecord[] {
  switch (entity) {
    case 'contactPoint':
      return detail.contactPoints;
    case 'experience':
      return detail.experience;
    case 'education':
      return detail.education;
    case 'candidateSkill':
      return detail.skills;
    case 'certification':
      return detail.certifications;
    case 'candidateLanguage':
      return detail.languages;
  }
}
