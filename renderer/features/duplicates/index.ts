/** The door of the duplicates feature. */
import { screenOnDemand } from '@/renderer/lib/on-demand';
export { useDuplicatesCommands } from '@/renderer/features/duplicates/commands';
export { duplicatesSearchSchema } from '@/renderer/features/duplicates/duplicates-search';

export const DuplicatesScreen = screenOnDemand(
  () => import('@/renderer/features/duplicates/duplicates-screen'),
  'DuplicatesScreen',
);
