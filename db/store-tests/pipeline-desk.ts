import type { ActionName, Change, EntityName } from '@/shared/domain/history/change';
import type { OPEN_STAGES, Stage } from '@/shared/domain/pipeline/board';
import { type Id } from '@/shared/kit/ids';
import { undo } from '@/shared/usecases/history/undo';
import { moveApplications } from '@/shared/usecases/pipeline/move-applications';
import { putOnJob } from '@/shared/usecases/pipeline/put-on-job';
import { ADMIN, addPeople, type StoreHarness } from './harness';

const ROWS: readonly EntityName[] = ['application', 'stageEvent', 'applicationTag', 'note', 'tag'];

/** What the tests of the pipeline do over and over, in the workspace that there is. */
export function pipelineDesk(workspace: () => StoreHarness) {
  const commit = (action: ActionName, ...changes: readonly Change[]) =>
    workspace().store.commit({ actor: ADMIN, action, changes });
  const person = async (given: Parameters<typeof addPeople>[1][number]): Promise<Id> =>
    (await addPeople(workspace(), [given]))[0]?.id ?? '';
  const put = (jobId: Id, candidateIds: readonly Id[], more: object = {}, actor = ADMIN) =>
    putOnJob(workspace(), actor, {
      jobId,
      candidateIds,
      stage: 'new',
      overrideReason: null,
      despiteWarnings: false,
      ...more,
    });
  const putOne = async (jobId: Id, candidateId: Id): Promise<Id> =>
    (await put(jobId, [candidateId])).put[0]?.applicationId ?? '';
  const view = async (id: Id) => {
    const found = await workspace().applications.view(ADMIN, id);
    if (found === null) throw new Error('not there');
    return found;
  };
  const move = (id: Id, from: Stage, to: (typeof OPEN_STAGES)[number], columnId?: string) =>
    moveApplications(workspace(), ADMIN, {
      applications: [{ id, from }],
      to,
      columnId: columnId ?? null,
    });
  /** Rows as they are, without what each writing changes. */
  const dump = (entities: readonly EntityName[] = ROWS) =>
    workspace()
      .rows(entities)
      .map((row) => ({ ...row, version: null, updatedAt: null }));
  const takeBack = async (commitId: Id | null): ReturnType<typeof undo> => {
    if (commitId === null) throw new Error('nothing was done');
    return undo(workspace(), ADMIN, { commitId });
  };
  return { commit, person, put, putOne, view, move, dump, takeBack };
}
