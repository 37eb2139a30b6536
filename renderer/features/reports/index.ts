/** The door of the reports: what became of the people put on jobs. */
import { screenOnDemand } from '@/renderer/lib/on-demand';
export { edgesOf } from '@/renderer/features/reports/periods';
export { PeriodSelect } from '@/renderer/features/reports/period-select';
export { PERIODS, type Period } from '@/renderer/features/reports/reports-search';
export { reportsSearchSchema } from '@/renderer/features/reports/reports-search';

export const ReportsScreen = screenOnDemand(
  () => import('@/renderer/features/reports/reports-screen'),
  'ReportsScreen',
);
