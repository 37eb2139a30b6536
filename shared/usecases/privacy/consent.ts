import { isAtLeast } from '@/shared/domain/access/facts';
import { levelFor } from '@/shared/domain/access/policy';
import type { CandidateSelection } from '@/shared/domain/candidates/selection';
import { type ConsentInput, consentFields } from '@/shared/domain/privacy/consent';
import type { Actor } from '@/shared/domain/workspace/records';
import { type Id, newId } from '@/shared/kit/ids';
import { requireRecords } from '@/shared/usecases/access/require';
import { selectedIds } from '@/shared/usecases/bulk/selected-ids';
import type { Deps } from '@/shared/usecases/deps';

const BATCH = 200;

/**
 * Says on what basis the data of some people are held and until when, or that they withdrew it (null), as one deed that one undo takes
 * back. Errors: NOT_FOUND and FORBIDDEN for those chosen one by one, those of the store, the signal's reason.
 */
export async function setConsent(
  deps: Pick<Deps, 'store' | 'candidates' | 'search' | 'nextTurn'>,
  actor: Actor,
  {
    selection,
    consent,
  }: { readonly selection: CandidateSelection; readonly consent: ConsentInput },
  signal?: AbortSignal,
): Promise<{ readonly commitId: Id | null; readonly changed: number; readonly gone: number }> {
  const ids = await selectedIds(deps, actor, selection, signal);
  if (selection.kind === 'ids') {
    await requireRecords(deps, actor, 'candidate.edit', 'candidate', ids);
  }
  // Of all that a search finds, those one may only look at are passed over.
  const least = levelFor(actor, 'candidate.edit');
  const mine = async (some: readonly Id[]): Promise<readonly Id[]> => {
    const levels = await deps.candidates.levels(actor, 'candidate', some);
    return some.filter((id) => isAtLeast(levels.get(id) ?? 'none', least));
  };
  const partOf = newId();
  let commitId: Id | null = null;
  let changed = 0;
  for (let from = 0; from < ids.length; from += BATCH) {
    signal?.throwIfAborted();
    const batch = ids.slice(from, from + BATCH);
    const standings = await deps.candidates.standings(actor, await mine(batch), {
      tie: null,
      readBefore: null,
    });
    if (standings.length === 0) continue;
    ({ commitId } = await deps.store.commit({
      actor,
      action: 'consent.changed',
      ...(ids.length > BATCH && { partOf }),
      changes: standings.map(({ candidateId: id, version }) => ({
        op: 'update',
        entity: 'candidate',
        id,
        version,
        patch: consentFields(consent),
      })),
    }));
    changed += standings.length;
    await deps.nextTurn();
  }
  return { commitId, changed, gone: ids.length - changed };
}
