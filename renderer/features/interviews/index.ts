/** The door of interviews: the list of them, and those of an application with all that is done to them. */
import { partOnDemand, screenOnDemand } from '@/renderer/lib/on-demand';
export { interviewsSearchSchema } from '@/renderer/features/interviews/interviews-search';
export { askToPlan } from '@/renderer/features/interviews/plan-asked';
export { useTimes } from '@/renderer/features/interviews/times';
export { MODE_NAMES, STATUS_NAMES } from '@/renderer/features/interviews/words';

export const InterviewsScreen = screenOnDemand(
  () => import('@/renderer/features/interviews/interviews-screen'),
  'InterviewsScreen',
);
export const InterviewCard = partOnDemand(
  () => import('@/renderer/features/interviews/interview-card'),
  'InterviewCard',
);
export const ApplicationInterviews = partOnDemand(
  () => import('@/renderer/features/interviews/application-interviews'),
  'ApplicationInterviews',
);
