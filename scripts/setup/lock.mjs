// Two commands started at once in one checkout must not both install or both build.

import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { say } from './run.mjs';

/**
 * Runs `work` while holding the lock folder `folder`. Waits for another holder that is alive (up to 15 minutes), takes over from one
 * that died.
 * @template T
 * @param {string} folder
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(folder, work) {
  mkdirSync(path.dirname(folder), { recursive: true });
  const deadline = Date.now() + 15 * 60_000;
  let told = false;
  while (!tryToTake(folder)) {
    if (Date.now() > deadline) {
      throw new Error(`Another command has held ${folder} for 15 minutes. Delete it to go on.`);
    }
    if (!told) say('Another Longlist command is setting up or building here; waiting for it.');
    told = true;
    await wait(200);
  }
  try {
    return await work();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function tryToTake(folder) {
  try {
    // Making a folder is atomic on every file system, unlike "look, then write a file".
    mkdirSync(folder);
    writeFileSync(path.join(folder, 'pid'), String(process.pid));
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    if (holderIsGone(folder)) rmSync(folder, { recursive: true, force: true });
    return false;
  }
}

function holderIsGone(folder) {
  try {
    const pid = Number(readFileSync(path.join(folder, 'pid'), 'utf8'));
    process.kill(pid, 0);
    return false;
  } catch (error) {
    if (error.code === 'ESRCH') return true;
    if (error.code !== 'ENOENT') return false;
    // No pid file: the holder is between its two calls, or died there. Ten seconds tell them apart.
    try {
      return Date.now() - statSync(folder).mtimeMs > 10_000;
    } catch {
      return false;
    }
  }
}
