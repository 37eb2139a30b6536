import { createTanstackQueryUtils, type RouterUtils } from '@orpc/tanstack-query';
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { ApiClient } from '@/shared/contract/api/index';

/**
 * The contract as TanStack Query options: `api.candidates.get.queryOptions({ input: { id } })`,
 * `api.candidates.edit.mutationOptions()`, and `api.history.undo.call({})` for a plain call.
 */
export type Api = RouterUtils<ApiClient>;

const ApiContext = createContext<Api | null>(null);

export function ApiProvider({
  client,
  children,
}: {
  readonly client: ApiClient;
  readonly children: ReactNode;
}) {
  const api = useMemo(() => createTanstackQueryUtils(client), [client]);
  return <ApiContext value={api}>{children}</ApiContext>;
}

/** Everything the application can be asked to do. */
export function useApi(): Api {
  const api = useContext(ApiContext);
  if (!api) throw new Error('useApi outside of ApiProvider');
  return api;
}
