/** The door of the day: what is worth doing now. */
import { screenOnDemand } from '@/renderer/lib/on-demand';

export const TodayScreen = screenOnDemand(
  () => import('@/renderer/features/today/today-screen'),
  'TodayScreen',
);
