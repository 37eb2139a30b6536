import { z } from 'zod';
import { SHARE_PERMISSIONS } from '@/shared/domain/access/records';
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
import { FILTER_GROUPS } from '@/shared/domain/candidates/filter-groups';
import { customValueSchema } from '@/shared/domain/custom-fields/records';
import { EDUCATION_LEVELS } from '@/shared/domain/parsing/education-level';
import { SENIORITIES } from '@/shared/domain/parsing/job-titles';
import { cefrSchema } from '@/shared/domain/parsing/parsed-resume';
import { querySchema } from '@/shared/domain/search/query';
import { instantSchema } from '@/shared/kit/clock';
import { idSchema } from '@/shared/kit/ids';

/** A résumé without its text and extraction: what lists of files need. */
/** A résumé as it is shown: guests are not told how it reached the desk. */
export const shownResumeSchema = resumeSchema.extend({
  origin: resumeSchema.shape.origin.nullable(),
});
export type ShownResume = z.infer<typeof shownResumeSchema>;

export const resumeSummarySchema = shownResumeSchema.omit({
  text: true,
  lines: true,
  parsed: true,
});
export type ResumeSummary = z.infer<typeof resumeSummarySchema>;

/** A candidate as their page has it: guests are not told whose they are and where they came from. */
const shownCandidateSchema = candidateSchema.extend({
  ownerId: candidateSchema.shape.ownerId.nullable(),
  source: candidateSchema.shape.source.nullable(),
});
export type ShownCandidate = z.infer<typeof shownCandidateSchema>;

