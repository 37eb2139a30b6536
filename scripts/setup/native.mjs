// The native modules that npm brings ready-made: drawing (for OCR and PDF pages) and the keychain.

import { electronRuntime } from './electron.mjs';
import { inRepo } from './places.mjs';
import { run, SetupError, tail } from './run.mjs';

/** Checks that they load under Node and under Electron. There is nothing to repair: a failure names the module and the reason. */
export async function checkNativeModules() {
  const electron = electronRuntime();
  const runtimes = [{ command: process.execPath, env: {} }];
  if (electron) runtimes.push({ command: electron.executable, env: { ELECTRON_RUN_AS_NODE: '1' } });
  const probe = inRepo('scripts/setup/probes/native.cjs');
  await Promise.all(
    runtimes.map(async ({ command, env }) => {
      const result = await run(command, [probe], { cwd: inRepo(), env, seconds: 30 });
      if (!result.ok) {
        throw new SetupError(
          `A native module does not load under ${command}:\n${tail(result.output)}`,
        );
      }
    }),
  );
}
