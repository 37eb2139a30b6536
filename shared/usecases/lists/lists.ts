import type { Change } from '@/shared/domain/history/change';
import type { CandidateList } from '@/shared/domain/lists/records';
import type { Actor } from '@/shared/domain/workspace/records';
import { AppError } from '@/shared/kit/app-error';
import { type Id, newId } from '@/shared/kit/ids';
import { fold, squeeze } from '@/shared/kit/text';
import type { Deps } from '@/shared/usecases/deps';
import { findVersion } from '@/shared/usecases/find-record';

type ListDeps = Pick<Deps, 'store' | 'candidates' | 'lists'>;
type Committed = Promise<{ readonly commitId: Id }>;

/** Makes a list with nobody on it. Errors: INVALID when there is one of that name. */
export async function createList(
  deps: ListDeps,
  actor: Actor,
  { name, description }: { readonly name: string; readonly description: string },
): Promise<{ readonly commitId: Id; readonly id: Id }> {
  const id = newId();
  await refuseTaken(deps, actor, name, null);
  const row = { id, name: squeeze(name), description };
  const { commitId } = await deps.store.commit({
    actor,
    action: 'list.created',
    changes: [{ op: 'insert', entity: 'candidateList', row }],
  });
  return { commitId, id };
}

/** Renames a list or says what it is for. Errors: NOT_FOUND, CONFLICT; INVALID when another one has the name. */
export async function editList(
  deps: ListDeps,
  actor: Actor,
  {
    id,
    version,
    patch,
  }: {
    readonly id: Id;
    readonly version: number;
    readonly patch: {
      readonly name?: string | undefined;
      readonly description?: string | undefined;
    };
  },
): Committed {
  await findVersion(deps, actor, 'candidateList', { id, version });
  if (patch.name !== undefined) await refuseTaken(deps, actor, patch.name, id);
  const { commitId } = await deps.store.commit({
    actor,
    action: 'list.changed',
    changes: [
      {
        op: 'update',
        entity: 'candidateList',
        id,
        version,
        patch: {
          ...(patch.name !== undefined && { name: squeeze(patch.name) }),
          ...(patch.description !== undefined && { description: patch.description }),
        },
      },
    ],
  });
  return { commitId };
}

/** So many members go in one commit. */
const BATCH = 500;

/**
 * Deletes a list; the candidates stay. A long one goes in several commits, which are one deed: ended half way it stands there with
 * fewer on it, and one undo brings them back. Errors: NOT_FOUND, CONFLICT.
 */
export async function removeList(
  deps: ListDeps & Pick<Deps, 'nextTurn'>,
  actor: Actor,
  seen: { readonly id: Id; readonly version: number },
): Committed {
  const { id, version } = await findVersion(deps, actor, 'candidateList', seen);
  const partOf = newId();
  for (;;) {
    const members = await deps.lists.members(id, BATCH);
    const isLast = members.length < BATCH;
    const changes: Change[] = members.map((member) => ({
      op: 'delete',
      entity: 'listMember',
      ...member,
    }));
    if (isLast) changes.push({ op: 'delete', entity: 'candidateList', id, version });
    const { commitId } = await deps.store.commit({
      actor,
      action: 'list.deleted',
      changes,
      partOf,
    });
    if (isLast) return { commitId };
    await deps.nextTurn();
  }
}

/** The list of that name, compared folded. */
export async function listNamed(
  deps: Pick<Deps, 'lists'>,
  actor: Actor,
  name: string,
): Promise<CandidateList | undefined> {
  const wanted = squeeze(fold(name));
  return (await deps.lists.all(actor)).find((list) => squeeze(fold(list.name)) === wanted);
}

async function refuseTaken(
  deps: Pick<Deps, 'lists'>,
  actor: Actor,
  name: string,
  own: Id | null,
): Promise<void> {
  const taken = await listNamed(deps, actor, name);
  if (taken !== undefined && taken.id !== own) {
    throw new AppError('INVALID', `There is a list named “${taken.name}” already.`);
  }
}
