import type { ActionName, EntityName } from '@/shared/domain/history/change';
import type { Id } from '@/shared/kit/ids';

export type Fields = Readonly<Record<string, unknown>>;

/** A line of the history: what one commit did to a row. Rows put in together share a line. */
export interface HistoryLine {
  readonly seq: number;
  readonly commitId: Id;
  readonly action: ActionName;
  /** False for what was taken back, and for a taking back: they cancel out. */
  readonly isInForce: boolean;
  readonly entity: EntityName;
  readonly op: 'insert' | 'update' | 'delete';
  readonly ids: readonly Id[];
  /** What changed, as it was and as it became; of a deleted row all of it. */
  readonly before: Fields | null;
  readonly after: Fields | null;
}

export interface Replayed {
  readonly values: Fields;
  /** The line that gave the values; null where they are as they were before all lines. */
  readonly by: HistoryLine | null;
}

/**
 * What some fields of a row, which belong together, would hold if only the lines that count had been written: all of them as they really
 * were after the last such line that touches one of them, or before the first line.
 */
export function replay(
  now: Fields,
  lines: readonly HistoryLine[],
  keys: readonly string[],
  counts: (line: HistoryLine, values: Fields) => boolean,
): Replayed {
  const changes = lines.filter(
    (line) => line.op === 'update' && keys.some((key) => key in (line.before ?? {})),
  );
  let actual: Fields = Object.fromEntries(
    keys.map((key) => {
      const first = changes.find((line) => key in (line.before ?? {}));
      return [key, first === undefined ? now[key] : first.before?.[key]];
    }),
  );
  let result: Replayed = { values: actual, by: null };
  for (const line of changes) {
    const changed = Object.entries(line.after ?? {}).filter(([key]) => keys.includes(key));
    actual = { ...actual, ...Object.fromEntries(changed) };
    if (counts(line, actual)) result = { values: actual, by: line };
  }
  return result;
}

/** Of some values those that differ from what there is. */
export const differing = (values: Fields, now: Fields): Fields =>
  Object.fromEntries(
    Object.entries(values).filter(([key, value]) => !isSame(value ?? null, now[key] ?? null)),
  );

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