/** A candidate with everything the candidate page shows. */
export const candidateDetailSchema = z.object({
  candidate: shownCandidateSchema,
  /** How far whoever asks comes with them: a screen offers nothing that would be refused. */
  level: z.enum(['view', 'comment', 'edit']),
  ownerName: z.string(),
  contactPoints: z.array(contactPointSchema),
  experience: z.array(experienceSchema),
  education: z.array(educationSchema),
  skills: z.array(candidateSkillSchema),
  certifications: z.array(certificationSchema),
  languages: z.array(candidateLanguageSchema),
  /** What stands in custom fields, also in those no longer offered. */
  custom: z.array(customValueSchema),
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
  /** People who were merged into this one, also by way of others. */
  merged: z.array(z.object({ mergeId: idSchema, candidateId: idSchema, name: z.string() })),
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
  'lastActivity',
] as const;

const names = z.array(z.string().max(200)).max(20).default([]);
const yearCount = z.number().min(0).max(80).nullable().default(null);
const daySchema = z.iso.date();
/** Days, both included, in UTC; null: open on that side. */
const daysSchema = z
  .object({ from: daySchema.nullable(), to: daySchema.nullable() })
  .nullable()
  .default(null);

/** A skill, by its name as written or folded, with the least years of it that are asked for. */
export const skillCriterionSchema = z.object({
  name: z.string().max(200),
  minYears: yearCount,
});
export type SkillCriterion = z.infer<typeof skillCriterionSchema>;

export const MISSING_FILTERS = ['name', 'email', 'phone', 'experience', 'file'] as const;
export const HAS_FILTERS = ['file', 'email', 'phone', 'link'] as const;
export const CONSENT_STATES = ['none', 'given', 'expiring', 'expired'] as const;

/** A custom field's condition: the kind of the field says which parts of it count. */
export const customFilterSchema = z.object({
  fieldId: idSchema,
  /** One of these texts or choices, compared folded; for yes/no `yes` and `no`. */
  values: names,
  /** Numbers from and to, both included. */
  min: z.number().nullable().default(null),
  max: z.number().nullable().default(null),
  days: daysSchema,
});

/**
 * What a list is narrowed by. Groups are joined by "and". Within one, one of the values is enough, but for `skills`, `tagIds`, `languages`,
 * `has` and `missing`, of which all must hold. Names are compared folded.
 */
export const candidateFiltersSchema = z.object({
  /** All of them must be there. */
  skills: z.array(skillCriterionSchema).max(20).default([]),
  skillsAny: z.array(skillCriterionSchema).max(20).default([]),
  /** None of them may be there. */
  skillsNone: names,
  tagIds: z.array(idSchema).max(20).default([]),
  listIds: z.array(idSchema).max(20).default([]),
  titles: names,
  seniorities: z.array(z.enum(SENIORITIES)).max(10).default([]),
  companies: names,
  /** Whether the employer is the one of today, or any there ever was. */
  companiesWhen: z.enum(['now', 'ever']).default('ever'),
  schools: names,
  degrees: z.array(z.enum(EDUCATION_LEVELS)).max(10).default([]),
  cities: names,
  /** ISO 3166-1 alpha-2. */
  countries: z.array(z.string().length(2)).max(20).default([]),
  /** People whose place is known to be within so many km (as the crow flies) of a place of the gazetteer. */
  near: z
    .object({
      place: z.string().max(200),
      latitude: z.number().min(-90).max(90),
      longitude: z.number().min(-180).max(180),
      km: z.number().min(1).max(2000),
    })
    .nullable()
    .default(null),
  /** Each spoken at least so well; a language without a stated level counts only where none is asked for. */
  languages: z
    .array(z.object({ name: z.string().max(200), minLevel: cefrSchema.nullable().default(null) }))
    .max(10)
    .default([]),
  ownerIds: z.array(idSchema).max(20).default([]),
  sources: z.array(candidateSourceSchema).max(10).default([]),
  consent: z.array(z.enum(CONSENT_STATES)).max(4).default([]),
  /** Null: whether or not they may be contacted. */
  doNotContact: z.boolean().nullable().default(null),
  minYears: yearCount,
  maxYears: yearCount,
  added: daysSchema,
  updated: daysSchema,
  /** The last time anything about them was changed. */
  lastActivity: daysSchema,
  has: z.array(z.enum(HAS_FILTERS)).max(4).default([]),
  missing: z.array(z.enum(MISSING_FILTERS)).max(5).default([]),
  custom: z.array(customFilterSchema).max(20).default([]),
  /** "More like this person": the others, most alike first when sorted by relevance. */
  like: idSchema.nullable().default(null),
  /** Only who came in or got a new CV after this moment. */
  newSince: instantSchema.nullable().default(null),
  /** Only those with values that were read with low certainty and wait for a person's eye. */
  review: z.boolean().default(false),
  archived: z.boolean().default(false),
  /** Only those whom somebody else shows the actor. */
  shared: z.boolean().default(false),
  /** Only those that came in (or were updated) with this import. */
  taskId: idSchema.nullable().default(null),
});
export type CandidateFilters = z.infer<typeof candidateFiltersSchema>;

/** The whole list. */
export const NO_FILTERS: CandidateFilters = candidateFiltersSchema.parse({});

/** What can be counted beside a search; `custom` for a custom field of choices or yes/no. */
export const FACET_KINDS = [
  'skill',
  'title',
  'seniority',
  'company',
  'school',
  'degree',
  'city',
  'country',
  'language',
  'tag',
  'list',
  'owner',
  'source',
  'consent',
  'years',
  'has',
  'custom',
] as const;
export type FacetKind = (typeof FACET_KINDS)[number];

/** Years of work as they are counted: from, up to but not including the next. */
export const YEAR_BUCKETS = [0, 1, 3, 5, 10, 15, 20] as const;

export const facetAskSchema = z.object({
  kind: z.enum(FACET_KINDS),
  /** For `custom`. */
  fieldId: idSchema.nullable().default(null),
});

/** Counted values of one kind, most frequent first. Values of a group in force are counted as if that group were not. */
export const facetSchema = facetAskSchema.extend({
  values: z.array(
    z.object({
      /** What a filter takes: a name, an id, a code, the first year of a bucket. */
      value: z.string(),
      /** As it is shown, where the value alone does not say it; else the same. */
      label: z.string(),
      count: z.number().int().positive(),
    }),
  ),
  /** Whether there are more values than are given. */
  more: z.boolean(),
});
export type Facet = z.infer<typeof facetSchema>;

export const candidateSearchRequestSchema = z.object({
  text: z.string().max(10_000).default(''),
  filters: candidateFiltersSchema.prefault({}),
  sort: z
    .object({ by: z.enum(SORT_KEYS), direction: z.enum(['asc', 'desc']) })
    .default({ by: 'updatedAt', direction: 'desc' }),
  /** Other names of the skills that are asked for count too. */
  synonyms: z.boolean().default(true),
  /** A word that nobody has is looked for as the words that are spelt nearly so. */
  spelling: z.boolean().default(true),
  /** What to count beside the page. */
  facets: z.array(facetAskSchema).max(30).default([]),
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
  /** Null for a guest. */
  source: candidateSourceSchema.nullable(),
  archivedAt: instantSchema.nullable(),
  createdAt: instantSchema,
  updatedAt: instantSchema,
  /** The last time anything about them was changed. */
  lastActivityAt: instantSchema.optional(),
  ownerName: z.string().optional(),
  /** What somebody else's sharing lets the actor do with them; absent for the actor's own. */
  shared: z.enum(SHARE_PERMISSIONS).optional(),
  /** Lists they are on, by name, the first few. */
  lists: z.array(z.object({ id: idSchema, name: z.string() })).optional(),
  /** Of their newest job title. */
  seniority: z.enum(SENIORITIES).nullable().optional(),
  /** The highest there is. */
  degree: z.enum(EDUCATION_LEVELS).nullable().optional(),
  languages: z.array(candidateLanguageSchema.pick({ name: true, level: true })).optional(),
  /** What stands in custom fields. */
  custom: z.array(customValueSchema.pick({ fieldId: true, text: true, number: true })).optional(),
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
  /** Where nothing was found: how many there would be without a group of the filters in force, most first. */
  withoutFilters: z
    .array(z.object({ group: z.enum(FILTER_GROUPS), total: z.number().int().positive() }))
    .optional(),
  /** Where nothing was found: the part of the query or the group of filters that finds the fewest by itself, and how many. */
  fewest: z
    .union([
      z.object({ start: z.number().int(), end: z.number().int(), total: z.number().int() }),
      z.object({ group: z.enum(FILTER_GROUPS), total: z.number().int() }),
    ])
    .nullable()
    .optional(),
  /** What else was looked for than what was typed, with where it was typed. */
  expanded: z.array(
    z.object({
      start: z.number().int(),
      end: z.number().int(),
      words: z.array(z.string()),
      why: z.enum(['spelling', 'synonym']),
    }),
  ),
  facets: z.array(facetSchema),
  /** Null when the search index is whole; else how much of it is rebuilt, 0 to 1: until then people may be missing. */
  rebuilding: z.number().min(0).max(1).nullable(),
});
export type CandidateSearchPage = z.infer<typeof candidateSearchPageSchema>;
