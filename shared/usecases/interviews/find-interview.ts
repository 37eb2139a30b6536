import type { Interview } from '@/shared/domain/interviews/records';
import type { InterviewAction, Refusal } from '@/shared/domain/interviews/moves';
import type { FixedTime } from '@/shared/domain/interviews/plan-move';
import { momentOf, type WallTime } from '@/shared/domain/interviews/when';
import type { Actor } from '@/shared/domain/workspace/records';
import { AppError } from '@/shared/kit/app-error';
import type { Id } from '@/shared/kit/ids';
import { requireRecords } from '@/shared/usecases/access/require';
import type { Deps } from '@/shared/usecases/deps';

/** What writing interviews takes. */
export type InterviewDeps = Pick<Deps, 'store' | 'candidates' | 'interviews' | 'clock'>;

/** An interview as somebody saw it. */
export interface SeenInterview {
  readonly id: Id;
  readonly version: number;
}

/** Reads an interview for writing, at the version it was seen. Errors: NOT_FOUND; FORBIDDEN for one that is only theirs to look at; CONFLICT. */
export async function findInterview(
  deps: Pick<InterviewDeps, 'candidates' | 'interviews'>,
  actor: Actor,
  seen: SeenInterview,
  permission: 'application.edit' | 'application.decide' = 'application.edit',
): Promise<Interview> {
  const interview = await deps.interviews.one(actor, seen.id);
  if (interview === null) {
    throw new AppError('NOT_FOUND', 'This interview is not there any more.');
  }
  await requireRecords(deps, actor, permission, 'interview', [seen.id]);
  if (interview.version !== seen.version) {
    throw new AppError(
      'CONFLICT',
      'This interview was changed in the meantime. Nothing was saved; look at it again.',
    );
  }
  return interview;
}

/** Refuses what the table of moves does not have: nothing is changed, and the door audits it. */
export function refuseMove(
  { id, status }: Pick<Interview, 'id' | 'status'>,
  action: InterviewAction | 'remove',
  refusal: Refusal,
): never {
  throw new AppError(
    'ILLEGAL_MOVE',
    refusal === 'no-time'
      ? 'This needs a time first. Nothing was changed.'
      : 'An interview may not go there from where it stands. Nothing was changed.',
    { interviewId: id, from: status, to: action },
  );
}

/** The moment that somebody chose. Errors: INVALID for a day or an hour that there is not, with `why` in the details. */
export function fixedTime(when: WallTime, durationMinutes: number): FixedTime {
  const moment = momentOf(when);
  if (!moment.ok) {
    throw new AppError(
      'INVALID',
      moment.why === 'no-such-day'
        ? 'There is no such day. Nothing was changed.'
        : 'The clocks skip this hour on that day. Nothing was changed.',
      { why: moment.why },
    );
  }
  return { start: moment.at, timeZone: when.timeZone, durationMinutes };
}

/** Refuses interviewers whom nobody can ask; who was asked before stays, also when they left since. Errors: INVALID. */
export async function refuseUnknownInterviewers(
  deps: Pick<InterviewDeps, 'interviews'>,
  actor: Actor,
  applicationId: Id,
  { wanted, before }: { readonly wanted: readonly Id[]; readonly before: readonly Id[] },
): Promise<void> {
  const fresh = wanted.filter((id) => !before.includes(id));
  if (fresh.length === 0) return;
  const known = new Set(
    (await deps.interviews.interviewersFor(actor, applicationId)).map(({ id }) => id),
  );
  if (fresh.every((id) => known.has(id))) return;
  throw new AppError('INVALID', 'One of these cannot be asked to interview. Nothing was changed.');
}
