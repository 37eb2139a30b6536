/** The door of the pipeline: the board and the shortlist of a job, the applications of a candidate, and putting candidates on jobs. */
export { ApplicationsTab } from '@/renderer/features/pipeline/application/applications-tab';
export { JobBoard } from '@/renderer/features/pipeline/board/board';
export { PipelineScreen } from '@/renderer/features/pipeline/pipeline-screen';
export { pipelineSearchSchema } from '@/renderer/features/pipeline/pipeline-search';
export { PutOnJob } from '@/renderer/features/pipeline/put/put-on-job';
export { JobShortlist } from '@/renderer/features/pipeline/shortlist/shortlist';
