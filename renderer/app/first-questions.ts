import { defaultScheduler, notifyManager, type QueryClient } from '@tanstack/react-query';
import type { Api } from '@/renderer/app/api';
import { wasOpen } from '@/renderer/app/workspace';
import { customFieldsOptions, firstPageOptions } from '@/renderer/features/candidates';

/** How long at most the screens are told nothing, in ms, from the first thing there is to tell: the core takes the questions one after the other. */
const TOGETHER = 100;

/**
 * Asks what the first screen will ask, before there is one: the core answers while the screen is being made, and the answers are drawn
 * together. A question that fails is asked again by the screen, which says what is wrong.
 */
export function askFirstQuestions(queries: QueryClient, api: Api): void {
  const answers = [queries.prefetchQuery(api.workspace.status.queryOptions())];
  if (wasOpen() && showsList(location.hash)) {
    answers.push(queries.prefetchQuery(firstPageOptions(api)));
    answers.push(queries.prefetchQuery(customFieldsOptions(api)));
  }
  tellTogether(answers);
}

/** Screens learn of the answers at once when all are there, or `TOGETHER` has passed: each by itself would draw most of the screen anew. */
function tellTogether(answers: readonly Promise<void>[]): void {
  const untold: (() => void)[] = [];
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const tell = (): void => {
    clearTimeout(waiting);
    notifyManager.setScheduler(defaultScheduler);
    for (const one of untold.splice(0)) one();
  };
  notifyManager.setScheduler((one) => {
    untold.push(one);
    waiting ??= setTimeout(tell, TOGETHER);
  });
  void Promise.all(answers).then(tell);
}

/** The list as it is when nobody has searched or filtered yet. */
const showsList = (hash: string): boolean => ['', '#/', '#/candidates'].includes(hash);
