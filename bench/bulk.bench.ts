import { rmSync } from 'node:fs';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { connectForReading, connectForWriting } from '@/db/sqlite/connection';
import { databasePathIn } from '@/db/sqlite/open';
import { createCore } from '@/electron/core/core';
import { silentLog } from '@/electron/core/log';
import { createNodeSpawner } from '@/electron/core/parser-pool/node-spawner';
import { systemClock } from '@/shared/kit/clock';
import { newId } from '@/shared/kit/ids';
import { keptProfile } from './make-workspace';

// How long it takes to tag 5,000 people (or the number given) spread over 10,000 (`--of 100000`), to take it back with one undo and to do it
// again, and how long the core's thread is held meanwhile. The yardstick is what of it is rows, written by plain SQL in as many transactions:
// a tie, a line of the change log and the time of the last change for each person. The workspace is kept: what is tagged stays taken back.

const argument = (after: string): string => process.argv[process.argv.indexOf(after) + 1] ?? '';
const MANY = Number(process.argv[2] ?? 5000);
const OF = process.argv.includes('--of') ? Number(argument('--of')) : 10_000;
const AT_MOST_HELD = 50;

const workspaceDir = path.join(await keptProfile(OF), 'workspace');
const ids = spreadOver();
const core = await createCore({
  workspaceDir,
  resourcesDir: path.resolve('resources'),
  parserSpawner: createNodeSpawner({ entry: path.resolve('dist/node/parse.js') }),
  queryEntry: path.resolve('dist/node/query.cjs'),
  version: 'bench',
  plain: true,
  log: silentLog,
  background: true,
  parsers: 1,
});
const client = core.client();
// As in the window: a list is there, and its threads have loaded what they need.
await client.candidates.search({ text: 'team', limit: 1 });
await pause(10_000);

const done = await measured(`tag ${ids.length} of ${OF} people`, async () => {
  let run = await client.bulk.run({
    selection: { kind: 'ids', ids },
    action: { kind: 'add-tag', name: `Bench ${Date.now()}` },
  });
  while (run.state === 'waiting' || run.state === 'running') {
    await pause(20);
    run = (await client.bulk.runs()).find(({ id }) => id === run.id) ?? run;
  }
  if (run.counts.changed !== ids.length) throw new Error(JSON.stringify(run));
});
const undone = await measured('take it back with one undo', async () => {
  await client.history.undo({});
});
const again = await measured('do it again', async () => {
  await client.history.redo();
});
await client.history.undo({});
await core.close();
const plain = plainRows(done.commits);
for (const [what, { cpu }] of Object.entries({ done, undone, again })) {
  console.log(`${what}: ${(cpu / plain).toFixed(1)} × the rows alone`);
}

/** Every n-th person, so that no batch is one stretch of the tables. */
function spreadOver(): string[] {
  const db = connectForReading(databasePathIn(workspaceDir), 'plain');
  try {
    return db
      .prepare(
        'SELECT id FROM candidate WHERE merged_into_id IS NULL AND num % ? = 0 ORDER BY num LIMIT ?',
      )
      .pluck()
      .all(Math.max(1, Math.floor(OF / MANY)), MANY)
      .map(String);
  } finally {
    db.close();
  }
}

async function measured(
  name: string,
  work: () => Promise<void>,
): Promise<{ readonly cpu: number; readonly commits: number }> {
  let commits = 0;
  const stop = core.session().deps.store.onCommit(() => {
    commits++;
  });
  const late = monitorEventLoopDelay({ resolution: 1 });
  late.enable();
  const before = process.cpuUsage();
  const start = performance.now();
  await work();
  const clock = performance.now() - start;
  const { user, system } = process.cpuUsage(before);
  late.disable();
  stop();
  const cpu = (user + system) / 1000;
  const held = (ns: number): string => (ns / 1e6).toFixed(0);
  console.log(
    `${name}: ${(clock / 1000).toFixed(2)} s, ${cpu.toFixed(0)} ms CPU (${(cpu / ids.length).toFixed(2)} a person), ${commits} commits of ${(cpu / commits).toFixed(0)} ms CPU; thread held p99 ${held(late.percentile(99))} ms, at most ${held(late.max)} ms (must ≤ ${AT_MOST_HELD})`,
  );
  return { cpu, commits };
}

/** CPU ms of writing the rows of the deed in a database of its own beside the other. */
function plainRows(transactions: number): number {
  const file = path.join(workspaceDir, 'bench-rows.db');
  rmSync(file, { force: true });
  const db = connectForWriting(file, 'plain');
  try {
    db.exec(`CREATE TABLE person (id TEXT PRIMARY KEY, updated_at TEXT NOT NULL) STRICT;
      CREATE TABLE tie (id TEXT PRIMARY KEY, version INTEGER, created_at TEXT, created_by TEXT, updated_at TEXT, person_id TEXT, tag_id TEXT) STRICT;
      CREATE UNIQUE INDEX tie_pair ON tie (person_id, tag_id);
      CREATE INDEX tie_tag ON tie (tag_id, person_id);
      CREATE TABLE log (seq INTEGER PRIMARY KEY, commit_id TEXT, entity TEXT, op TEXT, subject_id TEXT, row_ids TEXT) STRICT;
      CREATE INDEX log_subject ON log (subject_id, seq);`);
    const person = db.prepare('INSERT INTO person VALUES (?, ?)');
    const now = systemClock.now().toISOString();
    db.transaction(() => ids.forEach((id) => person.run(id, now)))();
    const tie = db.prepare('INSERT INTO tie VALUES (?, 1, ?, ?, ?, ?, ?)');
    const line = db.prepare(
      'INSERT INTO log (commit_id, entity, op, subject_id, row_ids) VALUES (?, ?, ?, ?, ?)',
    );
    const touch = db.prepare('UPDATE person SET updated_at = ? WHERE id = ?');
    const tag = newId();
    const size = Math.ceil(ids.length / Math.max(1, transactions));
    const write = db.transaction((some: readonly string[]) => {
      const commit = newId();
      for (const id of some) {
        const row = newId();
        tie.run(row, now, tag, now, id, tag);
        line.run(commit, 'candidateTag', 'insert', id, JSON.stringify([row]));
        touch.run(now, id);
      }
    });
    const before = process.cpuUsage();
    const start = performance.now();
    for (let from = 0; from < ids.length; from += size) write(ids.slice(from, from + size));
    const { user, system } = process.cpuUsage(before);
    const cpu = (user + system) / 1000;
    console.log(
      `the rows alone, in ${transactions} transactions (the yardstick): ${((performance.now() - start) / 1000).toFixed(2)} s, ${cpu.toFixed(0)} ms CPU`,
    );
    return cpu;
  } finally {
    db.close();
    for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true });
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
