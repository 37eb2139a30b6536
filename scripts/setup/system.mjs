// What the operating system must bring: libraries for Electron's window, a virtual display for tests, a compiler for the addon.
// On Debian and Ubuntu as root they are installed; anywhere else the person gets the exact command.

import { existsSync } from 'node:fs';
import path from 'node:path';
import { electronRuntime } from './electron.mjs';
import { run, SetupError, say, tail } from './run.mjs';
import { lacksLibraries } from './runtimes.mjs';

/** What Electron loads, beyond what a server's Debian has. */
const WINDOW_LIBRARIES = [
  'libgtk-3-0',
  'libnss3',
  'libasound2',
  'libgbm1',
  'libxss1',
  'libsecret-1-0',
];

/** Programs the tests start, and the package each comes in. */
const TEST_PROGRAMS = { Xvfb: 'xvfb', xauth: 'xauth', 'dbus-run-session': 'dbus-x11' };
const COMPILER = { make: 'build-essential', 'g++': 'build-essential', python3: 'python3' };

/**
 * Makes sure that the Electron runtime finds its libraries and, for tests, that there is a display.
 * @param {boolean} forTests
 */
export async function ensureSystem(forTests) {
  if (process.platform !== 'linux') return;
  const packages = new Set();
  const runtime = electronRuntime();
  if (runtime !== undefined && (await lacksLibraries(runtime.executable))) {
    for (const name of WINDOW_LIBRARIES) packages.add(name);
  }
  if (forTests) for (const name of missing(TEST_PROGRAMS)) packages.add(name);
  await install(packages, 'the window and its tests');
}

/** Makes sure that a C++ compiler, make and Python are there. */
export async function ensureCompiler() {
  if (process.platform !== 'linux') return;
  await install(new Set(missing(COMPILER)), 'building the SQLite addon');
}

function missing(programs) {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return Object.entries(programs)
    .filter(([program]) => !folders.some((folder) => existsSync(path.join(folder, program))))
    .map(([, name]) => name);
}

/** One at a time: apt refuses to be started twice. */
let installing = Promise.resolve();

function install(packages, purpose) {
  const next = installing.then(() => installNow(packages, purpose));
  installing = next.catch(() => undefined);
  return next;
}

async function installNow(packages, purpose) {
  if (packages.size === 0) return;
  const canInstall = existsSync('/usr/bin/apt-get') && process.getuid() === 0;
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  if (canInstall) await refreshLists(env);
  const names = await packageNames([...packages]);
  const command = `apt-get install -y --no-install-recommends ${names.join(' ')}`;
  if (!existsSync('/usr/bin/apt-get')) {
    say(
      `${purpose}: these Debian packages, or what your system calls them, are missing: ${names.join(' ')}`,
    );
    return;
  }
  if (!canInstall) {
    say(`Needed for ${purpose}: sudo ${command}`);
    return;
  }
  say(`Installing system packages for ${purpose}: ${names.join(' ')} …`);
  const result = await run('sh', ['-c', command], { env, seconds: 900 });
  if (!result.ok) throw new SetupError(`${command} failed:\n${tail(result.output)}`);
}

let listsAreFresh = false;

/** Once a run: a new machine has no package lists, or old ones. */
async function refreshLists(env) {
  if (listsAreFresh) return;
  const result = await run('apt-get', ['update', '-qq'], { env, seconds: 300 });
  if (!result.ok) say(`apt-get update failed, so the lists may be old:\n${tail(result.output, 3)}`);
  listsAreFresh = result.ok;
}

/** Ubuntu 24.04 and Debian 13 renamed some libraries for 64-bit time (libgtk-3-0t64); ask apt which name it knows. */
async function packageNames(names) {
  const known = [];
  for (const name of names) {
    const renamed = await run('apt-cache', ['show', '--no-all-versions', `${name}t64`], {
      seconds: 30,
    });
    known.push(renamed.ok ? `${name}t64` : name);
  }
  return known;
}
