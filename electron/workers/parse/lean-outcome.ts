import { isShownAsPicture } from '@/shared/domain/candidates/candidate-from-resume';
import type { ParseOutcome } from '@/shared/usecases/ports/parser';

/**
 * The outcome without what nobody keeps: places of words that no field was read from. What is left out would be copied, checked and
 * thrown away in the core, and is the larger part of an answer.
 */
export function leanOutcome(outcome: ParseOutcome): ParseOutcome {
  if (outcome.kind !== 'document') return outcome;
  const { document } = outcome;
  const lines = isShownAsPicture(outcome.mediaType)
    ? []
    : document.lines.map((line) => ({ ...line, box: null, pieces: [] }));
  return { ...outcome, document: { ...document, lines } };
}
