import { type Bits, grown } from './bits';
import type { Changed, PeopleIndex } from './people-index';

/** Sets are kept up to so many bytes, those asked for last; among many people up to so many a person, which is room for some 1,000 sets. */
const MOST_BYTES = 24 * 1024 * 1024;
const MOST_BYTES_A_PERSON = 120;
/** A set is made anew when more than so many candidates changed since it was last asked for. */
const MOST_PENDING = 2000;

/** Sets that were made once, by what they stand for, brought up to date when they are asked for again. */
export interface SetCache {
  /** Has to hear of every change, in order. */
  readonly note: (changed: Changed) => void;
  /**
   * The set kept under `key`; made by `make` where there is none. `mend` puts right the candidates given, in place (the set has room for
   * all); false where it would rather be made anew.
   */
  readonly get: (
    key: string,
    make: () => Bits,
    mend: (bits: Bits, nums: ReadonlySet<number>) => boolean,
  ) => Bits;
  /** The set kept under `key` if it is up to date or can be mended. */
  readonly peek: (
    key: string,
    mend: (bits: Bits, nums: ReadonlySet<number>) => boolean,
  ) => Bits | null;
  /** The moment it stands at, for a set that is made in pieces while changes come in. */
  readonly now: () => number;
  /** Keeps a set whose making began at `at`: what changed since is mended when it is asked for. */
  readonly put: (key: string, bits: Bits, at: number) => void;
}

export function createSetCache(people: PeopleIndex): SetCache {
  const kept = new Map<string, { bits: Bits; at: number }>();
  /** Changes since `first`, a batch a refresh. */
  let batches: (readonly number[])[] = [];
  let first = 0;
  let bytes = 0;

  const drop = (key: string): void => {
    bytes -= kept.get(key)?.bits.byteLength ?? 0;
    kept.delete(key);
  };
  const now = (): number => first + batches.length;

  const peek: SetCache['peek'] = (key, mend) => {
    const entry = kept.get(key);
    if (entry === undefined) return null;
    if (entry.at < now()) {
      const pending = entry.at < first ? null : new Set(batches.slice(entry.at - first).flat());
      const before = entry.bits.byteLength;
      entry.bits = grown(entry.bits, people.largest());
      bytes += entry.bits.byteLength - before;
      if (pending === null || pending.size > MOST_PENDING || !mend(entry.bits, pending)) {
        drop(key);
        return null;
      }
      entry.at = now();
    }
    // The youngest stands last.
    kept.delete(key);
    kept.set(key, entry);
    return entry.bits;
  };

  const put: SetCache['put'] = (key, bits, at) => {
    drop(key);
    kept.set(key, { bits, at });
    bytes += bits.byteLength;
    const most = Math.max(MOST_BYTES, MOST_BYTES_A_PERSON * people.largest());
    for (const old of kept.keys()) {
      if (bytes <= most || old === key) break;
      drop(old);
    }
  };

  return {
    peek,
    now,
    put,
    note: (changed) => {
      if (changed === 'everything') {
        kept.clear();
        batches = [];
        first = 0;
        bytes = 0;
        return;
      }
      if (changed.length === 0) return;
      batches.push(changed);
      if (batches.length > 500) {
        batches.shift();
        first++;
      }
    },
    get: (key, make, mend) => {
      const known = peek(key, mend);
      if (known !== null) return known;
      const bits = make();
      put(key, bits, now());
      return bits;
    },
  };
}
