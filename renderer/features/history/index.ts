/** The door of the history feature: what everybody did, and taking it back. */
export { HistoryScreen } from '@/renderer/features/history/history-screen';
export { historySearchSchema } from '@/renderer/features/history/history-search';
