/** The door of the jobs feature: its screens, what their addresses hold, its commands, and what clients share with jobs. */
import { screenOnDemand } from '@/renderer/lib/on-demand';
export { ActivityList } from '@/renderer/features/jobs/activity-list';
export { useBeginJob } from '@/renderer/features/jobs/begin-job';
export { useJobsCommands } from '@/renderer/features/jobs/commands';
export { CustomFields } from '@/renderer/features/jobs/custom-fields';
export { jobsSearchSchema } from '@/renderer/features/jobs/jobs-search';
export { StatusMenu } from '@/renderer/features/jobs/status-menus';
export { useRecordDeed } from '@/renderer/features/jobs/use-job-deeds';

export const JobPage = screenOnDemand(() => import('@/renderer/features/jobs/job-page'), 'JobPage');
export const JobsScreen = screenOnDemand(
  () => import('@/renderer/features/jobs/jobs-screen'),
  'JobsScreen',
);
export const NewJobScreen = screenOnDemand(
  () => import('@/renderer/features/jobs/new-job-screen'),
  'NewJobScreen',
);
export const ActivityTab = screenOnDemand(
  () => import('@/renderer/features/jobs/activity-tab'),
  'ActivityTab',
);
export const BriefTab = screenOnDemand(
  () => import('@/renderer/features/jobs/brief-tab'),
  'BriefTab',
);
