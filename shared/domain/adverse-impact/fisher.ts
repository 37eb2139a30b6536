/**
 * The probability that two groups with one chance in common differ at least so much as these do: Fisher's exact test, two-sided, as the sum
 * over all tables with the same margins that are no more probable than this one. Exact for groups of any size, so that there is no second
 * method for large ones. Takes time in proportion to the people in both. 1 where there is nothing to compare.
 */
export function fisherTwoSided(
  one: { readonly of: number; readonly yes: number },
  other: { readonly of: number; readonly yes: number },
): number {
  const all = one.of + other.of;
  const yes = one.yes + other.yes;
  if (one.of === 0 || other.of === 0 || yes === 0 || yes === all) return 1;
  const log = logFactorials(all);
  const f = (n: number): number => log[n] ?? 0;
  const margins = f(yes) + f(all - yes) + f(one.of) + f(other.of) - f(all);
  const probability = (k: number): number =>
    Math.exp(margins - f(k) - f(one.of - k) - f(yes - k) - f(other.of - yes + k));
  // Tables as probable as this one differ from it by what is lost in rounding.
  const limit = probability(one.yes) * (1 + 1e-7);
  let sum = 0;
  for (let k = Math.max(0, yes - other.of); k <= Math.min(one.of, yes); k++) {
    const p = probability(k);
    if (p <= limit) sum += p;
  }
  return Math.min(1, sum);
}

/** The logarithms of 0! to n!; kept, as each comparison of a report is about the same number of people. */
function logFactorials(n: number): Float64Array {
  if (known.length > n) return known;
  const log = new Float64Array(n + 1);
  for (let at = 1; at <= n; at++) log[at] = (log[at - 1] ?? 0) + Math.log(at);
  known = log;
  return log;
}
let known = new Float64Array(1);
