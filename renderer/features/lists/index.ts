/** The door of the lists feature: talent pools and hot lists, and what they are called. */
import { partOnDemand } from '@/renderer/lib/on-demand';
export { useListsCommands } from '@/renderer/features/lists/commands';
export { openLists, useListsOpen } from '@/renderer/features/lists/lists-open';

export const ListsDialog = partOnDemand(
  () => import('@/renderer/features/lists/lists-dialog'),
  'ListsDialog',
);
