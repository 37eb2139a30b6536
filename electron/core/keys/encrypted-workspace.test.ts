import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkDatabase } from '@/db/sqlite/check';
import { connectForReading } from '@/db/sqlite/connection';
import type { Core } from '@/electron/core/core';
import { createLog } from '@/electron/core/log';
import {
  cvText,
  importAll,
  openDesk,
  PROGRAMS,
  type TestPlace,
  testPlace,
} from '@/electron/core/test-support/test-core';
import { keyDeskOf, keyringOf, PASSPHRASE } from '@/electron/core/test-support/workspace-key';

/** Values that occur nowhere else; none may stand in clear in what Longlist writes. */
const CANARIES = Array.from({ length: 20 }, (_, n) => `Qzanary${String.fromCharCode(97 + n)}xw`);
const [
  NAME = '',
  SURNAME = '',
  EMAIL = '',
  COMPANY = '',
  TEXT = '',
  FILE_NAME = '',
  NOTE = '',
  EDITED = '',
  SEARCHED = '',
  TAG = '',
  IN_ZIP = '',
  ZIP_NAME = '',
  IN_TABLE = '',
  TABLE_COMPANY = '',
  LEFT_OUT = '',
  BROKEN = '',
  WORKSPACE = '',
  USER = '',
  LIST = '',
  HEADER = '',
] = CANARIES;

