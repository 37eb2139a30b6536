import type { CandidateLanguage, ContactPoint } from '@/shared/domain/candidates/records';
import type { CustomField } from '@/shared/domain/custom-fields/records';
import type { Statements } from '../statements';

// A candidate with many long notes or a hostile number of skills must not make every later edit slow.
const MOST_ROWS = 500;

/** A candidate's records as far as lists, filters and searches need them, in the order shown. The names are those of the columns. */
export interface CandidateParts {
  readonly candidate: CandidateColumns;
  readonly jobs: readonly {
    readonly company: string | null;
    readonly title: string | null;
    readonly end: string | null;
  }[];
  /** The employer of today, else the last one. */
  readonly currentCompany: string | null;
  readonly skills: readonly {
    readonly key: string;
    readonly name: string;
    readonly skill_id: string | null;
    readonly years: number | null;
    readonly declared: number;
  }[];
  readonly schools: readonly {
    readonly institution: string | null;
    readonly degree: string | null;
    readonly field: string | null;
  }[];
  readonly contacts: readonly { readonly kind: ContactPoint['kind']; readonly value: string }[];
  readonly languages: readonly {
    readonly name: string;
    readonly level: CandidateLanguage['level'];
  }[];
  readonly certificates: readonly string[];
  readonly notes: readonly string[];
  readonly tagIds: readonly string[];
  readonly listIds: readonly string[];
  readonly custom: readonly {
    readonly field_id: string;
    readonly kind: CustomField['kind'];
    readonly text: string | null;
    readonly number: number | null;
  }[];
  readonly newestResumeAt: string | null;
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
  readonly source: string;
  readonly consent_given_at: string | null;
  readonly consent_expires_at: string | null;
  readonly do_not_contact: number;
  readonly current_resume_id: string | null;
}

/** Reads a candidate; null for one that is not there, or was merged into another and is in no list. */
export function readParts(sql: Statements, num: number): CandidateParts | null {
  // Here and below: the columns named in the statement; the tables are STRICT and hold what their schema says.
  const candidate = sql(
    `SELECT id, owner_id, archived_at, created_at, updated_at, name, headline, location, city, region, country, summary,
       total_years, source, consent_given_at, consent_expires_at, do_not_contact, current_resume_id
     FROM candidate WHERE num = ? AND merged_into_id IS NULL`,
  ).get(num) as CandidateColumns | undefined;
  if (candidate === undefined) return null;
  const rows = <T>(query: string): readonly T[] =>
    sql(`${query} LIMIT ${MOST_ROWS}`).all(candidate.id) as readonly T[];
  const texts = (query: string): readonly string[] =>
    sql(`${query} LIMIT ${MOST_ROWS}`).pluck().all(candidate.id).map(String);
  const jobs = rows<CandidateParts['jobs'][number]>(
    'SELECT company, title, "end" FROM experience WHERE candidate_id = ? ORDER BY position, id',
  );
  const employed = jobs.filter((job) => job.company !== null);
  return {
    candidate,
    jobs,
    currentCompany: (employed.find((job) => job.end === 'present') ?? employed[0])?.company ?? null,
    skills: rows(
      'SELECT key, name, skill_id, years, declared FROM candidate_skill WHERE candidate_id = ? ORDER BY position, id',
    ),
    schools: rows(
      'SELECT institution, degree, field FROM education WHERE candidate_id = ? ORDER BY position, id',
    ),
    contacts: rows(
      'SELECT kind, value FROM contact_point WHERE candidate_id = ? ORDER BY position, id',
    ),
    languages: rows(
      'SELECT name, level FROM candidate_language WHERE candidate_id = ? ORDER BY position, id',
    ),
    certificates: texts(
      "SELECT concat_ws(' ', name, issuer) FROM certification WHERE candidate_id = ? ORDER BY position, id",
    ),
    notes: texts(
      "SELECT body FROM note WHERE candidate_id = ? AND visibility <> 'private' ORDER BY id",
    ),
    ...readTies(sql, candidate.id),
    custom: rows(
      `SELECT v.field_id, f.kind, v.text, v.number FROM custom_value v JOIN custom_field f ON f.id = v.field_id
       WHERE v.candidate_id = ? ORDER BY v.field_id`,
    ),
    newestResumeAt: newestResumeAt(sql, candidate.id),
  };
}

/** The tags and lists of a candidate. */
export function readTies(
  sql: Statements,
  candidateId: string,
): Pick<CandidateParts, 'tagIds' | 'listIds'> {
  const ids = (query: string): readonly string[] =>
    sql(`${query} LIMIT ${MOST_ROWS}`).pluck().all(candidateId).map(String);
  return {
    tagIds: ids('SELECT tag_id FROM candidate_tag WHERE candidate_id = ? ORDER BY tag_id'),
    listIds: ids('SELECT list_id FROM list_member WHERE candidate_id = ? ORDER BY list_id'),
  };
}

function newestResumeAt(sql: Statements, candidateId: string): string | null {
  const at = sql('SELECT max(created_at) FROM resume WHERE candidate_id = ?')
    .pluck()
    .get(candidateId);
  return typeof at === 'string' ? at : null;
}
