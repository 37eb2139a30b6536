import { dismissPairs } from '@/shared/usecases/duplicates/dismiss-pairs';
import { duplicateGroups } from '@/shared/usecases/duplicates/duplicate-groups';
import { mergeCandidates } from '@/shared/usecases/duplicates/merge-candidates';
import { previewMerge } from '@/shared/usecases/duplicates/preview-merge';
import { unmerge } from '@/shared/usecases/duplicates/unmerge';
import type { Api } from './door';

export { duplicatesContract } from '@/shared/contract/api/duplicates';

export const duplicatesRouter = (api: Api['duplicates']) => ({
  search: api.search.handler(({ context }) => context.desk().duplicateSearcher.status()),
  startSearch: api.startSearch.handler(async ({ context }) => {
    const { duplicateSearcher, actor } = context.desk();
    await duplicateSearcher.start(actor);
    return duplicateSearcher.status();
  }),
  stopSearch: api.stopSearch.handler(async ({ context }) => {
    const { duplicateSearcher } = context.desk();
    await duplicateSearcher.stop();
    return duplicateSearcher.status();
  }),
  counts: api.counts.handler(async ({ context }) => {
    const { deps, actor } = context.desk();
    const { open, merged, 'not-the-same': notTheSame } = await deps.pairs.counts(actor);
    return { open, merged, notTheSame };
  }),
  groups: api.groups.handler(({ context, input }) => {
    const { deps, actor } = context.desk();
    return duplicateGroups(deps, actor, input);
  }),
  dismiss: api.dismiss.handler(({ context, input }) => {
    const { deps, actor } = context.desk();
    return dismissPairs(deps, actor, input);
  }),
  preview: api.preview.handler(({ context, input }) => {
    const { deps, actor } = context.desk();
    return previewMerge(deps, actor, input);
  }),
  merge: api.merge.handler(({ context, input }) => {
    const { deps, actor } = context.desk();
    return mergeCandidates(deps, actor, input);
  }),
  merges: api.merges.handler(async ({ context, input }) => {
    const { deps, actor } = context.desk();
    return [...(await deps.duplicates.merges(actor, input))];
  }),
  unmerge: api.unmerge.handler(async ({ context, input }) => {
    const { deps, actor } = context.desk();
    const { fields, ...done } = await unmerge(deps, actor, input);
    return { ...done, fields: [...fields] };
  }),
});
