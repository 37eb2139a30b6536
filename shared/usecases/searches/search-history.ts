import { NO_FILTERS } from '@/shared/domain/candidates/views';
import type { Change } from '@/shared/domain/history/change';
import { entriesToDrop } from '@/shared/domain/searches/history';
import type { KeptFilters, SearchEntry } from '@/shared/domain/searches/records';
import type { Actor } from '@/shared/domain/workspace/records';
import { nowIso } from '@/shared/kit/clock';
import { type Id, newId } from '@/shared/kit/ids';
import { squeeze } from '@/shared/kit/text';
import type { Deps } from '@/shared/usecases/deps';

const EVERY = 1000;

/** Remembers a search that somebody settled on; the whole list is none. Errors: those of the store. */
export async function rememberSearch(
  deps: Pick<Deps, 'store' | 'searches' | 'clock'>,
  actor: Actor,
  input: {
    readonly text: string;
    readonly filters: KeptFilters;
    readonly total: number;
  },
): Promise<{ readonly remembered: boolean }> {
  const text = squeeze(input.text);
  const { filters, total } = input;
  if (text === '' && JSON.stringify(filters) === JSON.stringify(NO_FILTERS)) {
    return { remembered: false };
  }
  const before = await deps.searches.made(actor, { containing: '', limit: EVERY });
  await deps.store.commit({
    actor,
    action: 'search.made',
    changes: [
      ...entriesToDrop(before, { text, filters }, nowIso(deps.clock)).map(dropped),
      {
        op: 'insert',
        entity: 'searchEntry',
        row: { id: newId(), ownerId: actor.id, text, filters, total },
      },
    ],
  });
  return { remembered: true };
}

/** Forgets one search, or with null all of them. What is gone already is no error. */
export async function forgetSearches(
  deps: Pick<Deps, 'store' | 'searches'>,
  actor: Actor,
  input: { readonly id: Id | null },
): Promise<{ readonly forgotten: number }> {
  const made = await deps.searches.made(actor, { containing: '', limit: EVERY });
  const changes = made.filter(({ id }) => input.id === null || id === input.id).map(dropped);
  if (changes.length > 0) await deps.store.commit({ actor, action: 'search.made', changes });
  return { forgotten: changes.length };
}

const dropped = ({ id, version }: SearchEntry): Change => ({
  op: 'delete',
  entity: 'searchEntry',
  id,
  version,
});
