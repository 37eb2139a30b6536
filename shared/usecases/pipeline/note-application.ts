import type { Note } from '@/shared/domain/candidates/records';
import type { Actor } from '@/shared/domain/workspace/records';
import { type Id, newId } from '@/shared/kit/ids';
import { requireRecords } from '@/shared/usecases/access/require';
import type { Deps } from '@/shared/usecases/deps';
import { findRecord } from '@/shared/usecases/find-record';

/** Writes a note on an application; it stands with the candidate's other notes too. Errors: NOT_FOUND. */
export async function noteApplication(
  deps: Pick<Deps, 'store' | 'candidates'>,
  actor: Actor,
  input: {
    readonly applicationId: Id;
    readonly body: string;
    readonly visibility: Note['visibility'];
  },
): Promise<{ readonly commitId: Id }> {
  const { id: applicationId, candidateId } = await findRecord(
    deps,
    actor,
    'application',
    input.applicationId,
  );
  await requireRecords(deps, actor, 'candidate.comment', 'application', [applicationId]);
  const { body, visibility } = input;
  const { commitId } = await deps.store.commit({
    actor,
    action: 'note.added',
    changes: [
      {
        op: 'insert',
        entity: 'note',
        row: {
          id: newId(),
          candidateId,
          applicationId,
          body,
          visibility,
          authorId: actor.id,
          authorName: actor.name,
        },
      },
    ],
  });
  return { commitId };
}
