import { partOnDemand, screenOnDemand } from '@/renderer/lib/on-demand';
export { tablesSearchSchema } from '@/renderer/features/tables/tables-search';

export const ExportDialog = partOnDemand(
  () => import('@/renderer/features/tables/export-dialog'),
  'ExportDialog',
);
export type { RecordsWanted } from '@/renderer/features/tables/records-dialog';
export const RecordsDialog = partOnDemand(
  () => import('@/renderer/features/tables/records-dialog'),
  'RecordsDialog',
);
export const TablesScreen = screenOnDemand(
  () => import('@/renderer/features/tables/tables-screen'),
  'TablesScreen',
);
