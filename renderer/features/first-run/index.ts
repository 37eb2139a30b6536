import { partOnDemand } from '@/renderer/lib/on-demand';

export const FirstRun = partOnDemand(
  () => import('@/renderer/features/first-run/first-run'),
  'FirstRun',
);
