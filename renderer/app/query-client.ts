import { QueryCache, QueryClient } from '@tanstack/react-query';
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
  const queries: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      // Whoever was at the desk is not any more, or has to choose a password: the gate asks how things are.
      onError: (error, query) => {
        const code = failureCode(error);
        if (code !== 'SIGN_IN_NEEDED' && code !== 'PASSWORD_CHANGE_NEEDED') return;
        void queries.invalidateQueries({
          predicate: (other) => other !== query && isStatus(other.queryKey),
        });
      },
    }),
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
  return queries;
}

/** The key of `workspace.status`, by its path (oRPC puts it first). */
const isStatus = ([path]: readonly unknown[]): boolean =>
  Array.isArray(path) && path.join('.') === 'workspace.status';
