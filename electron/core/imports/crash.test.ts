import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkDatabase } from '@/db/sqlite/check';
import { openWorkspaceToRead } from '@/db/sqlite/open';
import {
  cvText,
  openDesk,
  PROGRAMS,
  type TestPlace,
  testPlace,
} from '@/electron/core/test-support/test-core';
import { keyringOf } from '@/electron/core/test-support/workspace-key';

const FILES = 120;

describe('an import whose process is killed', () => {
  let place: TestPlace;
  let child: ChildProcess | null = null;
  beforeEach(() => {
    place = testPlace();
    for (let i = 0; i < FILES; i++) {
      place.file(
        `${i % 7}/cv-${i}.txt`,
        cvText({ name: `Anna Lindqvist`, email: `p${i}@example.org`, company: `Company ${i}` }),
      );
    }
  });
  afterEach(() => {
    child?.kill('SIGKILL');
    place.remove();
  });

  const run = (): ChildProcess => {
    child = spawn(
      process.execPath,
      [
        path.join(PROGRAMS, 'cli.js'),
        'import',
        place.files,
        '--workspace',
        place.workspaceDir,
        '--json',
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    return child;
  };
  const ended = (one: ChildProcess): Promise<string> =>
    new Promise((resolve) => {
      let out = '';
      one.stdout?.on('data', (piece: Buffer) => {
        out += piece.toString();
      });
      one.on('close', () => resolve(out));
    });

  it('is taken up where it stood: nothing twice, nothing lost, however often it is killed', async () => {
    for (const stored of [5, 45, 90]) {
      const one = run();
      const over = ended(one);
      await until(() => one.exitCode !== null || originals(place.workspaceDir) >= stored);
      expect(one.exitCode).toBeNull();
      one.kill('SIGKILL');
      await over;
    }
    const out = await ended(run());
    const report = JSON.parse(out) as {
      readonly state: string;
      readonly counts: Record<string, number>;
    };
    expect(report.state).toBe('done');

    const core = await openDesk(place, { background: false });
    try {
      const { total } = await core.client().candidates.search({});
      expect(total).toBe(FILES);
      expect(checkDatabase(core.session().database.db)).toEqual([]);
      const imports = await core.client().imports.list({});
      // One import, not one for each start: it was carried on.
      expect(imports.filter((one) => one.counts.already_here < FILES)).toHaveLength(1);
      for (const { counts } of imports) {
        const { seen, ...rest } = counts;
        expect(Object.values(rest).reduce((sum, one) => sum + one, 0)).toBe(seen);
      }
      expect(imports.at(-1)?.counts).toMatchObject({ seen: FILES, already_here: 0, failed: 0 });
    } finally {
      await core.close();
    }
  });
});

describe('a file that ends Longlist itself', () => {
  let place: TestPlace;
  beforeEach(() => {
    place = testPlace();
  });
  afterEach(() => place.remove());

  it('is left out after three unclean ends, and the rest comes in', async () => {
    place.file('1-bad.txt', cvText({ name: 'Boris Petrov', email: 'boris@example.org' }));
    place.file('2-good.txt', cvText({ name: 'Anna Lindqvist', email: 'anna@example.org' }));
    const args = [path.join(PROGRAMS, 'cli.js'), 'import', place.files, '--json'];
    const env = { ...process.env, LONGLIST_WORKSPACE: place.workspaceDir };
    const start = () =>
      spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
    // The kill stands for the file: it comes while this file, the first, is in hand.
    for (const starts of [0, 1, 2]) {
      const one = start();
      const over = new Promise((resolve) => one.on('close', resolve));
      await until(
        async () => one.exitCode !== null || (await startsOfFirst(place.workspaceDir)) === starts,
      );
      expect(one.exitCode).toBeNull();
      one.kill('SIGKILL');
      await over;
    }
    const last = start();
    let out = '';
    last.stdout?.on('data', (piece: Buffer) => {
      out += piece.toString();
    });
    await new Promise((resolve) => last.on('close', resolve));
    expect(JSON.parse(out)).toMatchObject({
      state: 'done',
      counts: { seen: 2, loaded: 1, failed: 1 },
      failed: [{ file: '1-bad.txt', code: 'CRASHED' }],
    });
  });
});

/** How many starts the row of the first waiting file tells of; null while there is no such row. */
async function startsOfFirst(workspaceDir: string): Promise<unknown> {
  let opened: ReturnType<typeof openWorkspaceToRead> = null;
  try {
    const keyring = await keyringOf(workspaceDir);
    opened = openWorkspaceToRead(workspaceDir, keyring.key('database'));
    const sql = "SELECT attempts FROM import_item WHERE state = 'waiting' ORDER BY id LIMIT 1";
    return opened?.db.prepare(sql).pluck().get() ?? null;
  } catch {
    // The workspace is being made.
    return null;
  } finally {
    opened?.close();
  }
}

/** How many original files are in the store at this moment. */
function originals(workspaceDir: string): number {
  try {
    const names = readdirSync(path.join(workspaceDir, 'originals'), { recursive: true });
    return names.filter((name) => /[0-9a-f]{64}$/.test(String(name))).length;
  } catch {
    // The process moves files about while they are listed.
    return 0;
  }
}

async function until(done: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 20_000;
  while (!(await done())) {
    if (Date.now() > deadline) throw new Error('Waited too long for the import to get going');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
