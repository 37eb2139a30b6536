import { SURE, type Stair } from '@/shared/domain/parsing/calibrate';

export interface Outcome {
  /** What the reader said, 0..1. */
  readonly raw: number;
  readonly right: boolean;
}

/** Fewer values than this say nothing about a share. */
const LEAST = 20;
/** What a share must be for its values to be called sure. */
const SURE_SHARE = 0.95;

/**
 * The rising stair from raw confidences to the shares that were right, by pooling neighbours until no step falls (isotonic regression).
 * Steps of few values are joined to their neighbours, and every share is counted with half a wrong value more than was seen, so that a
 * few right ones prove nothing. A share that is high but not above 95 in 100 is held at 0.9. Empty where there is too little to go by.
 */
export function fitStair(outcomes: readonly Outcome[]): Stair {
  if (outcomes.length < LEAST) return [];
  const byRaw = new Map<number, Step>();
  for (const { raw, right } of outcomes) {
    const step = byRaw.get(raw) ?? { from: raw, right: 0, of: 0 };
    byRaw.set(raw, { from: raw, right: step.right + (right ? 1 : 0), of: step.of + 1 });
  }
  let steps: readonly Step[] = [];
  for (const step of [...byRaw.values()].sort((a, b) => a.from - b.from)) {
    steps = settled([...steps, step]);
  }
  // The highest step may be left with few values: it joins the one below it.
  const last = steps.at(-1);
  if (last !== undefined && last.of < LEAST && steps.length > 1) {
    steps = [...steps.slice(0, -2), joined(steps.at(-2) ?? last, last)];
  }
  return steps.map((step) => [step.from, share(step)]);
}

interface Step {
  readonly from: number;
  readonly right: number;
  readonly of: number;
}

/** Joins the last steps while the one below is small or not lower. */
function settled(steps: readonly Step[]): readonly Step[] {
  let done = steps;
  for (;;) {
    const last = done.at(-1);
    const below = done.at(-2);
    if (last === undefined || below === undefined) return done;
    if (below.of >= LEAST && estimate(below) < estimate(last)) return done;
    done = [...done.slice(0, -2), joined(below, last)];
  }
}

const joined = (a: Step, b: Step): Step => ({
  from: a.from,
  right: a.right + b.right,
  of: a.of + b.of,
});

const estimate = ({ right, of }: Step): number => right / (of + 0.5);

function share(step: Step): number {
  const value = estimate(step);
  const honest = value > SURE && value < SURE_SHARE ? SURE : value;
  // Nothing is certain: files come that none of the sets foresaw.
  return Math.min(0.99, Math.round(honest * 100) / 100);
}
