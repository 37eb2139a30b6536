// `npm run bench -- <name> [arguments]`: bundles bench/<name>.bench.ts with the programs it measures, and runs it.
// Without a name it lists the benchmarks.

import { existsSync, readdirSync } from 'node:fs';
import { build } from './build.mjs';
import { withDisplay } from './run/display.mjs';
import { stream } from './run/stream.mjs';
import { setUp } from './setup.mjs';
import { inRepo } from './setup/places.mjs';
import { say } from './setup/run.mjs';

const ENDING = '.bench.ts';
const [name, ...args] = process.argv.slice(2);

if (name === undefined || !existsSync(inRepo('bench', `${name}${ENDING}`))) {
  say(`Benchmarks: ${benchmarks().join(', ') || 'none yet'}.\n  npm run bench -- <name>`);
  process.exit(name === undefined ? 0 : 2);
}

await setUp();
await build(undefined, { quiet: true });
process.env.LONGLIST_BENCH = name;
const { build: bundle } = await import('vite');
await bundle({ configFile: inRepo('vite.config.ts'), mode: 'bench', logLevel: 'warn' });

// Some benchmarks open a window; a virtual display costs the others nothing.
const [command, ...rest] = withDisplay([
  process.execPath,
  '--enable-source-maps',
  inRepo('dist', 'bench', `${name}.js`),
  ...args,
]);
process.exitCode = await stream(command, rest);

function benchmarks() {
  if (!existsSync(inRepo('bench'))) return [];
  return readdirSync(inRepo('bench'))
    .filter((file) => file.endsWith(ENDING))
    .map((file) => file.slice(0, -ENDING.length));
}
