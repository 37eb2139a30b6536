import { z } from 'zod';
import {
  candidateLanguageSchema,
  candidateSchema,
  candidateSkillSchema,
  candidateSourceSchema,
  certificationSchema,
  contactPointSchema,
  DUPLICATE_REASONS,
  educationSchema,
  experienceSchema,
  noteSchema,
  resumeSchema,
  tagSchema,
} from '@/shared/domain/candidates/records';
import { querySchema } from '@/shared/domain/search/query';
import { instantSchema } from '@/shared/kit/clock';
import { idSchema } from '@/shared/kit/ids';

/** A résumé without its text and extraction: what lists of files need. */
export const resumeSummarySchema = resumeSchema.omit({ text: true, lines: true, parsed: true });
export type ResumeSummary = z.infer<typeof resumeSummarySchema>;

/** A candidate with everything the candidate page shows. */
export const candidateDetailSchema = z.object({
  candidate: candidateSchema,
  ownerName: z.string(),
  contactPoints: z.array(contactPointSchema),
  experience: z.array(experienceSchema),
  education: z.array(educationSchema),
  skills: z.array(candidateSkillSchema),
  certifications: z.array(certificationSchema),
  languages: z.array(candidateLanguageSchema),
  /** Newest first. */
  resumes: z.array(resumeSummarySchema),
  /** Newest first. */
  notes: z.array(noteSchema),
  tags: z.array(tagSchema.extend({ candidateTagId: idSchema })),
  possibleDuplicates: z.array(
    z.object({
      pairId: idSchema,
      candidateId: idSchema,
      name: z.string(),
      reasons: z.array(z.enum(DUPLICATE_REASONS)),
    }),
  ),
});
export type CandidateDetail = z.infer<typeof candidateDetailSchema>;

export const SORT_KEYS = [
  'relevance',
  'name',
  'headline',
  'company',
  'location',
  'totalYears',
  'createdAt',
  'updatedAt',
] as const;

export const candidateFiltersSchema = z.object({
  /** Folded skill names; all of them must be there. */
  skills: z.array(z.string().max(200)).max(20).default([]),
  tagIds: z.array(idSchema).max(20).default([]),
  cities: z.array(z.string().max(200)).max(20).default([]),
  companies: z.array(z.string().max(200)).max(20).default([]),
  sources: z.array(candidateSourceSchema).max(10).default([]),
  minYears: z.number().min(0).max(80).nullable().default(null),
  maxYears: z.number().min(0).max(80).nullable().default(null),
  missing: z
    .array(z.enum(['name', 'email', 'phone', 'experience']))
    .max(4)
    .default([]),
  /** Only those with values that were read with low certainty and wait for a person's eye. */
  review: z.boolean().default(false),
  archived: z.boolean().default(false),
  /** Only those that came in (or were updated) with this import. */
  taskId: idSchema.nullable().default(null),
});
export type CandidateFilters = z.infer<typeof candidateFiltersSchema>;

export const candidateSearchRequestSchema = z.object({
  text: z.string().max(10_000).default(''),
  filters: candidateFiltersSchema.prefault({}),
  sort: z
    .object({ by: z.enum(SORT_KEYS), direction: z.enum(['asc', 'desc']) })
    .default({ by: 'updatedAt', direction: 'desc' }),
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(200).default(50),
});
export type CandidateSearchRequest = z.infer<typeof candidateSearchRequestSchema>;

/** Half-open ranges of the text beside it, in order, not overlapping. */
export const hitsSchema = z.array(z.tuple([z.number().int(), z.number().int()]));

export const candidateRowSchema = z.object({
  id: idSchema,
  name: z.string(),
  nameHits: hitsSchema,
  headline: z.string().nullable(),
  headlineHits: hitsSchema,
  company: z.string().nullable(),
  location: z.string().nullable(),
  totalYears: z.number().nullable(),
  /** The first few, best evidenced first. */
  skills: z.array(z.string()),
  tags: z.array(z.object({ id: idSchema, name: z.string(), colour: z.string() })),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  source: candidateSourceSchema,
  archivedAt: instantSchema.nullable(),
  createdAt: instantSchema,
  updatedAt: instantSchema,
  /** A piece of the CV around the first hits; null without a query or when the hit is elsewhere. */
  snippet: z.object({ text: z.string(), hits: hitsSchema }).nullable(),
});
export type CandidateRow = z.infer<typeof candidateRowSchema>;

export const candidateSearchPageSchema = z.object({
  rows: z.array(candidateRowSchema),
  total: z.number().int().nonnegative(),
  /** How the typed text was understood, with what could not be. */
  query: querySchema,
  /** Where nothing was found: how many there would be without a part of the query, most first. Ranges of the typed text. */
  without: z.array(
    z.object({
      start: z.number().int(),
      end: z.number().int(),
      total: z.number().int().positive(),
    }),
  ),
});
export type CandidateSearchPage = z.infer<typeof candidateSearchPageSchema>;
