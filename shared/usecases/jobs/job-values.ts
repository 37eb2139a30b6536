import { contradictionIn, foldSkills } from '@/shared/domain/jobs/draft';
import type { AskedSkill, Job, JobDraft } from '@/shared/domain/jobs/records';
import { AppError } from '@/shared/kit/app-error';

/** Errors: INVALID with the two fields, for a range that is turned round. */
export function refuseContradiction(
  job: Pick<Job, 'experienceMin' | 'experienceMax' | 'salaryMin' | 'salaryMax'>,
): void {
  const found = contradictionIn(job);
  if (found !== null) throw new AppError('INVALID', found.message, { fields: found.fields });
}

/** The place of a job with the city, region and country that it names, as candidates have theirs. */
export async function placeOf(
  location: string | null,
): Promise<Pick<Job, 'location' | 'city' | 'region' | 'country'>> {
  const written = emptyToNull(location);
  if (written === null) return { location: null, city: null, region: null, country: null };
  // The gazetteer is large: read with the first place somebody enters, not with every start.
  const { readPlace } = await import('@/shared/domain/parsing/places');
  const place = readPlace(written);
  return {
    location: written,
    city: place?.city ?? null,
    region: place?.region ?? null,
    country: place?.country || null,
  };
}

/** The skills with the taxonomy's ids, each once; words the taxonomy does not know stay as they are. */
export async function knownSkills<S extends AskedSkill>(
  skills: readonly S[],
): Promise<readonly S[]> {
  if (skills.length === 0) return [];
  // The taxonomy is large: read with the first skill somebody enters, not with every start.
  const { findSkillId } = await import('@/shared/domain/candidates/find-skill');
  return foldSkills(skills.map((skill) => ({ ...skill, skillId: findSkillId(skill.name) })));
}

/** The fields of a draft as a job has them, the skills beside. */
export async function jobValues(draft: JobDraft) {
  refuseContradiction(draft);
  const { skills, location, department, ...fields } = draft;
  return {
    fields: { ...fields, department: emptyToNull(department), ...(await placeOf(location)) },
    skills: await knownSkills(skills),
  };
}

export const emptyToNull = (value: string | null): string | null =>
  value === null || value.trim() === '' ? null : value;
