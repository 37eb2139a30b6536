import type { Log } from '@/electron/core/log';
import type { AuditNote } from '@/shared/domain/audit/notes';
import type { Actor } from '@/shared/domain/workspace/records';
import type { Id } from '@/shared/kit/ids';
import type { Store } from '@/shared/usecases/ports/store';

/** Of one person and kind, so many refusals a minute have an entry of their own; the others are counted in one. */
const MOST = 20;
const WINDOW_MS = 60_000;

type RefusedAction = 'access.refused' | 'transition.refused';

export interface Refusals {
  readonly note: (
    actor: Actor,
    action: RefusedAction,
    what: {
      readonly procedure: string;
      /** What kind of record was not to be moved. */
      readonly entityType?: 'application' | 'interview';
      readonly entityId?: Id | null;
      readonly metadata?: AuditNote['metadata'];
    },
  ) => void;
  /** Writes what was only counted so far. */
  readonly close: () => Promise<void>;
}

/** Audits what was refused, so that nobody can flood the log with it and nothing is left out of the count. */
export function createRefusals(deps: {
  readonly store: Pick<Store, 'commit'>;
  readonly log: Log;
  readonly windowMs?: number;
}): Refusals {
  const windows = new Map<string, Window>();
  let writing: Promise<unknown> = Promise.resolve();

  const write = (actor: Actor, note: AuditNote): void => {
    writing = deps.store
      .commit({ actor, action: 'audit.noted', changes: [], audit: [note] })
      .catch((error: unknown) => deps.log.error('audit.refusal-not-written', error));
  };
  const end = (key: string, { actor, action, seen, timer }: Window): void => {
    clearTimeout(timer);
    windows.delete(key);
    if (seen <= MOST) return;
    const metadata = { counted: seen - MOST };
    write(actor, { action, entityType: 'procedure', entityId: null, metadata });
  };

  return {
    note: (
      actor,
      action,
      { procedure, entityType = 'procedure', entityId = null, metadata = {} },
    ) => {
      const key = `${actor.id} ${action}`;
      const window = windows.get(key) ?? openWindow(key, actor, action);
      window.seen += 1;
      if (window.seen > MOST) return;
      write(actor, { action, entityType, entityId, metadata: { procedure, ...metadata } });
    },
    close: async () => {
      // Ending one takes it out of the map.
      for (const [key, window] of Array.from(windows)) end(key, window);
      await writing;
    },
  };

  function openWindow(key: string, actor: Actor, action: RefusedAction): Window {
    const timer = setTimeout(() => end(key, window), deps.windowMs ?? WINDOW_MS).unref();
    const window: Window = { actor, action, seen: 0, timer };
    windows.set(key, window);
    return window;
  }
}

interface Window {
  readonly actor: Actor;
  readonly action: RefusedAction;
  readonly timer: NodeJS.Timeout;
  seen: number;
}
