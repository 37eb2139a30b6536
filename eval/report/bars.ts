import type { Field } from '@/eval/scoring/score-document';

/** The least F1 (0..1) that is asked of a set: of all fields together, of one field, and of each layout, language or format. */
export interface SetBars {
  readonly macro?: number;
  readonly fields?: Partial<Record<Field, number>>;
  readonly layout?: number;
  readonly lang?: number;
  readonly format?: Readonly<Record<string, number>>;
}

const NONE: SetBars = {};

/** The bars of the parser, by kind of set. Sets made by a program are asked for more than labels of strangers' CVs. */
const BARS: Readonly<Record<string, SetBars>> = {
  generated: {
    macro: 0.85,
    fields: { name: 0.95, email: 0.99, phone: 0.97, job_entry: 0.75, job_dates: 0.8, skills: 0.75 },
    layout: 0.6,
    lang: 0.7,
    format: { docx: 0.82 },
  },
  dotin: { macro: 0.55 },
  templates: { macro: 0.88 },
  real: { macro: 0.65 },
  livecareer: { fields: { title: 0.85, job_dates: 0.9 } },
};

/** The bars for a set by its name; a set nobody named here has none. */
export const barsOf = (set: string): SetBars => BARS[set] ?? NONE;

/** The bar of one figure, or null: `macro`, a field, or a row (`name`) of the table by layout, language or format. */
export function barFor(bars: SetBars, of: Field | 'macro' | string, name?: string): number | null {
  if (of === 'macro') return bars.macro ?? null;
  if (of === 'layout') return bars.layout ?? null;
  if (of === 'lang') return bars.lang ?? null;
  if (of === 'format') return bars.format?.[name ?? ''] ?? null;
  return Object.entries(bars.fields ?? {}).find(([field]) => field === of)?.[1] ?? null;
}

/** "  bar 85: met" behind a share (0..1), or nothing where there is no bar. */
export const verdict = (share: number, bar: number | null): string =>
  bar === null ? '' : `  bar ${Math.round(bar * 1000) / 10}: ${share >= bar ? 'met' : 'MISSED'}`;
