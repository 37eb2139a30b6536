// Where things are: the checkout, and the cache that outlives it.

import { readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout's top folder. */
export const repoRoot = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** A path inside the checkout. */
export const inRepo = (...parts) => path.join(repoRoot, ...parts);

/**
 * A folder outside the checkout for what is big or slow to make (a runtime, a compiled addon), so that a second clone finds it again.
 * It follows each system's habit, as Electron's own download cache does.
 */
export function cacheFolder(...parts) {
  const base =
    process.env.LONGLIST_CACHE ??
    (process.platform === 'win32' && process.env.LOCALAPPDATA
      ? path.join(process.env.LOCALAPPDATA, 'longlist', 'Cache')
      : process.platform === 'darwin'
        ? path.join(os.homedir(), 'Library', 'Caches', 'longlist')
        : path.join(process.env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache'), 'longlist'));
  return path.join(base, ...parts);
}

/** The version of an installed package, read from its own package.json. */
export function installedVersion(packageName) {
  return JSON.parse(readFileSync(inRepo('node_modules', packageName, 'package.json'), 'utf8'))
    .version;
}
