import { z } from 'zod';
import { instantSchema } from '@/shared/kit/clock';
import { idSchema } from '@/shared/kit/ids';
import {
  cefrSchema,
  endDateSchema,
  evidenceSchema,
  LINK_KINDS,
  parsedResumeSchema,
  yearMonthSchema,
} from '@/shared/domain/parsing/parsed-resume';

/** What every stored record carries. `version` grows by one with each change: a stale write is refused. */
export const recordBase = {
  id: idSchema,
  version: z.number().int().positive(),
  createdAt: instantSchema,
  createdBy: idSchema,
  updatedAt: instantSchema,
};

/** A value as the parser read it: in which résumé, how sure, and where it stands. */
const readingSchema = z.object({
  resumeId: idSchema,
  confidence: z.number().min(0).max(1),
  evidence: evidenceSchema.nullable(),
});

/**
 * Where a value came from: read in a résumé, or entered by a person (who and when). What was read before a person
 * corrected or confirmed it is kept beside it: the same reading is known again in a newer CV or by a newer parser, and the
 * place in the CV can still be shown.
 */
export const provenanceSchema = z.discriminatedUnion('source', [
  readingSchema.extend({ source: z.literal('resume') }),
  z.object({
    source: z.literal('person'),
    by: idSchema,
    byName: z.string(),
    at: instantSchema,
    /** `words` are what a part was known by as it was read (`partWords`). Absent for what was entered by hand. */
    read: readingSchema.extend({ words: z.array(z.string()) }).optional(),
  }),
]);
export type Provenance = z.infer<typeof provenanceSchema>;

export const CANDIDATE_SOURCES = [
  'folder',
  'upload',
  'gmail',
  'drive',
  'portal',
  'manual',
  'sample',
] as const;
export const candidateSourceSchema = z.enum(CANDIDATE_SOURCES);
export type CandidateSource = z.infer<typeof candidateSourceSchema>;

/** The scalar fields of a candidate that a person may edit, each with its own provenance. */
export const CANDIDATE_FIELDS = [
  'name',
  'headline',
  'location',
  'summary',
  'totalYears',
  'noticePeriod',
  'workPermission',
] as const;
export type CandidateField = (typeof CANDIDATE_FIELDS)[number];

export const candidateSchema = z.object({
  ...recordBase,
  /** '' when the résumé gave none. */
  name: z.string(),
  headline: z.string().nullable(),
  /** As written; city, region and country are derived from it. */
  location: z.string().nullable(),
  city: z.string().nullable(),
  region: z.string().nullable(),
  country: z.string().length(2).nullable(),
  summary: z.string().nullable(),
  totalYears: z.number().nonnegative().nullable(),
  /** When the person can start and whether they may work where they look for work, in the words of the CV. */
  noticePeriod: z.string().nullable(),
  workPermission: z.string().nullable(),
  ownerId: idSchema,
  source: candidateSourceSchema,
  consentBasis: z.string().nullable(),
  consentGivenAt: instantSchema.nullable(),
  consentExpiresAt: instantSchema.nullable(),
  doNotContact: z.boolean(),
  archivedAt: instantSchema.nullable(),
  /** Set when this one was merged into another: it is shown nowhere, and kept so that the two can be taken apart again. */
  mergedIntoId: idSchema.nullable(),
  /** The newest résumé; null for someone entered by hand. */
  currentResumeId: idSchema.nullable(),
  provenance: z.partialRecord(z.enum(CANDIDATE_FIELDS), provenanceSchema),
});
export type Candidate = z.infer<typeof candidateSchema>;

const partOfCandidate = {
  ...recordBase,
  candidateId: idSchema,
  /** Order on screen, from 0. */
  position: z.number().int().nonnegative(),
  provenance: provenanceSchema,
};

/** What the store and the use-cases set on a part of a candidate, never the caller. */
export const storeSetFields = {
  id: true,
  version: true,
  createdAt: true,
  createdBy: true,
  updatedAt: true,
  candidateId: true,
  position: true,
  provenance: true,
} as const;

export const contactPointSchema = z.object({
  ...partOfCandidate,
  kind: z.enum(['email', 'phone', 'link']),
  value: z.string(),
  /** Normalised for comparing: lower-case e-mail, digits of a phone, URL without scheme and `www`. */
  key: z.string(),
  linkKind: z.enum(LINK_KINDS).nullable(),
});
export type ContactPoint = z.infer<typeof contactPointSchema>;

