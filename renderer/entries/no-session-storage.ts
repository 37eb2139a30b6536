// The router looks for places of scroll bars in the session's storage as soon as it is read, and the page waits while the browser process opens
// a database for it. The window keeps nothing there. This module has to be imported before the router.
Object.defineProperty(window, 'sessionStorage', { value: undefined });
