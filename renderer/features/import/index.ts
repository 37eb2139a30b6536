import { screenOnDemand } from '@/renderer/lib/on-demand';
export { useImportCommands } from '@/renderer/features/import/commands';
export { importSearchSchema } from '@/renderer/features/import/import-search';

export const ImportScreen = screenOnDemand(
  () => import('@/renderer/features/import/import-screen'),
  'ImportScreen',
);
