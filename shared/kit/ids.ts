import { v7, validate } from 'uuid';
import { z } from 'zod';

/** A UUIDv7 in lower-case text form: ids sort by the time they were made. */
export const idSchema = z.string().refine((value) => validate(value), 'not a UUID');
export type Id = string;

/**
 * Makes a new UUIDv7. Those of one process sort in the order they were made, also within a millisecond and when the clock is set back.
 * Random bytes are fetched for many at a time: fetched one by one they are most of the cost, and an import makes forty a file.
 */
export function newId(): Id {
  if (used === POOL) {
    crypto.getRandomValues(pool);
    used = 0;
  }
  const random = pool.subarray(used, used + BYTES);
  used += BYTES;
  const now = Date.now();
  if (now > msecs) {
    msecs = now;
    // The upper bit is left free, so that the count does not run over within the millisecond.
    seq = new DataView(random.buffer, random.byteOffset).getUint32(4) & 0x7fffffff;
  } else seq += 1;
  return v7({ random, msecs, seq });
}

/** There in every place this runs, though the types of this room know of none of them. */
declare const crypto: { readonly getRandomValues: (into: Uint8Array) => unknown };

const BYTES = 16;
const POOL = 256 * BYTES;
const pool = new Uint8Array(POOL);
let used = POOL;
let msecs = 0;
let seq = 0;
