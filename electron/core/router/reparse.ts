import { applyItem, leaveItem } from '@/shared/usecases/reparse/decide-item';
import { reparseStatus } from '@/shared/usecases/reparse/reparse-views';
import type { Api } from './door';

export { reparseContract } from '@/shared/contract/api/reparse';

export const reparseRouter = (api: Api['reparse']) => ({
  status: api.status.handler(({ context }) => {
    const { deps, actor } = context.desk();
    return reparseStatus(deps, actor);
  }),
  start: api.start.handler(async ({ context }) => {
    const { reparser, actor, deps } = context.desk();
    await reparser.start(actor);
    return reparseStatus(deps, actor);
  }),
  stop: api.stop.handler(async ({ context }) => {
    const { reparser, actor, deps } = context.desk();
    await reparser.stop(actor);
    return reparseStatus(deps, actor);
  }),
  items: api.items.handler(async ({ context, input }) => {
    const { actor, deps } = context.desk();
    return [...(await deps.reparse.views(actor, input))];
  }),
  apply: api.apply.handler(({ context, input }) => {
    const { actor, deps } = context.desk();
    return applyItem(deps, actor, input);
  }),
  leave: api.leave.handler(({ context, input }) => {
    const { actor, deps } = context.desk();
    return leaveItem(deps, actor, input);
  }),
  applyAll: api.applyAll.handler(async ({ context }) => {
    const { reparser, actor, deps } = context.desk();
    await reparser.applyAll(actor);
    return reparseStatus(deps, actor);
  }),
});
