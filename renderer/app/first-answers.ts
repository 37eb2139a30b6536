import type { QueryClient } from '@tanstack/react-query';
import type { Api } from '@/renderer/app/api';
import { wasOpen } from '@/renderer/app/workspace';
import { firstPageOptions } from '@/renderer/features/candidates';

/** How long the first screen waits for what it shows, in ms, before it begins without. */
const PATIENCE = 300;

/**
 * Asks what the first screen will ask as soon as the core can hear it, so that the screen is made once, with its content, and not
 * first as an outline. Resolves when the answers are in the cache, or when a person should not look at an empty window any longer.
 * A question that fails is asked again by the screen, which says what is wrong.
 */
export async function firstAnswers(queries: QueryClient, api: Api): Promise<void> {
  const answers = [queries.prefetchQuery(api.workspace.status.queryOptions())];
  if (wasOpen() && showsList(location.hash)) {
    answers.push(queries.prefetchQuery(firstPageOptions(api)));
  }
  await Promise.race([
    Promise.all(answers),
    new Promise((resolve) => setTimeout(resolve, PATIENCE)),
  ]);
}

/** The list as it is when nobody has searched or filtered yet. */
const showsList = (hash: string): boolean => ['', '#/', '#/candidates'].includes(hash);
