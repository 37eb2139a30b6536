/** The door of the candidates feature: its screens, what their addresses hold, and its commands. */
import { partOnDemand } from '@/renderer/lib/on-demand';
export { BulkProgress } from '@/renderer/features/candidates/bulk/bulk-progress';
export { useBulkDeed } from '@/renderer/features/candidates/bulk/use-bulk-deed';
export { useCandidatesCommands } from '@/renderer/features/candidates/commands';
export { REASON_NAMES } from '@/renderer/features/candidates/duplicate-reasons';
export { FIELD_NAMES } from '@/renderer/features/candidates/editing/labels';
export { CandidatesScreen } from '@/renderer/features/candidates/list/candidates-screen';
export {
  keptFilters,
  readListSearch,
  requestOf,
  searchOf,
} from '@/renderer/features/candidates/list/list-search';
export { useListState } from '@/renderer/features/candidates/list/list-state';
export { customFieldsOptions } from '@/renderer/features/candidates/list/facets/use-custom-fields';
export { firstPageOptions } from '@/renderer/features/candidates/list/use-candidate-rows';
export type { CandidateTab } from '@/renderer/features/candidates/page/candidate-page';
export { type Dates, useDates } from '@/renderer/features/candidates/page/dates';
export { candidatePageSearchSchema } from '@/renderer/features/candidates/page/page-search';
export { ResumePane } from '@/renderer/features/candidates/page/resume-pane';
export { SOURCE_NAMES } from '@/renderer/features/candidates/words';

export const CandidatePage = partOnDemand(
  () => import('@/renderer/features/candidates/page/candidate-page'),
  'CandidatePage',
);
