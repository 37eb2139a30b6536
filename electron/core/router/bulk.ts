import { previewBulk } from '@/shared/usecases/bulk/preview-bulk';
import type { Api } from './door';

export { bulkContract } from '@/shared/contract/api/bulk';

export const bulkRouter = (api: Api['bulk']) => ({
  preview: api.preview.handler(({ context, input, signal }) => {
    const { deps, actor, wordLists } = context.desk();
    wordLists.soon();
    return previewBulk(deps, actor, input, signal);
  }),
  run: api.run.handler(({ context, input }) => {
    const { bulk, actor } = context.desk();
    return bulk.run(actor, input);
  }),
  runs: api.runs.handler(({ context }) => {
    const { bulk, actor } = context.desk();
    return [...bulk.runs(actor)];
  }),
  stop: api.stop.handler(async ({ context, input }) => {
    const { bulk, actor } = context.desk();
    if (bulk.runs(actor).some(({ id }) => id === input.id)) await bulk.stop(input.id);
    return [...bulk.runs(actor)];
  }),
});
