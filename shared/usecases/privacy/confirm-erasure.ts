import type { Actor } from '@/shared/domain/workspace/records';
import { AppError } from '@/shared/kit/app-error';
import type { Id } from '@/shared/kit/ids';
import { fold, squeeze } from '@/shared/kit/text';
import type { Deps } from '@/shared/usecases/deps';
import { findHeld } from './erase-candidate';

/** What stands in for the name of somebody who has none. */
export const ERASE_WORD = 'erase';

/**
 * Whether a person typed what confirms an erasure: of one candidate the name (`erase` for somebody without one), of many their number.
 * Errors: NOT_FOUND; INVALID for another text.
 */
export async function confirmErasure(
  deps: Pick<Deps, 'privacy'>,
  actor: Actor,
  { candidateIds, typed }: { readonly candidateIds: readonly Id[]; readonly typed: string },
): Promise<void> {
  const ids = new Set(candidateIds);
  const [only = ''] = ids;
  const wanted =
    ids.size > 1 ? String(ids.size) : (await findHeld(deps, actor, only)).name || ERASE_WORD;
  if (squeeze(fold(typed)) === squeeze(fold(wanted))) return;
  throw new AppError('INVALID', 'What was typed is something else. Nothing was erased.', {
    reason: 'typed',
  });
}
