import type { JobDraft } from '../records';
import type { JobReading } from './reading';

/** The longest description that a job keeps. */
const MOST_TEXT = 200_000;

/** The reading as a job that could be saved; what the description does not say is empty. */
export function draftFromReading(reading: JobReading, description: string): JobDraft {
  return {
    title: reading.title?.value ?? '',
    description: description.slice(0, MOST_TEXT),
    department: reading.department?.value ?? null,
    location: reading.location?.value ?? null,
    remote: reading.remote?.value ?? null,
    employmentType: reading.employmentType?.value ?? null,
    experienceMin: reading.years?.value.min ?? null,
    experienceMax: reading.years?.value.max ?? null,
    salaryMin: reading.pay?.value.min ?? null,
    salaryMax: reading.pay?.value.max ?? null,
    salaryCurrency: reading.pay?.value.currency ?? null,
    salaryPeriod: reading.pay?.value.period ?? null,
    educationMin: reading.educationMin?.value ?? null,
    priority: 'medium',
    openings: reading.openings?.value ?? 1,
    closesOn: reading.closesOn?.value ?? null,
    skills: reading.skills.map(({ need, skillId, name, weight, minYears }) => ({
      need,
      skillId,
      name,
      weight,
      minYears,
    })),
  };
}
