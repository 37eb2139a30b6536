import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { FileHandle } from '@/shared/contract/shell/shell';
import type { CoreSupervisor } from './core-supervisor';

export interface Handles {
  /** Exchanges paths for a handle the window may hold; null for no paths (a cancelled dialog). */
  readonly issue: (paths: readonly string[]) => Promise<FileHandle>;
}

/** The window never sees a path: it gets a random handle, and the core alone knows what it stands for. */
export function createHandles(core: Pick<CoreSupervisor, 'grant'>): Handles {
  return {
    issue: async (paths) => {
      if (paths.length === 0) return null;
      const handle = randomUUID();
      await core.grant(handle, paths);
      return { handle, names: paths.map((file) => path.basename(file)) };
    },
  };
}
