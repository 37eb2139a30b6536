/** The door of the keys feature: what stands before a locked workspace, and how it is opened. */
import { partOnDemand } from '@/renderer/lib/on-demand';
export { useAutoLock } from '@/renderer/features/keys/auto-lock';
export { useRecoveryKeyMissing } from '@/renderer/features/keys/recovery-key-missing';
export { useKeysCommands } from '@/renderer/features/keys/commands';

export const LockScreen = partOnDemand(
  () => import('@/renderer/features/keys/lock-screen'),
  'LockScreen',
);
export const ProtectScreen = partOnDemand(
  () => import('@/renderer/features/keys/protect-screen'),
  'ProtectScreen',
);
export const RecoveryKeyScreen = partOnDemand(
  () => import('@/renderer/features/keys/recovery-key-screen'),
  'RecoveryKeyScreen',
);
export const SecuritySection = partOnDemand(
  () => import('@/renderer/features/keys/security-section'),
  'SecuritySection',
);
export const WorkingScreen = partOnDemand(
  () => import('@/renderer/features/keys/working-screen'),
  'WorkingScreen',
);
