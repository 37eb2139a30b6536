/** A set of row numbers, a bit each. What lies beyond its end is not in it, so sets of different ages can be joined. */
export type Bits = Uint32Array;

export const bitsFor = (largest: number): Bits => new Uint32Array((largest >>> 5) + 1);

export const has = (bits: Bits, num: number): boolean =>
  ((bits[num >>> 5] ?? 0) & (1 << (num & 31))) !== 0;

export function add(bits: Bits, num: number): void {
  const word = num >>> 5;
  if (word < bits.length) bits[word] = (bits[word] ?? 0) | (1 << (num & 31));
}

export function remove(bits: Bits, num: number): void {
  const word = num >>> 5;
  if (word < bits.length) bits[word] = (bits[word] ?? 0) & ~(1 << (num & 31));
}

/** A set that has room for `largest`: the same one where it has, else a longer copy. */
export function grown(bits: Bits, largest: number): Bits {
  if (largest >>> 5 < bits.length) return bits;
  const longer = new Uint32Array(((largest >>> 5) + 1) * 2);
  longer.set(bits);
  return longer;
}

export function and(a: Bits, b: Bits): Bits {
  const both = new Uint32Array(Math.min(a.length, b.length));
  for (let word = 0; word < both.length; word++) both[word] = (a[word] ?? 0) & (b[word] ?? 0);
  return both;
}

export function or(a: Bits, b: Bits): Bits {
  const [long, short] = a.length >= b.length ? [a, b] : [b, a];
  const either = long.slice();
  for (let word = 0; word < short.length; word++)
    either[word] = (either[word] ?? 0) | (short[word] ?? 0);
  return either;
}

/** What is in `a` and not in `b`. */
export function without(a: Bits, b: Bits): Bits {
  const rest = a.slice();
  const length = Math.min(a.length, b.length);
  for (let word = 0; word < length; word++) rest[word] = (rest[word] ?? 0) & ~(b[word] ?? 0);
  return rest;
}

export const isEmpty = (bits: Bits): boolean => bits.every((word) => word === 0);

/** How many are in the set (population count, Warren, Hacker's Delight 5-1). */
export function sizeOf(bits: Bits): number {
  let size = 0;
  for (let at = 0; at < bits.length; at++) {
    const word = bits[at] ?? 0;
    if (word !== 0) size += bitsIn(word);
  }
  return size;
}

/** How many are in both sets. */
export function sizeOfBoth(a: Bits, b: Bits): number {
  const length = Math.min(a.length, b.length);
  let size = 0;
  for (let at = 0; at < length; at++) {
    const word = (a[at] ?? 0) & (b[at] ?? 0);
    if (word !== 0) size += bitsIn(word);
  }
  return size;
}

function bitsIn(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Calls `each` with every number in the set, smallest first. */
export function forEach(bits: Bits, each: (num: number) => void): void {
  for (let at = 0; at < bits.length; at++) {
    let word = bits[at] ?? 0;
    while (word !== 0) {
      each((at << 5) + 31 - Math.clz32(word & -word));
      word &= word - 1;
    }
  }
}

/** The largest numbers of the set, largest first: at most `limit`, after leaving out `offset`. */
export function largest(bits: Bits, limit: number, offset: number = 0): number[] {
  const found: number[] = [];
  let left = offset;
  for (let at = bits.length - 1; at >= 0 && found.length < limit; at--) {
    let word = bits[at] ?? 0;
    while (word !== 0 && found.length < limit) {
      const bit = 31 - Math.clz32(word);
      if (left > 0) left--;
      else found.push((at << 5) + bit);
      word &= ~(1 << bit);
    }
  }
  return found;
}
