import type { SavedSearch } from '@/shared/domain/searches/records';
import type { CandidateSearchRequest } from '@/shared/domain/candidates/views';
import type { Patch } from '@/shared/domain/history/change';
import type { Actor } from '@/shared/domain/workspace/records';
import { AppError } from '@/shared/kit/app-error';
import { nowIso } from '@/shared/kit/clock';
import { type Id, newId } from '@/shared/kit/ids';
import { fold, squeeze } from '@/shared/kit/text';
import type { Deps } from '@/shared/usecases/deps';

type SearchDeps = Pick<Deps, 'store' | 'searches' | 'clock'>;
type Kept = Pick<SavedSearch, 'name' | 'text' | 'filters' | 'sort' | 'columns' | 'notify'>;

interface Saved {
  readonly id: Id;
  readonly commitId: Id;
}

/** Keeps a search under a name of one's own. Errors: INVALID when one has that name already. */
export async function saveSearch(deps: SearchDeps, actor: Actor, input: Kept): Promise<Saved> {
  const name = await freeName(deps, actor, input.name, null);
  const id = newId();
  const { commitId } = await deps.store.commit({
    actor,
    action: 'search.saved',
    changes: [
      {
        op: 'insert',
        entity: 'savedSearch',
        row: { ...input, id, name, ownerId: actor.id, seenAt: nowIso(deps.clock) },
      },
    ],
  });
  return { id, commitId };
}

/** Renames it, changes what it looks for, or whether its owner is told. Errors: NOT_FOUND, CONFLICT, INVALID for a name in use. */
export async function changeSearch(
  deps: SearchDeps,
  actor: Actor,
  input: {
    readonly id: Id;
    readonly version: number;
    readonly patch: { readonly [K in keyof Kept]?: Kept[K] | undefined };
  },
): Promise<Saved> {
  const { id, version } = await found(deps, actor, input.id);
  if (version !== input.version) {
    throw new AppError(
      'CONFLICT',
      'This saved search was changed in the meantime. Nothing was saved; look at it again.',
    );
  }
  const { name, ...patch } = input.patch;
  const renamed = name === undefined ? {} : { name: await freeName(deps, actor, name, id) };
  const given = Object.entries({ ...patch, ...renamed }).filter(([, value]) => value !== undefined);
  const { commitId } = await deps.store.commit({
    actor,
    action: 'search.changed',
    changes: [
      {
        op: 'update',
        entity: 'savedSearch',
        id,
        version,
        // Entries of a patch, without those that say nothing.
        patch: Object.fromEntries(given) as Patch<'savedSearch'>,
      },
    ],
  });
  return { id, commitId };
}

/** Deletes it; the way back is undo. Errors: NOT_FOUND. */
export async function deleteSearch(
  deps: SearchDeps,
  actor: Actor,
  input: { readonly id: Id },
): Promise<Saved> {
  const { id, version } = await found(deps, actor, input.id);
  const { commitId } = await deps.store.commit({
    actor,
    action: 'search.deleted',
    changes: [{ op: 'delete', entity: 'savedSearch', id, version }],
  });
  return { id, commitId };
}

/**
 * One looks at it: from now on others are new. Answers with since when people were new until now. It is no change that a person would
 * take back. Errors: NOT_FOUND.
 */
export async function seeSearch(
  deps: SearchDeps,
  actor: Actor,
  input: { readonly id: Id },
): Promise<{ readonly newSince: string }> {
  const { id, version, seenAt } = await found(deps, actor, input.id);
  await deps.store.commit({
    actor,
    action: 'search.made',
    changes: [
      { op: 'update', entity: 'savedSearch', id, version, patch: { seenAt: nowIso(deps.clock) } },
    ],
  });
  return { newSince: seenAt };
}

export interface SavedCount {
  readonly id: Id;
  readonly total: number;
  /** Who came in or got a new CV since its owner last looked. */
  readonly fresh: number;
}

/** How many each of one's saved searches finds. One after the other, so that somebody typing never waits for all of them. */
export async function countSaved(
  deps: Pick<Deps, 'searches' | 'search'>,
  actor: Actor,
  signal?: AbortSignal,
): Promise<readonly SavedCount[]> {
  const counts: SavedCount[] = [];
  for (const saved of await deps.searches.saved(actor)) {
    signal?.throwIfAborted();
    const total = await countOf(deps, actor, saved, saved.filters.newSince, signal);
    // Nobody is new where there is nobody.
    const fresh = total === 0 ? 0 : await countOf(deps, actor, saved, saved.seenAt, signal);
    counts.push({ id: saved.id, total, fresh });
  }
  return counts;
}

/** How many a saved search finds of those that are newer than a moment; null for everybody. */
export async function countOf(
  deps: Pick<Deps, 'search'>,
  actor: Actor,
  { text, filters }: Pick<SavedSearch, 'text' | 'filters'>,
  newSince: string | null,
  signal?: AbortSignal,
): Promise<number> {
  const request: CandidateSearchRequest = {
    text,
    filters: { ...filters, newSince },
    sort: { by: 'updatedAt', direction: 'desc' },
    synonyms: filters.synonyms ?? true,
    spelling: filters.spelling ?? true,
    facets: [],
    offset: 0,
    limit: 1,
  };
  return (await deps.search.search(actor, request, signal)).total;
}

async function found(deps: SearchDeps, actor: Actor, id: Id): Promise<SavedSearch> {
  const search = await deps.searches.savedOne(actor, id);
  if (search === null) {
    throw new AppError('NOT_FOUND', 'This saved search is not there any more.');
  }
  return search;
}

async function freeName(
  deps: SearchDeps,
  actor: Actor,
  typed: string,
  own: Id | null,
): Promise<string> {
  const name = squeeze(typed);
  const saved = await deps.searches.saved(actor);
  if (saved.some((other) => other.id !== own && fold(other.name) === fold(name))) {
    throw new AppError('INVALID', `There is a saved search named “${name}” already.`);
  }
  return name;
}
