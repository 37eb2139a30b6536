import {
  index,
  integer,
  primaryKey,
  real,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';

/**
 * Everything about a candidate that lists sort by and searches look in, derived from the records by the commit that touches them.
 * `name` to `detail` and the text of résumé `resume_id` are what `candidate_fts` indexes, through the view `candidate_text`.
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
    totalYears: real('total_years'),
    nameKey: text('name_key'),
    headlineKey: text('headline_key'),
    companyKey: text('company_key'),
    locationKey: text('location_key'),
    /** The current employer (else the last one), as written. */
    company: text('company'),
    resumeId: text('resume_id'),
    name: text('name').notNull(),
    title: text('title').notNull(),
    companies: text('companies').notNull(),
    skill: text('skill').notNull(),
    school: text('school').notNull(),
    city: text('city').notNull(),
    tag: text('tag').notNull(),
    note: text('note').notNull(),
    /** What a person may have entered that stands in no CV: contact points, summary, certificates, languages. */
    detail: text('detail').notNull(),
  },
  (t) => [
    index('candidate_document_name').on(t.archived, t.nameKey),
    index('candidate_document_headline').on(t.archived, t.headlineKey),
    index('candidate_document_company').on(t.archived, t.companyKey),
    index('candidate_document_location').on(t.archived, t.locationKey),
    index('candidate_document_years').on(t.archived, t.totalYears),
    index('candidate_document_created').on(t.archived, t.createdAt),
    index('candidate_document_updated').on(t.archived, t.updatedAt),
  ],
);

/** Every skill, employer, city and tag that some candidate has: what filter chips suggest, with how many have it. */
export const facetTerm = sqliteTable(
  'facet_term',
  {
    id: integer('id').primaryKey(),
    kind: text('kind').$type<FacetKind>().notNull(),
    /** Folded; the id for a tag. */
    key: text('key').notNull(),
    /** As first written; empty for a tag, whose name is in its own record. */
    name: text('name').notNull(),
    /** Candidates that have it and are not archived. */
    candidates: integer('candidates').notNull(),
  },
  (t) => [uniqueIndex('facet_term_key').on(t.kind, t.key)],
);
/** `missing` stands for what a candidate lacks: name, email, phone, experience; `review` for values read with low certainty. */
export type FacetKind = 'skill' | 'company' | 'city' | 'tag' | 'missing' | 'review';

/** Who has which facet, by numbers alone: small, and the filters of a search meet the index by row number. */
export const candidateFacet = sqliteTable(
  'candidate_facet',
  {
    termId: integer('term_id').notNull(),
    num: integer('num').notNull(),
  },
  (t) => [primaryKey({ columns: [t.termId, t.num] }), index('candidate_facet_num').on(t.num)],
);
