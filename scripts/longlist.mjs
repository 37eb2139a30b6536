#!/usr/bin/env node
// The `longlist` command in a checkout: sets up and builds when needed, silently otherwise, then hands over to the program.

import { spawn } from 'node:child_process';
import { build } from './build.mjs';
import { inRepo } from './setup/places.mjs';
import { tell } from './setup/run.mjs';
import { setUp } from './setup.mjs';

await tell(async () => {
  await setUp();
  await build(['node'], { quiet: true });
  return runProgram(process.argv.slice(2));
});

/** In the caller's folder: paths on the command line are relative to it. */
function runProgram(args) {
  const program = spawn(process.execPath, [inRepo('dist/node/cli.js'), ...args], {
    stdio: 'inherit',
  });
  // The terminal sends Ctrl-C to the program as well; it ends in its own time and tells how.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => program.kill(signal));
  }
  return new Promise((resolve) => {
    program.on('close', (code, signal) => resolve(signal ? 130 : (code ?? 1)));
  });
}
