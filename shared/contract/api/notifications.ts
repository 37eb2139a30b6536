import { z } from 'zod';
import { procedure } from '@/shared/contract/procedure';
import { notificationSchema } from '@/shared/domain/notifications/records';
import { idSchema } from '@/shared/kit/ids';

/** What one is told of. */
export const notificationsContract = {
  /** Newest first. */
  list: procedure('workspace.read')
    .input(z.object({ limit: z.number().int().min(1).max(200).default(50) }))
    .output(z.array(notificationSchema)),
  countUnread: procedure('workspace.read').output(z.number().int().nonnegative()),
  /** Marks one as read, or with null all of them. */
  read: procedure('workspace.read')
    .input(z.object({ id: idSchema.nullable() }))
    .output(z.object({ read: z.number().int().nonnegative() })),
};
