import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import path from 'node:path';
import type { Sqlite } from '@/db/sqlite/connection';
import type { Store } from '@/shared/usecases/ports/store';

export type DiskFault = 'full' | 'read-only';

/** A disk for one folder that can be made to fail at a chosen write and from then on, until it is mended. */
export interface FailingDisk {
  /** From the n-th write on (the first is 1) nothing is written any more. */
  readonly failAt: (n: number, fault: DiskFault) => void;
  /** There is room again. Answers whether the fault was met. */
  readonly mend: () => boolean;
  /** Has the writes of a database counted too: its next commits fail with SQLite's own errors. Again after each opening. */
  readonly watch: (store: Store, db: Sqlite) => void;
  readonly remove: () => void;
}

const CODES: Readonly<Record<DiskFault, string>> = { full: 'ENOSPC', 'read-only': 'EROFS' };
/** As `max_page_count` is when nobody sets it. */
const UNLIMITED = 4294967294;

/** What is called with a path first. A folder that is there already is made without a write. */
const BY_PATH = ['writeFile', 'appendFile', 'mkdir', 'rename', 'copyFile'] as const;
const REMOVING = ['rm', 'unlink', 'rmdir'] as const;
const OF_HANDLE = ['write', 'writeFile', 'appendFile', 'sync', 'truncate'] as const;
const OF_DESCRIPTOR = ['writeSync', 'fsyncSync', 'ftruncateSync'] as const;

type Call = (...given: readonly unknown[]) => unknown;

/** Puts itself under `node:fs` for everything in `folder`; what threads and child processes write it does not see. */
export function failingDisk(folder: string): FailingDisk {
  let left = Number.POSITIVE_INFINITY;
  let fault: DiskFault = 'full';
  let isMet = false;
  let database: Sqlite | null = null;
  const descriptors = new Set<unknown>();
  const undo: (() => void)[] = [];

  const isOurs = (place: unknown): place is string =>
    typeof place === 'string' && (place === folder || place.startsWith(folder + path.sep));
  const broken = (): Error =>
    Object.assign(new Error(`${CODES[fault]}: the disk of a test`), { code: CODES[fault] });
  /** Counts a write; from the chosen one on it fails. */
  const spend = (): boolean => {
    left -= 1;
    if (left > 0) return false;
    if (!isMet) stopDatabase();
    isMet = true;
    return true;
  };
  const stopDatabase = (): void => {
    if (database === null || !database.open) return;
    if (fault === 'read-only') database.pragma('query_only = ON');
    else
      database.pragma(
        `max_page_count = ${Number(database.pragma('page_count', { simple: true }))}`,
      );
  };

  const replace = (target: object, name: string, make: (real: Call) => Call): void => {
    const real: unknown = Reflect.get(target, name);
    if (typeof real !== 'function') throw new Error(`node:fs has no ${name}`);
    Reflect.set(
      target,
      name,
      make((...given) => Reflect.apply(real, target, given)),
    );
    undo.push(() => Reflect.set(target, name, real));
  };
  const writes = (flags: unknown): boolean =>
    typeof flags === 'number'
      ? (flags & (fs.constants.O_WRONLY | fs.constants.O_RDWR)) !== 0
      : typeof flags === 'string' && flags !== 'r';

  for (const name of BY_PATH) {
    const isFree = (place: unknown): boolean =>
      !isOurs(place) || (name === 'mkdir' && fs.existsSync(place));
    replace(fs.promises, name, (real) => (...given) => {
      if (isFree(given[0]) || !spend()) return real(...given);
      return Promise.reject(broken());
    });
    replace(fs, `${name}Sync`, (real) => (...given) => {
      const isCounted = name === 'writeFile' && descriptors.has(given[0]);
      if ((isFree(given[0]) && !isCounted) || !spend()) return real(...given);
      throw broken();
    });
  }
  // Removing needs no room, but a disk that may be written.
  for (const name of REMOVING) {
    const fails = (place: unknown): boolean =>
      isOurs(place) && isMet && fault === 'read-only' && fs.existsSync(place);
    replace(
      fs.promises,
      name,
      (real) =>
        (...given) =>
          fails(given[0]) ? Promise.reject(broken()) : real(...given),
    );
    replace(fs, `${name}Sync`, (real) => (...given) => {
      if (fails(given[0])) throw broken();
      return real(...given);
    });
  }
  replace(fs, 'openSync', (real) => (...given) => {
    if (!isOurs(given[0]) || !writes(given[1])) return real(...given);
    if (spend()) throw broken();
    const descriptor = real(...given);
    descriptors.add(descriptor);
    return descriptor;
  });
  replace(fs, 'closeSync', (real) => (...given) => {
    descriptors.delete(given[0]);
    return real(...given);
  });
  for (const name of OF_DESCRIPTOR) {
    replace(fs, name, (real) => (...given) => {
      if (descriptors.has(given[0]) && spend()) throw broken();
      return real(...given);
    });
  }
  replace(fs.promises, 'open', (real) => async (...given) => {
    if (!isOurs(given[0]) || !writes(given[1])) return real(...given);
    if (spend()) throw broken();
    // What open answers with: an object of which the methods that write are replaced.
    const handle = (await real(...given)) as object;
    for (const name of OF_HANDLE) {
      const method = Reflect.get(handle, name) as Call; // FileHandle has each of them.
      Object.defineProperty(handle, name, {
        value: (...values: readonly unknown[]) =>
          spend() ? Promise.reject(broken()) : Reflect.apply(method, handle, values),
      });
    }
    return handle;
  });
  syncBuiltinESMExports();

  return {
    failAt: (n, kind) => {
      left = n;
      fault = kind;
      isMet = false;
    },
    mend: () => {
      const met = isMet;
      left = Number.POSITIVE_INFINITY;
      isMet = false;
      if (met && database?.open === true) {
        database.pragma('query_only = OFF');
        database.pragma(`max_page_count = ${UNLIMITED}`);
      }
      return met;
    },
    watch: (store, db) => {
      database = db;
      const { commit } = store;
      Object.assign(store, {
        commit: (request: Parameters<typeof commit>[0]) => {
          spend();
          return commit(request);
        },
      });
    },
    remove: () => {
      for (const put of undo) put();
      syncBuiltinESMExports();
    },
  };
}
