import { create } from 'zustand';

/** Whether one's own account is on screen. */
export const useAccountOpen = create<{ readonly isOpen: boolean }>(() => ({ isOpen: false }));

export const setAccountOpen = (isOpen: boolean): void => useAccountOpen.setState({ isOpen });
