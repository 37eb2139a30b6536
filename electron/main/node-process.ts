import { MessageChannelMain, type MessagePortMain, utilityProcess } from 'electron';
import type { FromCore, ToCore } from '@/electron/core/core-messages';

type ParserMessage = Extract<FromCore, { type: 'spawn-parser' | 'kill-parser' }>;

/**
 * Forks parse processes on behalf of a Node process (the core, or a command line) and introduces them to it: only main
 * may fork, and the two then speak over a port of their own.
 */
export function createParserHost(
  parserEntry: string,
  post: (message: ToCore, ports?: MessagePortMain[]) => void,
): { readonly handle: (message: ParserMessage) => void; readonly killAll: () => void } {
  const parsers = new Map<number, Electron.UtilityProcess>();

  const spawn = (id: number): void => {
    const child = utilityProcess.fork(parserEntry, [], {
      env: {},
      serviceName: 'Longlist parser',
      stdio: 'ignore',
      execArgv: ['--max-old-space-size=400'],
    });
    parsers.set(id, child);
    child.once('spawn', () => {
      const { port1, port2 } = new MessageChannelMain();
      child.postMessage({ type: 'port' }, [port1]);
      post({ type: 'parser-port', id }, [port2]);
    });
    child.once('exit', (code) => {
      parsers.delete(id);
      post({ type: 'parser-exit', id, code, signal: null });
    });
  };

  return {
    handle: (message) => {
      if (message.type === 'spawn-parser') spawn(message.id);
      else kill(parsers.get(message.id));
    },
    killAll: () => {
      for (const child of parsers.values()) kill(child);
    },
  };
}

/** A parse that hangs does not hear a polite request: SIGKILL, which Windows answers as TerminateProcess. */
export function kill(child: Electron.UtilityProcess | undefined): void {
  if (child?.pid === undefined) return;
  try {
    process.kill(child.pid, 'SIGKILL');
  } catch {
    // It is gone already; its exit was or will be told.
  }
}
