/** The door of the reports: what became of the people put on jobs. */
export { ReportsScreen } from '@/renderer/features/reports/reports-screen';
export { reportsSearchSchema } from '@/renderer/features/reports/reports-search';
