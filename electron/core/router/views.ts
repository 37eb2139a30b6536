import { changeView, deleteView, saveView } from '@/shared/usecases/searches/saved-views';
import type { Api } from './door';
import { run } from './run';

export { viewsContract } from '@/shared/contract/api/views';

export const viewsRouter = (api: Api['views']) => ({
  list: api.list.handler(async ({ context, input }) => {
    const { deps, actor } = context.desk();
    return [...(await deps.searches.views(actor, input.subject))];
  }),
  save: api.save.handler(run(saveView)),
  change: api.change.handler(run(changeView)),
  delete: api.delete.handler(run(deleteView)),
});
