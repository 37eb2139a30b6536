import type { CandidateSelection } from '@/shared/domain/candidates/selection';
import type { Actor } from '@/shared/domain/workspace/records';
import type { Id } from '@/shared/kit/ids';
import type { Deps } from '@/shared/usecases/deps';

/** Whom a selection stands for now, each once, in an order that stays. */
export async function selectedIds(
  deps: Pick<Deps, 'search'>,
  actor: Actor,
  selection: CandidateSelection,
  signal?: AbortSignal,
): Promise<readonly Id[]> {
  if (selection.kind === 'ids') return [...new Set(selection.ids)];
  const found = await deps.search.ids(actor, selection.request, signal);
  if (selection.except.length === 0) return found;
  const except = new Set(selection.except);
  return found.filter((id) => !except.has(id));
}
