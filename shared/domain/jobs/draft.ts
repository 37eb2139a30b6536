import { labelKey } from '@/shared/domain/custom-fields/custom-value';
import type { AskedSkill, Job, JobDraft } from './records';

/** A job that asks for nothing yet. */
export const EMPTY_DRAFT: JobDraft = {
  title: '',
  description: '',
  department: null,
  location: null,
  remote: null,
  employmentType: null,
  experienceMin: null,
  experienceMax: null,
  salaryMin: null,
  salaryMax: null,
  salaryCurrency: null,
  salaryPeriod: null,
  educationMin: null,
  priority: 'medium',
  openings: 1,
  closesOn: null,
  skills: [],
};

/** What a person filled in of a job, as a draft: to make a template or another job of it. */
export function draftOf(
  job: Pick<Job, Exclude<keyof JobDraft, 'skills'>>,
  skills: readonly AskedSkill[],
): JobDraft {
  return {
    title: job.title,
    description: job.description,
    department: job.department,
    location: job.location,
    remote: job.remote,
    employmentType: job.employmentType,
    experienceMin: job.experienceMin,
    experienceMax: job.experienceMax,
    salaryMin: job.salaryMin,
    salaryMax: job.salaryMax,
    salaryCurrency: job.salaryCurrency,
    salaryPeriod: job.salaryPeriod,
    educationMin: job.educationMin,
    priority: job.priority,
    openings: job.openings,
    closesOn: job.closesOn,
    skills: skills.map(({ need, skillId, name, weight, minYears }) => ({
      need,
      skillId,
      name,
      weight,
      minYears,
    })),
  };
}

/** Two fields of a job that contradict each other. */
export interface Contradiction {
  readonly fields: readonly (keyof JobDraft)[];
  readonly message: string;
}

/** What contradicts itself in a job's ranges; null when nothing does. Either end may be open. */
export function contradictionIn(
  job: Pick<Job, 'experienceMin' | 'experienceMax' | 'salaryMin' | 'salaryMax'>,
): Contradiction | null {
  if (isTurned(job.experienceMin, job.experienceMax)) {
    return {
      fields: ['experienceMin', 'experienceMax'],
      message: 'The least years of experience are more than the most. Nothing was saved.',
    };
  }
  if (isTurned(job.salaryMin, job.salaryMax)) {
    return {
      fields: ['salaryMin', 'salaryMax'],
      message: 'The lowest salary is higher than the highest. Nothing was saved.',
    };
  }
  return null;
}

const isTurned = (min: number | null, max: number | null): boolean =>
  min !== null && max !== null && min > max;

/** By what two skills are one: the taxonomy's skill, or the same words. */
export const askedKey = ({ skillId, name }: Pick<AskedSkill, 'skillId' | 'name'>): string =>
  skillId === null ? `name:${labelKey(name)}` : `skill:${skillId}`;

/**
 * The skills with each one once, in their order. Of two that are one the first keeps its name and place, and asks for the more of both:
 * required before nice to have, the heavier weight, the more years.
 */
export function foldSkills<S extends AskedSkill>(skills: readonly S[]): readonly S[] {
  const folded = new Map<string, S>();
  for (const skill of skills) {
    const key = askedKey(skill);
    const first = folded.get(key);
    folded.set(key, first === undefined ? skill : moreOf(first, skill));
  }
  return [...folded.values()];
}

const moreOf = <S extends AskedSkill>(first: S, again: S): S => ({
  ...first,
  need: again.need === 'required' ? 'required' : first.need,
  weight: Math.max(first.weight, again.weight),
  minYears:
    first.minYears === null ? again.minYears : Math.max(first.minYears, again.minYears ?? 0),
});
