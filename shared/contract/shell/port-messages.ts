// Apart from shell.ts so that preload, which must stay tiny, does not carry a validation library.

/** The message by which preload passes the port to the page: `window.postMessage(PORT_MESSAGE, '*', [port])`. */
export const PORT_MESSAGE = 'longlist:port';
/** Sent by the page to ask for a (new) port to the core. */
export const REQUEST_PORT_MESSAGE = 'longlist:request-port';
