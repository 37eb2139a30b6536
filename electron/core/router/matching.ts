import { explainSome } from '@/shared/usecases/matching/explain-some';
import { diffRankings, keepRanking, keptRankings } from '@/shared/usecases/matching/kept-rankings';
import { viewMatch } from '@/shared/usecases/matching/view-match';
import type { Api } from './door';

export { matchingContract } from '@/shared/contract/api/matching';

export const matchingRouter = (api: Api['matching']) => ({
  rank: api.rank.handler(async ({ context, input, signal }) => {
    const { deps, actor, privacy } = context.desk();
    const ranked = await deps.matching.rank(actor, input, signal);
    const { jobId } = input;
    privacy.searches.note(actor, { text: '', filters: {}, jobId, total: ranked.compared });
    return ranked;
  }),
  statistics: api.statistics.handler(({ context, input, signal }) => {
    const { deps, actor } = context.desk();
    return deps.matching.statistics(actor, input, signal);
  }),
  explain: api.explain.handler(({ context, input }) => {
    const { deps, actor } = context.desk();
    return deps.matching.explain(actor, input);
  }),
  explainSome: api.explainSome.handler(async ({ context, input }) => {
    const { deps, actor } = context.desk();
    return [...(await explainSome(deps, actor, input))];
  }),
  viewed: api.viewed.handler(({ context, input }) => {
    const { deps, actor } = context.desk();
    return viewMatch(deps, actor, input);
  }),
  check: api.check.handler(({ context, input }) => {
    const { deps, actor } = context.desk();
    return deps.matching.counterfactual(actor, input);
  }),
  forCandidate: api.forCandidate.handler(({ context, input }) => {
    const { deps, actor } = context.desk();
    return deps.matching.forCandidate(actor, input.candidateId);
  }),
  runs: api.runs.handler(async ({ context, input }) => {
    const { deps, actor } = context.desk();
    return [...(await keptRankings(deps, actor, input.jobId))];
  }),
  keep: api.keep.handler(({ context, input }) => {
    const { deps, actor } = context.desk();
    return keepRanking(deps, actor, input.jobId);
  }),
  diff: api.diff.handler(({ context, input }) => {
    const { deps, actor } = context.desk();
    return diffRankings(deps, actor, input);
  }),
});
