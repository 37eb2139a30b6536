import type { Note } from '@/shared/domain/candidates/records';
import type { Actor } from '@/shared/domain/workspace/records';
import { AppError } from '@/shared/kit/app-error';
import { type Id, newId } from '@/shared/kit/ids';
import { requireCandidate } from '@/shared/usecases/access/require';
import type { Deps } from '@/shared/usecases/deps';
import { findRecord, findVersion } from '@/shared/usecases/find-record';

type NoteDeps = Pick<Deps, 'store' | 'candidates'>;
interface Versioned {
  readonly id: Id;
  readonly version: number;
}

/** Writes a note on a candidate. Errors: NOT_FOUND. */
export async function addNote(
  deps: NoteDeps,
  actor: Actor,
  input: {
    readonly candidateId: Id;
    readonly body: string;
    readonly visibility: Note['visibility'];
  },
): Promise<{ readonly commitId: Id }> {
  await findRecord(deps, actor, 'candidate', input.candidateId);
  await requireCandidate(deps, actor, input.candidateId, 'comment');
  const row = {
    id: newId(),
    ...input,
    applicationId: null,
    authorId: actor.id,
    authorName: actor.name,
  };
  const { commitId } = await deps.store.commit({
    actor,
    action: 'note.added',
    changes: [{ op: 'insert', entity: 'note', row }],
  });
  return { commitId };
}

/** Changes a note's text; its author only. Errors: NOT_FOUND, CONFLICT, FORBIDDEN. */
export async function editNote(
  deps: NoteDeps,
  actor: Actor,
  input: Versioned & { readonly body: string },
): Promise<{ readonly commitId: Id }> {
  const note = await ownNote(deps, actor, input);
  const { commitId } = await deps.store.commit({
    actor,
    action: 'note.edited',
    changes: [
      {
        op: 'update',
        entity: 'note',
        id: note.id,
        version: note.version,
        patch: { body: input.body },
      },
    ],
  });
  return { commitId };
}

/** Removes a note; its author or an admin. Errors: NOT_FOUND, CONFLICT, FORBIDDEN. */
export async function deleteNote(
  deps: NoteDeps,
  actor: Actor,
  input: Versioned,
): Promise<{ readonly commitId: Id }> {
  const note = await ownNote(deps, actor, input, actor.role === 'admin');
  const { commitId } = await deps.store.commit({
    actor,
    action: 'note.deleted',
    changes: [{ op: 'delete', entity: 'note', id: note.id, version: note.version }],
  });
  return { commitId };
}

async function ownNote(
  deps: NoteDeps,
  actor: Actor,
  seen: Versioned,
  others = false,
): Promise<Note> {
  const note = await findVersion(deps, actor, 'note', seen);
  if (note.authorId === actor.id || (others && note.visibility !== 'private')) return note;
  // Someone else's private note is not there for the actor at all.
  if (note.visibility === 'private') {
    throw new AppError('NOT_FOUND', 'This note is not there any more.');
  }
  throw new AppError('FORBIDDEN', 'Only its author may change a note.');
}
