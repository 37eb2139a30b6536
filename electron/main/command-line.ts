import { app, utilityProcess } from 'electron';
import type { FromCore } from '@/electron/core/core-messages';
import { createParserHost } from './node-process';

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
