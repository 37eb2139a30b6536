// Builds the programs into dist/: the window, the Node programs and the preload script. What has not changed is not built again.
//
// `npm run build` builds everything; `node scripts/build.mjs node` one part; `--force` even when nothing changed.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { hashOfSources } from './run/sources.mjs';
import { withLock } from './setup/lock.mjs';
import { inRepo } from './setup/places.mjs';
import { SetupError, say, tell } from './setup/run.mjs';
import { setUp } from './setup.mjs';

/** Each part is a Vite mode; the folders its result depends on decide whether it is out of date. */
const SOURCES = {
  node: ['shared', 'db', 'electron', 'resources'],
  preload: ['shared', 'electron/preload'],
  renderer: ['shared', 'renderer', 'resources'],
};

/** Modes of Vite that make up a part, where it is not the one of its name: the first empties the folder. */
const MODES = { node: ['node', 'core', 'query', 'cached-program'] };

const EVERY_PART = Object.keys(SOURCES);

/**
 * Builds the named parts where they are out of date.
 * @param {readonly string[]} [names]
 * @param {{force?: boolean, quiet?: boolean}} [options] quiet: says only what is built, not what is skipped
 */
export async function build(names = EVERY_PART, { force = false, quiet = false } = {}) {
  mkdirSync(inRepo('dist'), { recursive: true });
  await withLock(inRepo('dist', '.build-lock'), async () => {
    for (const name of names) await buildPart(name, force, quiet);
  });
}

async function buildPart(name, force, quiet) {
  // Inside the folder it speaks of: whoever deletes the folder deletes its stamp.
  const stamp = inRepo('dist', name, '.stamp');
  const hash = hashOfSources([...SOURCES[name], 'vite.config.ts', 'package-lock.json']);
  if (!force && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) {
    if (!quiet) say(`Up to date: ${name}`);
    return;
  }
  const start = performance.now();
  // Imported late: this file is read before the npm packages are there.
  const { build: viteBuild } = await import('vite');
  try {
    for (const mode of MODES[name] ?? [name])
      await viteBuild({ configFile: inRepo('vite.config.ts'), mode, logLevel: 'warn' });
  } catch (error) {
    throw new SetupError(`${name} does not build: ${error.message}`);
  }
  writeFileSync(stamp, hash);
  say(`Built ${name} in ${((performance.now() - start) / 1000).toFixed(1)} s`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await tell(async () => {
    await setUp();
    const words = process.argv.slice(2);
    const names = words.filter((word) => !word.startsWith('-'));
    const unknown = names.find((name) => !(name in SOURCES));
    if (unknown !== undefined) {
      say(`There is no part called ${unknown}. Parts: ${EVERY_PART.join(', ')}.`);
      return 2;
    }
    await build(names.length > 0 ? names : EVERY_PART, { force: words.includes('--force') });
    return 0;
  });
}
