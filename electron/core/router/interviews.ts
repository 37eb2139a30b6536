import { AppError } from '@/shared/kit/app-error';
import { nowIso } from '@/shared/kit/clock';
import { arrangeInterview } from '@/shared/usecases/interviews/arrange-interview';
import { decideInterview } from '@/shared/usecases/interviews/decide-interview';
import { editInterview } from '@/shared/usecases/interviews/edit-interview';
import { planInterview } from '@/shared/usecases/interviews/plan-interview';
import { removeInterview } from '@/shared/usecases/interviews/remove-interview';
import type { Api } from './door';
import { run } from './run';

export { interviewsContract } from '@/shared/contract/api/interviews';

export const interviewsRouter = (api: Api['interviews']) => ({
  list: api.list.handler(({ context, input }) => {
    const { deps, actor } = context.desk();
    return deps.interviews.list(actor, input, nowIso(deps.clock));
  }),
  get: api.get.handler(async ({ context, input }) => {
    const { deps, actor } = context.desk();
    const view = await deps.interviews.view(actor, input.id);
    if (view === null) throw new AppError('NOT_FOUND', 'This interview is not there any more.');
    return view;
  }),
  ofApplication: api.ofApplication.handler(async ({ context, input }) => {
    const { deps, actor } = context.desk();
    return [...(await deps.interviews.ofApplication(actor, input.applicationId))];
  }),
  interviewers: api.interviewers.handler(async ({ context }) => {
    const { deps, actor } = context.desk();
    return [...(await deps.interviews.interviewers(actor))];
  }),
  interviewersFor: api.interviewersFor.handler(async ({ context, input }) => {
    const { deps, actor } = context.desk();
    return [...(await deps.interviews.interviewersFor(actor, input.applicationId))];
  }),
  plan: api.plan.handler(run(planInterview)),
  edit: api.edit.handler(run(editInterview)),
  arrange: api.arrange.handler(run(arrangeInterview)),
  decide: api.decide.handler(run(decideInterview)),
  remove: api.remove.handler(run(removeInterview)),
});
