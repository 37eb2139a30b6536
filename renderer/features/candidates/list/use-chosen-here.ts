import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { useApi } from '@/renderer/app/api';
import { useListState } from '@/renderer/features/candidates/list/list-state';
import { peopleOf } from '@/renderer/features/candidates/list/selection';

/** How long a selection and a list have to hold still before they are compared, in ms. */
const SETTLED = 300;

/** How many of those chosen one by one are in the list on screen; null while that is not known or all of a search is chosen. */
export function useChosenHere(): number | null {
  const api = useApi();
  const selection = useListState((state) => state.selection);
  const request = useListState((state) => state.request);
  const question = useMemo(
    () =>
      selection.kind === 'ids' && request !== null
        ? { request: peopleOf(request), ids: [...selection.ids] }
        : null,
    [selection, request],
  );
  const [asked, setAsked] = useState(question);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(question), SETTLED);
    return () => clearTimeout(timer);
  }, [question]);
  const { data } = useQuery({
    ...api.candidates.among.queryOptions({
      input: asked ?? { request: { text: '', filters: {} }, ids: [] },
    }),
    enabled: asked !== null && asked.ids.length > 0,
    gcTime: 0,
  });
  return asked === question ? (data?.count ?? null) : null;
}
