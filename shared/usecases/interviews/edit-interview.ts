import type { Patch } from '@/shared/domain/history/change';
import { mayAssess, mayDescribe, maySetTime } from '@/shared/domain/interviews/moves';
import { timeFields } from '@/shared/domain/interviews/plan-move';
import type { InterviewDetails } from '@/shared/domain/interviews/records';
import type { WallTime } from '@/shared/domain/interviews/when';
import type { Actor } from '@/shared/domain/workspace/records';
import { AppError } from '@/shared/kit/app-error';
import type { Id } from '@/shared/kit/ids';
import {
  findInterview,
  fixedTime,
  type InterviewDeps,
  refuseUnknownInterviewers,
  type SeenInterview,
} from './find-interview';

export interface EditInput extends SeenInterview {
  readonly details?:
    | { readonly [F in keyof InterviewDetails]?: InterviewDetails[F] | undefined }
    | undefined;
  /** Of a draft alone: whom others were told, is rescheduled. */
  readonly time?:
    | {
        readonly timeZone: string;
        readonly durationMinutes: number;
        readonly when: Omit<WallTime, 'timeZone'> | null;
      }
    | undefined;
  /** How it went, once it took place. */
  readonly feedback?: string | undefined;
}

/** Describes an interview anew. Errors: NOT_FOUND, FORBIDDEN, CONFLICT; INVALID for what may not be said any more, or not yet. */
export async function editInterview(
  deps: InterviewDeps,
  actor: Actor,
  { details, time, feedback, ...seen }: EditInput,
): Promise<{ readonly commitId: Id }> {
  const interview = await findInterview(deps, actor, seen);
  const { id, version, status, applicationId, interviewerIds: before } = interview;
  refuseUnless(
    details === undefined || mayDescribe(status),
    'It is decided: what was planned stays as it was. Nothing was changed.',
  );
  refuseUnless(
    time === undefined || maySetTime(status),
    'Its time was agreed on. Reschedule it instead; nothing was changed.',
  );
  refuseUnless(
    feedback === undefined || mayAssess(status),
    'It has not taken place. Nothing was changed.',
  );
  const wanted = details?.interviewerIds;
  if (wanted !== undefined) {
    await refuseUnknownInterviewers(deps, actor, applicationId, { wanted, before });
  }
  const patch: Patch<'interview'> = {
    ...given(details),
    ...(wanted !== undefined && { interviewerIds: [...new Set(wanted)] }),
    ...(time !== undefined && timePatch(time)),
    ...(feedback !== undefined && { feedback }),
  };
  const { commitId } = await deps.store.commit({
    actor,
    action: 'interview.edited',
    changes: [{ op: 'update', entity: 'interview', id, version, patch }],
  });
  return { commitId };
}

/** What is not said stays as it is. */
const given = (details: EditInput['details'] = {}): Patch<'interview'> =>
  // What is left are fields of the record, with values of theirs.
  Object.fromEntries(Object.entries(details).filter(([, value]) => value !== undefined));

function timePatch({
  timeZone,
  durationMinutes,
  when,
}: NonNullable<EditInput['time']>): Patch<'interview'> {
  return when === null
    ? { timeZone, durationMinutes, start: null, end: null }
    : timeFields(fixedTime({ ...when, timeZone }, durationMinutes));
}

function refuseUnless(isFine: boolean, message: string): void {
  if (!isFine) throw new AppError('INVALID', message);
}
