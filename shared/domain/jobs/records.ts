import { z } from 'zod';
import { recordBase } from '@/shared/domain/candidates/records';
import { customValuesSchema } from '@/shared/domain/clients/records';
import { EDUCATION_LEVELS } from '@/shared/domain/parsing/education-level';
import { boardSchema } from '@/shared/domain/pipeline/board';
import { instantSchema } from '@/shared/kit/clock';
import { idSchema } from '@/shared/kit/ids';

export const JOB_STATUSES = ['draft', 'open', 'on_hold', 'filled', 'closed'] as const;
export type JobStatus = (typeof JOB_STATUSES)[number];
export const JOB_PRIORITIES = ['low', 'medium', 'high', 'urgent'] as const;
export type JobPriority = (typeof JOB_PRIORITIES)[number];
export const REMOTE_KINDS = ['onsite', 'hybrid', 'remote'] as const;
export const EMPLOYMENT_TYPES = ['full_time', 'part_time', 'contract', 'internship'] as const;
export const SALARY_PERIODS = ['year', 'month', 'day', 'hour'] as const;
export const SKILL_NEEDS = ['required', 'nice'] as const;
export const TEAM_ROLES = ['hiring_manager', 'recruiter'] as const;

/** A skill that a job asks for. One that the taxonomy does not know has no `skillId` and is looked for by its name. */
export const askedSkillSchema = z.object({
  need: z.enum(SKILL_NEEDS),
  skillId: z.string().max(200).nullable(),
  name: z.string().trim().min(1).max(200),
  /** Among the others of its job; 3 where nobody said. */
  weight: z.number().int().min(1).max(5),
  minYears: z.number().min(0).max(60).nullable(),
});
export type AskedSkill = z.infer<typeof askedSkillSchema>;

/** What a part weighs in a match, as shares of a whole: only their proportion counts. */
export const matchWeightsSchema = z.object({
  skills: z.number().int().min(0).max(100),
  experience: z.number().int().min(0).max(100),
  title: z.number().int().min(0).max(100),
  education: z.number().int().min(0).max(100),
  location: z.number().int().min(0).max(100),
});
export type MatchWeights = z.infer<typeof matchWeightsSchema>;

const years = z.number().min(0).max(60).nullable();
/** Whole minor units: cents. */
const money = z.number().int().nonnegative().max(Number.MAX_SAFE_INTEGER).nullable();

/** The fields of a job that a person fills in. Ranges may be open at either end. */
export const jobFields = {
  title: z.string().trim().min(1).max(300),
  description: z.string().max(200_000),
  department: z.string().trim().max(200).nullable(),
  /** As written; city, region and country are derived from it. */
  location: z.string().trim().max(300).nullable(),
  remote: z.enum(REMOTE_KINDS).nullable(),
  employmentType: z.enum(EMPLOYMENT_TYPES).nullable(),
  experienceMin: years,
  experienceMax: years,
  salaryMin: money,
  salaryMax: money,
  /** ISO 4217. */
  salaryCurrency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .nullable(),
  salaryPeriod: z.enum(SALARY_PERIODS).nullable(),
  educationMin: z.enum(EDUCATION_LEVELS).nullable(),
  priority: z.enum(JOB_PRIORITIES),
  /** How many are to be hired. */
  openings: z.number().int().min(1).max(10_000),
  /** A day, YYYY-MM-DD. */
  closesOn: z.iso.date().nullable(),
} as const;

/** A job before it is one: what a pasted description, a file or a template proposes and a person then saves. */
export const jobDraftSchema = z.object({
  ...jobFields,
  skills: z.array(askedSkillSchema).max(500),
});
export type JobDraft = z.infer<typeof jobDraftSchema>;

export const jobSchema = z.object({
  ...recordBase,
  ...jobFields,
  clientId: idSchema,
  city: z.string().nullable(),
  region: z.string().nullable(),
  country: z.string().length(2).nullable(),
  status: z.enum(JOB_STATUSES),
  /** When it was first open, and when it was filled or closed last; for the time to fill. */
  openedAt: instantSchema.nullable(),
  endedAt: instantSchema.nullable(),
  /** The columns of its board; null for the usual ones. */
  board: boardSchema.nullable(),
  /** What the parts of a match weigh for this job; null for the usual weights. */
  weights: matchWeightsSchema.nullable(),
  /** Who comes in and scores this much or more is told to its recruiters; null for nobody. */
  matchThreshold: z.number().int().min(0).max(100).nullable(),
  custom: customValuesSchema,
});
export type Job = z.infer<typeof jobSchema>;

export const jobSkillSchema = z.object({
  ...recordBase,
  ...askedSkillSchema.shape,
  jobId: idSchema,
  /** Order on screen, from 0. */
  position: z.number().int().nonnegative(),
});
export type JobSkill = z.infer<typeof jobSkillSchema>;

/** Who is on a job: a user, or a contact of the client who has no login. One of the two ids is set. */
export const jobMemberSchema = z.object({
  ...recordBase,
  jobId: idSchema,
  role: z.enum(TEAM_ROLES),
  userId: idSchema.nullable(),
  contactId: idSchema.nullable(),
});
export type JobMember = z.infer<typeof jobMemberSchema>;

/** A job to begin others with. */
export const jobTemplateSchema = z.object({
  ...recordBase,
  name: z.string(),
  draft: jobDraftSchema,
});
export type JobTemplate = z.infer<typeof jobTemplateSchema>;
