import { dismissPairs } from '@/shared/usecases/duplicates/dismiss-pairs';
import { duplicateGroups } from '@/shared/usecases/duplicates/duplicate-groups';
import type { Api } from './door';

export const duplicatesRouter = (api: Api['duplicates']) => ({
  groups: api.groups.handler(({ context, input }) => {
    const { deps, actor } = context.desk();
    return duplicateGroups(deps, actor, input);
  }),
  dismiss: api.dismiss.handler(({ context, input }) => {
    const { deps, actor } = context.desk();
    return dismissPairs(deps, actor, input);
  }),
});
