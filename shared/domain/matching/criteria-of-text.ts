import { readJobDescription } from '@/shared/domain/jobs/description/read-description';
import type { JobCriteria } from './criteria';

const MOST_SKILLS = 40;

/**
 * The criteria of a job with what its description asks for where nobody has stated it: skills, years and schooling, as pasting a description proposes
 * them. What is stated is never changed. Skills of a text are never must-haves here: nobody has confirmed them. Names that the taxonomy does
 * not know are left out: nobody has said that they are skills.
 */
export function withTextCriteria(criteria: JobCriteria): JobCriteria {
  const text = criteria.description;
  if (text === null || text.trim() === '') return criteria;
  const reading = readJobDescription(text);
  return {
    ...criteria,
    skills:
      criteria.skills.length > 0
        ? criteria.skills
        : reading.skills
            .filter(({ skillId }) => skillId !== null)
            .slice(0, MOST_SKILLS)
            .map(({ name, skillId, need, weight }) => ({
              name,
              skillId,
              mustHave: false,
              weight: need === 'required' ? Math.min(5, weight + 1) : weight,
              minYears: null,
              origin: 'text' as const,
            })),
    experienceMin: criteria.experienceMin ?? reading.years?.value.min ?? null,
    educationMin: criteria.educationMin ?? reading.educationMin?.value ?? null,
  };
}
