/** The door of the jobs feature: its screens, what their addresses hold, its commands, and what clients share with jobs. */
export { ActivityList, ActivityTab } from '@/renderer/features/jobs/activity-list';
export { useBeginJob } from '@/renderer/features/jobs/begin-job';
export { BriefTab } from '@/renderer/features/jobs/brief-tab';
export { useJobsCommands } from '@/renderer/features/jobs/commands';
export { CustomFields } from '@/renderer/features/jobs/custom-fields';
export { JobPage } from '@/renderer/features/jobs/job-page';
export { JobsScreen } from '@/renderer/features/jobs/jobs-screen';
export { jobsSearchSchema } from '@/renderer/features/jobs/jobs-search';
export { NewJobScreen } from '@/renderer/features/jobs/new-job-screen';
export { StatusMenu } from '@/renderer/features/jobs/status-menus';
export { useRecordDeed } from '@/renderer/features/jobs/use-job-deeds';
