// `npm run eval -- <name> [options]`: bundles eval/<name>.eval.ts with the programs it measures, and runs it.
// Without a name it lists the evaluations.

import { readdirSync } from 'node:fs';
import { stream } from './run/stream.mjs';
import { inRepo } from './setup/places.mjs';
import { say, tell } from './setup/run.mjs';
import { setUp } from './setup.mjs';

const ENDING = '.eval.ts';

await tell(async () => {
  const [name, ...args] = process.argv.slice(2);
  if (name === undefined || !evaluations().includes(name)) {
    say(`Evaluations: ${evaluations().join(', ')}.\n  npm run eval -- <name> [--help]`);
    return name === undefined ? 0 : 2;
  }
  await setUp();
  await bundle(name);
  return stream(process.execPath, [
    '--enable-source-maps',
    inRepo('dist', 'eval', `${name}-eval.js`),
    ...args,
  ]);
});

async function bundle(name) {
  // Read by vite.config.ts, which is told a mode and nothing else.
  process.env.LONGLIST_EVAL = name;
  const { build: viteBuild } = await import('vite');
  await viteBuild({ configFile: inRepo('vite.config.ts'), mode: 'eval', logLevel: 'warn' });
}

function evaluations() {
  return readdirSync(inRepo('eval'))
    .filter((file) => file.endsWith(ENDING))
    .map((file) => file.slice(0, -ENDING.length));
}
