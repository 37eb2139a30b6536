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
import {
  CandidatePage,
  CandidatesScreen,
  candidatePageSearchSchema,
  listSearchSchema,
} from '@/renderer/features/candidates';
import { ImportScreen, importSearchSchema } from '@/renderer/features/import';
import { SettingsScreen, settingsSearchSchema } from '@/renderer/features/settings';

const root = createRootRoute({
  component: () => (
    <Gate>
      <Frame />
    </Gate>
  ),
  notFoundComponent: NotFound,
});

const routeTree = root.addChildren([
  createRoute({
    getParentRoute: () => root,
    path: '/',
    beforeLoad: () => {
      throw redirect({ to: '/candidates' });
    },
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/candidates',
    validateSearch: listSearchSchema,
    component: CandidatesScreen,
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/candidates/$id',
    validateSearch: candidatePageSearchSchema,
    validateSearch: candidatePageSearchSchema,
    component: CandidatePage,
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/import',
    validateSearch: importSearchSchema,
    component: ImportScreen,
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/settings',
    validateSearch: settingsSearchSchema,
    component: SettingsScreen,
  }),
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
