/** The door of the backup feature: its settings, and restoring from wherever somebody stands before a workspace. */
import { partOnDemand } from '@/renderer/lib/on-demand';

export const BackupSection = partOnDemand(
  () => import('@/renderer/features/backup/backup-section'),
  'BackupSection',
);
export const RestoreOffer = partOnDemand(
  () => import('@/renderer/features/backup/restore-offer'),
  'RestoreOffer',
);
