import { createList, editList, removeList } from '@/shared/usecases/lists/lists';
import type { Api } from './door';

export { listsContract } from '@/shared/contract/api/lists';

export const listsRouter = (api: Api['lists']) => ({
  all: api.all.handler(async ({ context }) => {
    const { deps, actor } = context.desk();
    return [...(await deps.lists.counted(actor))];
  }),
  of: api.of.handler(async ({ context, input }) => {
    const { deps, actor } = context.desk();
    return [...(await deps.lists.of(actor, input.candidateId))];
  }),
  create: api.create.handler(({ context, input }) => {
    const { deps, actor } = context.desk();
    return createList(deps, actor, input);
  }),
  edit: api.edit.handler(({ context, input }) => {
    const { deps, actor } = context.desk();
    return editList(deps, actor, input);
  }),
  remove: api.remove.handler(({ context, input }) => {
    const { deps, actor } = context.desk();
    return removeList(deps, actor, input);
  }),
});
