import { useMemo } from 'react';
import { useApi } from '@/renderer/app/api';
import { useCan } from '@/renderer/app/session';
import type { ListRequest } from '@/renderer/features/candidates/list/list-search';
import { setListState, useListState } from '@/renderer/features/candidates/list/list-state';
import { rowAt } from '@/renderer/features/candidates/list/row-pages';
import {
  addRows,
  allOf,
  type ChosenHere,
  EMPTY_SELECTION,
  searchKey,
  toggleRow,
} from '@/renderer/features/candidates/list/selection';
import { SELECTION_IDS_MAX } from '@/shared/domain/candidates/selection';
import type { CandidateRow } from '@/shared/domain/candidates/views';

export interface SelectionActions {
  readonly toggle: (index: number) => void;
  /** Chooses every row from the last one chosen to this one. */
  readonly rangeTo: (index: number) => void;
  /** What a click on the box above all rows does, by what it shows: chooses everybody, or lets all go. */
  readonly toggleAll: (shown: ChosenHere) => void;
  /** Chooses everybody the search finds, read or not. */
  readonly chooseAll: () => void;
  readonly clear: () => void;
}

/** The list as it is when a key or a click comes. */
type CurrentList = () => {
  readonly request: ListRequest;
  readonly pages: ReadonlyMap<number, readonly CandidateRow[]>;
  readonly total: number;
};

/** Rows read at once for a range: the most the search gives. */
const ROWS_AT_ONCE = 200;

/** What changes the selection. A range may hold rows that were never on screen: they are read first. */
export function useSelectionActions(list: CurrentList): SelectionActions {
  const api = useApi();
  const mayChoose = useMayChoose();
  return useMemo(() => {
    if (!mayChoose) return NOTHING_TO_CHOOSE;
    const selection = () => useListState.getState().selection;
    let choosing = 0;
    const clear = (): void => {
      choosing++;
      setListState({ selection: EMPTY_SELECTION });
    };
    /** Rows from one index to another, both included and in either order, are chosen as they are read. */
    const choose = async (a: number, b: number): Promise<void> => {
      const mine = ++choosing;
      const { request } = list();
      const key = searchKey(request);
      const from = Math.min(a, b);
      const end = Math.min(Math.max(a, b) + 1, from + SELECTION_IDS_MAX);
      for (let offset = from; offset < end; offset += ROWS_AT_ONCE) {
        const limit = Math.min(ROWS_AT_ONCE, end - offset);
        const { rows } = await api.candidates.search.call({ ...request, offset, limit });
        // Let go meanwhile, or another range was drawn.
        if (mine !== choosing) return;
        const ids = rows.map((row) => row.id);
        setListState({ selection: addRows(selection(), ids, key) });
      }
    };
    const chooseAll = (): void => {
      const { request, total } = list();
      // So few are chosen one by one: they stay chosen beside others when one searches on.
      if (total <= ROWS_AT_ONCE) void choose(0, total - 1);
      else setListState({ selection: allOf(request, total) });
    };
    return {
      clear,
      chooseAll,
      toggle: (index) => {
        const { request, pages } = list();
        const row = rowAt(pages, index);
        if (row === null) return;
        const key = searchKey(request);
        setListState({ active: index, selection: toggleRow(selection(), row.id, index, key) });
      },
      rangeTo: (index) => {
        const anchor = selection().anchor ?? useListState.getState().active;
        setListState({ active: index });
        void choose(anchor, index);
      },
      toggleAll: (shown) => {
        const isPart = shown === 'some' && list().total <= ROWS_AT_ONCE;
        if (shown === 'none' || isPart) chooseAll();
        else clear();
      },
    };
  }, [api, list, mayChoose]);
}

/** Whether there is anything that could be done with people who are chosen. */
export function useMayChoose(): boolean {
  const can = useCan();
  return can('candidate.edit') || can('export.run');
}

const nothing = (): void => undefined;
const NOTHING_TO_CHOOSE: SelectionActions = {
  toggle: nothing,
  rangeTo: nothing,
  toggleAll: nothing,
  chooseAll: nothing,
  clear: nothing,
};
