import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { checkDatabase } from '@/db/sqlite/check';
import { APPLICATION_ID, connectForReading, connectForWriting } from '@/db/sqlite/connection';
import { migrate, SCHEMA_VERSION, schemaVersionOf } from '@/db/sqlite/migrate';
import { backupsIn, databasePathIn, openWorkspaceDatabase } from '@/db/sqlite/open';
import { systemClock } from '@/shared/kit/clock';
import { TEST_KEY } from './harness';

const ROUNDS = 8;
const root = path.resolve(import.meta.dirname, '../..');
let dir: string;

beforeAll(async () => {
  dir = mkdtempSync(path.join(tmpdir(), 'longlist-crash-'));
  symlinkSync(path.join(root, 'node_modules'), path.join(dir, 'node_modules'), 'junction');
  await build({
    configFile: false,
    logLevel: 'error',
    resolve: { alias: [{ find: /^@\//, replacement: `${root}/` }] },
    build: {
      ssr: true,
      outDir: dir,
      emptyOutDir: false,
      rollupOptions: {
        input: {
          writer: path.join(import.meta.dirname, 'writer-process.ts'),
          backup: path.join(import.meta.dirname, 'backup-process.ts'),
          merger: path.join(import.meta.dirname, 'merger-process.ts'),
          migrator: path.join(import.meta.dirname, 'migrator-process.ts'),
        },
        output: { entryFileNames: '[name].mjs' },
      },
    },
  });
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

/** Lets a program run until it has said something and then a moment more, and kills it where it stands. Returns the lines it said. */
async function runAndKill(
  program: 'writer' | 'backup' | 'merger' | 'migrator',
  workspace: string,
  afterMs: number,
): Promise<readonly string[]> {
  const writer = spawn(process.execPath, [path.join(dir, `${program}.mjs`), workspace], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  writer.stdout.setEncoding('utf8');
  await new Promise<void>((resolve, reject) => {
    writer.stdout.on('data', (text: string) => {
      if (said === '') setTimeout(() => writer.kill('SIGKILL'), afterMs);
      said += text;
    });
    writer.once('close', (_, signal) =>
      signal === 'SIGKILL' ? resolve() : reject(new Error('the writer ended by itself')),
    );
  });
  // The last line may be cut; then its commit was acknowledged to nobody.
  return said.split('\n').slice(0, -1);
}

it('loses nothing acknowledged and keeps no half commit when it is killed while it writes', async () => {
  const workspace = path.join(dir, 'workspace');
  const acknowledged: string[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    acknowledged.push(...(await runAndKill('writer', workspace, 3 + round * 17)));
  }
  // Each was killed after it had acknowledged something.
  expect(acknowledged.length).toBeGreaterThanOrEqual(ROUNDS);

  const { db, notices, close } = openWorkspaceDatabase(workspace, {
    clock: systemClock,
    key: TEST_KEY,
  });
  expect(notices).toEqual([]);
  expect(checkDatabase(db)).toEqual([]);
  const skills = db.prepare('SELECT count(*) FROM candidate_skill WHERE candidate_id = ?').pluck();
  const headline = db.prepare('SELECT headline FROM candidate WHERE id = ?').pluck();
  for (const line of acknowledged) {
    if (line.startsWith('edited ')) expect(headline.get(line.slice(7))).toBe(line);
    else for (const id of line.split(' ')) expect([id, skills.get(id)]).toEqual([id, 2]);
  }
  // Three people a commit, each with two skills, in the index and in the log: anything else is half a commit.
  const counts = db
    .prepare(
      `SELECT (SELECT count(*) FROM candidate) AS people, (SELECT count(*) FROM candidate_skill) AS skills,
         (SELECT count(*) FROM candidate_document) AS documents,
         (SELECT count(*) FROM commit_log WHERE action = 'resume.imported') AS imports`,
    )
    .get() as Record<string, number>; // The columns named in the statement.
  expect(counts.people).toBe((counts.imports ?? 0) * 3);
  expect(counts.skills).toBe((counts.people ?? 0) * 2);
  expect(counts.documents).toBe(counts.people);
  close();
});

it('leaves only whole backups behind when it is killed while it makes one, and the workspace untouched', async () => {
  const workspace = path.join(dir, 'backed-up');
  await runAndKill('writer', workspace, 400);
  const made: string[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    made.push(...(await runAndKill('backup', workspace, 1 + round * 7)));
  }
  const kept = readdirSync(backupsIn(workspace)).filter((name) => name.endsWith('.db'));
  expect(kept).toEqual(expect.arrayContaining(made));
  for (const name of kept) {
    const copy = connectForReading(path.join(backupsIn(workspace), name), TEST_KEY);
    expect(copy.pragma('quick_check', { simple: true })).toBe('ok');
    copy.close();
  }
  const { db, close } = openWorkspaceDatabase(workspace, { clock: systemClock, key: TEST_KEY });
  expect(checkDatabase(db)).toEqual([]);
  close();
});

it('leaves people merged or apart, never half of it, when it is killed while it merges', async () => {
  const workspace = path.join(dir, 'merged');
  const seen = new Set<string>();
  for (let round = 0; round < ROUNDS; round++) {
    const said = await runAndKill('merger', workspace, 40 + round * 83);
    const { db, close } = openWorkspaceDatabase(workspace, { clock: systemClock, key: TEST_KEY });
    expect(checkDatabase(db)).toEqual([]);
    const hidden = db.prepare('SELECT count(merged_into_id) FROM candidate').pluck().get();
    const holders = db
      .prepare(
        `SELECT (SELECT group_concat(n, '+') FROM (SELECT count(*) AS n FROM candidate_skill GROUP BY candidate_id ORDER BY candidate_id)) AS skills,
           (SELECT group_concat(n, '+') FROM (SELECT count(*) AS n FROM resume GROUP BY candidate_id ORDER BY candidate_id)) AS resumes,
           (SELECT count(*) FROM merge WHERE state = 'merged') AS merges, (SELECT count(*) FROM candidate_document) AS documents`,
      )
      .get();
    close();
    expect(holders).toEqual(
      hidden === 1
        ? { skills: '80', resumes: '2', merges: 1, documents: 1 }
        : { skills: '40+40', resumes: '1+1', merges: 0, documents: 2 },
    );
    for (const line of said) seen.add(line);
  }
  expect(seen).toEqual(new Set(['ready', 'merged', 'apart']));
});

it('leaves one whole version or another when it is killed while it migrates, and goes on from there', async () => {
  const old = path.join(dir, 'old');
  makeOld(old);
  const found = new Set<number>();
  for (let round = 0; round < 5; round++) {
    const workspace = path.join(dir, `migrated-${round}`);
    cpSync(old, workspace, { recursive: true });
    await runAndKill('migrator', workspace, round * 20);
    const raw = connectForWriting(databasePathIn(workspace), TEST_KEY);
    found.add(schemaVersionOf(raw));
    expect(raw.pragma('quick_check', { simple: true })).toBe('ok');
    raw.close();
    for (const name of readdirSync(backupsIn(workspace)).filter((one) => one.endsWith('.db'))) {
      const copy = connectForReading(path.join(backupsIn(workspace), name), TEST_KEY);
      expect(schemaVersionOf(copy)).toBe(1);
      copy.close();
    }
    const { db, close } = openWorkspaceDatabase(workspace, { clock: systemClock, key: TEST_KEY });
    expect(schemaVersionOf(db)).toBe(SCHEMA_VERSION);
    expect(db.prepare('SELECT count(*) FROM candidate').pluck().get()).toBe(OLD_PEOPLE);
    expect(db.pragma('quick_check', { simple: true })).toBe('ok');
    close();
  }
  // Some were killed before it was done.
  expect(Math.min(...found)).toBeLessThan(SCHEMA_VERSION);
});

const OLD_PEOPLE = 3000;

/** A workspace of the first version, with people in it, so that bringing it up to date takes a while. */
function makeOld(workspace: string): void {
  mkdirSync(backupsIn(workspace), { recursive: true });
  const db = connectForWriting(databasePathIn(workspace), TEST_KEY);
  db.pragma(`application_id = ${APPLICATION_ID}`);
  migrate(db, 1);
  db.exec(`INSERT INTO database_identity VALUES ('old-one', '2026-01-01T00:00:00.000Z')`);
  db.exec(
    "INSERT INTO user (id, version, created_at, created_by, updated_at, name, role, status) VALUES ('u', 1, 't', 'u', 't', 'U', 'admin', 'active')",
  );
  db.exec(`INSERT INTO candidate (num, id, version, created_at, created_by, updated_at, name, owner_id, source, do_not_contact, provenance)
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${OLD_PEOPLE})
    SELECT i, 'c' || i, 1, 't', 'u', 't', 'Person ' || i, 'u', 'folder', 0, '{}' FROM n`);
  db.close();
}
