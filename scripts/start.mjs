// `npm start`: sets up, builds what changed, opens the window. Without a display it does the main job in the terminal instead.

import { build } from './build.mjs';
import { hasDisplay } from './run/display.mjs';
import { stream } from './run/stream.mjs';
import { showMainJob } from './run/terminal.mjs';
import { electronRuntime } from './setup/electron.mjs';
import { inRepo } from './setup/places.mjs';
import { tell } from './setup/run.mjs';
import { setUp } from './setup.mjs';

await tell(async () => {
  await setUp();
  await build(undefined, { quiet: true });
  return hasDisplay() ? openWindow() : showMainJob();
});

function openWindow() {
  // Chromium refuses its sandbox to root; as anybody else it stays on.
  const isRoot = process.platform === 'linux' && process.getuid() === 0;
  const switches = isRoot ? ['--no-sandbox'] : [];
  return stream(electronRuntime().executable, [inRepo(), ...switches, ...process.argv.slice(2)]);
}
