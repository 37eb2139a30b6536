/**
 * Finds the earlier row of the same person while nothing is saved yet: for each key the first row that has it. Keys are kept as numbers
 * of 53 bits, so that a million rows take about a hundred megabytes and not several; two keys share one in 10^13 cases.
 */
export function createSameRows(): {
  readonly find: (keys: readonly string[]) => number | null;
  readonly add: (keys: readonly string[], row: number) => void;
} {
  const rows = new Map<number, number>();
  return {
    find: (keys) => {
      for (const key of keys) {
        const row = rows.get(hash(key));
        if (row !== undefined) return row;
      }
      return null;
    },
    add: (keys, row) => {
      for (const key of keys) {
        const number = hash(key);
        if (!rows.has(number)) rows.set(number, row);
      }
    },
  };
}

/** cyrb53 (github.com/bryc/code, public domain): two 32-bit mixes side by side, 53 bits of them. */
function hash(text: string): number {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return 4294967296 * (2097151 & b) + (a >>> 0);
}
