// Opens an encrypted database in memory's place: a real file, because the addon's file layer is what breaks on a runtime it was not built for.
// Runs in a process of its own: a binary for another Node-API version does not throw, it crashes.

const { mkdtempSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const path = require('node:path');
const Database = require('better-sqlite3');

const folder = mkdtempSync(path.join(tmpdir(), 'longlist-probe-'));
try {
  const database = new Database(path.join(folder, 'probe.sqlite'));
  database.pragma(`cipher='sqlcipher'`);
  database.pragma(`key='probe'`);
  database.exec(`CREATE VIRTUAL TABLE t USING fts5(body); INSERT INTO t VALUES ('a longlist')`);
  const row = database.prepare(`SELECT count(*) AS found FROM t WHERE t MATCH 'longlist'`).get();
  const { version } = database.prepare('SELECT sqlite_version() AS version').get();
  database.close();
  if (row.found !== 1) throw new Error('The full-text index found nothing.');
  process.stdout.write(`SQLite ${version}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
