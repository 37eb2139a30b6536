import type { Actor } from '@/shared/domain/workspace/records';
import { candidateScope } from '../stores/scope';
import type { Bits } from './bits';

/** Those an actor reaches who are not archived. */
export interface Reach {
  readonly people: Bits;
  /** How many of them have each value, by the number of its term. */
  readonly counts: Uint32Array;
}

/** People whose reach is kept. */
const MOST_ACTORS = 10;
/** A reach is counted anew at most so often, in multiples of what counting took: a hundredth of the thread's time at most. */
const REST = 100;

/**
 * Whom each actor reaches, for suggestions: null where that is everybody. Counted by `count` when the database has changed (`now`, its
 * stamp), but not with every key while others write: what is offered may lag a second behind, and whoever shows a person asks again.
 */
export function createReaches(
  now: () => number,
  count: (actor: Actor) => Reach & { readonly until: number },
): (actor: Actor) => Reach | null {
  const kept = new Map<
    string,
    {
      readonly reach: Reach;
      readonly at: number;
      readonly made: number;
      readonly took: number;
      /** When a share ends by itself, in ms since 1970. */
      readonly until: number;
    }
  >();
  return (actor) => {
    const { where } = candidateScope(actor, 's');
    if (where === '1') return null;
    const key = JSON.stringify(actor);
    const known = kept.get(key);
    const at = now();
    const start = performance.now();
    if (known !== undefined && Date.now() < known.until) {
      const isResting = start - known.made < known.took * REST - 200;
      if (known.at === at || isResting) return known.reach;
    }
    const { until, ...reach } = count(actor);
    const made = performance.now();
    kept.delete(key);
    if (kept.size >= MOST_ACTORS) kept.clear();
    kept.set(key, { reach, at, made, took: made - start, until });
    return reach;
  };
}
