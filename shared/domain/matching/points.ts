import { type Part, PARTS, type PartLikeness, type PartScore, type Weights } from './score-types';

const FULL_LIKENESS = 1000;

/**
 * Points from likenesses and weights, in whole hundredths of a point. Parts the job says nothing about (null) and parts of weight 0 drop out, and
 * the others keep their proportion: each can give weight ÷ sum of the weights left of the hundred points. The score is their exact sum,
 * rounded to the nearest hundredth (half up); the parts are rounded down and what is left goes to the largest rests, the earlier of PARTS
 * first. So the parts always sum to the score, digit by digit.
 */
export function pointsOf(
  likeness: PartLikeness,
  weights: Weights,
): { readonly score: number; readonly parts: Readonly<Record<Part, PartScore>> } {
  const sum = PARTS.reduce((total, part) => total + weightOf(likeness, weights, part), 0);
  const points = shares(
    PARTS.map((part) => weightOf(likeness, weights, part) * (likeness[part] ?? 0) * 10),
    sum,
  );
  const mostOf = (part: Part): number =>
    sum === 0 ? 0 : Math.ceil((weightOf(likeness, weights, part) * FULL_LIKENESS * 10) / sum);
  const scoreOf = (part: Part): PartScore => {
    const at = PARTS.indexOf(part);
    return { likeness: likeness[part], points: points[at] ?? 0, most: mostOf(part) };
  };
  return {
    score: points.reduce((total, each) => total + each, 0),
    parts: {
      skills: scoreOf('skills'),
      experience: scoreOf('experience'),
      title: scoreOf('title'),
      education: scoreOf('education'),
      location: scoreOf('location'),
    },
  };
}

/** The score alone, as a loop over many candidates wants it: the same number as `pointsOf`. */
export function totalPoints(likeness: PartLikeness, weights: Weights): number {
  let sum = 0;
  let weighted = 0;
  for (const part of PARTS) {
    const weight = weightOf(likeness, weights, part);
    sum += weight;
    weighted += weight * (likeness[part] ?? 0) * 10;
  }
  return rounded(weighted, sum);
}

const weightOf = (likeness: PartLikeness, weights: Weights, part: Part): number =>
  likeness[part] === null ? 0 : weights[part];

const rounded = (amount: number, by: number): number =>
  by === 0 ? 0 : Math.floor((2 * amount + by) / (2 * by));

/** Whole numbers in the proportion of the amounts, each divided by `by`, that sum to the rounded sum. */
function shares(amounts: readonly number[], by: number): readonly number[] {
  if (by === 0) return amounts.map(() => 0);
  const whole = amounts.map((amount) => Math.floor(amount / by));
  const total = rounded(
    amounts.reduce((sum, amount) => sum + amount, 0),
    by,
  );
  let left = total - whole.reduce((sum, amount) => sum + amount, 0);
  const byRest = amounts
    .map((amount, at) => ({ at, rest: amount % by }))
    .toSorted((a, b) => b.rest - a.rest || a.at - b.at);
  for (const { at } of byRest) {
    if (left <= 0) break;
    whole[at] = (whole[at] ?? 0) + 1;
    left -= 1;
  }
  return whole;
}
