// The native modules that npm brings ready-made: drawing (for OCR and PDF pages) and the keychain.

import { SetupError, tail } from './run.mjs';
import { tryUnderEachRuntime } from './runtimes.mjs';

/** Checks that they load under Node and under Electron. There is nothing to repair: a failure names the module and the reason. */
export async function checkNativeModules() {
  for (const result of await tryUnderEachRuntime('scripts/setup/probes/native.cjs')) {
    if (!result.ok) {
      const reason = tail(result.output) || result.signal;
      throw new SetupError(`A native module does not load under ${result.runtime}:\n${reason}`);
    }
  }
}
