import { fork } from 'node:child_process';
import type { FromParser } from '@/electron/workers/parse/parse-messages';
import type { ParserProcess, ParserSpawner } from './parser-spawner';

export interface NodeSpawnerOptions {
  /** Absolute path of `dist/node/parse.js`. */
  readonly entry: string;
  /** Megabytes of JavaScript heap; the watchdog inside counts all resident memory. */
  readonly heapMb?: number;
}

/** Parse processes as plain Node children: for the command line, tests and benchmarks. */
export function createNodeSpawner(options: NodeSpawnerOptions): ParserSpawner {
  return {
    spawn: (): ParserProcess => {
      const child = fork(options.entry, [], {
        // Windows cannot load its own libraries without this one.
        env: process.platform === 'win32' ? { SystemRoot: process.env.SystemRoot ?? '' } : {},
        serialization: 'advanced',
        execArgv: [`--max-old-space-size=${options.heapMb ?? 320}`],
        stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      });
      return {
        post: (message) => {
          // A child that has just died tells so by its exit; the message is lost with it.
          if (child.connected) child.send(message, () => undefined);
        },
        onMessage: (listener) => {
          child.on('message', (message) => listener(message as FromParser));
        },
        onExit: (listener) => {
          let told = false;
          const tell = (code: number | null, signal: string | null): void => {
            if (told) return;
            told = true;
            listener({ code, signal });
          };
          child.on('exit', tell);
          child.on('error', () => {
            if (child.pid === undefined) tell(null, null);
          });
        },
        kill: () => {
          child.kill('SIGKILL');
        },
      };
    },
  };
}
