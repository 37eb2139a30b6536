import { EMPTY_DRAFT } from '@/shared/domain/jobs/draft';
import { type AskedSkill, type JobDraft } from '@/shared/domain/jobs/records';
import { jobListRequestSchema } from '@/shared/domain/jobs/views';
import type { Stage } from '@/shared/domain/pipeline/board';
import type { Actor } from '@/shared/domain/workspace/records';
import { redo, undo } from '@/shared/usecases/history/undo';
import { createJob } from '@/shared/usecases/jobs/create-job';
import { editJob, type JobPatch } from '@/shared/usecases/jobs/edit-job';
import { ADMIN, type StoreHarness } from './harness';
import { applicationIn } from './jobs';

const ALL_ROWS = ['client', 'contact', 'job', 'jobSkill', 'jobMember', 'jobTemplate'] as const;

/** What the tests of jobs do over and over, for a client of the workspace that there is. */
export function jobDesk(workspace: () => StoreHarness, clientId: () => string) {
  const skill = (of: string, given: Partial<AskedSkill> = {}): AskedSkill => ({
    need: 'required',
    skillId: null,
    name: of,
    weight: 3,
    minYears: null,
    ...given,
  });
  const create = async (
    draft: Partial<JobDraft> = {},
    actor: Actor = ADMIN,
    status: 'draft' | 'open' = 'open',
  ) =>
    (
      await createJob(workspace(), actor, {
        clientId: clientId(),
        draft: { ...EMPTY_DRAFT, title: 'Developer', ...draft },
        status,
      })
    ).id;
  const detail = async (id: string, actor: Actor = ADMIN) => {
    const found = await workspace().jobs.get(actor, id);
    if (found === null) throw new Error('No such job');
    return found;
  };
  const edit = async (id: string, patch: JobPatch) =>
    editJob(workspace(), ADMIN, { id, version: (await detail(id)).job.version, patch });
  const list = (given: Record<string, unknown> = {}, actor: Actor = ADMIN) =>
    workspace().jobs.list(actor, jobListRequestSchema.parse(given));
  const takeBack = (): ReturnType<typeof undo> => undo(workspace(), ADMIN, { commitId: null });
  const again = (): ReturnType<typeof redo> => redo(workspace(), ADMIN);

  const putOn = async (
    jobId: string,
    candidateId: string,
    stage: Stage,
    submittedAt: string | null = null,
  ): Promise<void> => {
    await workspace().store.commit({
      actor: ADMIN,
      action: 'application.created',
      changes: applicationIn(candidateId, jobId, stage, {
        submittedAt,
        rejectedReason: null,
        withdrawnReason: null,
        selectedAt: null,
      }),
    });
  };
  /** What the rows hold, without versions and the times of their changes, which go on counting. */
  const values = () =>
    workspace()
      .rows(ALL_ROWS)
      .map((row) => ({ ...row, version: 0, updatedAt: '' }));
  return { skill, create, detail, edit, list, putOn, takeBack, again, values };
}
