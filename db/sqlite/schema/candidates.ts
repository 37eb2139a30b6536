import { sql } from 'drizzle-orm';
import {
  type AnySQLiteColumn,
  check,
  index,
  integer,
  real,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';
import {
  CANDIDATE_SOURCES,
  type Candidate,
  type CandidateLanguage,
  type CandidateSource,
  type ContactPoint,
  type DuplicatePair,
  type Provenance,
  type Resume,
  TAG_COLOURS,
  type Tag,
} from '@/shared/domain/candidates/records';
import { CEFR_LEVELS, LINK_KINDS } from '@/shared/domain/parsing/parsed-resume';
import { flag, json, oneOf, recordColumns } from './columns';
import { user } from './workspace';

/**
 * `num` is the candidate's place in the search index and in row numbers: SQLite may renumber a rowid that is not a
 * declared column, and ids are text. It never leaves this folder; everybody else knows candidates by `id`.
 */
export const candidate = sqliteTable(
  'candidate',
  {
    num: integer('num').primaryKey({ autoIncrement: true }),
    ...recordColumns(),
    id: text('id').notNull().unique(),
    name: text('name').notNull(),
    headline: text('headline'),
    location: text('location'),
    city: text('city'),
    region: text('region'),
    country: text('country'),
    summary: text('summary'),
    totalYears: real('total_years'),
    noticePeriod: text('notice_period'),
    workPermission: text('work_permission'),
    ownerId: text('owner_id')
      .notNull()
      .references(() => user.id),
    source: text('source').$type<CandidateSource>().notNull(),
    consentBasis: text('consent_basis'),
    consentGivenAt: text('consent_given_at'),
    consentExpiresAt: text('consent_expires_at'),
    doNotContact: flag('do_not_contact').notNull(),
    archivedAt: text('archived_at'),
    mergedIntoId: text('merged_into_id').references((): AnySQLiteColumn => candidate.id),
    currentResumeId: text('current_resume_id').references((): AnySQLiteColumn => resume.id),
    provenance: json<Candidate['provenance']>('provenance').notNull(),
  },
  (t) => [
    index('candidate_owner').on(t.ownerId),
    index('candidate_merged_into').on(t.mergedIntoId),
    index('candidate_current_resume').on(t.currentResumeId),
    oneOf('candidate_source', t.source, CANDIDATE_SOURCES),
    check('candidate_total_years', sql`${t.totalYears} >= 0`),
    check('candidate_country', sql`length(${t.country}) = 2`),
    check('candidate_do_not_contact', sql`${t.doNotContact} in (0, 1)`),
  ],
);

/** The columns of what hangs on a candidate and is read from a résumé. Spread into a table, one call per table. */
const partColumns = () => ({
  ...recordColumns(),
  candidateId: text('candidate_id')
    .notNull()
    .references(() => candidate.id),
  position: integer('position').notNull(),
  provenance: json<Provenance>('provenance').notNull(),
});

export const contactPoint = sqliteTable(
  'contact_point',
  {
    ...partColumns(),
    kind: text('kind').$type<ContactPoint['kind']>().notNull(),
    value: text('value').notNull(),
    key: text('key').notNull(),
    linkKind: text('link_kind').$type<NonNullable<ContactPoint['linkKind']>>(),
  },
  (t) => [
    index('contact_point_candidate').on(t.candidateId, t.position),
    index('contact_point_key').on(t.key, t.kind),
    oneOf('contact_point_kind', t.kind, ['email', 'phone', 'link']),
    oneOf('contact_point_link_kind', t.linkKind, LINK_KINDS),
  ],
);

export const experience = sqliteTable(
  'experience',
  {
    ...partColumns(),
    company: text('company'),
    title: text('title'),
    location: text('location'),
    start: text('start'),
    end: text('end'),
    months: integer('months'),
    description: text('description').notNull(),
  },
  (t) => [
    index('experience_candidate').on(t.candidateId, t.position),
    check('experience_months', sql`${t.months} >= 0`),
  ],
);

export const education = sqliteTable(
  'education',
  {
    ...partColumns(),
    institution: text('institution'),
    degree: text('degree'),
    field: text('field'),
    start: text('start'),
    end: text('end'),
    grade: text('grade'),
  },
  (t) => [index('education_candidate').on(t.candidateId, t.position)],
);

export const candidateSkill = sqliteTable(
  'candidate_skill',
  {
    ...partColumns(),
    skillId: text('skill_id'),
    name: text('name').notNull(),
    key: text('key').notNull(),
    years: real('years'),
    declared: flag('declared').notNull(),
  },
  (t) => [
    index('candidate_skill_candidate').on(t.candidateId, t.position),
    check('candidate_skill_years', sql`${t.years} >= 0`),
    check('candidate_skill_declared', sql`${t.declared} in (0, 1)`),
  ],
);

export const certification = sqliteTable(
  'certification',
  {
    ...partColumns(),
    name: text('name').notNull(),
    issuer: text('issuer'),
    date: text('date'),
  },
  (t) => [index('certification_candidate').on(t.candidateId, t.position)],
);

export const candidateLanguage = sqliteTable(
  'candidate_language',
  {
    ...partColumns(),
    name: text('name').notNull(),
    level: text('level').$type<NonNullable<CandidateLanguage['level']>>(),
    levelText: text('level_text'),
  },
  (t) => [
    index('candidate_language_candidate').on(t.candidateId, t.position),
    oneOf('candidate_language_level', t.level, CEFR_LEVELS),
  ],
);

export const resume = sqliteTable(
  'resume',
  {
    ...recordColumns(),
    candidateId: text('candidate_id')
      .notNull()
      .references(() => candidate.id),
    fileName: text('file_name').notNull(),
    mediaType: text('media_type').notNull(),
    bytes: integer('bytes').notNull(),
    sha256: text('sha256').notNull(),
    storedAt: text('stored_at').notNull(),
    ocrConfidence: real('ocr_confidence'),
    parserName: text('parser_name').notNull(),
    parserVersion: text('parser_version').notNull(),
    notices: json<Resume['notices']>('notices').notNull(),
    origin: json<Resume['origin']>('origin').notNull(),
    pages: json<Resume['pages']>('pages').notNull(),
    // The long columns stand last: SQLite reads a row from its start, so a list of files never touches their pages.
    text: text('text').notNull(),
    lines: json<Resume['lines']>('lines').notNull(),
    parsed: json<Resume['parsed']>('parsed').notNull(),
  },
  (t) => [
    index('resume_candidate').on(t.candidateId, t.storedAt),
    index('resume_sha256').on(t.sha256),
    index('resume_parser').on(t.parserVersion, t.candidateId),
    // drizzle-kit splits an expression at its commas, hence the operator and not json_extract().
    index('resume_origin_path').on(sql`("origin" ->> '$.path')`),
    check('resume_bytes', sql`${t.bytes} >= 0`),
    check('resume_sha256_length', sql`length(${t.sha256}) = 64`),
  ],
);

export const tag = sqliteTable(
  'tag',
  {
    ...recordColumns(),
    name: text('name').notNull(),
    colour: text('colour').$type<Tag['colour']>().notNull(),
  },
  (t) => [
    uniqueIndex('tag_name').on(sql`"name" collate nocase`),
    oneOf('tag_colour', t.colour, TAG_COLOURS),
  ],
);

export const candidateTag = sqliteTable(
  'candidate_tag',
  {
    ...recordColumns(),
    candidateId: text('candidate_id')
      .notNull()
      .references(() => candidate.id),
    tagId: text('tag_id')
      .notNull()
      .references(() => tag.id),
  },
  (t) => [
    uniqueIndex('candidate_tag_pair').on(t.candidateId, t.tagId),
    index('candidate_tag_tag').on(t.tagId, t.candidateId),
  ],
);

export const duplicatePair = sqliteTable(
  'duplicate_pair',
  {
    ...recordColumns(),
    candidateId: text('candidate_id')
      .notNull()
      .references(() => candidate.id),
    otherId: text('other_id')
      .notNull()
      .references(() => candidate.id),
    reasons: json<DuplicatePair['reasons']>('reasons').notNull(),
    score: real('score').notNull(),
    state: text('state').$type<DuplicatePair['state']>().notNull(),
  },
  (t) => [
    uniqueIndex('duplicate_pair_pair').on(t.candidateId, t.otherId),
    index('duplicate_pair_other').on(t.otherId),
    index('duplicate_pair_state_score').on(t.state, t.score),
    oneOf('duplicate_pair_state', t.state, ['open', 'not-the-same', 'merged']),
    check('duplicate_pair_two', sql`${t.candidateId} <> ${t.otherId}`),
  ],
);
