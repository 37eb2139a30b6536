/** The door of the audit feature: what was done, proved. */
import { screenOnDemand } from '@/renderer/lib/on-demand';
export { auditSearchSchema } from '@/renderer/features/audit/audit-search';

export const AuditScreen = screenOnDemand(
  () => import('@/renderer/features/audit/audit-screen'),
  'AuditScreen',
);
