import { reachesWork } from '@/shared/domain/access/policy';
import type { WatchedFolder } from '@/shared/domain/imports/records';
import type { Actor } from '@/shared/domain/workspace/records';
import { AppError } from '@/shared/kit/app-error';
import type { Id } from '@/shared/kit/ids';
import type { Deps } from '@/shared/usecases/deps';

/** The folders that the actor began to watch; who reaches everybody sees all. */
export const watchedFoldersOf = async (
  deps: Pick<Deps, 'imports'>,
  actor: Actor,
): Promise<readonly WatchedFolder[]> =>
  (await deps.imports.watchedFolders()).filter(({ createdBy }) => reachesWork(actor, createdBy));

/** Whether a folder is the actor's to control. Errors: NOT_FOUND. */
export async function requireFolder(
  deps: Pick<Deps, 'imports'>,
  actor: Actor,
  id: Id,
): Promise<void> {
  if ((await watchedFoldersOf(deps, actor)).some((folder) => folder.id === id)) return;
  throw new AppError('NOT_FOUND', 'This folder is not watched any more.');
}
