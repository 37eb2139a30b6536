import {
  changeSearch,
  countSaved,
  deleteSearch,
  saveSearch,
  seeSearch,
} from '@/shared/usecases/searches/saved-searches';
import { forgetSearches, rememberSearch } from '@/shared/usecases/searches/search-history';
import type { Api } from './door';

export { searchesContract } from '@/shared/contract/api/searches';

export const searchesRouter = (api: Api['searches']) => ({
  saved: api.saved.handler(async ({ context }) => {
    const { deps, actor } = context.desk();
    return [...(await deps.searches.saved(actor))];
  }),
  counts: api.counts.handler(async ({ context, signal }) => {
    const { deps, actor } = context.desk();
    return [...(await countSaved(deps, actor, signal))];
  }),
  save: api.save.handler(({ context, input }) => {
    const { deps, actor } = context.desk();
    return saveSearch(deps, actor, input);
  }),
  change: api.change.handler(({ context, input }) => {
    const { deps, actor } = context.desk();
    return changeSearch(deps, actor, input);
  }),
  delete: api.delete.handler(({ context, input }) => {
    const { deps, actor } = context.desk();
    return deleteSearch(deps, actor, input);
  }),
  see: api.see.handler(({ context, input }) => {
    const { deps, actor } = context.desk();
    return seeSearch(deps, actor, input);
  }),
  made: api.made.handler(async ({ context, input }) => {
    const { deps, actor } = context.desk();
    return [...(await deps.searches.made(actor, input))];
  }),
  remember: api.remember.handler(({ context, input }) => {
    const { deps, actor } = context.desk();
    return rememberSearch(deps, actor, input);
  }),
  forget: api.forget.handler(({ context, input }) => {
    const { deps, actor } = context.desk();
    return forgetSearches(deps, actor, input);
  }),
});
