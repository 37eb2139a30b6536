import { indexForms, withForms } from '@/shared/domain/search/index-forms';
import type { Statements } from '../statements';
import { deriveFacets } from './derive-facets';
import { createFacetTerms } from './facet-terms';
import { createMatchFactsMarker } from './keep-match-facts';
import { deriveMarks } from './marks';
import { pack } from './pack';
import { type CandidateParts, readParts } from './read-parts';
import { indexedFrom } from './search-state';
import { shownRow } from './shown-row';
import { sortKey } from './sort-key';

const WORD_COLUMNS = 'name, title, company, skill, school, city, note, detail, cjk, cv';
const READ_WORDS = `SELECT ${WORD_COLUMNS} FROM candidate_text WHERE num = ?`;
const ADD_WORDS = `INSERT INTO candidate_fts(rowid, ${WORD_COLUMNS}) SELECT num, ${WORD_COLUMNS} FROM candidate_text WHERE num = ?`;
const REMOVE_WORDS = `INSERT INTO candidate_fts(candidate_fts, rowid, ${WORD_COLUMNS}) VALUES ('delete', ?, ${WORD_COLUMNS.split(
  ', ',
)
  .map(() => '?')
  .join(', ')})`;

/** Keeps the search index, the documents and the facets in step with the records, within one commit. */
export interface CandidateIndexer {
  /**
   * Remembers the words a candidate is indexed by. Has to run before any row changes that the text was made from: FTS5 with external
   * content removes exactly the words it is told.
   */
  readonly remember: (num: number) => void;
  /**
   * Derives a candidate's document and facets from its records; its words only where they were remembered (or never there) and differ. What
   * it is matched by is only marked.
   */
  readonly index: (num: number) => void;
  /** The same for one of whom nothing changed but marks (`MARK_FIELDS`), tags and lists. */
  readonly indexMarks: (num: number) => void;
  /** Writes the counts of the facets; runs once, last. */
  readonly finish: () => void;
}

/** `at` is the time of the commit; null keeps the time of the last one, for making the index anew. */
export function createCandidateIndexer(sql: Statements, at: string | null): CandidateIndexer {
  const terms = createFacetTerms(sql);
  const matchFacts = createMatchFactsMarker(sql);
  const remembered = new Map<number, readonly unknown[]>();
  const from = indexedFrom(sql);
  let seq: number | null = null;
  const nextSeq = (): number => {
    seq ??= Number(sql('SELECT coalesce(max(seq), 0) + 1 FROM candidate_facets').pluck().get());
    return seq;
  };

  const packedOf = (parts: CandidateParts, activityAt: string): Buffer => {
    const { values, ...numbers } = deriveFacets(sql, parts, activityAt);
    return pack({ ...numbers, terms: terms.numbered(values) });
  };
  const writeFacets = (num: number, packed: Buffer | null): void => {
    const old = sql('SELECT packed FROM candidate_facets WHERE num = ?').pluck().get(num);
    terms.count(Buffer.isBuffer(old) ? old : null, -1);
    terms.count(packed, 1);
    sql(
      `INSERT INTO candidate_facets (num, seq, packed) VALUES (?, ?, ?)
       ON CONFLICT (num) DO UPDATE SET seq = excluded.seq, packed = excluded.packed`,
    ).run(num, nextSeq(), packed);
  };

  const index = (num: number): void => {
    const parts = readParts(sql, num);
    const before = remembered.get(num);
    const known = sql('SELECT activity_at FROM candidate_document WHERE num = ?').pluck().get(num);
    const activityAt =
      at ?? (typeof known === 'string' ? known : lastActivity(sql, num)) ?? '1970-01-01';
    const keepsWords = at !== null && num >= from && before === undefined && known !== undefined;
    if (parts === null) sql('DELETE FROM candidate_document WHERE num = ?').run(num);
    else if (keepsWords) writeFacts(sql, num, parts, activityAt);
    else writeDocument(sql, num, parts, activityAt);
    writeFacets(num, parts === null ? null : packedOf(parts, activityAt));
    // An index that is made anew leaves what people are matched by as it is.
    if (at !== null && parts === null) matchFacts.gone(num);
    else if (at !== null) matchFacts.touched(num);
    if (num < from) return;
    if (before === undefined) {
      if (parts !== null && known === undefined) sql(ADD_WORDS).run(num);
      return;
    }
    const after = sql(READ_WORDS).raw().get(num);
    if (Array.isArray(after) && after.every((text, column) => text === before[column])) return;
    sql(REMOVE_WORDS).run(num, ...before);
    if (parts !== null) sql(ADD_WORDS).run(num);
  };

  return {
    index,
    indexMarks: (num) => {
      const packed = at === null ? null : deriveMarks(sql, num, at, terms);
      if (packed === null) index(num);
      else writeFacets(num, packed);
    },
    remember: (num) => {
      const words = num < from ? undefined : sql(READ_WORDS).raw().get(num);
      if (Array.isArray(words)) remembered.set(num, words);
    },
    finish: terms.finish,
  };
}

