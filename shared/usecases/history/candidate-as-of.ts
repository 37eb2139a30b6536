import type { CandidateDetail } from '@/shared/domain/candidates/views';
import { detailOf, rewind } from '@/shared/domain/history/as-of';
import type { CommitHead } from '@/shared/domain/history/change';
import type { Actor } from '@/shared/domain/workspace/records';
import { AppError } from '@/shared/kit/app-error';
import type { Id } from '@/shared/kit/ids';
import type { Deps } from '@/shared/usecases/deps';
import { findRecord } from '@/shared/usecases/find-record';
import type { Moment } from '@/shared/usecases/ports/readers';

interface AsOf {
  readonly detail: CandidateDetail;
  /** Names of the lists they were on. */
  readonly lists: readonly string[];
  /** The last thing done to them until then. */
  readonly commit: CommitHead;
  /** What was done before and after it, to step through; null at the ends. */
  readonly earlier: Id | null;
  readonly later: Id | null;
}

/**
 * A candidate as they were at a moment, from the rows of today and what the log says was done since. Résumés are as they are stored.
 * Errors: NOT_FOUND for an unknown candidate, a commit that did nothing to them, and a moment before they came.
 */
export async function candidateAsOf(
  deps: Pick<Deps, 'candidates' | 'history' | 'workspace'>,
  actor: Actor,
  candidateId: Id,
  moment: Moment,
): Promise<AsOf> {
  await findRecord(deps, actor, 'candidate', candidateId);
  const past = await deps.history.past(actor, candidateId, moment);
  const users = new Map((await deps.workspace.owners()).map(({ id, name }) => [id, name]));
  const was =
    past === null
      ? null
      : detailOf(rewind(past.rows, past.lines), candidateId, (id) => users.get(id) ?? '');
  if (past === null || was === null) {
    throw new AppError('NOT_FOUND', 'The candidate was not here yet at that time.');
  }
  const { commit, earlier, later } = past;
  const notes = was.detail.notes.filter(
    (note) => note.visibility !== 'private' || note.authorId === actor.id,
  );
  return { ...was, detail: { ...was.detail, notes }, commit, earlier, later };
}
