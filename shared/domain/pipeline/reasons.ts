import { type Part, PARTS } from '@/shared/domain/matching/score-types';
import type { Explanation } from '@/shared/domain/matching/views';
import type { Id } from '@/shared/kit/ids';
import { squeeze } from '@/shared/kit/text';

export type Reason = Explanation['criteria'][number];
type Asked = Pick<Reason, 'key' | 'asked' | 'part' | 'mustHave'>;

/** Why people on a shortlist fit its job: their matches, and what the job asks for as the rows to compare them by. */
export interface Reasons {
  readonly asks: readonly Asked[];
  /** The parts that a score is made of; those the job says nothing about are left out. */
  readonly parts: readonly Part[];
  readonly of: (candidateId: Id) => Explanation | null;
  /** What became of one thing the job asks for; null where somebody's match does not speak of it. */
  readonly reason: (candidateId: Id, key: string) => Reason | null;
}

/** Lays explanations of one job side by side. What is asked stands in the order of the first that names it. */
export function reasonsOf(explanations: readonly Explanation[]): Reasons {
  const byCandidate = new Map(explanations.map((one) => [one.candidateId, one]));
  const asks = new Map<string, Asked>();
  for (const { criteria } of explanations) {
    for (const one of criteria) if (!asks.has(one.key)) asks.set(one.key, one);
  }
  const of = (candidateId: Id): Explanation | null => byCandidate.get(candidateId) ?? null;
  return {
    asks: [...asks.values()],
    parts: PARTS.filter((part) => explanations.some(({ parts }) => parts[part].likeness !== null)),
    of,
    reason: (candidateId, key) => of(candidateId)?.criteria.find((one) => one.key === key) ?? null,
  };
}

/** The words of the CV that prove it, with what stands around them on their line; null where nothing does. */
export function quoteOf({ proof }: Pick<Reason, 'proof'>): string | null {
  if (proof === null) return null;
  const quote = squeeze(`${proof.before}${proof.quote}${proof.after}`);
  return quote === '' ? null : quote;
}
