import { ERASED_BEFORE, knownAgainBy } from '@/shared/domain/privacy/known-again';
import type { Change } from '@/shared/domain/history/change';
import type { Erasure } from '@/shared/domain/privacy/records';
import type { Actor } from '@/shared/domain/workspace/records';
import { AppError } from '@/shared/kit/app-error';
import type { Id } from '@/shared/kit/ids';
import type { Deps } from '@/shared/usecases/deps';
import type { Fingerprint } from '@/shared/usecases/ports/erasure';

type Known = Pick<Erasure, 'id' | 'erasedAt'>;

/** Whether these addresses, numbers, links or this file are those of somebody who was erased: the newest such erasure. */
export async function erasedBefore(
  deps: Pick<Deps, 'privacy'> & { readonly fingerprint: Fingerprint },
  contacts: Parameters<typeof knownAgainBy>[0],
  files: readonly string[],
): Promise<Known | null> {
  const known = knownAgainBy(contacts, files);
  return known.length === 0
    ? null
    : deps.privacy.erasedAs(known.map(({ text }) => deps.fingerprint(text)));
}

/** What the item of an import says of a file that is kept out. */
export const keptOutMessage = ({ erasedAt }: Known): string =>
  `Somebody who was erased on ${erasedAt.slice(0, 10)} came in again. Nothing was stored; say on the Privacy screen whether they may come in.`;

/**
 * A person decides about a file that is kept out. Let in: what knew them is forgotten, and the file is read again by the caller. Kept
 * out: the item keeps no name. Errors: NOT_FOUND when it waits for no decision.
 */
export async function decideReturned(
  deps: Pick<Deps, 'store' | 'privacy' | 'imports'>,
  actor: Actor,
  { itemId, letIn }: { readonly itemId: Id; readonly letIn: boolean },
): Promise<{ readonly taskId: Id; readonly letIn: boolean }> {
  const item = await deps.imports.item(itemId);
  if (item === null || item.failureCode !== ERASED_BEFORE) {
    throw new AppError('NOT_FOUND', 'This file waits for no decision any more.');
  }
  const [erasureId = ''] = item.missing;
  const forgetting = letIn ? await forgetKnown(deps, erasureId) : [];
  await deps.store.commit({
    actor,
    action: 'import.controlled',
    audit: [
      {
        action: 'import.controlled',
        entityType: 'importItem',
        entityId: itemId,
        metadata: { erasureId, letIn },
      },
    ],
    changes: [
      ...forgetting,
      {
        op: 'update',
        entity: 'importItem',
        id: item.id,
        version: item.version,
        patch: letIn
          ? { failureCode: 'UNREADABLE', missing: [] }
          : {
              failureCode: 'KEPT_OUT',
              failureMessage: 'Kept out: this person was erased.',
              missing: [],
              sha256: null,
              displayPath: '',
              fileName: '',
            },
      },
    ],
  });
  return { taskId: item.taskId, letIn };
}

/**
 * Somebody who was erased may come in again: what would know them is forgotten. For a row of a table, of which nothing was kept that could
 * be let in itself. Errors: NOT_FOUND when nothing knows them.
 */
export async function letIn(
  deps: Pick<Deps, 'store' | 'privacy'>,
  actor: Actor,
  { erasureId }: { readonly erasureId: Id },
): Promise<{ readonly commitId: Id }> {
  const changes = await forgetKnown(deps, erasureId);
  if (changes.length === 0) {
    throw new AppError(
      'NOT_FOUND',
      'Nothing knows this person any more; they come in as anybody does.',
    );
  }
  return deps.store.commit({
    actor,
    action: 'import.controlled',
    audit: [
      {
        action: 'import.controlled',
        entityType: 'erasure',
        entityId: erasureId,
        metadata: { erasureId, letIn: true },
      },
    ],
    changes,
  });
}

const forgetKnown = async (
  deps: Pick<Deps, 'privacy'>,
  erasureId: Id,
): Promise<readonly Change[]> =>
  (await deps.privacy.fingerprintsOf(erasureId)).map(({ id, version }) => ({
    op: 'delete',
    entity: 'erasedFingerprint',
    id,
    version,
  }));
