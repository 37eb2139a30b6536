import type { JobCriteria } from './criteria';
import type { CandidateFacts } from './facts';
import { type Hash, knowledgeText, SCORER } from './knowledge';
import type { Receipt, Weights } from './score-types';

/** What a stored score was made from: whoever has the same inputs gets the same digits. */
export function receiptOf(
  criteria: JobCriteria,
  facts: CandidateFacts,
  weights: Weights,
  asOf: number,
  hash: Hash,
): Receipt {
  return {
    scorer: SCORER,
    weights,
    asOf: `${String(Math.floor(asOf / 12)).padStart(4, '0')}-${String((asOf % 12) + 1).padStart(2, '0')}`,
    inputs: {
      criteria: hash(canonical(criteria)),
      facts: hash(canonical(facts)),
      knowledge: knowledgeHash(hash),
    },
  };
}

let hashed: { readonly by: Hash; readonly is: string } | null = null;

function knowledgeHash(hash: Hash): string {
  if (hashed === null || hashed.by !== hash) hashed = { by: hash, is: hash(knowledgeText()) };
  return hashed.is;
}

/** JSON with the keys in order, so that equal things are equal texts. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`).join(',')}}`;
}
