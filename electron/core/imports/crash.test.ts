import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkDatabase } from '@/db/sqlite/check';
import {
  cvText,
  openDesk,
  PROGRAMS,
  type TestPlace,
  testPlace,
} from '@/electron/core/test-support/test-core';

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
  }, 60_000);
});

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

async function until(done: () => boolean): Promise<void> {
  const deadline = Date.now() + 20_000;
  while (!done()) {
    if (Date.now() > deadline) throw new Error('Waited too long for the import to get going');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
