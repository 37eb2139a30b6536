import { sql } from 'drizzle-orm';
import {
  blob,
  check,
  index,
  integer,
  real,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';

/**
 * Everything about a candidate that lists show, sort by and searches look in, derived from the records by the commit that touches them.
 * `name` to `cjk` and the text of résumé `resume_id` are what `candidate_fts` indexes, through the view `candidate_text`.
 * The keys are folded for sorting and comparing; NULL where there is nothing.
 */
export const candidateDocument = sqliteTable(
  'candidate_document',
  {
    num: integer('num').primaryKey(),
    ownerId: text('owner_id').notNull(),
    archived: integer('archived').notNull(),
    createdAt: text('created_at').notNull(),
    updatedAt: text('updated_at').notNull(),
    /** When anything about the candidate was changed last. */
    activityAt: text('activity_at').notNull(),
    totalYears: real('total_years'),
    nameKey: text('name_key'),
    headlineKey: text('headline_key'),
    companyKey: text('company_key'),
    locationKey: text('location_key'),
    resumeId: text('resume_id'),
    /** The row of a list as JSON: `ShownRow` of search/shown-row.ts. One reading a row instead of five. */
    shown: text('shown').notNull(),
    name: text('name').notNull(),
    title: text('title').notNull(),
    companies: text('companies').notNull(),
    skill: text('skill').notNull(),
    school: text('school').notNull(),
    city: text('city').notNull(),
    note: text('note').notNull(),
    /** What a person may have entered that stands in no CV: contact points, summary, certificates, languages. */
    detail: text('detail').notNull(),
    /** What the CV has to be found by beside its text: `indexForms` of shared/domain/search. */
    cjk: text('cjk').notNull(),
  },
  (t) => [
    index('candidate_document_name').on(t.archived, t.nameKey),
    index('candidate_document_headline').on(t.archived, t.headlineKey),
    index('candidate_document_company').on(t.archived, t.companyKey),
    index('candidate_document_location').on(t.archived, t.locationKey),
    index('candidate_document_years').on(t.archived, t.totalYears),
    index('candidate_document_created').on(t.archived, t.createdAt),
    index('candidate_document_updated').on(t.archived, t.updatedAt),
    index('candidate_document_activity').on(t.archived, t.activityAt),
  ],
);

/** Every value that candidates are filtered and counted by: what filter chips suggest, with how many have it. */
export const facetTerm = sqliteTable(
  'facet_term',
  {
    id: integer('id').primaryKey(),
    kind: text('kind').$type<TermKind>().notNull(),
    /** Folded text, an id or a code; `<field id>:<folded value>` for a custom field. */
    key: text('key').notNull(),
    /** As first written; empty for a tag, a list and an owner, whose names are in their own records. */
    name: text('name').notNull(),
    /** Candidates that have it and are not archived. */
    candidates: integer('candidates').notNull(),
    /** All candidates that have it: a term nobody has is deleted. */
    uses: integer('uses').notNull(),
  },
  (t) => [uniqueIndex('facet_term_key').on(t.kind, t.key)],
);

/**
 * What a value is. `skill` is a name as written and `taxon` the skill of the taxonomy it stands for; `title` the title of the table (else
 * as written) and `writtenTitle` the words where the table has others.
 */
export const TERM_KINDS = [
  'skill',
  'taxon',
  'title',
  'writtenTitle',
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
  'custom',
] as const;
export type TermKind = (typeof TERM_KINDS)[number];

/**
 * What a candidate is filtered and counted by, packed (search/pack.ts): the query threads keep it in memory. `seq` is one number a commit,
 * so that a reader asks only for what changed since it last looked; a candidate that is no more leaves a row with NULL behind.
 */
export const candidateFacets = sqliteTable(
  'candidate_facets',
  {
    num: integer('num').primaryKey(),
    seq: integer('seq').notNull(),
    packed: blob('packed', { mode: 'buffer' }),
  },
  (t) => [index('candidate_facets_seq').on(t.seq)],
);

/** What a candidate is matched by, packed (search/match-facts.ts), kept like the facets beside it. */
export const candidateMatchFacts = sqliteTable(
  'candidate_match_facts',
  {
    num: integer('num').primaryKey(),
    seq: integer('seq').notNull(),
    packed: blob('packed', { mode: 'buffer' }),
  },
  (t) => [index('candidate_match_facts_seq').on(t.seq)],
);

/** How far the search index is made: one row. */
export const searchState = sqliteTable(
  'search_state',
  {
    id: integer('id').primaryKey(),
    /** `INDEX_VERSION` of the program that made it. */
    version: integer('version').notNull(),
    /** While it is made anew: the words of candidates below this number are not in it yet. NULL: it is whole. */
    below: integer('below'),
    /** `below` as the making began. */
    started: integer('started').notNull(),
    /** Grows with each making: what a reader remembers of an older one is void. */
    epoch: integer('epoch').notNull(),
  },
  (t) => [check('search_state_one', sql`${t.id} = 1`)],
);
