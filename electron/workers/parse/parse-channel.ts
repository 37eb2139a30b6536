import type { FromParser, ToParser } from './parse-messages';

export interface ParseChannel {
  readonly send: (message: FromParser) => void;
  readonly onMessage: (listener: (message: ToParser) => void) => void;
}

/** What this file uses of Electron's ports; the parse process does not import `electron`. */
interface Port {
  readonly on: (event: 'message', listener: (event: PortEvent) => void) => unknown;
  readonly start?: () => void;
  readonly postMessage: (message: unknown) => void;
}
interface PortEvent {
  readonly data: unknown;
  readonly ports?: readonly Port[];
}

/**
 * The line to the core: Node's IPC when forked by Node; in an Electron utility process the parent port, or the MessagePort
 * that main hands over in its first message. The core is trusted, so its messages are taken as what they say they are.
 */
export function openChannel(): ParseChannel {
  // `parentPort` exists in Electron's utility processes only, and no types of Node name it.
  const parentPort = (process as unknown as { readonly parentPort?: Port }).parentPort;
  return parentPort === undefined ? nodeChannel() : portChannel(parentPort);
}

function nodeChannel(): ParseChannel {
  process.on('disconnect', () => process.exit(0));
  return {
    send: (message) => {
      if (process.connected) process.send?.(message, undefined, undefined, () => undefined);
    },
    onMessage: (listener) => {
      process.on('message', (message) => listener(message as ToParser));
    },
  };
}

function portChannel(parentPort: Port): ParseChannel {
  let port = parentPort;
  let deliver: (message: ToParser) => void = () => undefined;
  parentPort.on('message', (event) => {
    const handed = event.ports?.[0];
    if (handed === undefined) {
      deliver(event.data as ToParser);
      return;
    }
    port = handed;
    handed.on('message', (inner) => deliver(inner.data as ToParser));
    handed.start?.();
  });
  return {
    send: (message) => port.postMessage(message),
    onMessage: (listener) => {
      deliver = listener;
    },
  };
}
