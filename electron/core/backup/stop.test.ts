import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Core } from '@/electron/core/core';
import { silentLog } from '@/electron/core/log';
import { openDesk, type TestPlace, testPlace } from '@/electron/core/test-support/test-core';
import { keyringOf } from '@/electron/core/test-support/workspace-key';
import { type BackupKeeper, createBackupKeeper } from './backup-keeper';
import { Stopped } from './run-task';

// A thread that is in the middle of SQLite's own copy cannot be ended before that is over. This one counts in SQLite for a second or more.
const THREAD = `
const { parentPort, workerData } = require('node:worker_threads');
const fs = require('node:fs');
const path = require('node:path');
const { order } = workerData;
const begun = path.join(order.shelf, order.name + '.part');
fs.mkdirSync(begun, { recursive: true });
fs.writeFileSync(path.join(begun, 'longlist.db'), 'half a copy');
const first = !fs.existsSync(path.join(order.shelf, 'once'));
fs.writeFileSync(path.join(order.shelf, 'once'), '');
const copying = () => parentPort.postMessage({ kind: 'progress', step: 'database', done: null });
if (first) {
  const Database = require('better-sqlite3');
  const db = new Database(path.join(order.shelf, 'held.db'));
  db.exec('BEGIN EXCLUSIVE');
  copying();
  db.prepare('WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000000) SELECT count(*) FROM n').get();
}
fs.renameSync(begun, path.join(order.shelf, order.name));
parentPort.postMessage({ kind: 'done', result: { folder: order.name, bytes: 1, originalBytes: 0, copiedOriginals: 0, lacking: 0, counts: { candidates: 0 } } });
`;

let place: TestPlace;
let core: Core;
let keeper: BackupKeeper;
let vault: string;
beforeEach(async () => {
  place = testPlace();
  core = await openDesk(place);
  vault = path.join(place.dir, 'vault');
  mkdirSync(vault);
  const { deps, database } = core.session();
  // Beside the node_modules that it needs.
  const entry = path.resolve('node_modules/.cache', `slow-backup-${process.pid}.cjs`);
  mkdirSync(path.dirname(entry), { recursive: true });
  writeFileSync(entry, THREAD);
  keeper = createBackupKeeper({
    ...deps,
    db: database.db,
    workspaceDir: place.workspaceDir,
    keys: await keyringOf(place.workspaceDir),
    entry,
    version: 'test',
    actor: () => core.session().actor,
    log: silentLog,
    changed: () => undefined,
  });
});
afterEach(async () => {
  await keeper.close();
  await core.close();
  place.remove();
});

it('is told at once to whoever stops a backup, not when the copy is over; nothing of it stays, and the next one waits for its turn', async () => {
  const { actor } = core.session();
  const make = () => keeper.make(actor, { folder: vault });
  const first = make();
  await expect.poll(() => keeper.state().running?.step).toBe('database');
  keeper.stop();
  await expect(first).rejects.toBeInstanceOf(Stopped);
  expect(keeper.state().running).toBeNull();
  const [shelf = ''] = readdirSync(vault);
  const parts = () => readdirSync(path.join(vault, shelf)).filter((name) => name.endsWith('.part'));
  const held = new Database(path.join(vault, shelf, 'held.db'), { timeout: 0 });
  const isHeld = () => {
    try {
      held.exec('BEGIN EXCLUSIVE; ROLLBACK');
      return false;
    } catch {
      return true;
    }
  };
  // Its thread is still at it.
  expect(isHeld()).toBe(true);

  await make();
  expect(isHeld()).toBe(false);
  held.close();
  expect(parts()).toEqual([]);
  expect(existsSync(path.join(vault, shelf, 'once'))).toBe(true);
  expect(keeper.state().failures).toBeNull();
});
