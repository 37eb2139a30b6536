/** Whether this is a Mac, where ⌘ is what Ctrl is elsewhere. */
export const IS_MAC = /mac/i.test(navigator.userAgent);
