import { readNotifications } from '@/shared/usecases/notifications/read-notifications';
import type { Api } from './door';

export { notificationsContract } from '@/shared/contract/api/notifications';

export const notificationsRouter = (api: Api['notifications']) => ({
  list: api.list.handler(async ({ context, input }) => {
    const { deps, actor } = context.desk();
    return [...(await deps.notifications.list(actor, input.limit))];
  }),
  countUnread: api.countUnread.handler(({ context }) => {
    const { deps, actor } = context.desk();
    return deps.notifications.countUnread(actor);
  }),
  read: api.read.handler(({ context, input }) => {
    const { deps, actor } = context.desk();
    return readNotifications(deps, actor, input);
  }),
});
