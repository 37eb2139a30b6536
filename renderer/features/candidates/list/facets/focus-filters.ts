import {
  isPanelOpen,
  setListView,
  useListView,
} from '@/renderer/features/candidates/list/list-view';

/** The panel of the filters in the page. */
export const FILTERS_ID = 'candidate-filters';

/** Shows the filters and gives them the keyboard. */
export function focusFilters(): void {
  const wasOpen = isPanelOpen(useListView.getState());
  setListView({ isPanelOpen: true });
  const focus = (): void =>
    document.getElementById(FILTERS_ID)?.querySelector<HTMLElement>('[data-fold]')?.focus();
  if (wasOpen) focus();
  // Drawn first.
  else requestAnimationFrame(() => setTimeout(focus, 0));
}
