import {
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PROGRAMS } from '@/electron/core/test-support/workspace-key';
import { newId } from '@/shared/kit/ids';
import { CHEAP_ARGON2 } from './given-key';
import { createKeyDesk, type KeyDesk } from './key-desk';
import { keyFileIn } from './key-file-store';
import { slotsIn } from './key-slots';
import { createStretch, runKeyTask } from './key-tasks';
import type { Keyring } from './keyring';
import { keychainState, noKeychain, type SecretStore } from './secret-store';

const PASSPHRASE = 'four words in a row';
const stretch = createStretch(path.join(PROGRAMS, 'keys-thread.js'));

describe('the keys of a workspace', () => {
  let dir: string;
  let now: number;
  beforeEach(() => {
    dir = mkdtempSync(path.join(tmpdir(), 'longlist-keys-'));
    now = Date.parse('2026-03-01T10:00:00.000Z');
  });
  afterEach(() => rmSync(dir, { recursive: true, force: true }));

  const deskWith = (secrets: SecretStore): KeyDesk =>
    createKeyDesk({
      workspaceDir: dir,
      secrets,
      stretch,
      cost: CHEAP_ARGON2,
      clock: { now: () => new Date(now) },
    });
  const make = (desk: KeyDesk, passphrase: string | null) =>
    desk
      .make({ databaseId: newId(), passphrase, unfinished: null, isShown: true })
      .then(({ keyring, recoveryKey }) => ({ keyring, recoveryKey: recoveryKey ?? '' }));
  const same = (a: Keyring | string, b: Keyring): void => {
    if (typeof a === 'string') throw new Error(a);
    expect(a.key('database').equals(b.key('database'))).toBe(true);
    expect(a.key('original-names').equals(b.key('original-names'))).toBe(true);
  };

  it('are the same whichever way they are opened, different for every purpose, and gone when wiped', async () => {
    const desk = deskWith(noKeychain);
    const { keyring, recoveryKey } = await make(desk, PASSPHRASE);
    same(await desk.openWith({ passphrase: PASSPHRASE }), keyring);
    const byRecovery = await desk.openWith({ recoveryKey: recoveryKey.toLowerCase() });
    same(byRecovery, keyring);
    const all = (
      [
        'database',
        'files',
        'self-identification',
        'original-names',
        'audit-signing',
        'erasure-fingerprint',
      ] as const
    ).map((purpose) => keyring.key(purpose).toString('hex'));
    expect(new Set(all).size).toBe(all.length);
    const held = byRecovery.key('database');
    byRecovery.wipe();
    expect(held.every((byte) => byte === 0)).toBe(true);
    expect(() => byRecovery.key('database')).toThrow();
    const text = readFileSync(keyFileIn(dir), 'utf8');
    for (const key of all) expect(text).not.toContain(key);
    if (process.platform !== 'win32') expect(statSync(keyFileIn(dir)).mode & 0o777).toBe(0o600);
  });

  it('take a passphrase in either form of Unicode, refuse a short one, and need one where there is no keychain', async () => {
    const desk = deskWith(noKeychain);
    await expect(make(desk, null)).rejects.toMatchObject({
      code: 'INVALID',
      details: { reason: 'passphrase-needed' },
    });
    await expect(make(desk, 'short')).rejects.toMatchObject({
      details: { reason: 'passphrase-too-short' },
    });
    expect(existsSync(keyFileIn(dir))).toBe(false);
    const { keyring } = await make(desk, 'zwölf Mönche üben');
    same(await desk.openWith({ passphrase: 'zwölf Mönche üben'.normalize('NFD') }), keyring);
  });

  it('do not open with what is wrong, mistyped or of another workspace, and make guessing slow', async () => {
    const desk = deskWith(noKeychain);
    const { recoveryKey: foreign } = await make(desk, PASSPHRASE);
    const { recoveryKey } = await make(desk, PASSPHRASE);
    await expect(desk.openWith({ recoveryKey: foreign })).rejects.toMatchObject({
      code: 'WRONG_KEY',
    });
    await expect(desk.openWith({ recoveryKey: recoveryKey.slice(1) })).rejects.toMatchObject({
      code: 'INVALID',
      details: { reason: 'recovery-key-mistyped' },
    });
    const wrong = () => desk.openWith({ passphrase: `${PASSPHRASE}!` });
    for (let n = 0; n < 3; n++) await expect(wrong()).rejects.toMatchObject({ code: 'WRONG_KEY' });
    await expect(desk.openWith({ passphrase: PASSPHRASE })).rejects.toMatchObject({
      code: 'TOO_MANY_TRIES',
      details: { seconds: 2 },
    });
    now += 2_000;
    await expect(wrong()).rejects.toMatchObject({ code: 'WRONG_KEY' });
    now += 2_000;
    await expect(wrong()).rejects.toMatchObject({ code: 'TOO_MANY_TRIES' });
    // A clock that is set back ten years ends no wait, and makes none that lasts ten years.
    now -= 10 * 365 * 86_400_000;
    await expect(wrong()).rejects.toMatchObject({
      code: 'TOO_MANY_TRIES',
      details: { seconds: 4 },
    });
    now += 4_000;
    await desk.openWith({ passphrase: PASSPHRASE });
    await expect(wrong()).rejects.toMatchObject({ code: 'WRONG_KEY' });
  });

  it('open by the keychain alone, and say what is the matter with it when they do not', async () => {
    const kept = new Map<string, string>();
    const keychain: SecretStore = {
      read: async (account) => {
        const secret = kept.get(account);
        return secret === undefined ? { state: 'missing' } : { state: 'found', secret };
      },
      write: async (account, secret) => {
        kept.set(account, secret);
        return 'works';
      },
      remove: async (account) => void kept.delete(account),
    };
    const desk = deskWith(keychain);
    const { keyring } = await make(desk, null);
    same(await desk.openWithKeychain(1_000), keyring);
    const [account = ''] = kept.keys();
    const secret = kept.get(account) ?? '';
    kept.set(account, Buffer.alloc(32, 1).toString('base64'));
    expect(await desk.openWithKeychain(1_000)).toBe('keychain-changed');
    kept.delete(account);
    expect(await desk.openWithKeychain(1_000)).toBe('keychain-missing');
    const unanswered: SecretStore = { ...noKeychain, read: async () => ({ state: 'no-answer' }) };
    expect(await deskWith(unanswered).openWithKeychain(1_000)).toBe('keychain-no-answer');
    expect(await deskWith(noKeychain).openWithKeychain(1_000)).toBe('keychain-unavailable');
    kept.set(account, secret);
    // With a passphrase the keychain opens nothing any more, and forgets.
    await desk.changePassphrase(keyring, { current: null, next: PASSPHRASE });
    expect(await desk.openWithKeychain(1_000)).toBe('no-slot');
    expect(kept.size).toBe(0);
    await desk.removePassphrase(keyring, PASSPHRASE);
    same(await desk.openWithKeychain(1_000), keyring);
    // A keyring that forgets what it was given is none.
    const forgetful: SecretStore = { ...keychain, write: async () => 'works' };
    await expect(make(deskWith(forgetful), null)).rejects.toMatchObject({ code: 'INVALID' });
  });

  it('give up a keychain that never answers (the program would hang with it)', async () => {
    const hanging = path.join(dir, 'hanging.mjs');
    writeFileSync(hanging, 'for (;;) {}');
    expect(await runKeyTask(hanging, { kind: 'keychain-read', account: 'x' }, 50)).toBeNull();
    expect(await keychainState(noKeychain, 50)).toBe('unavailable');
  });

  it('change with the passphrase and the recovery key: the ones before open nothing', async () => {
    const desk = deskWith(noKeychain);
    const { keyring, recoveryKey } = await make(desk, PASSPHRASE);
    const next = 'another set of words';
    await expect(
      desk.changePassphrase(keyring, { current: 'not the one there is', next }),
    ).rejects.toMatchObject({ code: 'WRONG_KEY' });
    await desk.changePassphrase(keyring, { current: PASSPHRASE, next });
    await expect(desk.openWith({ passphrase: PASSPHRASE })).rejects.toMatchObject({
      code: 'WRONG_KEY',
    });
    same(await desk.openWith({ passphrase: next }), keyring);
    const second = await desk.newRecoveryKey(keyring, next);
    await expect(desk.openWith({ recoveryKey })).rejects.toMatchObject({ code: 'WRONG_KEY' });
    same(await desk.openWith({ recoveryKey: second }), keyring);
  });

  it('are changed by nobody who does not type the passphrase: none at all is a wrong one, and counts', async () => {
    const desk = deskWith(noKeychain);
    const { keyring } = await make(desk, PASSPHRASE);
    const before = readFileSync(keyFileIn(dir), 'utf8');
    const tries = [
      () => desk.rotate(keyring, null),
      () => desk.newRecoveryKey(keyring, null),
      () => desk.removePassphrase(keyring, null),
      () => desk.changePassphrase(keyring, { current: null, next: 'another set of words' }),
    ];
    for (const one of tries) {
      await expect(one()).rejects.toMatchObject({ code: 'WRONG_KEY' });
    }
    await expect(desk.rotate(keyring, PASSPHRASE)).rejects.toMatchObject({
      code: 'TOO_MANY_TRIES',
    });
    expect(readFileSync(keyFileIn(dir), 'utf8')).toBe(before);
  });

  it('have no recovery key while nobody was shown one, and get one when somebody asks', async () => {
    const desk = deskWith(noKeychain);
    const about = { databaseId: newId(), passphrase: PASSPHRASE, unfinished: null };
    const { keyring, recoveryKey } = await desk.make({ ...about, isShown: false });
    expect(recoveryKey).toBeNull();
    expect(slotsIn(desk.file())).toEqual({ keychain: false, passphrase: true, recoveryKey: false });
    const shown = await desk.newRecoveryKey(keyring, PASSPHRASE);
    expect(slotsIn(desk.file()).recoveryKey).toBe(true);
    same(await desk.openWith({ recoveryKey: shown }), keyring);
  });

  it('are read from the copy when the file is cut, flipped or gone, and nothing is made over what is left of both', async () => {
    const desk = deskWith(noKeychain);
    const { keyring } = await make(desk, PASSPHRASE);
    const file = keyFileIn(dir);
    const whole = readFileSync(file);
    const harm: readonly (() => void)[] = [
      () => truncateSync(file, 300),
      () => truncateSync(file, 0),
      () => rmSync(file),
      ...[40, 200, 500, whole.length - 20].map((at) => () => {
        const flipped = Buffer.from(whole);
        flipped[at] = (flipped[at] ?? 0) ^ 1;
        writeFileSync(file, flipped);
      }),
    ];
    for (const one of harm) {
      writeFileSync(file, whole);
      one();
      same(await desk.openWith({ passphrase: PASSPHRASE }), keyring);
    }
    const copy = keyFileIn(path.join(dir, 'backups'));
    truncateSync(copy, 10);
    writeFileSync(file, '{}');
    expect(() => desk.file()).toThrow(expect.objectContaining({ code: 'WORKSPACE_DAMAGED' }));
  });
});
