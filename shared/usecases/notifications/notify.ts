import type { Notification } from '@/shared/domain/notifications/records';
import type { ImportProgress } from '@/shared/usecases/ports/import-runner';
import type { Actor } from '@/shared/domain/workspace/records';
import { type Id, newId } from '@/shared/kit/ids';
import type { Deps } from '@/shared/usecases/deps';
import { countOf } from '@/shared/usecases/searches/saved-searches';

type NotifyDeps = Pick<Deps, 'store' | 'notifications' | 'search' | 'searches'>;

/** Saved searches looked at after a change; more than that nobody reads notifications of. */
const MOST_WATCHED = 200;

/**
 * Tells the owners of saved searches of people who are new: one notification a search until it is read, its count kept up to date.
 * What was there when the last one was read is not told again. `isOver` ends it between two searches.
 */
export async function notifyOfNewPeople(
  deps: NotifyDeps,
  isOver: () => boolean = () => false,
): Promise<void> {
  for (const { search, owner } of await deps.searches.watched(MOST_WATCHED)) {
    if (isOver()) return;
    const latest = await deps.notifications.latest(owner, 'saved-search', search.id);
    const told = latest?.readAt ?? null;
    const since = told !== null && told > search.seenAt ? told : search.seenAt;
    const count = await countOf(deps, owner, search, since);
    await tell(deps, owner, latest, {
      kind: 'saved-search',
      subjectId: search.id,
      subjectName: search.name,
      count,
    });
  }
}

/** Tells who started an import that it ended, with how many people it brought or brought up to date. */
export async function notifyOfImport(
  deps: NotifyDeps,
  owner: Actor,
  { task, counts }: ImportProgress,
): Promise<void> {
  const count =
    counts.loaded + counts.updated + counts.missing_information + counts.possible_duplicate;
  await tell(deps, owner, await deps.notifications.latest(owner, 'import-finished', task.id), {
    kind: 'import-finished',
    subjectId: task.id,
    subjectName: task.label,
    count,
  });
}

type News = Pick<Notification, 'kind' | 'subjectName' | 'count'> & { readonly subjectId: Id };

/** One notification a subject until it is read, its count kept up to date; none where there is nothing new. */
export async function tell(
  deps: Pick<Deps, 'store'>,
  owner: Actor,
  latest: Notification | null,
  news: News,
): Promise<void> {
  const { count } = news;
  const isOpen = latest !== null && latest.readAt === null;
  if (isOpen && latest.count === count) return;
  if (!isOpen && count === 0) return;
  await deps.store.commit({
    actor: owner,
    action: 'notification.sent',
    changes: [
      isOpen
        ? {
            op: 'update',
            entity: 'notification',
            id: latest.id,
            version: latest.version,
            patch: { count, subjectName: news.subjectName },
          }
        : {
            op: 'insert',
            entity: 'notification',
            row: { ...news, id: newId(), userId: owner.id, readAt: null },
          },
    ],
  });
}
