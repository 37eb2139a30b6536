import { useRouterState } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useApi } from '@/renderer/app/api';
import { keptFilters, useListState } from '@/renderer/features/candidates';

/** A search that stays unchanged so long, in ms, was looked at. */
const LOOKED_AT = 2000;
/** After Enter its count is still on its way, so long at most, in ms. */
const COUNTED = 300;

/** Set while the list is on screen. */
let settleSoon: ((text: string) => void) | null = null;

/** Somebody meant this text: Enter was pressed on it. */
export function rememberSearch(text: string): void {
  settleSoon?.(text);
}

type Shown = Pick<ReturnType<typeof useListState.getState>, 'request' | 'total'>;

/** Remembers searches one settled on: by Enter, by opening a person, or by leaving the results unchanged for a while. Once a window. */
export function useRememberSearches(): void {
  const api = useApi();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const isOnList = path === '/candidates';
  useEffect(() => {
    if (!isOnList) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isDue = false;
    let decided: string | null = null;
    const remember = ({ request, total }: Shown): void => {
      clearTimeout(timer);
      if (!isDue || request === null) return;
      isDue = false;
      decided = null;
      // Who is new is of this moment. Nothing hangs on it: a search that cannot be remembered was made all the same.
      api.searches.remember
        .call({ text: request.text, filters: { ...keptFilters(request), newSince: null }, total })
        .catch(() => undefined);
    };
    const wait = (ms: number): void => {
      isDue = true;
      clearTimeout(timer);
      timer = setTimeout(() => remember(useListState.getState()), ms);
    };
    settleSoon = (text) => {
      decided = text;
      wait(COUNTED);
    };
    const stop = useListState.subscribe((now, before) => {
      if (now.request === before.request) return;
      // The next search came sooner than the count of the one that was decided on.
      if (decided !== null && before.request?.text === decided) remember(before);
      wait(now.request?.text === decided ? COUNTED : LOOKED_AT);
    });
    return () => {
      stop();
      clearTimeout(timer);
      settleSoon = null;
      // Another screen is a person's page, as a rule: that search led somewhere.
      remember(useListState.getState());
    };
  }, [api, isOnList]);
}
