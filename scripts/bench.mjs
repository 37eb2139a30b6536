// `npm run bench -- <name> [arguments]`: bundles bench/<name>.bench.ts with the programs it measures, and runs it.
// Without a name it lists the benchmarks.

import { existsSync, readdirSync } from 'node:fs';
import { build } from './build.mjs';
import { withDisplay } from './run/display.mjs';
import { stream } from './run/stream.mjs';
import { inRepo } from './setup/places.mjs';
import { say, tell } from './setup/run.mjs';
import { setUp } from './setup.mjs';

const ENDING = '.bench.ts';

await tell(async () => {
  const [name, ...args] = process.argv.slice(2);
  if (name === undefined || !benchmarks().includes(name)) {
    say(`Benchmarks: ${benchmarks().join(', ') || 'none yet'}.\n  npm run bench -- <name>`);
    return name === undefined ? 0 : 2;
  }
  // The kept workspaces are in clear, and opened as they are; what encryption costs, `encryption` measures.
  process.env.LONGLIST_PLAIN = '1';
  await setUp();
  await build(undefined, { quiet: true });
  await bundle(name);
  // The workspaces they make stand in clear, so that one is kept from run to run without its key.
  process.env.LONGLIST_PLAIN = '1';
  // Some benchmarks open a window; a virtual display costs the others nothing.
  const [command, ...rest] = withDisplay([
    process.execPath,
    '--enable-source-maps',
    inRepo('dist', 'bench', `${name}.js`),
    ...args,
  ]);
  return stream(command, rest);
});

async function bundle(name) {
  // Read by vite.config.ts, which is told a mode and nothing else.
  process.env.LONGLIST_BENCH = name;
  const { build: viteBuild } = await import('vite');
  await viteBuild({ configFile: inRepo('vite.config.ts'), mode: 'bench', logLevel: 'warn' });
}

function benchmarks() {
  if (!existsSync(inRepo('bench'))) return [];
  return readdirSync(inRepo('bench'))
    .filter((file) => file.endsWith(ENDING))
    .map((file) => file.slice(0, -ENDING.length));
}
