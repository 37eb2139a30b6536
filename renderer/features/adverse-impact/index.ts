/** The door of the adverse-impact workbook: how groups fared that people say they are of. */
import { screenOnDemand } from '@/renderer/lib/on-demand';
export { useAdverseImpactCommands } from '@/renderer/features/adverse-impact/commands';
export { impactSearchSchema } from '@/renderer/features/adverse-impact/impact-search';

export const AdverseImpactScreen = screenOnDemand(
  () => import('@/renderer/features/adverse-impact/impact-screen'),
  'AdverseImpactScreen',
);
