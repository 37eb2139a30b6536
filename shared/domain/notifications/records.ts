import { z } from 'zod';
import { recordBase } from '@/shared/domain/candidates/records';
import { instantSchema } from '@/shared/kit/clock';
import { idSchema } from '@/shared/kit/ids';

export const NOTIFICATION_KINDS = [
  'saved-search',
  'import-finished',
  'duplicates-found',
  'new-matches',
  'stage-changed',
  'job-created',
  'interview-passed',
  'hiring-started',
  'candidate-shared',
  'retention-due',
  'erased-person-returned',
  'backup-failed',
] as const;
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number];

/** Something one user is told of. */
export const notificationSchema = z.object({
  ...recordBase,
  userId: idSchema,
  kind: z.enum(NOTIFICATION_KINDS),
  /** What it is about: the id of the saved search, the import … */
  subjectId: idSchema.nullable(),
  /** A name a person knows that by. */
  subjectName: z.string(),
  /** How many people it is about. */
  count: z.number().int().nonnegative(),
  readAt: instantSchema.nullable(),
});
export type Notification = z.infer<typeof notificationSchema>;
