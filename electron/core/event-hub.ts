import type { CoreEvent } from '@/shared/contract/api/system';
import type { Id } from '@/shared/kit/ids';

/** What happened, with who began it where that is somebody's own. */
export type Published = CoreEvent & { readonly startedBy?: Id };

export interface EventHub {
  readonly publish: (event: Published) => void;
  /** Events from now on, until the signal aborts or the hub closes. */
  readonly subscribe: (
    signal: AbortSignal | undefined,
    shown?: (event: Published) => CoreEvent | null,
  ) => AsyncGenerator<CoreEvent, void, void>;
  readonly close: () => void;
}

/** Topics kept for a listener that does not come to read; beyond it says "candidates" instead of naming each. */
const MAX_TOPICS = 500;

/**
 * Hands what happens to everyone who listens. A slow listener costs bounded memory: topics it has not read are one set,
 * and of each import it gets the newest state.
 */
export function createEventHub(): EventHub {
  const listeners = new Set<Inbox>();
  let closed = false;

  return {
    publish: (event) => {
      for (const inbox of listeners) inbox.put(event);
    },
    subscribe: async function* (signal, shown = asTold) {
      if (closed) return;
      const inbox = createInbox(shown);
      const end = (): void => inbox.end();
      listeners.add(inbox);
      signal?.addEventListener('abort', end, { once: true });
      if (signal?.aborted) end();
      try {
        for (;;) {
          const events = await inbox.take();
          if (events === null) return;
          yield* events;
        }
      } finally {
        listeners.delete(inbox);
        signal?.removeEventListener('abort', end);
      }
    },
    close: () => {
      closed = true;
      for (const inbox of listeners) inbox.end();
    },
  };
}

const asTold = ({ startedBy: _startedBy, ...event }: Published): CoreEvent => event;

interface Inbox {
  readonly put: (event: Published) => void;
  /** What has come since the last time, waiting for it when there is nothing; null at the end. */
  readonly take: () => Promise<readonly CoreEvent[] | null>;
  readonly end: () => void;
}

function createInbox(shown: (event: Published) => CoreEvent | null): Inbox {
  let topics = new Set<string>();
  let imports = new Map<string, CoreEvent>();
  let ended = false;
  let wake: (() => void) | null = null;
  const ring = (): void => {
    wake?.();
    wake = null;
  };

  return {
    put: (published) => {
      const event = shown(published);
      if (event === null) return;
      if (event.type === 'changed') {
        for (const topic of event.topics) topics.add(topic);
        if (topics.size > MAX_TOPICS) topics = withoutIds(topics);
      } else imports.set(event.import.id, event);
      ring();
    },
    take: async () => {
      if (topics.size === 0 && imports.size === 0 && !ended) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      if (ended) return null;
      const events: CoreEvent[] = [...imports.values()];
      if (topics.size > 0) events.push({ type: 'changed', topics: [...topics] });
      topics = new Set();
      imports = new Map();
      return events;
    },
    end: () => {
      ended = true;
      ring();
    },
  };
}

/** `candidate:<id>` becomes `candidate`: every candidate on screen is read again. */
export const withoutIds = (topics: Iterable<string>): Set<string> =>
  new Set([...topics].map((topic) => topic.split(':')[0] ?? topic));
