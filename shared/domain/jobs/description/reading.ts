import { z } from 'zod';
import { EDUCATION_LEVELS } from '@/shared/domain/parsing/education-level';
import { askedSkillSchema, EMPLOYMENT_TYPES, REMOTE_KINDS, SALARY_PERIODS } from '../records';

/** The words something was read from: a half-open range of the description. */
const spanSchema = z.object({ start: z.number(), end: z.number(), text: z.string() });

/** A value as the description says it, how sure (0 to 1), and the words it was read from; null where it does not say. */
const read = <T extends z.ZodType>(value: T) =>
  z.object({ value, confidence: z.number().min(0).max(1), span: spanSchema }).nullable();

const yearsRangeSchema = z.object({
  min: z.number().nullable(),
  max: z.number().nullable(),
});
export type YearsRange = z.infer<typeof yearsRangeSchema>;

const paySchema = z.object({
  /** Whole minor units of the currency. */
  min: z.number().int().nullable(),
  max: z.number().int().nullable(),
  /** ISO 4217. */
  currency: z.string(),
  period: z.enum(SALARY_PERIODS),
});
export type Pay = z.infer<typeof paySchema>;

/** A skill that a description asks for, and where it first says so. */
const readSkillSchema = askedSkillSchema.extend({ span: spanSchema });
export type ReadSkill = z.infer<typeof readSkillSchema>;

/** What a job description proposes. */
export const jobReadingSchema = z.object({
  title: read(z.string()),
  company: read(z.string()),
  department: read(z.string()),
  location: read(z.string()),
  remote: read(z.enum(REMOTE_KINDS)),
  employmentType: read(z.enum(EMPLOYMENT_TYPES)),
  years: read(yearsRangeSchema),
  pay: read(paySchema),
  educationMin: read(z.enum(EDUCATION_LEVELS)),
  /** A day, YYYY-MM-DD. */
  closesOn: read(z.string()),
  openings: read(z.number().int()),
  skills: z.array(readSkillSchema),
});
export type JobReading = z.infer<typeof jobReadingSchema>;
