import { reachesWork } from '@/shared/domain/access/policy';
import { reachOf } from '@/shared/domain/access/reach';
import type { Actor } from '@/shared/domain/workspace/records';
import { type EventHub, type Published, withoutIds } from '@/electron/core/event-hub';
import type { Check, CoreEvent } from '@/shared/contract/api/system';
import { AppError } from '@/shared/kit/app-error';
import type { Api, Desk } from './door';

export interface SystemRouterDeps {
  readonly events: Pick<EventHub, 'subscribe'>;
  readonly examine: (desk: Desk) => Promise<readonly Check[]>;
  readonly examineAll: (
    desk: Desk,
    how: { readonly signal: AbortSignal; readonly onProgress: (done: number) => void },
  ) => Promise<readonly Check[]>;
}

export const systemRouter = (api: Api['system'], deps: SystemRouterDeps) => {
  let examined: number | null = null;
  return {
    doctor: api.doctor.handler(async ({ context }) => [...(await deps.examine(context.desk()))]),
    examineAll: api.examineAll.handler(async ({ context, signal }) => {
      if (examined !== null) {
        throw new AppError('CONFLICT', 'This is being looked at already. Wait for its end.');
      }
      try {
        return [
          ...(await deps.examineAll(context.desk(), {
            signal: signal ?? new AbortController().signal,
            onProgress: (done) => {
              examined = done;
            },
          })),
        ];
      } finally {
        examined = null;
      }
    }),
    examined: api.examined.handler(() => ({ done: examined })),
    tryWriting: api.tryWriting.handler(async ({ context }) => {
      await context.desk().storage.tryAgain();
      return {};
    }),
    events: api.events.handler(({ context, signal }) =>
      deps.events.subscribe(signal, (event) => eventFor(context.desk, event)),
    ),
  };
};

/**
 * An event as it is told to whoever listens at this moment: which candidates changed is told by their ids only to who reaches everybody, and
 * how an import stands to who sees it.
 */
function eventFor(desk: () => Desk, { startedBy, ...event }: Published): CoreEvent | null {
  const actor = listening(desk);
  if (event.type === 'import') {
    return startedBy === undefined || (actor !== null && reachesWork(actor, startedBy))
      ? event
      : null;
  }
  return actor !== null && reachOf(actor).candidates === 'all'
    ? event
    : { ...event, topics: [...withoutIds(event.topics)] };
}

/** Who is at the desk; nobody before there is a workspace, or while it is locked. */
function listening(desk: () => Desk): Actor | null {
  try {
    return desk().actor;
  } catch {
    return null;
  }
}
