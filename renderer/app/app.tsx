import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useMemo } from 'react';
import { ApiProvider } from '@/renderer/app/api';
import { ErrorBoundary } from '@/renderer/app/error-screen';
import { useFailure } from '@/renderer/app/failure';
import { useLiveEvents } from '@/renderer/app/live-events';
import { createQueryClient } from '@/renderer/app/query-client';
import { router } from '@/renderer/app/router';
import { ShellProvider } from '@/renderer/app/shell';
import { TextProvider } from '@/renderer/lib/text';
import { showToast, Toasts } from '@/renderer/ui/toast';
import type { ApiClient } from '@/shared/contract/api/index';
import type { ShellBridge } from '@/shared/contract/shell/shell';

interface Props {
  readonly client: ApiClient;
  readonly shell: ShellBridge;
}

/** The whole window, given a way to ask the core and a way to ask this computer. */
export function App({ client, shell }: Props) {
  return (
    <TextProvider>
      <ErrorBoundary>
        <ApiProvider client={client}>
          <ShellProvider shell={shell}>
            <Screens />
          </ShellProvider>
        </ApiProvider>
      </ErrorBoundary>
      <Toasts />
    </TextProvider>
  );
}

function Screens() {
  const failure = useFailure();
  const queries = useMemo(
    () => createQueryClient((error) => showToast({ tone: 'bad', message: failure(error).message })),
    [failure],
  );
  return (
    <QueryClientProvider client={queries}>
      <Live />
      <RouterProvider router={router} />
    </QueryClientProvider>
  );
}

function Live(): null {
  useLiveEvents();
  return null;
}
