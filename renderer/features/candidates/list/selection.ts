import type { ListRequest } from '@/renderer/features/candidates/list/list-search';
import {
  type CandidateSelection,
  SELECTION_EXCEPT_MAX,
  SELECTION_IDS_MAX,
  type SelectionRequest,
} from '@/shared/domain/candidates/selection';

/**
 * Who is chosen: people one by one, who stay chosen whatever the list shows, or everybody a search finds but for some. A range would
 * start from the row `anchor` of the list on screen.
 */
export type Selection = { readonly anchor: number | null } & (
  | { readonly kind: 'ids'; readonly ids: ReadonlySet<string> }
  | {
      readonly kind: 'search';
      readonly request: SelectionRequest;
      /** Says which search it is: requests are compared by it. */
      readonly key: string;
      readonly total: number;
      readonly except: ReadonlySet<string>;
    }
);

/** How much of the list on screen is chosen. */
export type ChosenHere = 'all' | 'some' | 'none';

export const EMPTY_SELECTION: Selection = { kind: 'ids', ids: new Set(), anchor: null };

/** Whom a list finds, without the order and the counts: the same people have the same key. */
export const searchKey = (request: ListRequest): string => JSON.stringify(peopleOf(request));

/** A list as a selection holds it. */
export const peopleOf = ({ text, filters, synonyms, spelling }: ListRequest): SelectionRequest => ({
  text,
  filters,
  synonyms,
  spelling,
});

/** Everybody a list finds. */
export const allOf = (request: ListRequest, total: number): Selection => ({
  kind: 'search',
  request: peopleOf(request),
  key: searchKey(request),
  total,
  except: new Set(),
  anchor: null,
});

/** How many are chosen. */
export const chosenCount = (selection: Selection): number =>
  selection.kind === 'ids'
    ? selection.ids.size
    : Math.max(0, selection.total - selection.except.size);

/** Whether a row of the list with this key is chosen. Everybody of another search is not told apart here. */
export const isChosen = (selection: Selection, id: string, key: string): boolean =>
  selection.kind === 'ids'
    ? selection.ids.has(id)
    : selection.key === key && !selection.except.has(id);

/**
 * Chooses a row, or lets it go; the next range starts here. A full selection takes no more. A row of another search than the one that
 * is chosen as a whole starts a new selection.
 */
export function toggleRow(selection: Selection, id: string, index: number, key: string): Selection {
  if (selection.kind === 'search') {
    if (selection.key !== key) return { kind: 'ids', ids: new Set([id]), anchor: index };
    const except = new Set(selection.except);
    if (!except.delete(id) && except.size < SELECTION_EXCEPT_MAX) except.add(id);
    return { ...selection, except, anchor: index };
  }
  const ids = new Set(selection.ids);
  if (!ids.delete(id) && ids.size < SELECTION_IDS_MAX) ids.add(id);
  return { kind: 'ids', ids, anchor: index };
}

/** Adds rows up to the most that are chosen one by one, keeping the anchor. */
export function addRows(selection: Selection, more: readonly string[], key: string): Selection {
  const { anchor } = selection;
  if (selection.kind === 'search' && selection.key === key) {
    const except = new Set(selection.except);
    for (const id of more) except.delete(id);
    return { ...selection, except };
  }
  const ids = new Set(selection.kind === 'ids' ? selection.ids : []);
  for (const id of more) {
    if (ids.size >= SELECTION_IDS_MAX) break;
    ids.add(id);
  }
  return { kind: 'ids', ids, anchor };
}

/** The selection as a bulk action takes it; null when nobody is chosen. */
export function handedOver(selection: Selection): CandidateSelection | null {
  if (chosenCount(selection) === 0) return null;
  return selection.kind === 'ids'
    ? { kind: 'ids', ids: [...selection.ids] }
    : {
        kind: 'search',
        request: selection.request,
        total: selection.total,
        except: [...selection.except],
      };
}
