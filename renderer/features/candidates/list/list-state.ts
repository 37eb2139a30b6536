import { create } from 'zustand';
import type { ListRequest, ListSearch } from '@/renderer/features/candidates/list/list-search';
import { EMPTY_SELECTION, type Selection } from '@/renderer/features/candidates/list/selection';

interface ListState {
  /** The list last shown: coming back restores it, and the candidate page steps through it. */
  readonly search: ListSearch;
  readonly request: ListRequest | null;
  readonly total: number;
  /** The row the keys act on. */
  readonly active: number;
  /** The active row that the list last brought into sight: stepping on from a candidate's page moves another one there. */
  readonly activeSeen: number;
  readonly scrollTop: number;
  readonly selection: Selection;
  readonly isPreviewOpen: boolean;
  /** The order the candidate page steps through: as it was when one left the list, as an edit there may move its row. */
  readonly walk: Walk;
}

/** Candidates in the order of the list; `start` is the row of the first. */
export interface Walk {
  readonly start: number;
  readonly ids: readonly string[];
}

/** What the candidate list remembers while one is elsewhere in the window. */
export const useListState = create<ListState>(() => ({
  search: {},
  request: null,
  total: 0,
  active: 0,
  activeSeen: 0,
  scrollTop: 0,
  selection: EMPTY_SELECTION,
  isPreviewOpen: false,
  walk: { start: 0, ids: [] },
}));

export const setListState = (patch: Partial<ListState>): void => useListState.setState(patch);

/** Another list is shown: it starts at its top; whoever was chosen stays chosen. The same list keeps its place. */
export function showList(search: ListSearch, request: ListRequest): void {
  const { request: before, selection } = useListState.getState();
  if (before !== null && JSON.stringify(before) === JSON.stringify(request)) return;
  setListState({
    search,
    request,
    active: 0,
    activeSeen: 0,
    scrollTop: 0,
    // Rows are counted anew: a range from the row of before would hold others.
    selection: selection.anchor === null ? selection : { ...selection, anchor: null },
  });
}
