/** The door of the pipeline: the board and the shortlist of a job, the applications of a candidate, and putting candidates on jobs. */
import { partOnDemand, screenOnDemand } from '@/renderer/lib/on-demand';
export { pipelineSearchSchema } from '@/renderer/features/pipeline/pipeline-search';

export const ApplicationsTab = partOnDemand(
  () => import('@/renderer/features/pipeline/application/applications-tab'),
  'ApplicationsTab',
);
export const JobBoard = partOnDemand(
  () => import('@/renderer/features/pipeline/board/board'),
  'JobBoard',
);
export const PipelineScreen = screenOnDemand(
  () => import('@/renderer/features/pipeline/pipeline-screen'),
  'PipelineScreen',
);
export const PutOnJob = partOnDemand(
  () => import('@/renderer/features/pipeline/put/put-on-job'),
  'PutOnJob',
);
export const JobShortlist = partOnDemand(
  () => import('@/renderer/features/pipeline/shortlist/shortlist'),
  'JobShortlist',
);
