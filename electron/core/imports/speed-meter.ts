/** How fast files come to an end, over the last ten seconds. */
export interface SpeedMeter {
  readonly count: () => void;
  /** Files a minute; null before there is anything to tell by. */
  readonly perMinute: () => number | null;
}

const WINDOW_MS = 10_000;
const STEP_MS = 500;

export function createSpeedMeter(now: () => number = () => performance.now()): SpeedMeter {
  const start = now();
  let steps: { readonly at: number; files: number }[] = [];
  return {
    count: () => {
      const at = now();
      const last = steps.at(-1);
      if (last && at - last.at < STEP_MS) last.files += 1;
      else steps.push({ at, files: 1 });
      steps = steps.filter((step) => at - step.at < WINDOW_MS);
    },
    perMinute: () => {
      const at = now();
      const files = steps
        .filter((step) => at - step.at < WINDOW_MS)
        .reduce((sum, step) => sum + step.files, 0);
      const span = Math.min(WINDOW_MS, at - start);
      return files === 0 || span < STEP_MS ? null : (files / span) * 60_000;
    },
  };
}
