import type { Actor } from '@/shared/domain/workspace/records';
import type { Id } from '@/shared/kit/ids';
import { changeAtOnce } from '@/shared/usecases/bulk/change-at-once';
import type { Deps } from '@/shared/usecases/deps';

/** Takes candidates out of the lists, or puts them back. All of them or none. Errors: NOT_FOUND; INVALID when all are there already. */
export const archiveCandidates = (
  deps: Pick<
    Deps,
    'store' | 'candidates' | 'workspace' | 'lists' | 'applications' | 'shares' | 'clock'
  >,
  actor: Actor,
  { ids, archived }: { readonly ids: readonly Id[]; readonly archived: boolean },
): Promise<{ readonly commitId: Id }> =>
  changeAtOnce(deps, actor, { action: { kind: 'archive', archived }, ids });