/** Puts the words of a candidate into the index that is being made anew. */
export const addWords = (sql: Statements, num: number): void => {
  sql(ADD_WORDS).run(num);
};

/**
 * Takes the words of candidates out of the index without a trace in its pages: for a person who is erased. FTS5 otherwise only notes that
 * they are gone, until segments are merged. It rewrites some 300 pages a person, too many for every edit. Runs in the caller's transaction,
 * before the records change.
 */
export function eraseWords(sql: Statements, nums: readonly number[]): void {
  const from = indexedFrom(sql);
  // A bound number would come as a fraction, which FTS5 refuses here.
  const secure = (on: 0 | 1): void => {
    sql(`INSERT INTO candidate_fts(candidate_fts, rank) VALUES ('secure-delete', ${on})`).run();
  };
  secure(1);
  for (const num of nums) {
    const words: unknown = num < from ? undefined : sql(READ_WORDS).raw().get(num);
    if (Array.isArray(words)) sql(REMOVE_WORDS).run(num, ...words.map(String));
    // Without a document the commit that follows has no words to take out.
    sql('DELETE FROM candidate_document WHERE num = ?').run(num);
  }
  secure(0);
}

/** When a candidate was last changed, for one whose document is gone. */
function lastActivity(sql: Statements, num: number): string | null {
  const newest = sql(
    'SELECT commit_id FROM change_log WHERE subject_id = (SELECT id FROM candidate WHERE num = ?) ORDER BY seq DESC LIMIT 1',
  )
    .pluck()
    .get(num);
  const at = sql('SELECT at FROM commit_log WHERE id = ?').pluck().get(newest);
  if (typeof at === 'string') return at;
  const updated = sql('SELECT updated_at FROM candidate WHERE num = ?').pluck().get(num);
  return typeof updated === 'string' ? updated : null;
}

const COLUMNS = [
  'num',
  'owner_id',
  'archived',
  'created_at',
  'updated_at',
  'activity_at',
  'total_years',
  'name_key',
  'headline_key',
  'company_key',
  'location_key',
  'resume_id',
  'shown',
  'name',
  'title',
  'companies',
  'skill',
  'school',
  'city',
  'note',
  'detail',
  'cjk',
] as const;
// An update in place leaves the indexes alone whose columns stay as they are; replacing the row would write all eight.
const WRITE_DOCUMENT = `INSERT INTO candidate_document (${COLUMNS.join(', ')}) VALUES (${COLUMNS.map(() => '?').join(', ')})
  ON CONFLICT (num) DO UPDATE SET ${COLUMNS.slice(1)
    .map((column) => `${column} = excluded.${column}`)
    .join(', ')}`;

function writeDocument(
  sql: Statements,
  num: number,
  parts: CandidateParts,
  activityAt: string,
): void {
  const { candidate, jobs, skills } = parts;
  sql(WRITE_DOCUMENT).run(
    num,
    candidate.owner_id,
    candidate.archived_at === null ? 0 : 1,
    candidate.created_at,
    candidate.updated_at,
    activityAt,
    candidate.total_years,
    sortKey(candidate.name),
    sortKey(candidate.headline),
    sortKey(parts.currentCompany),
    sortKey(candidate.location),
    candidate.current_resume_id,
    JSON.stringify(shownRow(parts)),
    withForms(candidate.name),
    lines([candidate.headline, ...jobs.map((job) => job.title)]),
    lines(jobs.map((job) => job.company)),
    lines(skills.map((skill) => skill.name)),
    lines(
      parts.schools.map(({ institution, degree, field }) =>
        [institution, degree, field].filter((part) => part !== null).join(' '),
      ),
    ),
    lines([candidate.location, candidate.city, candidate.region]),
    lines(parts.notes),
    lines([
      candidate.summary,
      ...parts.contacts.map((contact) => contact.value),
      ...parts.certificates,
      ...parts.languages.map((language) => language.name),
    ]),
    formsOfCv(sql, candidate.current_resume_id),
  );
}

/** What a change of something else than words may have changed in the document. */
function writeFacts(sql: Statements, num: number, parts: CandidateParts, activityAt: string): void {
  const { candidate } = parts;
  sql(
    `UPDATE candidate_document SET owner_id = ?, archived = ?, updated_at = ?, activity_at = ?, total_years = ?, shown = ?
     WHERE num = ?`,
  ).run(
    candidate.owner_id,
    candidate.archived_at === null ? 0 : 1,
    candidate.updated_at,
    activityAt,
    candidate.total_years,
    JSON.stringify(shownRow(parts)),
    num,
  );
}

function formsOfCv(sql: Statements, resumeId: string | null): string {
  if (resumeId === null) return '';
  const text = sql('SELECT text FROM resume WHERE id = ?').pluck().get(resumeId);
  return typeof text === 'string' ? indexForms(text) : '';
}

const lines = (values: readonly (string | null)[]): string =>
  withForms(values.filter((value) => value !== null && value !== '').join('\n'));
