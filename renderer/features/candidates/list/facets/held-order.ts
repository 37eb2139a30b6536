import { useState } from 'react';
import type { Facet } from '@/shared/domain/candidates/views';

export type FacetValue = Facet['values'][number];
/** A value on screen; zero for one that is only kept in its place. */
export interface ShownValue {
  readonly value: string;
  readonly label: string;
  readonly count: number;
}

/**
 * Counted values in the order they come, but while they are held (`held` stays the same and is not null) in the order they had: a line
 * must not move away from under the pointer because ticking it changed the counts.
 */
export function useHeldOrder(
  fresh: readonly ShownValue[],
  held: string | null,
): readonly ShownValue[] {
  const [before, setBefore] = useState({ held, values: fresh });
  const isHeld = held !== null && before.held === held;
  // Kept while drawing, as React has it for what follows from props: an effect would draw everything twice.
  if (!isHeld && (before.values !== fresh || before.held !== held)) {
    setBefore({ held, values: fresh });
  }
  return isHeld && before.values !== fresh ? inOrderOf(before.values, fresh) : fresh;
}

/** The new values in the places of the old ones, new ones behind them; what is gone stays with nobody. */
export function inOrderOf(
  before: readonly ShownValue[],
  fresh: readonly ShownValue[],
): readonly ShownValue[] {
  const byValue = new Map(fresh.map((one) => [one.value, one]));
  const kept = before.map((one) => byValue.get(one.value) ?? { ...one, count: 0 });
  const known = new Set(before.map((one) => one.value));
  return [...kept, ...fresh.filter((one) => !known.has(one.value))];
}
