/** How long it is taken for granted that there is still no graphics card, in ms: a remote desktop is one day a computer under a desk the next. */
const FOR_A_DAY = 24 * 60 * 60 * 1000;

/**
 * Whether `kept`, of an earlier start, says that there was no graphics card, and is of the same Electron and not too old at `now` (ms since
 * 1970). By hand: a schema library loaded here would delay every start.
 */
export function isStillWithout(kept: unknown, electron: string | undefined, now: number): boolean {
  if (typeof kept !== 'object' || kept === null) return false;
  if (!('electron' in kept && 'at' in kept) || typeof kept.at !== 'number') return false;
  const age = now - kept.at;
  return kept.electron === electron && age >= 0 && age < FOR_A_DAY;
}
