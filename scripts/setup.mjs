// Sets a fresh checkout up, and finds in well under two seconds that there is nothing left to do.
// `npm start`, `npm test`, `npm run build` and `longlist` all begin here; `npm run setup` runs it alone.

import { fileURLToPath } from 'node:url';
import { ensureDependencies } from './setup/dependencies.mjs';
import { electronRuntime, ensureElectron } from './setup/electron.mjs';
import { withLock } from './setup/lock.mjs';
import { checkNativeModules } from './setup/native.mjs';
import { inRepo } from './setup/places.mjs';
import { SetupError, say, tell } from './setup/run.mjs';
import { ensureSqlite } from './setup/sqlite.mjs';
import { ensureSystem } from './setup/system.mjs';

/**
 * Runs every step; each looks first whether it has anything to do. The addon is built while Electron is on its way: one waits for a
 * compiler, the other for the network.
 * @param {{forTests?: boolean, onPackages?: () => void}} [options] tests need a display and a session bus besides what the application
 *   needs; `onPackages` is called when the npm packages are there, which is all that checks of the sources need
 * @throws {SetupError} when a step cannot be done, with the explanation
 */
export async function setUp({ forTests = false, onPackages = () => undefined } = {}) {
  checkNode();
  // Not in node_modules: installing empties that folder.
  await withLock(inRepo('dist', '.setup-lock'), async () => {
    await ensureDependencies();
    onPackages();
    const electron = ensureElectron().then(() => ensureSystem(forTests));
    await Promise.all([ensureSqlite(electron), electron.then(checkNativeModules)]);
  });
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new SetupError(`Node 20.19 or later is needed; this is ${process.versions.node}.`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await tell(async () => {
    const start = performance.now();
    await setUp({ forTests: true });
    const { version, fallback, dist } = electronRuntime();
    say(
      `Set up in ${((performance.now() - start) / 1000).toFixed(1)} s, with Electron ${version}.`,
    );
    if (fallback) say(`  (the development fallback; delete ${dist} to try Electron's own again)`);
  });
}
