// The SQLite addon: a binary that both Node and Electron here can load.
//
// The package ships binaries for Node 22 / Electron 36 and later, which crash on older runtimes (a segmentation fault, not an error).
// So the addon is tried in child processes under both runtimes, and built from source where the shipped one fails.

import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { electronRuntime } from './electron.mjs';
import { cacheFolder, inRepo, installedVersion } from './places.mjs';
import { run, SetupError, say, tail } from './run.mjs';
import { tryUnderEachRuntime } from './runtimes.mjs';
import { ensureCompiler } from './system.mjs';

const PACKAGE = inRepo('node_modules', 'better-sqlite3');

/**
 * Makes `require('better-sqlite3')` open a database under Node and under Electron.
 * @param {Promise<void>} electron fulfilled when Electron is there; an addon that fails under Node is built meanwhile
 */
export async function ensureSqlite(electron) {
  const early = electronRuntime() === undefined ? await firstFailure() : undefined;
  if (early === undefined) await electron;
  const shipped = early ?? (await firstFailure());
  if (shipped === undefined) return;
  const built = cachedBinary();
  if (!existsSync(built)) {
    say(`Building the SQLite addon: the shipped one does not load under ${shipped.runtime}.`);
    say('  Once per machine and version; two to four minutes …');
    await buildAddon(built);
  }
  await electron;
  putInPlace(built);
  const failure = await firstFailure();
  if (failure !== undefined) {
    // A cached binary that does not work must not be tried for ever.
    rmSync(built, { force: true });
    throw new SetupError(
      `The SQLite addon does not work under ${failure.runtime}:\n${failure.reason}\nRun the command again to build it anew.`,
    );
  }
}

/** @returns {Promise<{runtime: string, reason: string} | undefined>} the first runtime under which no database opens */
async function firstFailure() {
  const results = await tryUnderEachRuntime('scripts/setup/probes/sqlite.cjs');
  const failed = results.find((result) => !result.ok);
  return (
    failed && { runtime: failed.runtime, reason: tail(failed.output) || String(failed.signal) }
  );
}

function target() {
  const musl =
    process.platform === 'linux' && !process.report.getReport().header.glibcVersionRuntime;
  return `${musl ? 'linuxmusl' : process.platform}-${process.arch}`;
}

/** Node-API keeps one binary good for every later Node and Electron, so the cache needs the package's version alone. */
function cachedBinary() {
  return cacheFolder(`better-sqlite3-${installedVersion('better-sqlite3')}-${target()}.node`);
}

/** Renaming replaces the file whole, and leaves a running process its old one. */
function putInPlace(binary) {
  const place = path.join(PACKAGE, 'prebuilds', `${target()}.node`);
  const next = `${place}.${process.pid}`;
  copyFileSync(binary, next);
  renameSync(next, place);
}

async function buildAddon(result) {
  await ensureCompiler();
  mkdirSync(cacheFolder(), { recursive: true });
  const work = mkdtempSync(cacheFolder('building-'));
  try {
    cpSync(PACKAGE, work, { recursive: true });
    // The build looks for node-addon-api beside the package.
    symlinkSync(inRepo('node_modules'), path.join(work, 'node_modules'), 'junction');
    allowOlderRuntimes(path.join(work, 'binding.gyp'));
    const args = ['rebuild', '--release', '--force_build=1', ...headers()];
    const built = await run(
      process.execPath,
      [inRepo('node_modules/node-gyp/bin/node-gyp.js'), ...args],
      { cwd: work, env: { JOBS: 'max' }, seconds: 1200 },
    );
    if (!built.ok) throw new SetupError(`The SQLite addon was not built:\n${tail(built.output)}`);
    const binary = path.join(work, 'build', 'Release', 'better_sqlite3.node');
    // Symbols are two thirds of the file; where `strip` is missing the addon works all the same.
    if (process.platform === 'linux') await run('strip', ['--strip-unneeded', binary]);
    copyFileSync(binary, `${result}.new`);
    renameSync(`${result}.new`, result);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/**
 * The sources ask for Node-API 10 (Node 22) for one thing only: finalizers that may call into the engine. Older runtimes allow that too
 * when the addon opts out of the restriction, which is an experimental define there.
 */
function allowOlderRuntimes(bindingFile) {
  const before = readFileSync(bindingFile, 'utf8');
  const after = before.replace(
    `'NAPI_VERSION=10'`,
    `'NAPI_EXPERIMENTAL', 'NODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT'`,
  );
  if (after === before) {
    throw new SetupError(
      'binding.gyp of better-sqlite3 has changed: look at scripts/setup/sqlite.mjs.',
    );
  }
  writeFileSync(bindingFile, after);
}

/** Headers that came with this Node spare a download; without them node-gyp fetches them. */
function headers() {
  const prefix = path.resolve(process.execPath, '..', '..');
  return existsSync(path.join(prefix, 'include', 'node', 'node_api.h'))
    ? [`--nodedir=${prefix}`]
    : [];
}
