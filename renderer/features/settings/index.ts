export { useSettingsCommands } from '@/renderer/features/settings/commands';
export { SettingsScreen } from '@/renderer/features/settings/settings-screen';
export { settingsSearchSchema } from '@/renderer/features/settings/settings-search';
