/** The door of the duplicates feature. */
export { useDuplicatesCommands } from '@/renderer/features/duplicates/commands';
export { DuplicatesScreen } from '@/renderer/features/duplicates/duplicates-screen';
export { duplicatesSearchSchema } from '@/renderer/features/duplicates/duplicates-search';
