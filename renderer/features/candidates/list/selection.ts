/** The most rows one bulk action takes: what the contract accepts in one commit, so that one undo takes it back whole. */
export const SELECTION_LIMIT = 500;

/** The rows chosen in the list, and the row a range would start from. */
export interface Selection {
  readonly ids: ReadonlySet<string>;
  readonly anchor: number | null;
}

export const EMPTY_SELECTION: Selection = { ids: new Set(), anchor: null };

/** Chooses a row, or lets it go; the next range starts here. A full selection takes no more. */
export function toggleRow(selection: Selection, id: string, index: number): Selection {
  const ids = new Set(selection.ids);
  if (!ids.delete(id) && ids.size < SELECTION_LIMIT) ids.add(id);
  return { ids, anchor: index };
}

/** Adds rows to the selection up to the limit, keeping the anchor. */
export function addRows(selection: Selection, more: readonly string[]): Selection {
  const ids = new Set(selection.ids);
  for (const id of more) {
    if (ids.size >= SELECTION_LIMIT) break;
    ids.add(id);
  }
  return { ids, anchor: selection.anchor };
}
