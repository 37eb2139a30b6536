import { reachOf } from '@/shared/domain/access/reach';
import type { Actor } from '@/shared/domain/workspace/records';
import type { Statements } from '../statements';
import { candidateScope, inQuarantine, nextExpiry, reachedBesideOwn } from '../stores/scope';
import { add, type Bits, bitsFor, or, without } from './bits';
import { type CriteriaDeps, having } from './criteria';

/** People whose sets are kept. */
const MOST_ACTORS = 20;

/** Records that decide who is shown whom otherwise than by owning them. */
const DECIDING = ['share', 'quarantine', 'application', 'stageEvent', 'job', 'candidate', 'merge']
  .map((entity) => `'${entity}'`)
  .join(', ');

interface Kept {
  /** The newest line of the change log that was looked at. */
  readonly seq: number;
  /** When the next share ends by itself, in ms since 1970. */
  readonly until: number;
  readonly beside: readonly number[];
  readonly quarantined: readonly number[];
}

/** Whom an actor reaches, as sets of row numbers. */
export interface Reached {
  readonly all: (deps: CriteriaDeps, actor: Actor) => Bits;
  /** Those of them whom somebody else showed them. */
  readonly shown: (deps: CriteriaDeps, actor: Actor) => Bits;
  /** When the next share that shows them somebody ends by itself, in ms since 1970. */
  readonly until: (deps: CriteriaDeps, actor: Actor) => number;
}

/**
 * The sets of `candidateScope`: whom somebody owns is among what people are filtered by; who was shared with them or put forward to them is
 * read anew after a commit that may have changed it, and when a share ends by itself.
 */
export function createReached(sql: Statements): Reached {
  const kept = new Map<string, Kept>();

  const besideOwn = (deps: CriteriaDeps, actor: Actor): Kept => {
    const key = JSON.stringify(actor);
    const known = kept.get(key);
    const seq = Number(sql('SELECT coalesce(max(seq), 0) FROM change_log').pluck().get());
    if (known !== undefined && deps.now.getTime() < known.until) {
      if (known.seq === seq) return known;
      // A line that is gone was of somebody who is: a log that became shorter is read as a whole.
      const isSame =
        known.seq < seq &&
        sql(`SELECT 1 FROM change_log WHERE seq > ? AND entity IN (${DECIDING}) LIMIT 1`)
          .pluck()
          .get(known.seq) === undefined;
      if (isSame) return keep(key, { ...known, seq });
    }
    return keep(key, { ...read(sql, actor), seq });
  };
  const keep = (key: string, fresh: Kept): Kept => {
    kept.delete(key);
    for (const old of kept.keys()) {
      if (kept.size < MOST_ACTORS) break;
      kept.delete(old);
    }
    kept.set(key, fresh);
    return fresh;
  };

  return {
    all: (deps, actor) => {
      const { where } = candidateScope(actor, 's');
      if (where === '1') return deps.people.everybody();
      if (where === '0') return new Uint32Array(0);
      const { beside, quarantined } = besideOwn(deps, actor);
      const others = setOf(deps, beside);
      const people = ownsSome(actor) ? or(having(deps, 'owner', actor.id), others) : others;
      return without(people, setOf(deps, quarantined));
    },
    shown: (deps, actor) => {
      const { where } = candidateScope(actor, 's');
      if (where === '1' || where === '0') return new Uint32Array(0);
      const { beside, quarantined } = besideOwn(deps, actor);
      const others = without(setOf(deps, beside), having(deps, 'owner', actor.id));
      return without(others, setOf(deps, quarantined));
    },
    until: (deps, actor) => besideOwn(deps, actor).until,
  };
}

/** Whether what somebody owns is theirs to see: a client's own people own nobody. */
const ownsSome = (actor: Actor): boolean => {
  const { candidates } = reachOf(actor);
  return candidates !== 'all' && candidates !== 'none' && candidates.own;
};

function read(sql: Statements, actor: Actor): Omit<Kept, 'seq'> {
  const beside = reachedBesideOwn(actor);
  const expiry = nextExpiry(actor);
  const ends =
    expiry === null
      ? null
      : sql(expiry.where)
          .pluck()
          .get(...expiry.params);
  return {
    until: typeof ends === 'string' ? Date.parse(ends) : Number.POSITIVE_INFINITY,
    beside: beside === null ? [] : numbers(sql, beside.where, beside.params),
    quarantined: numbers(
      sql,
      `SELECT c.num FROM quarantine q JOIN candidate c ON c.id = q.candidate_id WHERE ${inQuarantine('c.id')}`,
      [],
    ),
  };
}

const numbers = (
  sql: Statements,
  statement: string,
  params: readonly string[],
): readonly number[] =>
  sql(statement)
    .pluck()
    .all(...params)
    .map(Number);

/** Those that the index has; somebody who came in this moment is in it with the next question. */
function setOf({ people }: CriteriaDeps, nums: readonly number[]): Bits {
  const largest = people.largest();
  const found = bitsFor(largest);
  for (const num of nums) if (num <= largest) add(found, num);
  return found;
}
