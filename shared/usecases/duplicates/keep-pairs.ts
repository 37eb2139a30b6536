import type { FoundPair } from '@/shared/domain/duplicates/find-pairs';
import type { Change } from '@/shared/domain/history/change';
import type { Actor } from '@/shared/domain/workspace/records';
import { isAppError } from '@/shared/kit/app-error';
import { newId } from '@/shared/kit/ids';
import type { Deps } from '@/shared/usecases/deps';

const ATTEMPTS = 3;

/**
 * Writes pairs that a search found: new ones are added, open ones brought up to date. What a person called "not the same" or merged stays as
 * it is. Answers how many are new. Errors: STORAGE_UNAVAILABLE.
 */
export async function keepPairs(
  deps: Pick<Deps, 'store' | 'pairs'>,
  actor: Actor,
  found: readonly FoundPair[],
): Promise<number> {
  for (let attempt = 1; ; attempt++) {
    const changes = (await deps.pairs.stored(found)).flatMap(changesOf);
    if (changes.length === 0) return 0;
    try {
      await deps.store.commit({ actor, action: 'duplicates.searched', changes });
      return changes.filter((change) => change.op === 'insert').length;
    } catch (error) {
      // Somebody decided or merged in this moment: how they are stored is read again.
      const changed = isAppError(error) && (error.code === 'CONFLICT' || error.code === 'INVALID');
      if (!changed || attempt === ATTEMPTS) throw error;
    }
  }
}

function changesOf({
  found,
  pair,
}: Awaited<ReturnType<Deps['pairs']['stored']>>[number]): readonly Change[] {
  const { score, candidateId, otherId } = found;
  const reasons = [...found.reasons].sort();
  if (pair === null) {
    const row = { id: newId(), candidateId, otherId, reasons, score, state: 'open' as const };
    return [{ op: 'insert', entity: 'duplicatePair', row }];
  }
  const same = pair.score === score && pair.reasons.toSorted().join() === reasons.join();
  if (pair.state !== 'open' || same) return [];
  const { id, version } = pair;
  return [{ op: 'update', entity: 'duplicatePair', id, version, patch: { score, reasons } }];
}
