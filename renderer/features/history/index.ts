/** The door of the history feature: what everybody did, and taking it back. */
import { screenOnDemand } from '@/renderer/lib/on-demand';
export { historySearchSchema } from '@/renderer/features/history/history-search';

export const HistoryScreen = screenOnDemand(
  () => import('@/renderer/features/history/history-screen'),
  'HistoryScreen',
);
