import { type ClientLink, ORPCError } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import { setConnection } from '@/renderer/app/connection';
import { PORT_MESSAGE, REQUEST_PORT_EVENT } from '@/shared/contract/shell/port-messages';

type NoContext = Record<never, never>;

/** A port that was not answered within this time, in ms, is asked for again; after `PATIENCE` the window says that the core is gone. */
const ASK_AGAIN = 5000;
const PATIENCE = 15_000;

interface Line {
  readonly link: RPCLink<NoContext>;
  /** Aborted when the port is closed: the core stopped. */
  readonly closed: AbortSignal;
}

/**
 * The way to the core through message ports. A port that closes is replaced by a new one; calls in flight on the old one fail with
 * CORE_RESTARTED, calls made meanwhile wait for the new one.
 */
export function createPortLink(page: Window): ClientLink<NoContext> {
  let line: Promise<Line> = connect(page);

  async function connect(target: Window): Promise<Line> {
    const port = await askForPort(target);
    const closing = new AbortController();
    // Electron closes the port when the process at its other end goes away.
    port.addEventListener('close', () => {
      setConnection('connecting');
      line = connect(target);
      closing.abort();
    });
    const link = new RPCLink<NoContext>({ port });
    port.start();
    setConnection('connected');
    return { link, closed: closing.signal };
  }

  return {
    call: async (path, input, options) => {
      const { link, closed } = await line;
      return untilClosed(link.call(path, input, options), closed);
    },
  };
}

/** The result of the call, or CORE_RESTARTED as soon as the port is closed, whatever error that causes inside the call. */
function untilClosed<Result>(call: Promise<Result>, closed: AbortSignal): Promise<Result> {
  return new Promise((resolve, reject) => {
    const restarted = (): void =>
      reject(new ORPCError('CORE_RESTARTED', { status: 503, message: 'The core was restarted' }));
    if (closed.aborted) return restarted();
    closed.addEventListener('abort', restarted, { once: true });
    call.then(
      (result) => {
        closed.removeEventListener('abort', restarted);
        resolve(result);
      },
      (error: unknown) => {
        closed.removeEventListener('abort', restarted);
        reject(error);
      },
    );
  });
}

/** Asks the preload script for a port until one comes. */
function askForPort(page: Window): Promise<MessagePort> {
  return new Promise((resolve) => {
    const ask = (): void => void page.dispatchEvent(new Event(REQUEST_PORT_EVENT));
    const asking = setInterval(ask, ASK_AGAIN);
    // Again and again: whoever starts the core anew begins to wait anew.
    const losing = setInterval(() => setConnection('lost'), PATIENCE);
    const onMessage = (event: MessageEvent): void => {
      const port = event.ports[0];
      if (event.source !== page || event.data !== PORT_MESSAGE || !port) return;
      page.removeEventListener('message', onMessage);
      clearInterval(asking);
      clearInterval(losing);
      resolve(port);
    };
    page.addEventListener('message', onMessage);
    ask();
  });
}
