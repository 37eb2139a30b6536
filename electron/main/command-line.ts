import { app, utilityProcess } from 'electron';
import type { FromCore } from '@/electron/core/core-messages';
import { createParserHost } from './node-process';

/** The words that make the application a command line instead of a window. */
const COMMANDS = [
  'import',
  'parse',
  'search',
  'show',
  'doctor',
  'help',
  '--help',
  '-h',
  '--version',
  '-V',
];

/**
 * The arguments for the command line, or null when a window is wanted. `argv` is the process's own; an unpackaged
 * application has its folder as second entry. Chromium's switches before the command are passed over.
 */
export function commandLineArguments(
  argv: readonly string[],
  packaged: boolean,
): readonly string[] | null {
  const given = argv.slice(packaged ? 1 : 2);
  const first = given.findIndex((arg) => COMMANDS.includes(arg) || !arg.startsWith('-'));
  const command = given[first];
  return command !== undefined && COMMANDS.includes(command) ? given.slice(first) : null;
}

/**
 * Runs `longlist …` without a window: the same command line as under plain Node, in a utility process, so that files of
 * strangers meet parse processes here too. Ends the application with the command's exit code.
 */
export async function runCommandLine(
  args: readonly string[],
  entries: { readonly entry: string; readonly parserEntry: string },
): Promise<never> {
  app.dock?.hide();
  await app.whenReady();
  const child = utilityProcess.fork(entries.entry, [...args], {
    serviceName: 'Longlist command line',
    stdio: 'inherit',
  });
  const parsers = createParserHost(entries.parserEntry, (message, ports) =>
    child.postMessage(message, ports ?? []),
  );
  child.on('message', (message: FromCore) => {
    if (message.type === 'spawn-parser' || message.type === 'kill-parser') parsers.handle(message);
  });
  const code = await new Promise<number>((resolve) => child.once('exit', resolve));
  parsers.killAll();
  app.exit(code);
  // app.exit ends the process; this promise only keeps the type honest until it does.
  return new Promise<never>(() => undefined);
}
