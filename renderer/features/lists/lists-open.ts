import { create } from 'zustand';

/** Whether the lists are on screen: a command and the filter by list bring them up. */
export const useListsOpen = create<{ readonly isOpen: boolean }>(() => ({ isOpen: false }));

/** Shows the lists, to make, rename, describe and delete them. */
export const openLists = (): void => useListsOpen.setState({ isOpen: true });
