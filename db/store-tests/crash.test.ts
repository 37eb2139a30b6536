import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { checkDatabase } from '@/db/sqlite/check';
import { openWorkspaceDatabase } from '@/db/sqlite/open';
import { systemClock } from '@/shared/kit/clock';

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
      ssr: path.join(import.meta.dirname, 'writer-process.ts'),
      outDir: dir,
      emptyOutDir: false,
      rollupOptions: { output: { entryFileNames: 'writer.mjs' } },
    },
  });
}, 60_000);
afterAll(() => rmSync(dir, { recursive: true, force: true }));

/** Lets a writer run until it has said something and then a moment more, and kills it where it stands. Returns the lines it said. */
async function writeAndKill(workspace: string, afterMs: number): Promise<readonly string[]> {
  const writer = spawn(process.execPath, [path.join(dir, 'writer.mjs'), workspace], {
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
    acknowledged.push(...(await writeAndKill(workspace, 3 + round * 17)));
  }
  expect(acknowledged.length).toBeGreaterThan(ROUNDS);

  const { db, notices, close } = openWorkspaceDatabase(workspace, { clock: systemClock });
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
}, 60_000);
