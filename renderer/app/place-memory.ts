import { useRouter, useRouterState } from '@tanstack/react-router';
import { useCallback, useEffect } from 'react';
import { focusList } from '@/renderer/app/list-focus';
import { PLACES, type PlacePath, usePlaces } from '@/renderer/app/places';

/** The address each place was last left at: its search, filters and sort come back with it. */
const lastAddress = new Map<PlacePath, string>();

/** Remembers where in each place one was. Once per window. */
export function usePlaceMemory(): void {
  const pathname = useRouterState({ select: (state) => state.location.pathname });
  const href = useRouterState({ select: (state) => state.location.href });
  useEffect(() => {
    const place = PLACES.find((each) => each.to === pathname);
    if (place) lastAddress.set(place.to, href);
  }, [pathname, href]);
}

/** Goes to a place as it was left. */
export function useGoTo(): (place: PlacePath) => void {
  const { history } = useRouter();
  return useCallback(
    (place) => {
      // Whoever is there already means its list; one that is shown anew takes the keyboard by itself.
      if (history.location.pathname === place) focusList();
      history.push(lastAddress.get(place) ?? place);
    },
    [history],
  );
}

/** Whether the place one is at shows whoever is at the desk anything. Else they are taken to the first that does. */
export function useOfferedPlace(): boolean {
  const { history } = useRouter();
  const places = usePlaces();
  // Of the screen that is shown: on the way to another one it stands there until that one's code has come, and would ask what is refused.
  const pathname = useRouterState({
    select: (state) => state.matches.at(-1)?.pathname ?? state.location.pathname,
  });
  const at = PLACES.find(({ to }) => pathname === to || pathname.startsWith(`${to}/`));
  const isOffered = at === undefined || places.includes(at);
  const first = places[0]?.to ?? '/settings';
  useEffect(() => {
    if (!isOffered) history.replace(first);
  }, [history, isOffered, first]);
  return isOffered;
}
