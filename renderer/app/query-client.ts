import { QueryClient } from '@tanstack/react-query';
import { failureCode } from '@/renderer/app/failure';

declare module '@tanstack/react-query' {
  interface Register {
    mutationMeta: {
      /** The screen shows this failure itself. */
      readonly showsFailure?: boolean;
    };
  }
}

/** The cache of what was read. Nothing grows stale by itself: the core says what changed (live-events.ts). */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // The core is on this computer: being offline is no reason to wait.
        networkMode: 'always',
        staleTime: Number.POSITIVE_INFINITY,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        retry: (count, error) => failureCode(error) === 'CORE_RESTARTED' && count < 5,
        retryDelay: (count) => Math.min(200 * 2 ** count, 2000),
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}
