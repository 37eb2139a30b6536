import {
  candidateAccess,
  changeShare,
  revokeShare,
  shareCandidates,
} from '@/shared/usecases/sharing/share-candidates';
import type { Api } from './door';
import { run } from './run';

export { sharesContract } from '@/shared/contract/api/shares';

export const sharesRouter = (api: Api['shares']) => ({
  of: api.of.handler(async ({ context, input }) => {
    const { deps, actor } = context.desk();
    const access = await candidateAccess(deps, actor, input);
    return { ...access, shares: [...access.shares] };
  }),
  receivers: api.receivers.handler(async ({ context }) => {
    const { deps, actor } = context.desk();
    const { users, clients } = await deps.shares.receivers(actor);
    return { users: [...users], clients: [...clients] };
  }),
  share: api.share.handler(run(shareCandidates)),
  change: api.change.handler(run(changeShare)),
  revoke: api.revoke.handler(run(revokeShare)),
});
