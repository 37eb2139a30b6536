import { setRecordValue } from '@/shared/usecases/custom-fields/set-record-value';
import { activity } from '@/shared/usecases/history/activity';
import { changeJobStatus } from '@/shared/usecases/jobs/change-status';
import { createJob } from '@/shared/usecases/jobs/create-job';
import { deleteJob } from '@/shared/usecases/jobs/delete-job';
import { duplicateJob } from '@/shared/usecases/jobs/duplicate-job';
import { editJob } from '@/shared/usecases/jobs/edit-job';
import { jobDetail } from '@/shared/usecases/jobs/job-detail';
import { ownClient } from '@/shared/usecases/jobs/own-client';
import { setBoard } from '@/shared/usecases/jobs/set-board';
import { setMatching } from '@/shared/usecases/jobs/set-matching';
import { setSkills } from '@/shared/usecases/jobs/set-skills';
import { setTeam } from '@/shared/usecases/jobs/set-team';
import { deleteTemplate, renameTemplate, saveTemplate } from '@/shared/usecases/jobs/templates';
import type { Api } from './door';
import { run } from './run';

export { jobsContract } from '@/shared/contract/api/jobs';

export const jobsRouter = (api: Api['jobs']) => ({
  list: api.list.handler(({ context, input }) => {
    const { deps, actor } = context.desk();
    return deps.jobs.list(actor, input);
  }),
  get: api.get.handler(({ context, input }) => {
    const { deps, actor } = context.desk();
    return jobDetail(deps, actor, input.id);
  }),
  ownClient: api.ownClient.handler(({ context }) => {
    const { deps, actor } = context.desk();
    return ownClient(deps, actor);
  }),
  create: api.create.handler(run(createJob)),
  edit: api.edit.handler(run(editJob)),
  setSkills: api.setSkills.handler(run(setSkills)),
  setTeam: api.setTeam.handler(run(setTeam)),
  setBoard: api.setBoard.handler(run(setBoard)),
  setMatching: api.setMatching.handler(run(setMatching)),
  changeStatus: api.changeStatus.handler(run(changeJobStatus)),
  delete: api.delete.handler(run(deleteJob)),
  duplicate: api.duplicate.handler(run(duplicateJob)),
  setCustomValue: api.setCustomValue.handler(({ context, input }) => {
    const { deps, actor } = context.desk();
    return setRecordValue(deps, actor, { ...input, entity: 'job' });
  }),
  suggestSkills: api.suggestSkills.handler(async ({ input }) => {
    // The taxonomy is large: read with the first letter somebody types, not with every start.
    const { suggestSkills } = await import('@/shared/domain/jobs/suggest-skills');
    return [...suggestSkills(input.prefix, input.limit)];
  }),
  templates: api.templates.handler(async ({ context }) => {
    const { deps, actor } = context.desk();
    return [...(await deps.jobs.templates(actor))];
  }),
  saveTemplate: api.saveTemplate.handler(run(saveTemplate)),
  renameTemplate: api.renameTemplate.handler(run(renameTemplate)),
  deleteTemplate: api.deleteTemplate.handler(run(deleteTemplate)),
  activity: api.activity.handler(({ context, input }) => {
    const { deps, actor } = context.desk();
    return activity(deps, actor, 'job', input);
  }),
});