describe('an encrypted workspace', () => {
  let place: TestPlace;
  let core: Core | null = null;
  const { TMPDIR } = process.env;
  beforeEach(() => {
    place = testPlace();
    process.env.TMPDIR = path.join(place.dir, 'tmp');
    mkdirSync(process.env.TMPDIR);
  });
  afterEach(async () => {
    await core?.close();
    core = null;
    if (TMPDIR === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = TMPDIR;
    place.remove();
  });

  /** Everything that was written but the files that were brought. */
  const canariesFound = (): readonly string[] => {
    const files = readdirSync(place.dir, { recursive: true, withFileTypes: true }).filter(
      (entry) => entry.isFile() && !entry.parentPath.startsWith(place.files),
    );
    expect(files.length).toBeGreaterThan(5);
    return files.flatMap((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      const bytes = readFileSync(file);
      return CANARIES.filter(
        (canary) =>
          file.includes(canary) ||
          [canary, canary.toLowerCase()].some(
            (text) => bytes.includes(text) || bytes.includes(Buffer.from(text, 'utf16le')),
          ),
      ).map((canary) => `${canary} in ${path.relative(place.dir, file)}`);
    });
  };

  it('keeps none of twenty values in clear, in its folder, in the temporary folder or in the log', async () => {
    core = await place.openCore({ log: createLog(path.join(place.dir, 'logs', 'core.log')) });
    const client = core.client();
    await client.workspace.create({ name: WORKSPACE, userName: USER });
    const cv = cvText({
      name: `${NAME} ${SURNAME}`,
      email: `${EMAIL}@example.org`,
      company: COMPANY,
      more: TEXT,
    });
    await importAll(core, [
      place.file(`${FILE_NAME}.txt`, cv),
      place.file(
        'more.zip',
        zipSync({
          [`${ZIP_NAME}.txt`]: strToU8(cvText({ name: 'Boris Petrov', more: IN_ZIP })),
          // It fails, and what was unpacked of it stays to be tried again.
          'broken.pdf': strToU8(`%PDF-1.4 ${BROKEN}`),
        }),
      ),
    ]);
    const table = place.file(
      'people.csv',
      `name,email,company,${HEADER}\n${IN_TABLE} One,one@example.org,${TABLE_COMPANY},x\n,,,${LEFT_OUT}\n`,
    );
    const draft = await client.tables.open({ handle: core.grantHandle([table]) });
    await client.tables.check({ id: draft.id, targets: draft.columns.map(({ target }) => target) });
    expect(canariesFound()).toEqual([]);
    await client.tables.start({ id: draft.id, targets: draft.columns.map(({ target }) => target) });
    await core.session().tables.ended();
    const found = await client.candidates.search({ text: SURNAME });
    const [row] = found.rows;
    expect(row?.name).toBe(`${NAME} ${SURNAME}`);
    const id = row?.id ?? '';
    await client.candidates.addNote({ candidateId: id, body: NOTE });
    const { version } = (await client.candidates.get({ id })).candidate;
    await client.candidates.edit({ id, version, patch: { headline: EDITED } });
    await client.candidates.addTag({ candidateIds: [id], name: TAG });
    await client.lists.create({ name: LIST });
    await client.candidates.search({ text: SEARCHED });
    expect((await client.candidates.search({ text: IN_ZIP })).total).toBe(1);
    expect(canariesFound()).toEqual([]);
    await core.close();
    core = null;
    expect(canariesFound()).toEqual([]);
    // It is all there for whoever has the passphrase.
    core = await place.openCore();
    expect((await core.client().candidates.search({ text: NOTE })).total).toBe(1);
  });

  it('is locked and unlocked, and answers nothing meanwhile', async () => {
    core = await openDesk(place);
    await importAll(core, [place.file('a.txt', cvText({ name: 'Anna Lindqvist' }))]);
    const client = core.client();
    await client.keys.lock();
    expect(await client.workspace.status()).toMatchObject({
      state: 'locked',
      reason: 'locked',
      slots: { passphrase: true, keychain: false, recoveryKey: true },
    });
    await expect(client.candidates.search({})).rejects.toMatchObject({ code: 'WORKSPACE_LOCKED' });
    await expect(client.keys.unlock({ passphrase: 'a wrong passphrase' })).rejects.toMatchObject({
      code: 'WRONG_KEY',
    });
    await client.keys.unlock({ passphrase: PASSPHRASE });
    expect((await client.candidates.search({})).total).toBe(1);
    await core.close();
    core = await place.openCore({ key: null });
    expect(await core.client().workspace.status()).toMatchObject({
      state: 'locked',
      reason: 'passphrase',
    });
    await core.close();
    core = await place.openCore({ key: { passphrase: 'another passphrase' } });
    expect(await core.client().workspace.status()).toMatchObject({ reason: 'wrong-key' });
  });

  it('says that its key file is missing, and makes nothing new over it', async () => {
    core = await openDesk(place);
    await core.close();
    rmSync(path.join(place.workspaceDir, 'keys.json'));
    rmSync(path.join(place.workspaceDir, 'backups', 'keys.json'));
    core = await place.openCore();
    expect(await core.client().workspace.status()).toMatchObject({
      state: 'unavailable',
      code: 'WORKSPACE_DAMAGED',
      message: expect.stringContaining('keys.json'),
    });
    await expect(
      core.client().workspace.create({ name: 'New', userName: 'N' }),
    ).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('gets another key: everything opens with it, nothing with the one before', async () => {
    core = await openDesk(place);
    await importAll(core, [place.file('a.txt', cvText({ name: 'Anna Lindqvist' }))]);
    const before = (await keyringOf(place.workspaceDir)).key('database');
    const client = core.client();
    const { recoveryKey } = await client.keys.rotate({ passphrase: PASSPHRASE });
    await opened(core);
    expect((await client.candidates.search({})).total).toBe(1);
    expect(await originalsWhole(core)).toBe(1);
    await core.close();
    const file = path.join(place.workspaceDir, 'longlist.db');
    expect(() =>
      connectForReading(file, before).prepare('SELECT 1 FROM candidate').get(),
    ).toThrow();
    core = await place.openCore({ key: { recoveryKey } });
    expect(await core.client().workspace.status()).toMatchObject({ state: 'open', candidates: 1 });
  });

  it('is made of one in clear, with a backup, and nothing in clear is left', async () => {
    await inClear(place);
    core = await place.openCore();
    await opened(core);
    expect(await core.client().workspace.status()).toMatchObject({ state: 'open', candidates: 2 });
    expect(await originalsWhole(core)).toBe(2);
    expect(canariesFound()).toEqual([]);
    expect(existsSync(path.join(place.workspaceDir, 'backups', 'before-encryption.db'))).toBe(true);
    // Nobody was there to be shown a recovery key: there is none, which the desk says until somebody makes one.
    const { keys } = core.client();
    expect((await keys.status()).slots.recoveryKey).toBe(false);
    const { recoveryKey } = await keys.newRecoveryKey({ passphrase: PASSPHRASE });
    await core.close();
    core = await place.openCore({ key: { recoveryKey } });
    expect(await core.client().workspace.status()).toMatchObject({ state: 'open' });
  });

  it('is made of one in clear by a passphrase somebody chooses, whose recovery key is shown before it is done', async () => {
    await inClear(place);
    core = await place.openCore({ key: null });
    const client = core.client();
    expect(await client.workspace.status()).toMatchObject({ reason: 'not-encrypted' });
    const { recoveryKey } = await client.keys.protect({ passphrase: PASSPHRASE });
    // Killed now it would be the key that opens it: it is answered while the work is still to be done.
    expect((await client.workspace.status()).state).toBe('working');
    await opened(core);
    await core.close();
    core = await place.openCore({ key: { recoveryKey } });
    expect(await core.client().workspace.status()).toMatchObject({ state: 'open', candidates: 2 });
  });

  it('is made of one in clear by the command line, which prints its recovery key once', async () => {
    await inClear(place);
    const run = () =>
      spawnSync(
        process.execPath,
        [path.join(PROGRAMS, 'cli.js'), 'search', SURNAME, '--workspace', place.workspaceDir],
        { encoding: 'utf8' },
      );
    const first = run();
    expect(first.stdout).toContain(SURNAME);
    const [, recoveryKey = ''] = /write it down: ([0-9A-Z -]+)/.exec(first.stderr) ?? [];
    expect(run().stderr).not.toContain('Recovery key');
    core = await place.openCore({ key: { recoveryKey } });
    expect(await core.client().workspace.status()).toMatchObject({ state: 'open', candidates: 2 });
  });

  it('is made of one in clear however often that is killed on the way', async () => {
    await inClear(place);
    const at = (name: string) => path.join(place.workspaceDir, name);
    const points: readonly (() => boolean)[] = [
      () => existsSync(at('keys.json')),
      () => existsSync(at('longlist.db.rewritten')),
      () => existsSync(at('backups/before-encryption.db')),
      () => !readFileSync(at('longlist.db')).subarray(0, 15).equals(Buffer.from('SQLite format 3')),
    ];
    for (const isThere of points) await killedWhen(['search', 'x'], isThere);
    core = await place.openCore();
    await opened(core);
    expect(await core.client().workspace.status()).toMatchObject({ state: 'open', candidates: 2 });
    expect(await originalsWhole(core)).toBe(2);
    expect(checkDatabase(core.session().database.db)).toEqual([]);
    expect(canariesFound()).toEqual([]);
  });

  it('gets another key however often that is killed on the way', async () => {
    core = await openDesk(place);
    await importAll(core, [
      place.file('a.txt', cvText({ name: 'Anna Lindqvist' })),
      place.file('b.txt', cvText({ name: 'Boris Petrov' })),
    ]);
    await core.close();
    core = null;
    // As if it had been killed when the new key was written down and nothing else was done.
    const { rotate, ...own } = keyDeskOf(place.workspaceDir);
    const { recoveryKey } = await rotate(
      await own.openWith({ passphrase: PASSPHRASE }),
      PASSPHRASE,
    );
    const at = (name: string) => path.join(place.workspaceDir, name);
    const before = readFileSync(at('longlist.db')).subarray(0, 16);
    await killedWhen(['search', 'x'], () => existsSync(at('longlist.db.rewritten')));
    await killedWhen(
      ['search', 'x'],
      () => !readFileSync(at('longlist.db')).subarray(0, 16).equals(before),
    );
    core = await place.openCore({ key: { recoveryKey } });
    await opened(core);
    expect(await core.client().workspace.status()).toMatchObject({ state: 'open', candidates: 2 });
    expect(await originalsWhole(core)).toBe(2);
    expect(checkDatabase(core.session().database.db)).toEqual([]);
    expect(own.file()?.unfinished).toBeNull();
  });

  it('is made, however often that is killed on the way, and never twice', async () => {
    const cv = place.file('a.txt', cvText({ name: 'Anna Lindqvist' }));
    const at = (name: string) => path.join(place.workspaceDir, name);
    for (const name of ['keys.json', 'backups/keys.json', 'longlist.db', 'audit-head.json']) {
      await killedWhen(['import', cv], () => existsSync(at(name)));
    }
    const [cli, ...told] = [path.join(PROGRAMS, 'cli.js'), '--workspace', place.workspaceDir];
    const last = spawnSync(process.execPath, [cli, 'import', cv, ...told], { encoding: 'utf8' });
    expect(last.stderr).not.toContain('damaged');
    core = await place.openCore();
    expect(await core.client().workspace.status()).toMatchObject({ state: 'open', candidates: 1 });
  });

  /** Runs the command line on the workspace, and kills it as soon as something is there. */
  async function killedWhen(command: readonly string[], isThere: () => boolean): Promise<void> {
    const child = spawn(
      process.execPath,
      [path.join(PROGRAMS, 'cli.js'), ...command, '--workspace', place.workspaceDir],
      { stdio: 'ignore' },
    );
    const over = new Promise((resolve) => child.on('close', resolve));
    while (child.exitCode === null && !isThere())
      await new Promise((resolve) => setTimeout(resolve, 1));
    child.kill('SIGKILL');
    await over;
  }
});

/** A workspace as an earlier Longlist left it. */
async function inClear(place: TestPlace): Promise<void> {
  const core = await place.openCore({ plain: true });
  try {
    await core.client().workspace.create({ name: WORKSPACE, userName: USER });
    await importAll(core, [
      place.file(`${FILE_NAME}.txt`, cvText({ name: `${NAME} ${SURNAME}`, more: TEXT })),
      place.file('b.txt', cvText({ name: 'Boris Petrov', company: COMPANY })),
    ]);
  } finally {
    await core.close();
  }
  const clear = readFileSync(path.join(place.workspaceDir, 'longlist.db'));
  expect(clear.includes(TEXT)).toBe(true);
}

async function opened(core: Core): Promise<void> {
  const deadline = Date.now() + 60_000;
  while ((await core.client().workspace.status()).state === 'working') {
    if (Date.now() > deadline) throw new Error('Waited too long for the workspace to open');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** How many originals there are that are whole. */
async function originalsWhole(core: Core): Promise<number> {
  const { originals, database } = core.session();
  const hashes = database.db.prepare('SELECT sha256 FROM resume').pluck().all();
  const whole = await Promise.all(
    hashes.map((hash) => originals.isWhole(String(hash), AbortSignal.timeout(10_000))),
  );
  return whole.filter(Boolean).length;
}
