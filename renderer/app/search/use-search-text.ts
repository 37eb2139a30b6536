import { useNavigate, useRouterState, useSearch } from '@tanstack/react-router';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useCurrent } from '@/renderer/lib/use-current';

export interface SearchText {
  readonly text: string;
  readonly isOnList: boolean;
  /** The list follows at once, with each letter: waiting for the next one would only make the last one late. */
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

  // The address changed by something else than typing here: going back, another screen, "clear search".
  useEffect(() => {
    if (q === sent.current) return;
    sent.current = q;
    setText(q);
  }, [q]);

  const place = useCurrent({ isOnList });
  const set = useCallback(
    (value: string): void => {
      setText(value);
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
  return { text, isOnList, set };
}
