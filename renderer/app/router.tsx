import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  redirect,
} from '@tanstack/react-router';
import { ErrorScreen } from '@/renderer/app/error-screen';
import { Frame } from '@/renderer/app/frame';
import { Gate } from '@/renderer/app/gate';
import { NotFound } from '@/renderer/app/not-found';
import { AdverseImpactScreen, impactSearchSchema } from '@/renderer/features/adverse-impact';
import { AuditScreen, auditSearchSchema } from '@/renderer/features/audit';
import {
  CandidatePage,
  type CandidateTab,
  CandidatesScreen,
  candidatePageSearchSchema,
  readListSearch,
} from '@/renderer/features/candidates';
import {
  ClientPage,
  ClientsScreen,
  clientPageSearchSchema,
  clientsSearchSchema,
} from '@/renderer/features/clients';
import { DuplicatesScreen, duplicatesSearchSchema } from '@/renderer/features/duplicates';
import { HistoryScreen, historySearchSchema } from '@/renderer/features/history';
import { ImportScreen, importSearchSchema } from '@/renderer/features/import';
import { InterviewsScreen, interviewsSearchSchema } from '@/renderer/features/interviews';
import { CandidateMatches, MatchesTab } from '@/renderer/features/matches';
import {
  JobBoard,
  JobShortlist,
  PipelineScreen,
  pipelineSearchSchema,
} from '@/renderer/features/pipeline';
import { PrivacyScreen, PrivacyTab, privacySearchSchema } from '@/renderer/features/privacy';
import { ReportsScreen, reportsSearchSchema } from '@/renderer/features/reports';
import {
  ActivityTab,
  BriefTab,
  JobPage,
  JobsScreen,
  jobsSearchSchema,
  NewJobScreen,
} from '@/renderer/features/jobs';
import { SavedSearches } from '@/renderer/features/searches';
import { TablesScreen, tablesSearchSchema } from '@/renderer/features/tables';
import { TodayScreen } from '@/renderer/features/today';
import { SettingsScreen, settingsSearchSchema } from '@/renderer/features/settings';

const root = createRootRoute({
  component: () => (
    <Gate>
      <Frame />
    </Gate>
  ),
  notFoundComponent: NotFound,
});

// Each route is a constant of its own: made inside the list they would lose their types to it.
const index = createRoute({
  getParentRoute: () => root,
  path: '/',
  // The return type is written out: inferring it would need the router's own type.
  beforeLoad: (): void => {
    throw redirect({ to: '/candidates' });
  },
});
const SAVED = <SavedSearches />;
const candidates = createRoute({
  getParentRoute: () => root,
  path: '/candidates',
  validateSearch: readListSearch,
  component: () => <CandidatesScreen toolbar={SAVED} />,
});
const CANDIDATE_TABS: readonly CandidateTab[] = [
  {
    id: 'matches',
    title: 'matches.title',
    render: (candidateId) => <CandidateMatches candidateId={candidateId} />,
  },
  {
    id: 'privacy',
    level: 'edit',
    title: 'privacy.tab',
    render: (candidateId) => <PrivacyTab candidateId={candidateId} />,
  },
];
const candidate = createRoute({
  getParentRoute: () => root,
  path: '/candidates/$id',
  validateSearch: candidatePageSearchSchema,
  component: () => <CandidatePage tabs={CANDIDATE_TABS} />,
});
const jobs = createRoute({
  getParentRoute: () => root,
  path: '/jobs',
  validateSearch: jobsSearchSchema,
  component: JobsScreen,
});
const newJob = createRoute({
  getParentRoute: () => root,
  path: '/jobs/new',
  component: NewJobScreen,
});
const job = createRoute({
  getParentRoute: () => root,
  path: '/jobs/$jobId',
  component: JobPage,
});
// What is inside a job's page: each is named in job-tabs.ts too.
const jobBrief = createRoute({ getParentRoute: () => job, path: '/', component: BriefTab });
const jobMatches = createRoute({
  getParentRoute: () => job,
  path: '/matches',
  component: MatchesTab,
});
const jobBoard = createRoute({
  getParentRoute: () => job,
  path: '/board',
  component: () => {
    const { jobId } = job.useParams();
    return <JobBoard key={jobId} jobId={jobId} />;
  },
});
const jobShortlist = createRoute({
  getParentRoute: () => job,
  path: '/shortlist',
  component: () => {
    const { jobId } = job.useParams();
    return <JobShortlist key={jobId} jobId={jobId} />;
  },
});
const jobActivity = createRoute({
  getParentRoute: () => job,
  path: '/activity',
  component: ActivityTab,
});
const clients = createRoute({
  getParentRoute: () => root,
  path: '/clients',
  validateSearch: clientsSearchSchema,
  component: ClientsScreen,
});
const client = createRoute({
  getParentRoute: () => root,
  path: '/clients/$clientId',
  validateSearch: clientPageSearchSchema,
  component: ClientPage,
});
const duplicates = createRoute({
  getParentRoute: () => root,
  path: '/duplicates',
  validateSearch: duplicatesSearchSchema,
  component: DuplicatesScreen,
});
const imports = createRoute({
  getParentRoute: () => root,
  path: '/import',
  validateSearch: importSearchSchema,
  component: ImportScreen,
});
const pipeline = createRoute({
  getParentRoute: () => root,
  path: '/pipeline',
  validateSearch: pipelineSearchSchema,
  component: PipelineScreen,
});
const interviews = createRoute({
  getParentRoute: () => root,
  path: '/interviews',
  validateSearch: interviewsSearchSchema,
  component: InterviewsScreen,
});
const history = createRoute({
  getParentRoute: () => root,
  path: '/history',
  validateSearch: historySearchSchema,
  component: HistoryScreen,
});
const audit = createRoute({
  getParentRoute: () => root,
  path: '/audit',
  validateSearch: auditSearchSchema,
  component: AuditScreen,
});
const tables = createRoute({
  getParentRoute: () => root,
  path: '/import/table',
  validateSearch: tablesSearchSchema,
  component: TablesScreen,
});
const reports = createRoute({
  getParentRoute: () => root,
  path: '/reports',
  validateSearch: reportsSearchSchema,
  component: ReportsScreen,
});
const adverseImpact = createRoute({
  getParentRoute: () => root,
  path: '/adverse-impact',
  validateSearch: impactSearchSchema,
  component: AdverseImpactScreen,
});
const privacy = createRoute({
  getParentRoute: () => root,
  path: '/privacy',
  validateSearch: privacySearchSchema,
  component: PrivacyScreen,
});
const today = createRoute({
  getParentRoute: () => root,
  path: '/today',
  component: TodayScreen,
});
const settings = createRoute({
  getParentRoute: () => root,
  path: '/settings',
  validateSearch: settingsSearchSchema,
  component: SettingsScreen,
});
const routeTree = root.addChildren([
  index,
  today,
  candidates,
  candidate,
  jobs,
  newJob,
  job.addChildren([jobBrief, jobMatches, jobBoard, jobShortlist, jobActivity]),
  clients,
  client,
  duplicates,
  pipeline,
  interviews,
  imports,
  tables,
  history,
  audit,
  reports,
  adverseImpact,
  privacy,
  settings,
]);

/** The addresses of the window, in the hash: the page itself is one file. */
export const router = createRouter({
  routeTree,
  history: createHashHistory(),
  defaultErrorComponent: ({ error, reset }) => <ErrorScreen error={error} onRetry={reset} />,
  // Screens bring their own skeletons; waiting for them would only delay the first frame.
  defaultPendingMs: 0,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
