import { MessageChannelMain, type MessagePortMain, utilityProcess } from 'electron';
import type { FromCore, ToCore } from '@/electron/core/core-messages';
import type { CoreStatus } from '@/shared/contract/shell/shell';
import { createParserHost, kill } from './node-process';

export interface CoreSupervisor {
  /** A window's port to the core, at once while there is a process; else when there is one again. */
  readonly connect: () => Promise<MessagePortMain>;
  /** Tells the core what a handle stands for; resolves when the handle works, rejects when the core stops before. */
  readonly grant: (handle: string, paths: readonly string[]) => Promise<void>;
  readonly status: () => CoreStatus;
  /** Resolves when the system has started the first process, or failed to. */
  readonly launched: Promise<void>;
  /** Tries again after the core was given up. */
  readonly restart: () => void;
  readonly shutdown: (deadlineMs: number) => Promise<void>;
}

interface Options {
  readonly coreEntry: string;
  readonly coreArguments: readonly string[];
  readonly parserEntry: string;
  readonly init: Omit<Extract<ToCore, { type: 'init' }>, 'type'>;
}

const FAILURES_BEFORE_GIVING_UP = 3;
/** A core that lived this long was well: the next failure counts as the first again. */
const HEALTHY_AFTER_MS = 60_000;

/**
 * Keeps the core process running: starts it, restarts it with back-off (0.5 s, 1 s), and gives up after the third failure
 * in a row, so that a broken workspace ends in a screen that says so and not in a loop.
 */
export function createCoreSupervisor(options: Options): CoreSupervisor {
  let child: Electron.UtilityProcess | null = null;
  let status: CoreStatus = { state: 'starting' };
  let tellLaunched: () => void = () => undefined;
  const launched = new Promise<void>((resolve) => {
    tellLaunched = resolve;
  });
  let failures = 0;
  let stopping = false;
  let startedAt = 0;
  let waiting: (() => void)[] = [];
  const grants = new Map<string, { readonly works: () => void; readonly failed: () => void }>();

  const post = (message: ToCore, ports: MessagePortMain[] = []): void =>
    child?.postMessage(message, ports);

  const start = (): void => {
    startedAt = Date.now();
    status = { state: 'starting' };
    const started = utilityProcess.fork(options.coreEntry, [...options.coreArguments], {
      serviceName: 'Longlist core',
      stdio: 'inherit',
    });
    child = started;
    started.once('spawn', tellLaunched);
    started.once('exit', tellLaunched);
    const parsers = createParserHost(options.parserEntry, (message, ports) => {
      if (child === started) post(message, ports);
    });
    started.on('message', (message: FromCore) => {
      switch (message.type) {
        case 'ready':
          status = { state: 'running' };
          for (const go of waiting) go();
          waiting = [];
          break;
        case 'granted':
          grants.get(message.handle)?.works();
          grants.delete(message.handle);
          break;
        case 'spawn-parser':
        case 'kill-parser':
          parsers.handle(message);
          break;
        case 'closed':
          break;
      }
    });
    started.once('exit', () => {
      parsers.killAll();
      if (child === started) child = null;
      // A handle the core did not confirm is worth nothing: whoever waits for it asks again.
      for (const grant of grants.values()) grant.failed();
      grants.clear();
      if (!stopping) restartAfterFailure();
    });
    post({ type: 'init', ...options.init });
  };

  const restartAfterFailure = (): void => {
    failures = Date.now() - startedAt > HEALTHY_AFTER_MS ? 1 : failures + 1;
    if (failures >= FAILURES_BEFORE_GIVING_UP) {
      status = { state: 'failed', failures };
      return;
    }
    status = { state: 'starting' };
    setTimeout(start, 500 * failures);
  };

  const running = (): Promise<void> =>
    status.state === 'running'
      ? Promise.resolve()
      : new Promise((resolve) => waiting.push(resolve));

  start();
  return {
    launched,
    connect: async () => {
      // A core that is still starting finds the window's first questions waiting; one that dies closes the port.
      if (child === null) await running();
      const { port1, port2 } = new MessageChannelMain();
      post({ type: 'connect' }, [port1]);
      return port2;
    },
    grant: async (handle, paths) => {
      await running();
      await new Promise<void>((resolve, reject) => {
        grants.set(handle, {
          works: resolve,
          failed: () => reject(new Error('The core stopped before it knew the files')),
        });
        post({ type: 'grant', handle, paths });
      });
    },
    status: () => status,
    restart: () => {
      if (status.state !== 'failed') return;
      failures = 0;
      start();
    },
    shutdown: (deadlineMs) => {
      stopping = true;
      const closing = child;
      if (!closing) return Promise.resolve();
      return new Promise((resolve) => {
        const deadline = setTimeout(() => kill(closing), deadlineMs);
        closing.once('exit', () => {
          clearTimeout(deadline);
          resolve();
        });
        post({ type: 'shutdown' });
      });
    },
  };
}
