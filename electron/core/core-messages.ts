/**
 * What main and the core's utility process say to each other over `process.parentPort`. Types only: main imports them too.
 *
 * Order: main forks the process, sends `init`, waits for `ready`, then connects windows. A port travels as the message's
 * one transferred port (`event.ports[0]`). The window's own calls never pass here: they go over the port it was given.
 */
export type ToCore =
  | {
      readonly type: 'init';
      /** Folder of the workspace, absolute; made when a workspace is created. */
      readonly workspaceDir: string;
      /** Folder that holds `samples/`, `ocr/` and the PDF view's data, absolute. */
      readonly resourcesDir: string;
      /** What a query thread runs, absolute, and with which arguments. */
      readonly queryEntry: string;
      readonly queryArguments: readonly string[];
      /** Longlist's own version, as shown to people. */
      readonly version: string;
      /** File to which the core appends its log (no personal data), absolute; null for stderr. */
      readonly logFile: string | null;
      /** How many parse processes to run; null lets the core decide by processors and memory. */
      readonly parsers: number | null;
      /** Benchmarks and tests alone, never in the packaged application: a workspace in clear, and passphrases that cost nothing to try. */
      readonly plain: boolean;
      readonly cheapPassphrase: boolean;
    }
  /** A window's end of the line: one transferred port, over which the window calls the contract. */
  | { readonly type: 'connect' }
  /** What a dialog or a drop gave: the window knows only the handle. Answered by `granted`, after which the handle works. */
  | { readonly type: 'grant'; readonly handle: string; readonly paths: readonly string[] }
  /** The parse process asked for by `spawn-parser`, with its port transferred. */
  | { readonly type: 'parser-port'; readonly id: number }
  /** A parse process ended, or could not be started. Sent exactly once for each `spawn-parser`. */
  | {
      readonly type: 'parser-exit';
      readonly id: number;
      readonly code: number | null;
      readonly signal: string | null;
    }
  /** Finish what is in hand, close the database, answer `closed`, exit. */
  | { readonly type: 'shutdown' };

export type FromCore =
  /** The core answers calls from now on, also when the workspace could not be opened (`workspace.status` says why). */
  | { readonly type: 'ready' }
  | { readonly type: 'granted'; readonly handle: string }
  /** Fork `dist/node/parse.js` with an empty environment and introduce it by a message channel (`parser-port`). */
  | { readonly type: 'spawn-parser'; readonly id: number }
  /** End the process at once (SIGKILL); `parser-exit` follows. */
  | { readonly type: 'kill-parser'; readonly id: number }
  | { readonly type: 'closed' };
