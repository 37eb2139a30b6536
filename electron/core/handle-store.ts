import { randomUUID } from 'node:crypto';
import { AppError } from '@/shared/kit/app-error';
import type { Clock } from '@/shared/kit/clock';
import type { FileHandles } from '@/shared/usecases/ports/file-handles';

export interface HandleStore extends FileHandles {
  /** Makes a handle for paths a person pointed at. */
  readonly grant: (paths: readonly string[]) => string;
  /** Takes over a handle that main made. */
  readonly register: (handle: string, paths: readonly string[]) => void;
}

const LIFE_MS = 10 * 60_000;
const MAX_HANDLES = 1_000;

/** Handles are random, good for one use and for ten minutes. */
export function createHandleStore(clock: Clock): HandleStore {
  const granted = new Map<string, { readonly paths: readonly string[]; readonly until: number }>();

  const forgetOld = (): void => {
    const now = clock.now().getTime();
    for (const [handle, { until }] of granted) if (until <= now) granted.delete(handle);
    // Oldest first: a Map keeps the order in which keys came.
    for (const handle of granted.keys()) {
      if (granted.size <= MAX_HANDLES) break;
      granted.delete(handle);
    }
  };
  const register = (handle: string, paths: readonly string[]): void => {
    granted.set(handle, { paths, until: clock.now().getTime() + LIFE_MS });
    forgetOld();
  };

  return {
    register,
    grant: (paths) => {
      const handle = randomUUID();
      register(handle, paths);
      return handle;
    },
    take: (handle) => {
      forgetOld();
      const entry = granted.get(handle);
      granted.delete(handle);
      if (!entry || entry.paths.length === 0) {
        throw new AppError(
          'HANDLE_EXPIRED',
          'The chosen files are not known any more. Choose them again.',
        );
      }
      return entry.paths;
    },
  };
}
