import { factsOf } from '@/shared/domain/matching/facts-of-profile';
import type { Proof } from '@/shared/domain/matching/profile';
import { receiptOf } from '@/shared/domain/matching/receipt';
import { explainMatch } from '@/shared/domain/matching/score-candidate';
import type { ExplainRequest, Explanation } from '@/shared/domain/matching/views';
import { AppError } from '@/shared/kit/app-error';
import { hashOf, type MatchDeps, weightsOf } from './match-deps';
import type { MatchedJob } from './read-job';
import { readProfile } from './read-profile';

/**
 * Why somebody has the score they have, from their records as they are now, with the places in the CV that prove it. Errors: NOT_FOUND for
 * somebody who was merged away.
 */
export function explainOne(
  deps: MatchDeps,
  matched: MatchedJob,
  num: number,
  request: ExplainRequest,
): Explanation {
  const { sql } = deps;
  const profile = readProfile(sql, num, { spans: true });
  if (profile === null) {
    throw new AppError('NOT_FOUND', 'This candidate is not there any more.');
  }
  const weights = request.weights ?? weightsOf(matched);
  const facts = factsOf(profile);
  const match = explainMatch(deps.prepared(matched), profile, facts, weights, deps.month());
  // The columns named in the statement.
  const person = sql(
    'SELECT name, current_resume_id AS "resumeId" FROM candidate WHERE num = ?',
  ).get(num) as { readonly name: string; readonly resumeId: string | null };
  const viewedAt = sql('SELECT viewed_at FROM match WHERE candidate_id = ? AND job_id = ?')
    .pluck()
    .get(request.candidateId, matched.job.id);
  const receipt = receiptOf(matched.criteria, facts, weights, deps.month(), hashOf);
  return {
    candidateId: request.candidateId,
    ...person,
    score: match.score,
    parts: match.parts,
    mustHaves: { ...match.mustHaves },
    criteria: match.criteria.map((one) => ({
      ...one,
      proof: one.proof && { ...one.proof, ...aroundOf(profile.text, one.proof) },
    })),
    receipt: { ...receipt, scorer: { ...receipt.scorer }, weights: { ...weights } },
    viewedAt: typeof viewedAt === 'string' ? viewedAt : null,
  };
}

/** How much of a line is shown on either side of a quote. */
const AROUND = 80;

/** What stands on the line of a quote before and after it. */
function aroundOf(
  text: string | null,
  { span, quote }: Proof,
): { readonly before: string; readonly after: string } {
  if (text === null || span === null || !text.startsWith(quote, span.start)) {
    return { before: '', after: '' };
  }
  const before = text.slice(Math.max(0, span.start - AROUND), span.start);
  const after = text.slice(span.start + quote.length, span.start + quote.length + AROUND);
  return {
    before: before.slice(before.lastIndexOf('\n') + 1),
    after: after.split('\n', 1)[0] ?? '',
  };
}
