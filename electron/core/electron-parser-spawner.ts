import type { FromParser, ToParser } from '@/electron/workers/parse/parse-messages';
import type { FromCore, ToCore } from './core-messages';
import type { CorePort } from './parent-port';
import type { ParserExit, ParserProcess, ParserSpawner } from './parser-pool/parser-spawner';

export interface ElectronParserSpawner extends ParserSpawner {
  /** Takes main's `parser-port` and `parser-exit`. */
  readonly handle: (
    message: Extract<ToCore, { type: 'parser-port' | 'parser-exit' }>,
    port: CorePort | null,
  ) => void;
}

interface Child {
  port: CorePort | null;
  /** Said before the process was connected. */
  waiting: ToParser[];
  exit: ParserExit | null;
  onMessage: (message: FromParser) => void;
  onExit: (exit: ParserExit) => void;
}

/** Only main may fork in the application: it is asked to, and sends a port to the new process. */
export function createElectronParserSpawner(
  post: (message: FromCore) => void,
): ElectronParserSpawner {
  const children = new Map<number, Child>();
  let lastId = 0;

  const connect = (child: Child, port: CorePort): void => {
    child.port = port;
    // A parse process speaks FromParser and nothing else; it is our own program.
    port.on('message', ({ data }) => child.onMessage(data as FromParser));
    port.start();
    for (const message of child.waiting) port.postMessage(message);
    child.waiting = [];
  };

  return {
    spawn: (): ParserProcess => {
      const id = ++lastId;
      const child: Child = {
        port: null,
        waiting: [],
        exit: null,
        onMessage: () => undefined,
        onExit: () => undefined,
      };
      children.set(id, child);
      post({ type: 'spawn-parser', id });
      return {
        post: (message) => {
          if (child.exit) return;
          if (child.port) child.port.postMessage(message);
          else child.waiting.push(message);
        },
        onMessage: (listener) => {
          child.onMessage = listener;
        },
        onExit: (listener) => {
          child.onExit = listener;
          if (child.exit) listener(child.exit);
        },
        kill: () => {
          if (!child.exit) post({ type: 'kill-parser', id });
        },
      };
    },
    handle: (message, port) => {
      const child = children.get(message.id);
      if (!child) return;
      if (message.type === 'parser-port') {
        if (port) connect(child, port);
        return;
      }
      children.delete(message.id);
      child.exit = { code: message.code, signal: message.signal };
      child.port?.close();
      child.onExit(child.exit);
    },
  };
}
