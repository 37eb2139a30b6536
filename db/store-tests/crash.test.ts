import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { checkDatabase } from '@/db/sqlite/check';
import { connectForReading } from '@/db/sqlite/connection';
import { backupsIn, openWorkspaceDatabase } from '@/db/sqlite/open';
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
        },
        output: { entryFileNames: '[name].mjs' },
      },
    },
  });
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

/** Lets a program run until it has said something and then a moment more, and kills it where it stands. Returns the lines it said. */
async function runAndKill(
  program: 'writer' | 'backup' | 'merger',
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
