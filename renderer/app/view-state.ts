import { create } from 'zustand';
import { persist } from 'zustand/middleware';

interface ViewState {
  readonly isRailCollapsed: boolean;
  readonly isCommandBarOpen: boolean;
  readonly isShortcutsOpen: boolean;
}

/** What the frame of the window remembers. Only the rail's width outlives the window. */
export const useViewState = create<ViewState>()(
  persist(
    (): ViewState => ({ isRailCollapsed: false, isCommandBarOpen: false, isShortcutsOpen: false }),
    {
      name: 'longlist:view',
      partialize: ({ isRailCollapsed }) => ({ isRailCollapsed }),
    },
  ),
);

export function setViewState(patch: Partial<ViewState>): void {
  useViewState.setState(patch);
}
