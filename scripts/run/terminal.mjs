// The main job without a window: the sample CVs become candidates, a search finds some. For `npm start` on a machine without a display.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inRepo } from '../setup/places.mjs';
import { stream } from './stream.mjs';

const SEARCHES = ['engineer', '"project manager"', 'nurse'];

/** Imports resources/samples/cvs into a workspace of its own, searches it, and says how to get the window. Returns the exit code. */
export async function showMainJob() {
  const workspace = mkdtempSync(path.join(tmpdir(), 'longlist-tour-'));
  try {
    console.log('There is no display here, so this shows the main job in the terminal.');
    const codes = [await longlist(workspace, 'import', 'resources/samples/cvs')];
    for (const search of SEARCHES) {
      codes.push(await longlist(workspace, 'search', search, '--limit', '5'));
    }
    console.log('\nFor the window: `npm start` on a desktop, or `xvfb-run -a npm start`.');
    console.log('For your own CVs here: `npx longlist --help`.');
    return codes.find((code) => code !== 0) ?? 0;
  } finally {
    rmSync(workspace, { recursive: true, force: true });
  }
}

function longlist(workspace, ...args) {
  const shown = args.map((word) => (/[\s"]/.test(word) ? `'${word}'` : word)).join(' ');
  console.log(`\n$ longlist ${shown}`);
  return stream(process.execPath, [inRepo('dist/node/cli.js'), ...args], {
    LONGLIST_WORKSPACE: workspace,
  });
}
