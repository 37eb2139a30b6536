/** The door of the privacy feature: the panel of a candidate, the screen, and its section of the settings. */
import { partOnDemand, screenOnDemand } from '@/renderer/lib/on-demand';
export { usePrivacyCommands } from '@/renderer/features/privacy/commands';
export { privacySearchSchema } from '@/renderer/features/privacy/privacy-search';

export const PrivacyScreen = screenOnDemand(
  () => import('@/renderer/features/privacy/privacy-screen'),
  'PrivacyScreen',
);
export const PrivacyTab = partOnDemand(
  () => import('@/renderer/features/privacy/privacy-tab'),
  'PrivacyTab',
);
export const PrivacySettings = partOnDemand(
  () => import('@/renderer/features/privacy/privacy-settings'),
  'PrivacySettings',
);
