import { type DocumentScore, FIELDS } from '@/eval/scoring/score-document';
import { bootstrapRange, totalsOf } from '@/eval/scoring/totals';
import type { Truth } from '@/eval/truth';
import { barFor, type SetBars, verdict } from './bars';

export interface Scored {
  readonly truth: Truth;
  readonly score: DocumentScore;
}

export const percent = (share: number): string => (100 * share).toFixed(1).padStart(5);

/** The scorer's table of one set: precision, recall and F1 a field, with the bar where the set has one. */
export function fieldTable(scored: readonly Scored[], bars: SetBars): readonly string[] {
  const scores = scored.map(({ score }) => score);
  const totals = totalsOf(scores);
  const [low, high] = bootstrapRange(scores);
  const lines = ['field        |   P     R     F1  |  right / read / true'];
  for (const [field, own] of totals.fields) {
    const { precision, recall, f1 } = own;
    const figures = `${percent(precision)} ${percent(recall)} ${percent(f1)}`;
    const counts = `${own.right} / ${own.read} / ${own.true}`;
    lines.push(
      `${field.padEnd(12)} | ${figures} | ${counts.padEnd(20)}${verdict(f1, barFor(bars, field))}`,
    );
  }
  lines.push(
    `MACRO F1 ${percent(totals.macro)}  (95% bootstrap ${percent(low)}–${percent(high)})${verdict(totals.macro, barFor(bars, 'macro'))}`,
  );
  const dates = { month: 0, year: 0, of: 0 };
  for (const { matchedDates } of scores) {
    dates.month += matchedDates.month;
    dates.year += matchedDates.year;
    dates.of += matchedDates.of;
  }
  if (dates.of > 0) {
    lines.push(
      `dates on matched jobs: month-exact ${percent(dates.month / dates.of)}, year-exact ${percent(dates.year / dates.of)} (n=${dates.of})`,
    );
  }
  return lines;
}

export const GROUPS = ['set', 'layout', 'lang', 'format'] as const;
export type Group = (typeof GROUPS)[number];

/** F1 of every field, a row for each layout, language …; a row under its bar is marked. */
export function groupTable(
  scored: readonly Scored[],
  group: Group,
  bars: SetBars,
): readonly string[] {
  const groups = new Map<string, DocumentScore[]>();
  for (const { truth, score } of scored) {
    groups.set(truth[group], [...(groups.get(truth[group]) ?? []), score]);
  }
  const heads = FIELDS.map((field) => field.slice(0, 8).padStart(9)).join('');
  const lines = [`by ${group}`, `${''.padEnd(22)}    n  MACRO${heads}`];
  for (const [name, scores] of [...groups].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const totals = totalsOf(scores);
    const cells = FIELDS.map((field) => {
      const own = totals.fields.get(field);
      return (own === undefined ? '-' : percent(own.f1)).padStart(9);
    }).join('');
    lines.push(
      `${name.padEnd(22)} ${String(totals.documents).padStart(4)}  ${percent(totals.macro)}${cells}${verdict(totals.macro, barFor(bars, group, name))}`,
    );
  }
  return lines;
}
