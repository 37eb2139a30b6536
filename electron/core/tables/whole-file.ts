import { rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { asTargetError } from '@/electron/core/storage-errors';
import { isAppError } from '@/shared/kit/app-error';
import { newId } from '@/shared/kit/ids';

/**
 * Has a file written beside its target and renamed over it: the target appears whole or not at all. `signal` ends it without a failure of
 * the disk being made of that. Errors (AppError): STORAGE_UNAVAILABLE.
 */
export async function writeWhole(
  target: string,
  write: (beside: string) => Promise<void>,
  signal?: AbortSignal,
): Promise<void> {
  const beside = path.join(path.dirname(target), `.longlist-${newId()}.part`);
  try {
    await write(beside);
    await rename(beside, target);
  } catch (error) {
    await rm(beside, { force: true });
    throw signal?.aborted || isAppError(error) ? error : asTargetError(error);
  }
}
