import type { Interview } from '@/shared/domain/interviews/records';
import type { Arrangement, DECISIONS } from '@/shared/domain/interviews/moves';
import { type InterviewList, interviewListRequestSchema } from '@/shared/domain/interviews/views';
import type { Stage } from '@/shared/domain/pipeline/board';
import type { Actor } from '@/shared/domain/workspace/records';
import { type Id, newId } from '@/shared/kit/ids';
import { arrangeInterview } from '@/shared/usecases/interviews/arrange-interview';
import { decideInterview } from '@/shared/usecases/interviews/decide-interview';
import { planInterview } from '@/shared/usecases/interviews/plan-interview';
import { ADMIN, RECRUITER, type StoreHarness } from './harness';
import { addJob, applicationIn } from './jobs';
import { pipelineDesk } from './pipeline-desk';

/** What is said of an interview in tests; RECRUITER holds it. */
export const DETAILS = {
  roundName: 'First call',
  mode: 'video' as const,
  meetingLink: 'https://meet.example.org/1',
  location: '',
  instructions: 'Ask for the licence',
  interviewerIds: [RECRUITER.id],
};

/** What the tests of interviews do over and over, in the workspace that there is. */
export function interviewDesk(workspace: () => StoreHarness) {
  const pipeline = pipelineDesk(workspace);
  const plan = (applicationId: Id, more: object = {}, actor: Actor = ADMIN) =>
    planInterview(workspace(), actor, {
      applicationId,
      details: DETAILS,
      durationMinutes: 45,
      timeZone: 'Europe/Berlin',
      when: { date: '2026-03-30', time: '10:00' },
      ...more,
    });
  const one = async (id: Id): Promise<Interview> => {
    const found = await workspace().interviews.one(ADMIN, id);
    if (found === null) throw new Error('not there');
    return found;
  };
  const arrange = async (id: Id, action: Arrangement, more: object = {}) =>
    arrangeInterview(workspace(), ADMIN, {
      id,
      version: (await one(id)).version,
      action,
      note: '',
      time: null,
      ...more,
    });
  const decide = async (id: Id, action: (typeof DECISIONS)[number], actor: Actor = ADMIN) =>
    decideInterview(workspace(), actor, {
      id,
      version: (await one(id)).version,
      decided: action === 'reject' ? { action, reason: 'skills', note: 'Too junior' } : { action },
    });
  /** Somebody on a job of their own, at a stage. */
  const applied = async (stage: Stage = 'shortlisted', ownerId = ADMIN.id) => {
    const { jobId, clientId } = await addJob(workspace(), `Nurse ${newId()}`);
    const candidateId = await pipeline.person({ name: 'Ann', ownerId });
    const id = newId();
    await pipeline.commit(
      'application.created',
      ...applicationIn(candidateId, jobId, stage, { id }),
    );
    return { id, candidateId, jobId, clientId };
  };
  const list = (which: InterviewList, more: object = {}, actor: Actor = ADMIN) =>
    workspace().interviews.list(
      actor,
      interviewListRequestSchema.parse({ list: which, ...more }),
      workspace().clock.now().toISOString(),
    );
  return { ...pipeline, plan, one, arrange, decide, applied, list };
}
