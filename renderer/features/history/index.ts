/** The door of the history feature: what everybody did, and taking it back. */
export { useHistoryCommands } from '@/renderer/features/history/commands';
export { HistoryScreen } from '@/renderer/features/history/history-screen';
export { historySearchSchema } from '@/renderer/features/history/history-search';
