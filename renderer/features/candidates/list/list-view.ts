import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import type { SectionId } from '@/renderer/features/candidates/list/facets/sections';

interface ListView {
  /** Null until somebody opens or closes the filters: then as `isPanelOpen` says. */
  readonly isPanelOpen: boolean | null;
  readonly openSections: readonly SectionId[];
  /** Widths of columns that were set by hand, in px. */
  readonly widths: Readonly<Record<string, number>>;
}

/** From this width of the window on, in px, there is room for the filters beside the table from the start. */
const WIDE = 1200;

/** How long rows and counts of the search before are shown as they are, in ms, before they are dimmed: with each key they would flicker. */
export const DIMMED_AFTER = 300;

/** How the candidate list is laid out on this screen; it outlives the window. */
export const useListView = create<ListView>()(
  persist(
    (): ListView => ({
      isPanelOpen: null,
      openSections: ['skills', 'years', 'place'],
      widths: {},
    }),
    { name: 'longlist:candidate-list' },
  ),
);

let hadRoom: boolean | undefined;

/**
 * Whether the filters are shown beside the table: as somebody chose, else when there is room for them. That is looked at when the list is first
 * drawn, as a window that is still being made has no width, and once: it does not come and go while a window is pulled smaller.
 */
export function isPanelOpen(view: ListView): boolean {
  if (view.isPanelOpen !== null) return view.isPanelOpen;
  hadRoom ??= window.innerWidth >= WIDE;
  return hadRoom;
}

export function setListView(patch: Partial<ListView>): void {
  useListView.setState(patch);
}

/** Folds a section of the filters out, or away again. */
export function toggleSection(id: SectionId): void {
  const { openSections } = useListView.getState();
  setListView({
    openSections: openSections.includes(id)
      ? openSections.filter((one) => one !== id)
      : [...openSections, id],
  });
}
