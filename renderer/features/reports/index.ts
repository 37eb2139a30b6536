/** The door of the reports: what became of the people put on jobs. */
import { screenOnDemand } from '@/renderer/lib/on-demand';
export { reportsSearchSchema } from '@/renderer/features/reports/reports-search';

export const ReportsScreen = screenOnDemand(
  () => import('@/renderer/features/reports/reports-screen'),
  'ReportsScreen',
);
