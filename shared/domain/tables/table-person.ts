import { z } from 'zod';
import { instantSchema } from '@/shared/kit/clock';
import { idSchema } from '@/shared/kit/ids';
import { endDateSchema, yearMonthSchema } from '@/shared/domain/parsing/parsed-resume';

const short = z.string().max(500);
const long = z.string().max(20_000);

/** One person as a row of a table or another system's file gives them, checked and in our forms, before anybody looked whether they are known. */
export const tablePersonSchema = z.object({
  name: z.string().max(300),
  emails: z.array(short).max(50),
  phones: z.array(short).max(50),
  links: z.array(z.string().max(2000)).max(50),
  headline: short.nullable(),
  location: z.string().max(300).nullable(),
  summary: long.nullable(),
  totalYears: z.number().min(0).max(80).nullable(),
  noticePeriod: z.string().max(300).nullable(),
  workPermission: z.string().max(300).nullable(),
  experience: z
    .array(
      z.object({
        company: short.nullable(),
        title: short.nullable(),
        location: short.nullable(),
        start: yearMonthSchema.nullable(),
        end: endDateSchema.nullable(),
        description: long,
      }),
    )
    .max(100),
  education: z
    .array(
      z.object({
        institution: short.nullable(),
        degree: short.nullable(),
        field: short.nullable(),
        start: yearMonthSchema.nullable(),
        end: endDateSchema.nullable(),
        grade: short.nullable(),
      }),
    )
    .max(100),
  certifications: z
    .array(z.object({ name: short, issuer: short.nullable(), date: yearMonthSchema.nullable() }))
    .max(100),
  skills: z.array(z.string().max(200)).max(200),
  languages: z.array(z.object({ name: z.string().max(100), levelText: short.nullable() })).max(50),
  tags: z.array(z.string().max(60)).max(50),
  lists: z.array(z.string().max(200)).max(20),
  notes: z.array(long).max(50),
  custom: z
    .array(z.object({ fieldId: idSchema, value: z.union([z.string(), z.number(), z.boolean()]) }))
    .max(200),
  consentGivenAt: instantSchema.nullable(),
  consentExpiresAt: instantSchema.nullable(),
});
export type TablePerson = z.infer<typeof tablePersonSchema>;

export const NOBODY: TablePerson = {
  name: '',
  emails: [],
  phones: [],
  links: [],
  headline: null,
  location: null,
  summary: null,
  totalYears: null,
  noticePeriod: null,
  workPermission: null,
  experience: [],
  education: [],
  certifications: [],
  skills: [],
  languages: [],
  tags: [],
  lists: [],
  notes: [],
  custom: [],
  consentGivenAt: null,
  consentExpiresAt: null,
};

/** Why something of a row is not taken, though the row is. */
export const LEFT_OUT_PROBLEMS = [
  'email',
  'phone',
  'number',
  'date',
  'choice',
  'yes-no',
  'too-long',
  'no-column',
] as const;

/** Something of a row that is not taken. `value` is its beginning. */
export const leftOutSchema = z.object({
  column: z.string(),
  value: z.string(),
  problem: z.enum(LEFT_OUT_PROBLEMS),
});
export type LeftOut = z.infer<typeof leftOutSchema>;

/** Why a row is nobody. */
export const SKIP_REASONS = [
  'empty',
  'nobody',
  'broken',
  'unchanged',
  'refused',
  'erased',
] as const;
export type SkipReason = (typeof SKIP_REASONS)[number];
