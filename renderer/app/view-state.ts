import { create } from 'zustand';
import { persist } from 'zustand/middleware';

interface ViewState {
  readonly isRailCollapsed: boolean;
  readonly isCommandBarOpen: boolean;
  readonly isShortcutsOpen: boolean;
  /** Whether the search box shows what is typed as chips. */
  readonly isSearchAsChips: boolean;
}

/** What the frame of the window remembers. The rail's width and the form of the search box outlive the window. */
export const useViewState = create<ViewState>()(
  persist(
    (): ViewState => ({
      isRailCollapsed: false,
      isCommandBarOpen: false,
      isShortcutsOpen: false,
      isSearchAsChips: false,
    }),
    {
      name: 'longlist:view',
      partialize: ({ isRailCollapsed, isSearchAsChips }) => ({ isRailCollapsed, isSearchAsChips }),
    },
  ),
);

export function setViewState(patch: Partial<ViewState>): void {
  useViewState.setState(patch);
}
