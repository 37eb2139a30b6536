import { z } from 'zod';
import { EDUCATION_LEVELS } from './education-level';
import { boxSchema } from './extracted-document';

/** Where in the résumé a value was read: a half-open range of the text and, for formats with pages, boxes in points. */
export const evidenceSchema = z.object({
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
  page: z.number().int().positive(),
  boxes: z.array(boxSchema),
});
export type Evidence = z.infer<typeof evidenceSchema>;

/** A year-month kept at the precision it was written with: `2019-09` or `2019`. */
export const yearMonthSchema = z.string().regex(/^\d{4}(-(0[1-9]|1[0-2]))?$/);
export type YearMonth = z.infer<typeof yearMonthSchema>;

/** The end of something: a date, or still going on. */
export const endDateSchema = z.union([yearMonthSchema, z.literal('present')]);

const read = {
  /** How sure the parser is, 0..1. */
  confidence: z.number().min(0).max(1),
  evidence: evidenceSchema.nullable(),
};

export const textFieldSchema = z.object({ value: z.string(), ...read });
export type TextField = z.infer<typeof textFieldSchema>;

export const locationSchema = z.object({
  /** As written in the résumé. */
  text: z.string(),
  city: z.string().nullable(),
  region: z.string().nullable(),
  /** ISO 3166-1 alpha-2. */
  country: z.string().length(2).nullable(),
});
export type Location = z.infer<typeof locationSchema>;

export const parsedExperienceSchema = z.object({
  company: z.string().nullable(),
  title: z.string().nullable(),
  location: z.string().nullable(),
  start: yearMonthSchema.nullable(),
  end: endDateSchema.nullable(),
  description: z.string(),
  ...read,
});
export type ParsedExperience = z.infer<typeof parsedExperienceSchema>;

export const parsedEducationSchema = z.object({
  institution: z.string().nullable(),
  degree: z.string().nullable(),
  /** Null where the words of the degree tell none. */
  level: z.enum(EDUCATION_LEVELS).nullable().default(null),
  field: z.string().nullable(),
  start: yearMonthSchema.nullable(),
  end: endDateSchema.nullable(),
  grade: z.string().nullable(),
  ...read,
});
export type ParsedEducation = z.infer<typeof parsedEducationSchema>;

export const parsedSkillSchema = z.object({
  /** Id in the skill taxonomy, or null for a skill it does not know: the words are kept all the same. */
  skillId: z.string().nullable(),
  /** Canonical name where known, else as written. */
  name: z.string(),
  verbatim: z.string(),
  years: z.number().nonnegative().nullable(),
  /** Declared in a skills section, or only mentioned in running text. */
  declared: z.boolean(),
  ...read,
});
export type ParsedSkill = z.infer<typeof parsedSkillSchema>;

export const CEFR_LEVELS = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2', 'native'] as const;
export const cefrSchema = z.enum(CEFR_LEVELS);

export const parsedLanguageSchema = z.object({
  /** English name of the language: `German`. */
  name: z.string(),
  level: cefrSchema.nullable(),
  /** The level as written: `fließend`. */
  levelText: z.string().nullable(),
  ...read,
});
export type ParsedLanguage = z.infer<typeof parsedLanguageSchema>;

export const parsedCertificationSchema = z.object({
  name: z.string(),
  issuer: z.string().nullable(),
  date: yearMonthSchema.nullable(),
  ...read,
});
export type ParsedCertification = z.infer<typeof parsedCertificationSchema>;

/** When the person can start, as stated. */
const noticePeriodSchema = z.object({
  text: z.string(),
  /** Days of notice; 0 for at once; null where only a date or other words are given. A month counts thirty. */
  days: z.number().int().nonnegative().nullable(),
  ...read,
});

/** May the person work where they look for work: freely, with a permit, or only with an employer's sponsorship. */
const WORK_PERMISSION_KINDS = ['unrestricted', 'permit', 'needs_sponsorship'] as const;
const workPermissionSchema = z.object({
  text: z.string(),
  kind: z.enum(WORK_PERMISSION_KINDS).nullable(),
  ...read,
});

export const LINK_KINDS = ['linkedin', 'github', 'xing', 'website', 'other'] as const;
export const parsedLinkSchema = z.object({
  url: z.string(),
  kind: z.enum(LINK_KINDS),
  ...read,
});

/** Everything the parser read in one résumé. Deterministic: the same document gives the same object. */
export const parsedResumeSchema = z.object({
  parser: z.object({ name: z.string(), version: z.string() }),
  /** ISO 639-1 of the résumé's main language, or null. */
  language: z.string().nullable(),
  name: textFieldSchema.nullable(),
  headline: textFieldSchema.nullable(),
  emails: z.array(textFieldSchema),
  /** E.164 where the country is known, else the digits as written. */
  phones: z.array(textFieldSchema),
  links: z.array(parsedLinkSchema),
  location: locationSchema.extend(read).nullable(),
  summary: textFieldSchema.nullable(),
  /** Newest first. */
  experience: z.array(parsedExperienceSchema),
  education: z.array(parsedEducationSchema),
  skills: z.array(parsedSkillSchema),
  languages: z.array(parsedLanguageSchema),
  certifications: z.array(parsedCertificationSchema),
  /** Null in résumés that were read before the parser knew it, too. */
  noticePeriod: noticePeriodSchema.nullable().default(null),
  workPermission: workPermissionSchema.nullable().default(null),
  /** Years of work from the merged spans of experience, one decimal. */
  totalYears: z.number().nonnegative().nullable(),
  /** Things to tell a person: hidden text, a letter rather than a CV, two people in one file … */
  notices: z.array(z.object({ code: z.string(), message: z.string() })),
});
export type ParsedResume = z.infer<typeof parsedResumeSchema>;
