import { nextRound } from '@/shared/domain/interviews/moves';
import { timeFields } from '@/shared/domain/interviews/plan-move';
import type { InterviewDetails } from '@/shared/domain/interviews/records';
import type { WallTime } from '@/shared/domain/interviews/when';
import { isOpenStage } from '@/shared/domain/pipeline/stage-moves';
import type { Actor } from '@/shared/domain/workspace/records';
import { AppError } from '@/shared/kit/app-error';
import { type Id, newId } from '@/shared/kit/ids';
import type { Deps } from '@/shared/usecases/deps';
import { findApplications } from '@/shared/usecases/pipeline/take-step';
import { fixedTime, type InterviewDeps, refuseUnknownInterviewers } from './find-interview';

export interface PlanInput {
  readonly applicationId: Id;
  readonly details: InterviewDetails;
  readonly durationMinutes: number;
  /** In which its time is, or will be, chosen. */
  readonly timeZone: string;
  /** Null while none is fixed. */
  readonly when: Omit<WallTime, 'timeZone'> | null;
}

/**
 * Plans the next round of an application: a draft, with a time or without. Errors: NOT_FOUND; INVALID for whoever is out of the running,
 * for a time that there is not, for interviewers nobody can ask; ILLEGAL_MOVE while an earlier round is undecided.
 */
export const planInterview = (
  deps: InterviewDeps & Pick<Deps, 'applications'>,
  actor: Actor,
  input: PlanInput,
): Promise<{ readonly commitId: Id; readonly id: Id; readonly round: number }> =>
  inTurn(input.applicationId, () => plan(deps, actor, input));

async function plan(
  deps: InterviewDeps & Pick<Deps, 'applications'>,
  actor: Actor,
  { applicationId, details, durationMinutes, timeZone, when }: PlanInput,
): Promise<{ readonly commitId: Id; readonly id: Id; readonly round: number }> {
  const [application] = await findApplications(deps, actor, [applicationId]);
  if (application === undefined) {
    throw new AppError('NOT_FOUND', 'This application is not there any more.');
  }
  if (!isOpenStage(application.stage)) {
    throw new AppError(
      'INVALID',
      'The candidate is out of the running on this job. Reopen the application first; nothing was planned.',
      { stage: application.stage },
    );
  }
  const time = when === null ? null : fixedTime({ ...when, timeZone }, durationMinutes);
  const wanted = [...new Set(details.interviewerIds)];
  await refuseUnknownInterviewers(deps, actor, applicationId, { wanted, before: [] });
  const rounds = await deps.interviews.rounds(applicationId);
  const round = nextRound(rounds);
  if (round === null) {
    throw new AppError(
      'ILLEGAL_MOVE',
      'An earlier round is not decided yet. Decide it or cancel it first; nothing was planned.',
      { applicationId, from: 'undecided', to: 'draft' },
    );
  }
  const id = newId();
  const { candidateId, jobId } = application;
  const { commitId } = await deps.store.commit({
    actor,
    action: 'interview.planned',
    changes: [
      {
        op: 'insert',
        entity: 'interview',
        row: {
          id,
          applicationId,
          candidateId,
          jobId,
          round,
          ...details,
          interviewerIds: wanted,
          durationMinutes,
          timeZone,
          ...(time === null ? { start: null, end: null } : timeFields(time)),
          status: 'draft',
          statusNote: '',
          inviteSentAt: null,
          inviteSentBy: null,
          noShowCount: 0,
          hiringStartedAt: null,
          feedback: '',
        },
      },
    ],
  });
  return { commitId, id, round };
}

const underWay = new Map<Id, Promise<unknown>>();

/** One after the other for one application: two windows would both find that there is no undecided round. One process writes, so this is enough. */
async function inTurn<T>(applicationId: Id, work: () => Promise<T>): Promise<T> {
  const before = underWay.get(applicationId) ?? Promise.resolve();
  const mine = before.then(work, work);
  underWay.set(applicationId, mine);
  try {
    return await mine;
  } finally {
    if (underWay.get(applicationId) === mine) underWay.delete(applicationId);
  }
}
