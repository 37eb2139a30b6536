import { fold, squeeze } from '@/shared/kit/text';
import type { Statements } from '../statements';

// A candidate with many long notes or a hostile number of skills must not make every later edit slow.
const MOST_ROWS = 500;

const VIEW_COLUMNS = 'name, title, company, skill, school, city, tag, note, detail, cv';

/**
 * Takes a candidate's words out of the index. Has to run before any row changes that the text was made from: FTS5 with external content
 * removes exactly the words it is told, and the view reads them from the rows as they are.
 */
export function unindexCandidate(sql: Statements, num: number): void {
  sql(
    `INSERT INTO candidate_fts(candidate_fts, rowid, ${VIEW_COLUMNS}) SELECT 'delete', num, ${VIEW_COLUMNS} FROM candidate_text WHERE num = ?`,
  ).run(num);
  sql('DELETE FROM candidate_document WHERE num = ?').run(num);
  sql('DELETE FROM candidate_employer WHERE num = ?').run(num);
}

/** Derives a candidate's document from its records and puts its words into the index. */
export function indexCandidate(sql: Statements, num: number): void {
  // The casts name the columns selected in the same line; the tables are STRICT.
  const candidate = sql(
    'SELECT id, owner_id, archived_at, created_at, updated_at, name, headline, location, city, region, country, summary, total_years, current_resume_id FROM candidate WHERE num = ?',
  ).get(num) as CandidateColumns | undefined;
  if (candidate === undefined) return;
  const jobs = sql(
    `SELECT company, title, "end" FROM experience WHERE candidate_id = ? ORDER BY position, id LIMIT ${MOST_ROWS}`,
  ).all(candidate.id) as readonly JobColumns[];
  const words = (query: string): string =>
    lines(sql(`${query} LIMIT ${MOST_ROWS}`).pluck().all(candidate.id));
  const current =
    jobs.find((job) => job.company !== null && job.end === 'present') ??
    jobs.find((job) => job.company !== null);
  sql(
    `INSERT INTO candidate_document (num, owner_id, archived, created_at, updated_at, total_years,
       name_key, headline_key, company_key, location_key, city_key, company, resume_id,
       name, title, companies, skill, school, city, tag, note, detail)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
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
    sortKey(candidate.city),
    current?.company ?? null,
    candidate.current_resume_id,
    candidate.name,
    lines([candidate.headline, ...jobs.map((job) => job.title)]),
    lines(jobs.map((job) => job.company)),
    words('SELECT name FROM candidate_skill WHERE candidate_id = ? ORDER BY position, id'),
    words(
      "SELECT concat_ws(' ', institution, degree, field) FROM education WHERE candidate_id = ? ORDER BY position, id",
    ),
    lines([candidate.location, candidate.city, candidate.region]),
    words(
      'SELECT t.name FROM candidate_tag ct JOIN tag t ON t.id = ct.tag_id WHERE ct.candidate_id = ? ORDER BY t.id',
    ),
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
  sql(
    `INSERT INTO candidate_fts(rowid, ${VIEW_COLUMNS}) SELECT num, ${VIEW_COLUMNS} FROM candidate_text WHERE num = ?`,
  ).run(num);
  const employers = new Map<string, string>();
  for (const { company } of jobs) {
    const key = sortKey(company);
    if (company !== null && key !== null && !employers.has(key)) employers.set(key, company);
  }
  for (const [key, name] of employers) {
    sql('INSERT INTO candidate_employer (num, key, name) VALUES (?, ?, ?)').run(num, key, name);
  }
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
  readonly country: string | null;
  readonly summary: string | null;
  readonly total_years: number | null;
  readonly current_resume_id: string | null;
}

interface JobColumns {
  readonly company: string | null;
  readonly title: string | null;
  readonly end: string | null;
}
