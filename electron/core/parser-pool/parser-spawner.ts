import type { FromParser, ToParser } from '@/electron/workers/parse/parse-messages';

/** How a parse process ended, as far as the platform tells. */
export interface ParserExit {
  readonly code: number | null;
  /** `SIGKILL`, `SIGABRT` … where the platform knows signals; null on a plain exit and on Windows. */
  readonly signal: string | null;
}

/** One running parse process (`dist/node/parse.js`), seen from the core. */
export interface ParserProcess {
  /** May be called at once after `spawn`: messages are kept until the process is connected. Never throws. */
  readonly post: (message: ToParser) => void;
  readonly onMessage: (listener: (message: FromParser) => void) => void;
  /** Called exactly once, also when the process could not be started at all. */
  readonly onExit: (listener: (exit: ParserExit) => void) => void;
  /** SIGKILL (TerminateProcess on Windows). Safe to call more than once; `onExit` follows. */
  readonly kill: () => void;
}

/**
 * Starts parse processes: by `child_process.fork` under plain Node (node-spawner.ts), by main's supervisor and a
 * utility process inside the application. The process gets an empty environment.
 *
 * In the application the supervisor may either relay over `process.parentPort` or hand the process one MessagePort in
 * `event.ports[0]` of its first message; from then on the process speaks `ToParser`/`FromParser` over that port.
 */
export interface ParserSpawner {
  readonly spawn: () => ParserProcess;
}
