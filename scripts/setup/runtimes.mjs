// The two runtimes that native modules must load under: this Node, and Electron acting as Node.

import { electronRuntime } from './electron.mjs';
import { inRepo } from './places.mjs';
import { run } from './run.mjs';

/**
 * Runs a script under each runtime that can start here. Electron without its system libraries is left out: the person has been told
 * what to install, and the command line works without it.
 * @param {string} script a path inside the checkout
 * @returns {Promise<{runtime: string, ok: boolean, output: string, signal: string | null}[]>}
 */
export async function tryUnderEachRuntime(script) {
  const runtimes = [{ name: `Node ${process.versions.node}`, command: process.execPath, env: {} }];
  const electron = electronRuntime();
  if (electron !== undefined && !(await lacksLibraries(electron.executable))) {
    runtimes.push({
      name: `Electron ${electron.version}`,
      command: electron.executable,
      env: { ELECTRON_RUN_AS_NODE: '1' },
    });
  }
  return Promise.all(
    runtimes.map(async ({ name, command, env }) => ({
      runtime: name,
      ...(await run(command, [inRepo(script)], { cwd: inRepo(), env, seconds: 30 })),
    })),
  );
}

/** Whether a program of Linux names shared libraries that the system does not have. */
export async function lacksLibraries(executable) {
  if (process.platform !== 'linux') return false;
  const { ok, output } = await run('ldd', [executable], { seconds: 20 });
  return ok && output.includes('not found');
}
