import type { CandidateRow } from '@/shared/domain/candidates/views';
import { findHits, snippetOf } from '@/shared/domain/search/find-hits';
import { type Query, wantedWords } from '@/shared/domain/search/query';
import type { Statements } from '../statements';

const SKILLS_SHOWN = 8;
const TAGS_SHOWN = 20;
const SNIPPET_LENGTH = 180;

/** The rows of one page, in the order of the numbers given. Hits and snippets are cut here, for these rows alone. */
export function readRows(sql: Statements, nums: readonly number[], query: Query): CandidateRow[] {
  const searching = wantedWords(query).length > 0;
  return nums.flatMap((num) => {
    const row = readRow(sql, num);
    if (row === undefined) return [];
    const { resumeId, ...fields } = row;
    return [
      {
        ...fields,
        nameHits: searching ? findHits(row.name, query) : [],
        headlineHits: searching && row.headline !== null ? findHits(row.headline, query) : [],
        skills: sql(
          `SELECT name FROM candidate_skill WHERE candidate_id = ? ORDER BY declared DESC, position, id LIMIT ${SKILLS_SHOWN}`,
        )
          .pluck()
          .all(row.id)
          .map(String),
        tags: tagsOf(sql, row.id),
        email: contactOf(sql, row.id, 'email'),
        phone: contactOf(sql, row.id, 'phone'),
        snippet: searching && resumeId !== null ? snippet(sql, resumeId, query) : null,
      },
    ];
  });
}

type StoredFields = Omit<
  CandidateRow,
  'nameHits' | 'headlineHits' | 'skills' | 'tags' | 'email' | 'phone' | 'snippet'
>;

function readRow(
  sql: Statements,
  num: number,
): (StoredFields & { readonly resumeId: string | null }) | undefined {
  // The columns are named for the type's fields; the tables are STRICT and the source is checked.
  return sql(
    `SELECT c.id AS id, c.name AS name, c.headline AS headline, d.company AS company, c.location AS location,
       c.total_years AS "totalYears", c.source AS source, c.archived_at AS "archivedAt",
       c.created_at AS "createdAt", c.updated_at AS "updatedAt", c.current_resume_id AS "resumeId"
     FROM candidate c JOIN candidate_document d ON d.num = c.num WHERE c.num = ?`,
  ).get(num) as (StoredFields & { readonly resumeId: string | null }) | undefined;
}

function tagsOf(sql: Statements, candidateId: string): CandidateRow['tags'] {
  // The columns are the type's fields.
  return sql(
    `SELECT t.id AS id, t.name AS name, t.colour AS colour FROM candidate_tag ct JOIN tag t ON t.id = ct.tag_id
     WHERE ct.candidate_id = ? ORDER BY t.name COLLATE NOCASE LIMIT ${TAGS_SHOWN}`,
  ).all(candidateId) as CandidateRow['tags'];
}

function contactOf(sql: Statements, candidateId: string, kind: 'email' | 'phone'): string | null {
  const value = sql(
    'SELECT value FROM contact_point WHERE candidate_id = ? AND kind = ? ORDER BY position, id LIMIT 1',
  )
    .pluck()
    .get(candidateId, kind);
  return typeof value === 'string' ? value : null;
}

function snippet(sql: Statements, resumeId: string, query: Query): CandidateRow['snippet'] {
  const text = sql('SELECT text FROM resume WHERE id = ?').pluck().get(resumeId);
  return typeof text === 'string' ? snippetOf(text, query, SNIPPET_LENGTH) : null;
}
