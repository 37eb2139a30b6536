import type { CandidateDetail } from '@/shared/domain/candidates/views';
import { applicationsOf, detailOf, type PastRows, rewind } from '@/shared/domain/history/as-of';
import type { CommitHead } from '@/shared/domain/history/change';
import type { PastApplication } from '@/shared/domain/history/past-application';
import type { Actor } from '@/shared/domain/workspace/records';
import { AppError } from '@/shared/kit/app-error';
import type { Id } from '@/shared/kit/ids';
import type { Deps } from '@/shared/usecases/deps';
import { findRecord } from '@/shared/usecases/find-record';
import type { Moment, Past } from '@/shared/usecases/ports/readers';

interface AsOf {
  readonly detail: CandidateDetail;
  /** Names of the lists they were on. */
  readonly lists: readonly string[];
  /** The jobs they were on, the last first: those on which the actor is shown them today. */
  readonly applications: readonly PastApplication[];
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
  deps: Pick<Deps, 'candidates' | 'history' | 'applications'>,
  actor: Actor,
  candidateId: Id,
  moment: Moment,
): Promise<AsOf> {
  await findRecord(deps, actor, 'candidate', candidateId);
  const past = await deps.history.past(actor, candidateId, moment);
  if (past === null) throw notYet();
  const { commit, earlier, later, userNames } = past;
  const rows = rewind(past.rows, past.lines);
  const was = detailOf(rows, candidateId, (id) => userNames.get(id) ?? '');
  if (was === null) throw notYet();
  const notes = was.detail.notes.filter(
    (note) => note.visibility !== 'private' || note.authorId === actor.id,
  );
  return {
    ...was,
    detail: { ...was.detail, notes },
    applications: await pastApplications(deps, actor, rows, was.detail, userNames),
    commit,
    earlier,
    later,
  };
}

/** Whom somebody may be told of on a job is asked today; whoever was taken off one since was never on it. */
async function pastApplications(
  deps: Pick<Deps, 'applications'>,
  actor: Actor,
  rows: PastRows,
  { candidate }: CandidateDetail,
  userNames: Past['userNames'],
): Promise<readonly PastApplication[]> {
  const today = await deps.applications.ofCandidate(actor, candidate.id);
  const shown = new Map(today.map((view) => [view.application.id, view]));
  return applicationsOf(rows, candidate.id).flatMap(({ application, interviews }) => {
    const now = shown.get(application.id);
    if (now === undefined) return [];
    const { id, stage } = application;
    const { jobTitle, clientName } = now;
    const named = { jobTitle, clientName, stage, candidateName: candidate.name };
    return [
      {
        id,
        jobTitle,
        clientName,
        stage,
        interviews: interviews.map((interview) => ({
          ...named,
          interview,
          level: 'view' as const,
          mayDecide: false,
          opensCandidate: true,
          interviewers: interview.interviewerIds.map((userId) => ({
            id: userId,
            name: userNames.get(userId) ?? '',
          })),
        })),
      },
    ];
  });
}

const notYet = (): AppError =>
  new AppError('NOT_FOUND', 'The candidate was not here yet at that time.');
