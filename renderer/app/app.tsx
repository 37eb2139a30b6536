import { type QueryClient, QueryClientProvider, useQueryClient } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useEffect } from 'react';
import { type Api, ApiProvider } from '@/renderer/app/api';
import { ErrorBoundary } from '@/renderer/app/error-screen';
import { useFailure } from '@/renderer/app/failure';
import { useLiveEvents } from '@/renderer/app/live-events';
import { router } from '@/renderer/app/router';
import { ShellProvider } from '@/renderer/app/shell';
import { TextProvider } from '@/renderer/lib/text';
import { showToast, Toasts } from '@/renderer/ui/toast';
import type { ShellBridge } from '@/shared/contract/shell/shell';

interface Props {
  readonly api: Api;
  readonly queries: QueryClient;
  readonly shell: ShellBridge;
}

/** The whole window, given a way to ask the core, what it has answered already, and a way to ask this computer. */
export function App({ api, queries, shell }: Props) {
  return (
    <TextProvider>
      <ErrorBoundary>
        <ApiProvider api={api}>
          <ShellProvider shell={shell}>
            <QueryClientProvider client={queries}>
              <Live />
              <RouterProvider router={router} />
            </QueryClientProvider>
          </ShellProvider>
        </ApiProvider>
      </ErrorBoundary>
      <Toasts />
    </TextProvider>
  );
}

function Live(): null {
  useLiveEvents();
  useFailedWrites();
  return null;
}

/** Says of every write that failed that it did, where its screen does not. */
function useFailedWrites(): void {
  const queries = useQueryClient();
  const failure = useFailure();
  useEffect(
    () =>
      queries.getMutationCache().subscribe((event) => {
        if (event.type !== 'updated' || event.action.type !== 'error') return;
        if (event.mutation.meta?.showsFailure === true) return;
        showToast({ tone: 'bad', message: failure(event.action.error).message });
      }),
    [queries, failure],
  );
}
