import type { TableProgress } from '@/shared/contract/api/tables';

export const NOT_BEGUN: TableProgress = { part: 0, secondsLeft: null };
/** Before so much of the time, in ms, or of the work nobody can tell how long the rest takes. */
const TELLING_MS = 1500;
const TELLING_PART = 0.002;

/** Tells how long the rest of a work will take at its pace since it was first asked, which may be far into it. */
export function createPace(now: () => number = () => performance.now()): {
  /** `part`: how much of it is done, 0 to 1. */
  readonly at: (part: number) => TableProgress;
} {
  let first: { readonly part: number; readonly at: number } | null = null;
  return {
    at: (part) => {
      first ??= { part, at: now() };
      const elapsed = now() - first.at;
      const done = part - first.part;
      const isTelling = elapsed >= TELLING_MS && done >= TELLING_PART;
      return {
        part: Math.min(1, part),
        secondsLeft: isTelling ? Math.max(0, ((1 - part) * elapsed) / done / 1000) : null,
      };
    },
  };
}
