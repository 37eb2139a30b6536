import { useNavigate, useRouterState, useSearch } from '@tanstack/react-router';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useCurrent } from '@/renderer/lib/use-current';

/** Keys pressed within this time, in ms, become one search: about as long as two fingers are apart on one roll. */
const SETTLE = 25;

export interface SearchText {
  readonly text: string;
  readonly isOnList: boolean;
  /** Typed: the list follows shortly. */
  readonly type: (text: string) => void;
  /** Decided: the list follows at once. */
  readonly set: (text: string) => void;
}

/**
 * The text of the search box and of the candidate list's address, which are one. What is typed becomes `q`, from whichever screen; on the
 * list itself the filters and the sort stay. A search that is overtaken is called off by the list, which watches another question then.
 */
export function useSearchText(): SearchText {
  const navigate = useNavigate();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const isOnList = path === '/candidates';
  const search = useSearch({ strict: false });
  const q = search.q ?? '';
  const [text, setText] = useState(q);
  const sent = useRef(q);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  // The address changed by something else than typing here: going back, another screen, "clear search".
  useEffect(() => {
    if (q === sent.current) return;
    sent.current = q;
    setText(q);
  }, [q]);
  // What was typed last and not searched yet must not pull one back from a screen opened in the meantime.
  // biome-ignore lint/correctness/useExhaustiveDependencies: leaving the screen is what matters, not where to.
  useEffect(() => () => clearTimeout(timer.current), [path]);

  const place = useCurrent({ isOnList });
  const goTo = useCallback(
    (value: string): void => {
      sent.current = value;
      const query = value === '' ? undefined : value;
      const { isOnList: isThere } = place();
      void navigate({
        to: '/candidates',
        // A filter that was chosen a moment ago stays, drawn or not.
        search: isThere ? (newest) => ({ ...newest, q: query }) : { q: query },
        // Each letter would be a step to go back over.
        replace: isThere,
      });
    },
    [navigate, place],
  );
  const type = useCallback(
    (value: string): void => {
      setText(value);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => goTo(value), SETTLE);
    },
    [goTo],
  );
  const set = useCallback(
    (value: string): void => {
      setText(value);
      clearTimeout(timer.current);
      goTo(value);
    },
    [goTo],
  );
  return { text, isOnList, type, set };
}
