export { ExportDialog } from '@/renderer/features/tables/export-dialog';
export { TablesScreen } from '@/renderer/features/tables/tables-screen';
export { tablesSearchSchema } from '@/renderer/features/tables/tables-search';
