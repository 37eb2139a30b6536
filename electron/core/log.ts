import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';

/** Facts for the log: codes, counts, ids, durations. Never a name, a path, an address or a text from a file. */
export type LogFacts = Readonly<Record<string, string | number | boolean | null>>;

export interface Log {
  readonly info: (event: string, facts?: LogFacts) => void;
  readonly error: (event: string, error: unknown, facts?: LogFacts) => void;
}

const MAX_LOG_BYTES = 2 * 1024 * 1024;

/** Appends one JSON object a line to a file that is kept below 2 MB (with one older file beside it); null writes to stderr. */
export function createLog(file: string | null): Log {
  const write = (line: Readonly<Record<string, unknown>>): void => {
    const text = `${JSON.stringify({ at: new Date().toISOString(), ...line })}\n`;
    try {
      if (file === null) process.stderr.write(text);
      else append(file, text);
    } catch {
      // A log that cannot be written must not take the work down with it.
    }
  };
  return {
    info: (event, facts = {}) => write({ level: 'info', event, ...facts }),
    error: (event, error, facts = {}) =>
      write({ level: 'error', event, ...facts, ...describeError(error) }),
  };
}

export const silentLog: Log = { info: () => undefined, error: () => undefined };

/** What an error is and where it was thrown, without its message: messages may quote what a person or a file said. */
function describeError(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { error: typeof error };
  const frames = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12)
    .map((line) =>
      line.trim().replace(/\(?(?:file:\/\/)?[^()\s]*[\\/]([^\\/()\s]+:\d+:\d+)\)?$/, '($1)'),
    );
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null;
  return { error: error.name, code, frames };
}

function append(file: string, text: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  const size = sizeOf(file);
  if (size > MAX_LOG_BYTES) renameSync(file, `${file}.1`);
  appendFileSync(file, text, { mode: 0o600 });
}

function sizeOf(file: string): number {
  try {
    return statSync(file).size;
  } catch {
    return 0;
  }
}