export const experienceSchema = z.object({
  ...partOfCandidate,
  company: z.string().nullable(),
  title: z.string().nullable(),
  location: z.string().nullable(),
  start: yearMonthSchema.nullable(),
  end: endDateSchema.nullable(),
  /** Whole months from start to end (or to the day of parsing when still going on); null when a date is missing. */
  months: z.number().int().nonnegative().nullable(),
  description: z.string(),
});
export type Experience = z.infer<typeof experienceSchema>;

export const educationSchema = z.object({
  ...partOfCandidate,
  institution: z.string().nullable(),
  degree: z.string().nullable(),
  field: z.string().nullable(),
  start: yearMonthSchema.nullable(),
  end: endDateSchema.nullable(),
  grade: z.string().nullable(),
});
export type Education = z.infer<typeof educationSchema>;

export const candidateSkillSchema = z.object({
  ...partOfCandidate,
  /** Id in the skill taxonomy; null for words it does not know. */
  skillId: z.string().nullable(),
  name: z.string(),
  /** Folded name, for comparing and filtering. */
  key: z.string(),
  years: z.number().nonnegative().nullable(),
  declared: z.boolean(),
});
export type CandidateSkill = z.infer<typeof candidateSkillSchema>;

export const certificationSchema = z.object({
  ...partOfCandidate,
  name: z.string(),
  issuer: z.string().nullable(),
  date: yearMonthSchema.nullable(),
});
export type Certification = z.infer<typeof certificationSchema>;

export const candidateLanguageSchema = z.object({
  ...partOfCandidate,
  name: z.string(),
  level: cefrSchema.nullable(),
  levelText: z.string().nullable(),
});
export type CandidateLanguage = z.infer<typeof candidateLanguageSchema>;

/** How the file reached the desk. */
export const resumeOriginSchema = z.object({
  kind: z.enum(['folder', 'upload', 'watched', 'sample', 'command-line']),
  /** Where it was when it was read, for a person to recognise; entries of archives as `a.zip › b.pdf`. */
  path: z.string(),
});

/** A line of the résumé's text as the document view shows it. */
export const viewLineSchema = z.object({
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
  role: z.enum(['heading', 'list', 'cell', 'header', 'footer', 'body']),
});

export const resumeSchema = z.object({
  ...recordBase,
  candidateId: idSchema,
  fileName: z.string(),
  mediaType: z.string(),
  bytes: z.number().int().nonnegative(),
  sha256: z.string().length(64),
  storedAt: instantSchema,
  text: z.string(),
  /** Lines of `text`, kept for formats that are shown as text; empty for PDF and images. */
  lines: z.array(viewLineSchema),
  /** Page sizes in points. */
  pages: z.array(z.object({ width: z.number(), height: z.number() })),
  ocrConfidence: z.number().min(0).max(1).nullable(),
  parserName: z.string(),
  parserVersion: z.string(),
  parsed: parsedResumeSchema,
  notices: z.array(z.object({ code: z.string(), message: z.string() })),
  origin: resumeOriginSchema,
});
export type Resume = z.infer<typeof resumeSchema>;

export const NOTE_VISIBILITIES = ['private', 'team', 'client'] as const;
export const noteSchema = z.object({
  ...recordBase,
  candidateId: idSchema,
  body: z.string(),
  authorId: idSchema,
  authorName: z.string(),
  visibility: z.enum(NOTE_VISIBILITIES),
  /** The application it is about; null when it is about the person. */
  applicationId: idSchema.nullable(),
});
export type Note = z.infer<typeof noteSchema>;

export const TAG_COLOURS = ['grey', 'blue', 'green', 'amber', 'red', 'violet'] as const;
export const tagSchema = z.object({
  ...recordBase,
  name: z.string(),
  colour: z.enum(TAG_COLOURS),
});
export type Tag = z.infer<typeof tagSchema>;

export const candidateTagSchema = z.object({
  ...recordBase,
  candidateId: idSchema,
  tagId: idSchema,
});
export type CandidateTag = z.infer<typeof candidateTagSchema>;

export const DUPLICATE_REASONS = [
  'file',
  'email',
  'phone',
  'link',
  'name-and-employer',
  'name-and-school',
  'name-and-place',
] as const;
export const duplicatePairSchema = z.object({
  ...recordBase,
  /** The one that came later. */
  candidateId: idSchema,
  otherId: idSchema,
  reasons: z.array(z.enum(DUPLICATE_REASONS)),
  /** How likely they are one person, 0 to 1. */
  score: z.number().min(0).max(1),
  state: z.enum(['open', 'not-the-same', 'merged']),
});
export type DuplicatePair = z.infer<typeof duplicatePairSchema>;
