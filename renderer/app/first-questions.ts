import type { QueryClient } from '@tanstack/react-query';
import type { Api } from '@/renderer/app/api';
import { wasOpen } from '@/renderer/app/workspace';
import { firstPageOptions } from '@/renderer/features/candidates';

/**
 * Asks what the first screen will ask, before there is one: the core answers while the screen is being made. A question that fails
 * is asked again by the screen, which says what is wrong.
 */
export function askFirstQuestions(queries: QueryClient, api: Api): void {
  void queries.prefetchQuery(api.workspace.status.queryOptions());
  if (wasOpen() && showsList(location.hash)) void queries.prefetchQuery(firstPageOptions(api));
}

/** The list as it is when nobody has searched or filtered yet. */
const showsList = (hash: string): boolean => ['', '#/', '#/candidates'].includes(hash);
