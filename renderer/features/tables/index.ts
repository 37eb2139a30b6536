import { partOnDemand, screenOnDemand } from '@/renderer/lib/on-demand';
export { tablesSearchSchema } from '@/renderer/features/tables/tables-search';

export const ExportDialog = partOnDemand(
  () => import('@/renderer/features/tables/export-dialog'),
  'ExportDialog',
);
export const TablesScreen = screenOnDemand(
  () => import('@/renderer/features/tables/tables-screen'),
  'TablesScreen',
);
