/** Whether this is a Mac, where ⌘ is what Ctrl is elsewhere. */
export const IS_MAC = typeof navigator !== 'undefined' && /mac/i.test(navigator.userAgent);
