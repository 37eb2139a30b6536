import type { ImportItem } from '@/shared/domain/imports/records';
import type { Actor } from '@/shared/domain/workspace/records';
import type { Clock } from '@/shared/kit/clock';
import type { ImportReader } from '@/shared/usecases/ports/readers';
import type { Store } from '@/shared/usecases/ports/store';
import { failedResult, finishItem } from './item-rows';

/** Files that may have been in hand when Longlist ended uncleanly: those being read, and a batch waiting to be written. */
export const SUSPECTS = 60;

/** The first unclean end is known to none of the files; from then on each start is counted before it is made. */
const MOST_STARTS = 2;

interface SuspectDeps {
  readonly store: Store;
  readonly imports: Pick<ImportReader, 'item'>;
  readonly actor: () => Actor;
  readonly clock: Clock;
}

/**
 * Counts a start of a file in its row before the file is touched, so that a file that ends Longlist itself is known by its row and
 * not tried for ever. Answers with the row as it is now, or with the change that ends a file that has had its starts.
 */
export async function beginSuspect(
  deps: SuspectDeps,
  item: ImportItem,
): Promise<
  | { readonly kind: 'begun'; readonly item: ImportItem }
  | { readonly kind: 'given-up'; readonly change: ReturnType<typeof finishItem> }
> {
  if (item.attempts >= MOST_STARTS) {
    const result = failedResult({
      code: 'CRASHED',
      message:
        'Longlist ended unexpectedly three times while it read this file, so the file is left out. Its original was not changed; you can retry it.',
    });
    const change = finishItem(item, result, { sha256: null }, deps.clock.now());
    return { kind: 'given-up', change };
  }
  await deps.store.commit({
    actor: deps.actor(),
    action: 'import.ran',
    changes: [
      {
        op: 'update',
        entity: 'importItem',
        id: item.id,
        version: item.version,
        patch: { attempts: item.attempts + 1 },
      },
    ],
  });
  return { kind: 'begun', item: (await deps.imports.item(item.id)) ?? item };
}
