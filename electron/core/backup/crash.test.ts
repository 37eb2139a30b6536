import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, existsSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { checkDatabase } from '@/db/sqlite/check';
import type { Core } from '@/electron/core/core';
import {
  cvText,
  importAll,
  PROGRAMS,
  type TestPlace,
  testPlace,
} from '@/electron/core/test-support/test-core';
import { stagingOf } from './swap-in';

// Whatever is killed, and whenever: afterwards there is one whole workspace, the old one or the restored one, and what is called a backup
// is one.

describe('a backup or a restore that is killed', () => {
  let first: TestPlace;
  let place: TestPlace;
  let child: ChildProcess | null = null;
  let cores: Core[] = [];
  beforeAll(async () => {
    first = testPlace();
    const core = await first.openCore({ background: false });
    await core.client().workspace.create({ name: 'Test', userName: 'Tess' });
    await importAll(core, [
      first.file('anna.txt', cvText({ name: 'Anna Lindqvist', email: 'anna@example.org' })),
    ]);
    await core.client().backup.make({});
    const { rows } = await core.client().candidates.search({});
    // What distinguishes the workspace as it is from the one in the backup.
    await core.client().candidates.addTag({
      candidateIds: rows.map(({ id }) => id),
      name: 'Since',
    });
    await core.close();
  });
  afterAll(() => first.remove());
  beforeEach(() => {
    place = testPlace();
    cpSync(first.workspaceDir, place.workspaceDir, { recursive: true });
  });
  afterEach(async () => {
    child?.kill('SIGKILL');
    for (const core of cores) await core.close();
    cores = [];
    place.remove();
  });

  const open = async (): Promise<Core> => {
    const core = await place.openCore({ background: false });
    cores.push(core);
    return core;
  };
  /** Which of the two it is, and that it is whole: its rows, its log, its file. */
  const found = async (core: Core): Promise<'as it was' | 'restored'> => {
    expect((await core.client().workspace.status()).state).toBe('open');
    expect(checkDatabase(core.session().database.db)).toEqual([]);
    expect((await core.client().audit.state()).head.kind).toBe('agrees');
    const { rows } = await core.client().candidates.search({});
    expect(rows.map(({ name }) => name)).toEqual(['Anna Lindqvist']);
    const { resumes } = await core.client().candidates.get({ id: rows[0]?.id ?? '' });
    const original = await core.client().resumes.original({ id: resumes[0]?.id ?? '' });
    expect(await original.text()).toContain('Anna Lindqvist');
    return (await core.client().candidates.tags()).length === 1 ? 'as it was' : 'restored';
  };
  /** Answers with the exit code, null when it was killed. */
  const run = (args: readonly string[]): Promise<number | null> => {
    const one = spawn(
      process.execPath,
      [path.join(PROGRAMS, 'cli.js'), ...args, '--workspace', place.workspaceDir],
      { stdio: 'ignore' },
    );
    child = one;
    return new Promise((resolve) => one.once('close', (code) => resolve(code)));
  };
  /** Runs a command and kills it at the moment that something is there. */
  const killWhen = async (args: readonly string[], isThere: () => boolean): Promise<void> => {
    const over = run(args);
    while (child?.exitCode === null && child.signalCode === null && !isThere()) {
      await new Promise((resolve) => setImmediate(resolve));
    }
    child?.kill('SIGKILL');
    await over;
  };
  const shelf = (): string => {
    const backups = path.join(place.workspaceDir, 'backups');
    return path.join(backups, readdirSync(backups).find((name) => /^longlist-/.test(name)) ?? '');
  };
  const unfinishedHas = (file: string) => (): boolean =>
    readdirSync(shelf()).some(
      (name) => name.endsWith('.part') && existsSync(path.join(shelf(), name, file)),
    );

  it('leaves backups that are whole, and nothing else that is called one', async () => {
    for (const file of ['longlist.db', 'keys.json']) {
      await killWhen(['backup'], unfinishedHas(file));
    }
    const core = await open();
    expect(await found(core)).toBe('as it was');
    await core.client().backup.make({});
    expect(readdirSync(shelf()).filter((name) => name.endsWith('.part'))).toEqual([]);
    for (const { id } of await core.client().backup.list()) {
      expect((await core.client().backup.verify({ id }))?.flaws).toEqual([]);
    }
    await core.close();
    expect(await run(['backup', 'verify', shelf()])).toBe(0);
    for (const name of readdirSync(shelf())) {
      const list = path.join(shelf(), name, 'originals.txt');
      if (existsSync(list)) writeFileSync(list, '');
    }
    expect(await run(['backup', 'verify', shelf()])).toBe(1);
  });

  it('leaves the workspace as it was, or restored, wherever a restore is killed', async () => {
    const staging = stagingOf(place.workspaceDir);
    for (const file of ['longlist.db', 'restore-ready.json']) {
      await killWhen(['restore', shelf(), '--yes'], () => existsSync(path.join(staging, file)));
      const core = await open();
      const which = await found(core);
      if (file !== 'restore-ready.json') expect(which).toBe('as it was');
      expect(existsSync(staging)).toBe(false);
      await core.close();
      if (which === 'restored') return;
    }
  });
});
