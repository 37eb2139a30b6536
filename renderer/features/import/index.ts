export { useImportCommands } from '@/renderer/features/import/commands';
export { ImportScreen } from '@/renderer/features/import/import-screen';
export { importSearchSchema } from '@/renderer/features/import/import-search';
