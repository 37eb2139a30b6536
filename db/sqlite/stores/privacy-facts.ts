import type { RetentionFacts } from '@/shared/domain/privacy/retention';

export interface FactsRow {
  readonly candidateId: string;
  readonly lastActivityAt: string;
  readonly country: string | null;
  readonly source: string;
  readonly consentBasis: string | null;
  readonly applied: number;
  readonly held: number;
  readonly quarantined: number;
}

/** Whether a legal hold keeps candidate `c`. */
export const IS_HELD =
  'EXISTS (SELECT 1 FROM legal_hold lh WHERE lh.candidate_id = c.id AND lh.released_at IS NULL)';
/** What rules ask of a candidate `c` with their document `d`. */
export const FACTS = `c.id AS "candidateId", coalesce(d.activity_at, c.updated_at) AS "lastActivityAt", c.country AS country, c.source AS source,
  c.consent_basis AS "consentBasis", EXISTS (SELECT 1 FROM application a WHERE a.candidate_id = c.id) AS applied, ${IS_HELD} AS held,
  EXISTS (SELECT 1 FROM quarantine qu WHERE qu.candidate_id = c.id AND qu.released_at IS NULL) AS quarantined`;
/** Who was made anonymous is nobody any more. */
export const IS_SOMEBODY =
  "NOT EXISTS (SELECT 1 FROM erasure er WHERE er.candidate_id = c.id AND er.kind = 'anonymise')";

export const factsOf = (row: FactsRow): RetentionFacts => ({
  ...row,
  applied: row.applied === 1,
  held: row.held === 1,
  quarantined: row.quarantined === 1,
});
