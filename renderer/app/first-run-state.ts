import { create } from 'zustand';

/** Whether the first run is still going on: its second step comes when there already is a workspace. */
export const useFirstRun = create<{ readonly isUnderWay: boolean }>(() => ({ isUnderWay: false }));

export function setFirstRunUnderWay(isUnderWay: boolean): void {
  useFirstRun.setState({ isUnderWay });
}
