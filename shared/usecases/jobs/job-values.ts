import { findSkillId } from '@/shared/domain/candidates/find-skill';
import { contradictionIn, foldSkills } from '@/shared/domain/jobs/draft';
import type { AskedSkill, Job, JobDraft } from '@/shared/domain/jobs/records';
import { readPlace } from '@/shared/domain/parsing/places';
import { AppError } from '@/shared/kit/app-error';

/** Errors: INVALID with the two fields, for a range that is turned round. */
export function refuseContradiction(
  job: Pick<Job, 'experienceMin' | 'experienceMax' | 'salaryMin' | 'salaryMax'>,
): void {
  const found = contradictionIn(job);
  if (found !== null) throw new AppError('INVALID', found.message, { fields: found.fields });
}

/** The place of a job with the city, region and country that it names, as candidates have theirs. */
export function placeOf(
  location: string | null,
): Pick<Job, 'location' | 'city' | 'region' | 'country'> {
  const written = emptyToNull(location);
  if (written === null) return { location: null, city: null, region: null, country: null };
  const place = readPlace(written);
  return {
    location: written,
    city: place?.city ?? null,
    region: place?.region ?? null,
    country: place?.country || null,
  };
}

/** The skills with the taxonomy's ids, each once; words the taxonomy does not know stay as they are. */
export function knownSkills<S extends AskedSkill>(skills: readonly S[]): readonly S[] {
  return foldSkills(skills.map((skill) => ({ ...skill, skillId: findSkillId(skill.name) })));
}

/** The fields of a draft as a job has them, the skills beside. */
export function jobValues(draft: JobDraft) {
  refuseContradiction(draft);
  const { skills, location, department, ...fields } = draft;
  return {
    fields: { ...fields, department: emptyToNull(department), ...placeOf(location) },
    skills: knownSkills(skills),
  };
}

export const emptyToNull = (value: string | null): string | null =>
  value === null || value.trim() === '' ? null : value;
