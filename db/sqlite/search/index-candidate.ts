import { PART_ENTITIES } from '@/shared/domain/candidates/part-identity';
import { REVIEW_BELOW } from '@/shared/domain/candidates/review';
import type { CandidateFilters } from '@/shared/domain/candidates/views';
import { fold, squeeze } from '@/shared/kit/text';
import { entityTable } from '../entities';
import type { Statements } from '../statements';
import { createFacetWriter, type FacetValue } from './facets';

// A candidate with many long notes or a hostile number of skills must not make every later edit slow.
const MOST_ROWS = 500;

const VIEW_COLUMNS = 'name, title, company, skill, school, city, tag, note, detail, cv';
const REMOVE_WORDS = `INSERT INTO candidate_fts(candidate_fts, rowid, ${VIEW_COLUMNS}) SELECT 'delete', num, ${VIEW_COLUMNS} FROM candidate_text WHERE num = ?`;
const ADD_WORDS = `INSERT INTO candidate_fts(rowid, ${VIEW_COLUMNS}) SELECT num, ${VIEW_COLUMNS} FROM candidate_text WHERE num = ?`;

/** Keeps the search index, the documents and the facets in step with the records, within one commit. */
export interface CandidateIndexer {
  /**
   * Takes a candidate's words out of the index. Has to run before any row changes that the text was made from: FTS5 with external content
   * removes exactly the words it is told, and the view reads them from the rows as they are.
   */
  readonly unindex: (num: number) => void;
  /** Derives a candidate's document from its records and puts its words into the index. */
  readonly index: (num: number) => void;
  /** Writes the counts of the facets; runs once, last. */
  readonly finish: () => void;
}

export function createCandidateIndexer(sql: Statements): CandidateIndexer {
  const facets = createFacetWriter(sql);
  return {
    unindex: (num) => {
      const archived = sql('SELECT archived FROM candidate_document WHERE num = ?')
        .pluck()
        .get(num);
      if (archived === undefined) return;
      sql(REMOVE_WORDS).run(num);
      sql('DELETE FROM candidate_document WHERE num = ?').run(num);
      facets.remove(num, archived === 0);
    },
    index: (num) => {
      // The columns selected in the same line; the tables are STRICT.
      const candidate = sql(
        'SELECT id, owner_id, archived_at, created_at, updated_at, name, headline, location, city, region, summary, total_years, current_resume_id FROM candidate WHERE num = ? AND merged_into_id IS NULL',
      ).get(num) as CandidateColumns | undefined;
      if (candidate === undefined) return;
      const jobs = sql(
        `SELECT company, title, "end" FROM experience WHERE candidate_id = ? ORDER BY position, id LIMIT ${MOST_ROWS}`,
      ).all(candidate.id) as readonly JobColumns[];
      const skills = sql(
        `SELECT key, name FROM candidate_skill WHERE candidate_id = ? ORDER BY position, id LIMIT ${MOST_ROWS}`,
      ).all(candidate.id) as readonly FacetValue[];
      const tags = sql(
        `SELECT t.id AS key, t.name AS name FROM candidate_tag ct JOIN tag t ON t.id = ct.tag_id WHERE ct.candidate_id = ? ORDER BY t.id LIMIT ${MOST_ROWS}`,
      ).all(candidate.id) as readonly FacetValue[];
      writeDocument(sql, num, candidate, { jobs, skills, tags });
      sql(ADD_WORDS).run(num);
      const counted = candidate.archived_at === null;
      facets.add(num, 'skill', skills, counted);
      facets.add(num, 'company', folded(jobs.map((job) => job.company)), counted);
      facets.add(num, 'city', folded([candidate.city]), counted);
      facets.add(num, 'missing', missingIn(sql, candidate, jobs), counted);
      if (hasLowCertainty(sql, candidate.id)) facets.add(num, 'review', [LOW_CERTAINTY], counted);
      facets.add(
        num,
        'tag',
        tags.map(({ key }) => ({ key, name: '' })),
        counted,
      );
    },
    finish: facets.finish,
  };
}

