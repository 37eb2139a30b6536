import { type DocumentScore, FIELDS, type Field } from './score-document';

/** A field over many files: precision, recall and F1 are 0..1. */
export interface FieldTotal {
  readonly right: number;
  readonly read: number;
  readonly true: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export interface Totals {
  readonly documents: number;
  /** Fields for which the truth holds anything. */
  readonly fields: ReadonlyMap<Field, FieldTotal>;
  /** Mean of the fields' F1. */
  readonly macro: number;
}

/** Counts are summed over the files before anything is divided. */
export function totalsOf(scores: readonly DocumentScore[]): Totals {
  const fields = new Map<Field, FieldTotal>();
  for (const field of FIELDS) {
    let [right, read, known] = [0, 0, 0];
    for (const { fields: own } of scores) {
      const score = own.get(field);
      if (score === undefined) continue;
      right += score.right;
      read += score.read;
      known += score.true;
    }
    if (known > 0) fields.set(field, total(right, read, known));
  }
  const f1s = [...fields.values()].map((field) => field.f1);
  const macro = f1s.length === 0 ? 0 : f1s.reduce((sum, value) => sum + value, 0) / f1s.length;
  return { documents: scores.length, fields, macro };
}

/** The range in which 95 of 100 sets of this size drawn from these files would fall. Always the same for the same scores. */
export function bootstrapRange(scores: readonly DocumentScore[]): readonly [number, number] {
  const ROUNDS = 300;
  let seed = 12345;
  const random = (): number => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed / 2147483648;
  };
  const macros = Array.from({ length: ROUNDS }, () => {
    const drawn = scores.flatMap(() => scores[Math.floor(random() * scores.length)] ?? []);
    return totalsOf(drawn).macro;
  }).sort((a, b) => a - b);
  return [macros[7] ?? 0, macros[292] ?? 0];
}

function total(right: number, read: number, known: number): FieldTotal {
  const precision = read > 0 ? right / read : 0;
  const recall = right / known;
  const f1 = precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0;
  return { right, read, true: known, precision, recall, f1 };
}
