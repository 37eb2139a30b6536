import { createTanstackQueryUtils, type RouterUtils } from '@orpc/tanstack-query';
import { createContext, type ReactNode, useContext } from 'react';
import type { ApiClient } from '@/shared/contract/api/index';

/**
 * The contract as TanStack Query options: `api.candidates.get.queryOptions({ input: { id } })`,
 * `api.candidates.edit.mutationOptions()`, and `api.history.undo.call({})` for a plain call.
 */
export type Api = RouterUtils<ApiClient>;

const ApiContext = createContext<Api | null>(null);

export const createApi = (client: ApiClient): Api => createTanstackQueryUtils(client);

export function ApiProvider({
  api,
  children,
}: {
  readonly api: Api;
  readonly children: ReactNode;
}) {
  return <ApiContext value={api}>{children}</ApiContext>;
}

/** Everything the application can be asked to do. */
export function useApi(): Api {
  const api = useContext(ApiContext);
  if (!api) throw new Error('useApi outside of ApiProvider');
  return api;
}
