/** What can be done about the keys, in the order of the settings. */
export const DEEDS = ['change', 'remove', 'recovery', 'rotate'] as const;
export type KeyDeed = (typeof DEEDS)[number];
