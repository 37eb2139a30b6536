// Apart from shell.ts so that preload, which must stay tiny, does not carry a validation library.

/** What the `message` event says by which preload passes the port to the page. */
export const PORT_MESSAGE = 'longlist:port';
/** The event by which the page asks for a (new) port to the core. */
export const REQUEST_PORT_EVENT = 'longlist:request-port';
