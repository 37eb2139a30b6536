/** The door of the lists feature: talent pools and hot lists, and what they are called. */
export { useListsCommands } from '@/renderer/features/lists/commands';
export { ListsDialog } from '@/renderer/features/lists/lists-dialog';
export { openLists } from '@/renderer/features/lists/lists-open';
