import type { Provenance } from '@/shared/domain/candidates/records';
import { maskNames } from '@/shared/domain/matching/mask-names';
import type {
  CandidateProfile,
  ProfileEducation,
  ProfileRole,
  ProfileSkill,
  Proof,
} from '@/shared/domain/matching/profile';
import { educationLevel } from '@/shared/domain/parsing/education-level';
import type { Statements } from '../statements';

/** A hostile CV with thousands of entries must not make every edit of its owner slow. */
const MOST_PARTS = 500;

type Span = Proof['span'];

interface Row {
  readonly id: string;
  readonly name: string;
  readonly headline: string | null;
  readonly summary: string | null;
  readonly location: string | null;
  readonly city: string | null;
  readonly region: string | null;
  readonly country: string | null;
  readonly totalYears: number | null;
  readonly resumeId: string | null;
  readonly provenance: string;
}

/**
 * What a candidate's records say of what may count in a match. Null for one that is not there or was merged into another. Spans are places
 * in the text of the current résumé; reading them takes longer than all else, so that they stay null but where they are asked for.
 */
export function readProfile(
  sql: Statements,
  num: number,
  asked: { readonly spans: boolean },
): CandidateProfile | null {
  // Here and below: the columns named in the statement; the tables are STRICT and hold what their schema says.
  const row = sql(
    `SELECT id, name, headline, summary, location, city, region, country, total_years AS "totalYears",
       current_resume_id AS "resumeId", provenance
     FROM candidate WHERE num = ? AND merged_into_id IS NULL`,
  ).get(num) as Row | undefined;
  if (row === undefined) return null;
  const rows = <T>(query: string): readonly T[] =>
    sql(`${query} WHERE candidate_id = ? ORDER BY position, id LIMIT ${MOST_PARTS}`).all(
      row.id,
    ) as readonly T[];
  const spanOf = (provenance: string): Span =>
    asked.spans ? placeOf(JSON.parse(provenance) as Provenance, row.resumeId) : null;
  const fields = asked.spans
    ? (JSON.parse(row.provenance) as Partial<Record<string, Provenance>>)
    : {};
  const fieldSpan = (field: string): Span => {
    const provenance = fields[field];
    return provenance === undefined ? null : placeOf(provenance, row.resumeId);
  };
  const schools = sql(
    `SELECT institution FROM education WHERE candidate_id = ? AND institution IS NOT NULL LIMIT ${MOST_PARTS}`,
  )
    .pluck()
    .all(row.id)
    .map(String);
  const text = textOf(sql, row.resumeId);
  return {
    id: row.id,
    headline: row.headline === null ? null : { text: row.headline, span: fieldSpan('headline') },
    summary: row.summary === null ? null : { text: row.summary, span: fieldSpan('summary') },
    roles: rows<Omit<ProfileRole, 'span'> & { readonly provenance: string }>(
      'SELECT title, description, start, "end", provenance FROM experience',
    ).map(({ provenance, ...role }) => ({ ...role, span: spanOf(provenance) })),
    education: rows<{
      readonly degree: string | null;
      readonly field: string | null;
      readonly provenance: string;
    }>('SELECT degree, field, provenance FROM education').map(
      ({ degree, field, provenance }): ProfileEducation => ({
        degree,
        field,
        // Never by the name of the school, which may not count.
        level: educationLevel(degree, null),
        span: spanOf(provenance),
      }),
    ),
    skills: rows<{
      readonly skillId: string | null;
      readonly name: string;
      readonly years: number | null;
      readonly provenance: string;
    }>('SELECT skill_id AS "skillId", name, years, provenance FROM candidate_skill').map(
      ({ provenance, ...skill }): ProfileSkill => ({
        ...skill,
        lastUsed: null,
        span: spanOf(provenance),
      }),
    ),
    location:
      row.location === null && row.city === null && row.country === null
        ? null
        : {
            text: row.location ?? '',
            city: row.city,
            region: row.region,
            country: row.country,
            span: fieldSpan('location'),
          },
    totalYears: row.totalYears,
    text: text === null ? null : maskNames(text, [row.name, ...schools]),
  };
}

/** Where a value stands in the current résumé; null where it was read in another one, or entered. */
function placeOf(provenance: Provenance, resumeId: string | null): Span {
  const reading = provenance.source === 'resume' ? provenance : provenance.read;
  if (reading === undefined || reading.resumeId !== resumeId || reading.evidence === null)
    return null;
  return { start: reading.evidence.start, end: reading.evidence.end };
}

/** The text of a résumé as it is; null where there is none. */
export function textOf(sql: Statements, resumeId: string | null): string | null {
  if (resumeId === null) return null;
  const text = sql('SELECT text FROM resume WHERE id = ?').pluck().get(resumeId);
  return typeof text === 'string' && text !== '' ? text : null;
}
