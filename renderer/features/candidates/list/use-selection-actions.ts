import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useApi } from '@/renderer/app/api';
import type { ListRequest } from '@/renderer/features/candidates/list/list-search';
import { setListState, useListState } from '@/renderer/features/candidates/list/list-state';
import { PAGE_SIZE, pagesBetween, rowAt } from '@/renderer/features/candidates/list/row-pages';
import {
  addRows,
  EMPTY_SELECTION,
  SELECTION_LIMIT,
  toggleRow,
} from '@/renderer/features/candidates/list/selection';
import type { CandidateRow } from '@/shared/domain/candidates/views';

export interface SelectionActions {
  readonly toggle: (index: number) => void;
  /** Chooses every row from the last one chosen to this one. */
  readonly rangeTo: (index: number) => void;
  /** Chooses all rows, up to the limit; with any chosen already, lets all go. */
  readonly toggleAll: () => void;
  readonly clear: () => void;
}

/** The rows as they are when a key or a click comes. */
type CurrentRows = () => {
  readonly pages: ReadonlyMap<number, readonly CandidateRow[]>;
  readonly total: number;
};

/** What changes the selection. A range may hold rows that were never on screen: their pages are read first. */
export function useSelectionActions(request: ListRequest, list: CurrentRows): SelectionActions {
  const api = useApi();
  const queries = useQueryClient();
  return useMemo(() => {
    const selection = () => useListState.getState().selection;
    const clear = (): void => setListState({ selection: EMPTY_SELECTION });
    const choose = async (from: number, to: number): Promise<void> => {
      const answers = await Promise.all(
        pagesBetween(from, to, SELECTION_LIMIT).map((page) =>
          queries
            .fetchQuery(
              api.candidates.search.queryOptions({
                input: { ...request, offset: page * PAGE_SIZE, limit: PAGE_SIZE },
              }),
            )
            .then(({ rows }) =>
              rows.map((row, index) => ({ id: row.id, at: page * PAGE_SIZE + index })),
            ),
        ),
      );
      const [first, last] = [Math.min(from, to), Math.max(from, to)];
      const ids = answers
        .flat()
        .filter(({ at }) => at >= first && at <= last)
        .map(({ id }) => id);
      setListState({ selection: addRows(selection(), ids) });
    };
    return {
      clear,
      toggle: (index) => {
        const row = rowAt(list().pages, index);
        if (row === null) return;
        setListState({ active: index, selection: toggleRow(selection(), row.id, index) });
      },
      rangeTo: (index) => {
        const anchor = selection().anchor ?? useListState.getState().active;
        setListState({ active: index });
        void choose(anchor, index);
      },
      toggleAll: () => {
        if (selection().ids.size > 0) clear();
        else void choose(0, list().total - 1);
      },
    };
  }, [api, queries, request, list]);
}
