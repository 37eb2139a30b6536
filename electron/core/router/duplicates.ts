import { reachOf } from '@/shared/domain/access/reach';
import { dismissPairs } from '@/shared/usecases/duplicates/dismiss-pairs';
import { duplicateGroups } from '@/shared/usecases/duplicates/duplicate-groups';
import { mergeCandidates } from '@/shared/usecases/duplicates/merge-candidates';
import { previewMerge } from '@/shared/usecases/duplicates/preview-merge';
import { unmerge } from '@/shared/usecases/duplicates/unmerge';
import type { DuplicateSearch } from '@/shared/usecases/ports/duplicate-searcher';
import type { Api, Desk } from './door';

export { duplicatesContract } from '@/shared/contract/api/duplicates';

export const duplicatesRouter = (api: Api['duplicates']) => ({
  search: api.search.handler(({ context }) => searchFor(context.desk())),
  startSearch: api.startSearch.handler(async ({ context }) => {
    const desk = context.desk();
    await desk.duplicateSearcher.start(desk.actor);
    return searchFor(desk);
  }),
  stopSearch: api.stopSearch.handler(async ({ context }) => {
    const desk = context.desk();
    await desk.duplicateSearcher.stop();
    return searchFor(desk);
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

/** How the search stands. Who does not see everybody is told how many pairs it found of those they see. */
async function searchFor({ duplicateSearcher, deps, actor }: Desk): Promise<DuplicateSearch> {
  const search = duplicateSearcher.status();
  if (search.startedAt === null || reachOf(actor).candidates === 'all') return search;
  return { ...search, found: await deps.pairs.countSince(actor, search.startedAt) };
}
