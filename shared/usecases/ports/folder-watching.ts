import type { WatchedFolder } from '@/shared/domain/imports/records';
import type { Actor } from '@/shared/domain/workspace/records';
import type { Id } from '@/shared/kit/ids';

/**
 * Folders whose new and changed files come in by themselves.
 * Errors (AppError): NOT_FOUND for an unknown folder; INVALID for a path that is no folder, is watched already or is the workspace's own.
 */
export interface FolderWatching {
  readonly add: (
    actor: Actor,
    input: { readonly path: string; readonly polling: boolean },
  ) => Promise<WatchedFolder>;
  readonly pause: (actor: Actor, id: Id) => Promise<WatchedFolder>;
  readonly resume: (actor: Actor, id: Id) => Promise<WatchedFolder>;
  /** Stops watching; what came in stays. */
  readonly remove: (actor: Actor, id: Id) => Promise<void>;
}
