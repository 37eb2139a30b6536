const BETWEEN = ' · ';

/** What a step keeps of why it was taken: a reason of the list, and what was said beside it, so that it stays when the application is reopened. */
export const stepReason = (reason: string, note: string | null): string =>
  note === null || note.trim() === '' ? reason : `${reason}${BETWEEN}${note.trim()}`;

/** The two again. What was never made of two is all reason. */
export function readStepReason(kept: string): {
  readonly reason: string;
  readonly note: string | null;
} {
  const at = kept.indexOf(BETWEEN);
  return at < 0
    ? { reason: kept, note: null }
    : { reason: kept.slice(0, at), note: kept.slice(at + BETWEEN.length) };
}
