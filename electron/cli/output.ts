import { isAppError } from '@/shared/kit/app-error';

/** How a command ends. */
export const EXIT = { ok: 0, failed: 1, usage: 2, interrupted: 130 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Prints a line of the answer. */
export const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};
/** Prints a line beside the answer: errors, progress, what a person should know. */
export const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};
export const printJson = (value: unknown): void => print(JSON.stringify(value, null, 2));

/** A wrong use of a command, in a sentence. */
export class UsageError extends Error {}

/** What went wrong, for a person, and the exit code that goes with it. */
export function report(error: unknown): ExitCode {
  if (error instanceof UsageError) {
    say(`longlist: ${error.message}`);
    return EXIT.usage;
  }
  if (isAppError(error) || hasCode(error)) {
    say(`longlist: ${error.message}`);
    return EXIT.failed;
  }
  say(
    `longlist: something unexpected happened (${error instanceof Error ? error.message : 'unknown'}).`,
  );
  return EXIT.failed;
}

/** An expected failure that came through the contract. */
const hasCode = (error: unknown): error is Error & { readonly code: string } =>
  error instanceof Error && 'code' in error && typeof error.code === 'string';

/** A reader that has seen enough (`| head`) closes the pipe: that is no error of ours, and nobody reads on. */
export function endQuietlyOnClosedPipe(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      process.exit(error.code === 'EPIPE' ? EXIT.ok : EXIT.failed);
    });
  }
}

/** Ends the process when everything that was printed is out. */
export function endProcess(code: ExitCode): void {
  process.exitCode = code;
  process.stdout.write('', () => process.stderr.write('', () => process.exit(code)));
}

/** One line on a terminal that is written over and over; nothing where there is no terminal. */
export function statusLine(): {
  readonly show: (text: string) => void;
  readonly clear: () => void;
} {
  const { stderr } = process;
  if (!stderr.isTTY) return { show: () => undefined, clear: () => undefined };
  const clear = (): void => {
    stderr.write('\r\u001b[2K');
  };
  return {
    show: (text) => {
      clear();
      stderr.write(text.slice(0, Math.max(20, (stderr.columns ?? 80) - 1)));
    },
    clear,
  };
}

/** Text from a file or a person, made safe for a terminal: control characters could move the cursor or change its title. */
export const plain = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  text.replace(
    /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,
    '',
  );
