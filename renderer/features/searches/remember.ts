import { useRouterState } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useApi } from '@/renderer/app/api';
import { useListState } from '@/renderer/features/candidates';

/** A search that stays unchanged so long, in ms, was looked at. */
const LOOKED_AT = 2000;
/** After Enter its count is still on its way, so long at most, in ms. */
const COUNTED = 300;

/** Set while the list is on screen. */
let settleSoon: (() => void) | null = null;

/** The search on screen is one that somebody meant: Enter was pressed, or a person opened. */
export function rememberShownSearch(): void {
  settleSoon?.();
}

/** Remembers searches one settled on: by Enter, by opening a person, or by leaving the results unchanged for a while. Once a window. */
export function useRememberSearches(): void {
  const api = useApi();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const isOnList = path === '/candidates';
  useEffect(() => {
    if (!isOnList) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isDue = false;
    let due = useListState.getState().request;
    const remember = (): void => {
      clearTimeout(timer);
      const { request, total } = useListState.getState();
      if (!isDue || request === null) return;
      isDue = false;
      const { text, filters } = request;
      // Nothing hangs on it: a search that cannot be remembered was made all the same.
      api.searches.remember.call({ text, filters, total }).catch(() => undefined);
    };
    const wait = (ms: number): void => {
      isDue = true;
      clearTimeout(timer);
      timer = setTimeout(remember, ms);
    };
    settleSoon = () => wait(COUNTED);
    const stop = useListState.subscribe(({ request }) => {
      if (request === due) return;
      due = request;
      wait(LOOKED_AT);
    });
    return () => {
      stop();
      clearTimeout(timer);
      settleSoon = null;
      // Another screen is a person's page, as a rule: that search led somewhere.
      remember();
    };
  }, [api, isOnList]);
}
