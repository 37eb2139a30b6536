import { z } from 'zod';
import { REMOTE_KINDS } from '@/shared/domain/jobs/records';
import { EDUCATION_LEVELS } from '@/shared/domain/parsing/education-level';

/** A skill a job asks for. */
export const skillCriterionSchema = z.object({
  /** As the job says it. */
  name: z.string(),
  /** Id in the skill taxonomy; null for a skill it does not know, which is then compared by its folded words. */
  skillId: z.string().nullable(),
  mustHave: z.boolean(),
  /** How much it counts among the other skills, 1 to 5. */
  weight: z.number().int().min(1).max(5),
  minYears: z.number().min(0).max(60).nullable(),
  /** Stated by a person, or read in the text of the job. */
  origin: z.enum(['stated', 'text']),
});
export type SkillCriterion = z.infer<typeof skillCriterionSchema>;

export const jobPlaceSchema = z.object({
  /** As the job says it. */
  text: z.string(),
  city: z.string().nullable(),
  region: z.string().nullable(),
  /** ISO 3166-1 alpha-2. */
  country: z.string().length(2).nullable(),
});
export type JobPlace = z.infer<typeof jobPlaceSchema>;

/** What a job asks for: all that matching ever looks at. Null and empty mean that the job does not say. */
export const jobCriteriaSchema = z.object({
  title: z.string().nullable(),
  /** The advertisement: compared by its words of work; skills, years and schooling are read from it where they are not stated. */
  description: z.string().nullable(),
  skills: z.array(skillCriterionSchema),
  /** Years in such work. */
  experienceMin: z.number().min(0).max(60).nullable(),
  experienceMax: z.number().min(0).max(60).nullable(),
  educationMin: z.enum(EDUCATION_LEVELS).nullable(),
  location: jobPlaceSchema.nullable(),
  remote: z.enum(REMOTE_KINDS).nullable(),
});
export type JobCriteria = z.infer<typeof jobCriteriaSchema>;

export const NO_CRITERIA: JobCriteria = {
  title: null,
  description: null,
  skills: [],
  experienceMin: null,
  experienceMax: null,
  educationMin: null,
  location: null,
  remote: null,
};
