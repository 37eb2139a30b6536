// What the operating system must bring: libraries for Electron's window, a virtual display for tests, a compiler for the addon.
// On Debian and Ubuntu as root they are installed; anywhere else the person gets the exact command.

import { existsSync } from 'node:fs';
import path from 'node:path';
import { electronRuntime } from './electron.mjs';
import { run, SetupError, say, tail } from './run.mjs';

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

/** Makes sure that the Electron runtime finds its libraries, and the tests a display. */
export async function ensureSystem() {
  if (process.platform !== 'linux') return;
  const packages = new Set();
  const runtime = electronRuntime();
  if (runtime !== undefined) {
    const { ok, output } = await run('ldd', [runtime.executable], { seconds: 20 });
    if (ok && output.includes('not found')) WINDOW_LIBRARIES.forEach((name) => packages.add(name));
  }
  const hasDisplay = Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
  if (!hasDisplay) missing(TEST_PROGRAMS).forEach((name) => packages.add(name));
  await install(packages, 'Electron and its tests');
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

async function install(packages, purpose) {
  if (packages.size === 0) return;
  const names = await packageNames([...packages]);
  const command = `apt-get install -y --no-install-recommends ${names.join(' ')}`;
  if (!existsSync('/usr/bin/apt-get')) {
    say(
      `${purpose}: these Debian packages, or what your system calls them, are missing: ${names.join(' ')}`,
    );
    return;
  }
  if (process.getuid() !== 0) {
    say(`Needed for ${purpose}: sudo ${command}`);
    return;
  }
  say(`Installing system packages for ${purpose}: ${names.join(' ')} …`);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-qq'], { env, seconds: 300 });
  const result = await run('sh', ['-c', command], { env, seconds: 900 });
  if (!result.ok) throw new SetupError(`${command} failed:\n${tail(result.output)}`);
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