function writeDocument(
  sql: Statements,
  num: number,
  candidate: CandidateColumns,
  parts: {
    readonly jobs: readonly JobColumns[];
    readonly skills: readonly FacetValue[];
    readonly tags: readonly FacetValue[];
  },
): void {
  const { jobs, skills, tags } = parts;
  const words = (query: string): string =>
    lines(sql(`${query} LIMIT ${MOST_ROWS}`).pluck().all(candidate.id));
  const employed = jobs.filter((job) => job.company !== null);
  const current = employed.find((job) => job.end === 'present') ?? employed[0];
  sql(
    `INSERT INTO candidate_document (num, owner_id, archived, created_at, updated_at, total_years,
       name_key, headline_key, company_key, location_key, company, resume_id,
       name, title, companies, skill, school, city, tag, note, detail)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    num,
    candidate.owner_id,
    candidate.archived_at === null ? 0 : 1,
    candidate.created_at,
    candidate.updated_at,
    candidate.total_years,
    sortKey(candidate.name),
    sortKey(candidate.headline),
    sortKey(current?.company ?? null),
    sortKey(candidate.location),
    current?.company ?? null,
    candidate.current_resume_id,
    candidate.name,
    lines([candidate.headline, ...jobs.map((job) => job.title)]),
    lines(jobs.map((job) => job.company)),
    lines(skills.map((skill) => skill.name)),
    words(
      "SELECT concat_ws(' ', institution, degree, field) FROM education WHERE candidate_id = ? ORDER BY position, id",
    ),
    lines([candidate.location, candidate.city, candidate.region]),
    lines(tags.map((tag) => tag.name)),
    words('SELECT body FROM note WHERE candidate_id = ? ORDER BY id'),
    lines([
      candidate.summary,
      words('SELECT value FROM contact_point WHERE candidate_id = ? ORDER BY position, id'),
      words(
        "SELECT concat_ws(' ', name, issuer) FROM certification WHERE candidate_id = ? ORDER BY position, id",
      ),
      words('SELECT name FROM candidate_language WHERE candidate_id = ? ORDER BY position, id'),
    ]),
  );
}

/** What a candidate lacks, as facets: filtering by it must not look through everybody's contact points. */
function missingIn(
  sql: Statements,
  candidate: CandidateColumns,
  jobs: readonly JobColumns[],
): readonly FacetValue[] {
  const kinds = new Set(
    sql('SELECT DISTINCT kind FROM contact_point WHERE candidate_id = ?').pluck().all(candidate.id),
  );
  const missing = {
    name: sortKey(candidate.name) === null,
    email: !kinds.has('email'),
    phone: !kinds.has('phone'),
    experience: jobs.length === 0,
    file: candidate.current_resume_id === null,
  } satisfies Record<CandidateFilters['missing'][number], boolean>;
  return Object.entries(missing).flatMap(([key, lacks]) => (lacks ? [{ key, name: '' }] : []));
}

/** `needsReview` of the domain, over all values: a person's mark has no certainty of its own, what was counted no place. */
const hasLowCertainty = (sql: Statements, candidateId: string): boolean =>
  sql(LOW_CERTAINTY_SQL)
    .pluck()
    .get(candidateId, ...PART_ENTITIES.map(() => candidateId)) === 1;

const LOW_CERTAINTY: FacetValue = { key: 'low', name: '' };
const LOW_CERTAINTY_SQL = `SELECT ${[
  `EXISTS (SELECT 1 FROM candidate c, json_each(c.provenance) p WHERE c.id = ? AND (p.value ->> '$.confidence') < ${REVIEW_BELOW} AND (p.value ->> '$.evidence') IS NOT NULL)`,
  ...PART_ENTITIES.map(
    (entity) =>
      `EXISTS (SELECT 1 FROM ${entityTable(entity).sql} WHERE candidate_id = ? AND (provenance ->> '$.confidence') < ${REVIEW_BELOW} AND (provenance ->> '$.evidence') IS NOT NULL)`,
  ),
].join(' OR ')}`;

function folded(values: readonly (string | null)[]): readonly FacetValue[] {
  return values.flatMap((name) => {
    const key = sortKey(name);
    return key === null || name === null ? [] : [{ key, name }];
  });
}

/** Folded text that lists sort by and filters compare; null for nothing, so that it can be put last. */
export function sortKey(text: string | null): string | null {
  if (text === null) return null;
  const key = fold(squeeze(text)).slice(0, 200);
  return key === '' ? null : key;
}

function lines(values: readonly unknown[]): string {
  return values.filter((value) => typeof value === 'string' && value !== '').join('\n');
}

interface CandidateColumns {
  readonly id: string;
  readonly owner_id: string;
  readonly archived_at: string | null;
  readonly created_at: string;
  readonly updated_at: string;
  readonly name: string;
  readonly headline: string | null;
  readonly location: string | null;
  readonly city: string | null;
  readonly region: string | null;
  readonly summary: string | null;
  readonly total_years: number | null;
  readonly current_resume_id: string | null;
}

interface JobColumns {
  readonly company: string | null;
  readonly title: string | null;
  readonly end: string | null;
}
