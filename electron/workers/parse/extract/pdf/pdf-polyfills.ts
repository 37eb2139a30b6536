import { inflateSync } from 'node:zlib';

/**
 * What pdf.js 5 asks of the language and Node 20 (and Electron 33) does not have. Only the parse process loads this.
 * Nothing is enumerable: pdf.js refuses to run beside enumerable additions to the built-in prototypes.
 */
export function installPdfPolyfills(): void {
  define(Promise, 'withResolvers', function withResolvers() {
    let resolve: unknown;
    let reject: unknown;
    const promise = new Promise((onResolve, onReject) => {
      resolve = onResolve;
      reject = onReject;
    });
    return { promise, resolve, reject };
  });
  define(
    Promise,
    'try',
    function attempt(run: (...args: unknown[]) => unknown, ...args: unknown[]) {
      return new Promise((resolve) => resolve(run(...args)));
    },
  );
  define(Map.prototype, 'getOrInsertComputed', getOrInsertComputed);
  define(WeakMap.prototype, 'getOrInsertComputed', getOrInsertComputed);
  define(URL, 'parse', function parse(url: string, base?: string) {
    try {
      return new URL(url, base);
    } catch {
      return null;
    }
  });
  define(Math, 'sumPrecise', function sumPrecise(values: Iterable<number>) {
    let sum = 0;
    for (const value of values) sum += value;
    return sum;
  });
  define(Uint8Array.prototype, 'toHex', function toHex(this: Uint8Array) {
    return Buffer.from(this.buffer, this.byteOffset, this.byteLength).toString('hex');
  });
  define(Uint8Array.prototype, 'toBase64', function toBase64(this: Uint8Array) {
    return Buffer.from(this.buffer, this.byteOffset, this.byteLength).toString('base64');
  });
  define(Uint8Array, 'fromBase64', function fromBase64(text: string) {
    return new Uint8Array(Buffer.from(text, 'base64'));
  });
  define(
    ArrayBuffer.prototype,
    'transferToFixedLength',
    function transfer(this: ArrayBuffer, length: number) {
      return this.slice(0, length);
    },
  );
  // pdf.js inflates every content stream through web streams and their thread hops, which costs more than all the rest of
  // its work on a CV (57 → 119 documents per CPU second without them). The class below has the shape it uses, at once.
  Object.defineProperty(globalThis, 'DecompressionStream', {
    value: InflateAtOnce,
    configurable: true,
    writable: true,
  });
}

/** Inflated bytes of one stream of a PDF: a content stream of a CV is some kilobytes, a bomb is gigabytes. */
const MAX_INFLATED = 128 * 1024 * 1024;

class InflateAtOnce {
  readonly readable: AsyncIterable<Uint8Array>;
  readonly writable: { getWriter: () => InflateWriter };

  constructor(format: string) {
    if (format !== 'deflate') throw new TypeError(`unsupported compression: ${format}`);
    let output: Uint8Array | null = null;
    const writer: InflateWriter = {
      ready: Promise.resolve(),
      // A damaged stream gives no output here; the reader throws and pdf.js falls back to its own forgiving inflater.
      write: async (bytes) => {
        try {
          output = inflateSync(bytes, { maxOutputLength: MAX_INFLATED });
        } catch {
          output = null;
        }
      },
      close: async () => undefined,
    };
    this.writable = { getWriter: () => writer };
    this.readable = {
      async *[Symbol.asyncIterator]() {
        if (output === null) throw new TypeError('not a deflate stream');
        yield output;
      },
    };
  }
}

interface InflateWriter {
  readonly ready: Promise<void>;
  readonly write: (bytes: Uint8Array) => Promise<void>;
  readonly close: () => Promise<void>;
}

function getOrInsertComputed(
  this: {
    has(key: unknown): boolean;
    get(key: unknown): unknown;
    set(key: unknown, value: unknown): unknown;
  },
  key: unknown,
  compute: (key: unknown) => unknown,
): unknown {
  if (this.has(key)) return this.get(key);
  const value = compute(key);
  this.set(key, value);
  return value;
}

function define(target: object, name: string, value: unknown): void {
  if (name in target) return;
  Object.defineProperty(target, name, {
    value,
    configurable: true,
    writable: true,
    enumerable: false,
  });
}
