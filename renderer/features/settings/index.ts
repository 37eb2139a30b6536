import { screenOnDemand } from '@/renderer/lib/on-demand';
export { useSettingsCommands } from '@/renderer/features/settings/commands';
export { settingsSearchSchema } from '@/renderer/features/settings/settings-search';

export const SettingsScreen = screenOnDemand(
  () => import('@/renderer/features/settings/settings-screen'),
  'SettingsScreen',
);
