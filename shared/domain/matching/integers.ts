/**
 * 16 × log2(numerator ÷ denominator), rounded down, by whole numbers alone: the logarithms of programming languages may differ in their last digit
 * from machine to machine, these cannot. Both are whole and positive; below 1 the answer is 0.
 */
export function log2Sixteenths(numerator: number, denominator: number): number {
  if (numerator <= denominator) return 0;
  // The ratio in 2^-20ths, which leaves room for its square.
  let ratio = Math.floor((numerator * SCALE) / denominator);
  let whole = 0;
  while (ratio >= 2 * SCALE) {
    ratio = Math.floor(ratio / 2);
    whole += 1;
  }
  let sixteenths = 0;
  for (let bit = 8; bit >= 1; bit /= 2) {
    ratio = Math.floor((ratio * ratio) / SCALE);
    if (ratio < 2 * SCALE) continue;
    sixteenths += bit;
    ratio = Math.floor(ratio / 2);
  }
  return whole * 16 + sixteenths;
}
const SCALE = 1_048_576;

/**
 * How alike two vectors of whole numbers are, 0 to 1000: a thousand times their cosine, rounded down. Square roots are exact to the last digit on
 * every machine (IEEE 754), so the same numbers give the same answer anywhere.
 */
export function cosineThousandths(dot: number, squares: number, otherSquares: number): number {
  if (dot <= 0 || squares <= 0 || otherSquares <= 0) return 0;
  return Math.min(
    1000,
    Math.floor((1000 * dot) / (Math.sqrt(squares) * Math.sqrt(otherSquares)) + 0.0001),
  );
}

/** `value` held between two bounds. */
export const clamp = (value: number, least: number, most: number): number =>
  Math.max(least, Math.min(most, value));
