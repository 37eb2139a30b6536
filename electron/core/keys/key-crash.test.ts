import fs, { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PROGRAMS } from '@/electron/core/test-support/workspace-key';
import { systemClock } from '@/shared/kit/clock';
import { newId } from '@/shared/kit/ids';
import { CHEAP_ARGON2 } from './given-key';
import { createKeyDesk, type KeyDesk } from './key-desk';
import { retiredKeyrings } from './key-slots';
import { createStretch } from './key-tasks';
import type { Keyring } from './keyring';
import type { SecretStore } from './secret-store';

// What kill -9 leaves is the disk as it was between two of its changes. So the folder and the keychain are kept as they are before each of them
// and at the end, and each state is opened as a start after the kill would.

const PASSPHRASE = 'four words in a row';
const NEXT = 'another set of words';
const stretch = createStretch(path.join(PROGRAMS, 'keys-thread.js'));

/** Everything that changes the disk while keys are written. */
const CHANGES = ['openSync', 'writeSync', 'renameSync', 'rmSync', 'mkdirSync'] as const;

interface State {
  readonly dir: string;
  readonly keychain: ReadonlyMap<string, string>;
}

describe('a change of the keys that is killed at any step', () => {
  let root: string;
  let dir: string;
  let keychain: Map<string, string>;
  let states: State[];
  /** While something else is done, the disk is not watched. */
  let isWatched = false;
  const real = { ...fs };

  const keep = (): void => {
    isWatched = false;
    const copy = path.join(root, `state-${states.length}`);
    if (existsSync(dir)) cpSync(dir, copy, { recursive: true });
    states.push({ dir: copy, keychain: new Map(keychain) });
    isWatched = true;
  };
  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'longlist-crash-'));
    dir = path.join(root, 'workspace');
    keychain = new Map();
    states = [];
    for (const name of CHANGES) {
      const change = real[name] as (...given: readonly unknown[]) => unknown; // Called with what it is given.
      Object.assign(fs, {
        [name]: (...given: readonly unknown[]) => {
          if (isWatched) keep();
          return change(...given);
        },
      });
    }
    syncBuiltinESMExports();
  });
  afterEach(() => {
    isWatched = false;
    for (const name of CHANGES) Object.assign(fs, { [name]: real[name] });
    syncBuiltinESMExports();
    rmSync(root, { recursive: true, force: true });
  });

  const secretsOf = (kept: Map<string, string>, told: () => void): SecretStore => ({
    read: async (account) => {
      const secret = kept.get(account);
      return secret === undefined ? { state: 'missing' } : { state: 'found', secret };
    },
    write: async (account, secret) => {
      told();
      kept.set(account, secret);
      return 'works';
    },
    remove: async (account) => {
      told();
      kept.delete(account);
    },
  });
  const deskIn = (workspaceDir: string, secrets: SecretStore): KeyDesk =>
    createKeyDesk({ workspaceDir, secrets, stretch, cost: CHEAP_ARGON2, clock: systemClock });
  const desk = () =>
    deskIn(
      dir,
      secretsOf(keychain, () => isWatched && keep()),
    );

  /** Does the deed, and answers with every state of disk and keychain on the way. */
  const statesOf = async (deed: () => Promise<unknown>): Promise<readonly State[]> => {
    isWatched = true;
    try {
      await deed();
      keep();
    } finally {
      isWatched = false;
    }
    // A test that saw no step would pass whatever happens.
    expect(states.length).toBeGreaterThan(8);
    return states;
  };

  /** As somebody opens it who knows both passphrases and sits at this computer. */
  const opened = async (state: State): Promise<Keyring | null> => {
    const again = deskIn(
      state.dir,
      secretsOf(new Map(state.keychain), () => undefined),
    );
    if (again.file() === null) return null;
    const byKeychain = await again.openWithKeychain(1_000);
    if (typeof byKeychain !== 'string') return byKeychain;
    for (const passphrase of [PASSPHRASE, NEXT]) {
      const keyring = await again.openWith({ passphrase }).catch(() => null);
      if (keyring !== null) return keyring;
    }
    throw new Error(`Nothing opens ${path.basename(state.dir)}`);
  };
  const hex = (keyring: Keyring): string => keyring.key('database').toString('hex');
  const make = (passphrase: string | null) =>
    desk().make({ databaseId: newId(), passphrase, unfinished: null, isShown: true });

  it.each([PASSPHRASE, null])(
    'making them: there is no key file yet, or one that opens (%s)',
    async (passphrase) => {
      let made = '';
      const all = await statesOf(async () => {
        made = hex((await make(passphrase)).keyring);
      });
      const found = await Promise.all(all.map(opened));
      expect(found[0]).toBeNull();
      const keys = new Set(found.flatMap((keyring) => (keyring === null ? [] : [hex(keyring)])));
      expect([...keys]).toEqual([made]);
    },
  );

  it.each([
    [
      'setting a passphrase where the keychain opened it',
      null,
      (keyring: Keyring) => desk().changePassphrase(keyring, { current: null, next: NEXT }),
    ],
    [
      'changing the passphrase',
      PASSPHRASE,
      (keyring: Keyring) => desk().changePassphrase(keyring, { current: PASSPHRASE, next: NEXT }),
    ],
    [
      'taking the passphrase away',
      PASSPHRASE,
      (keyring: Keyring) => desk().removePassphrase(keyring, PASSPHRASE),
    ],
    [
      'making another recovery key',
      PASSPHRASE,
      (keyring: Keyring) => desk().newRecoveryKey(keyring, PASSPHRASE),
    ],
  ] as const)('%s: it opens, with the key there was', async (_name, passphrase, deed) => {
    const { keyring } = await make(passphrase);
    for (const state of await statesOf(() => deed(keyring))) {
      const found = await opened(state);
      expect(found === null ? null : hex(found)).toBe(hex(keyring));
    }
  });

  it.each([PASSPHRASE, null])(
    'another key: it opens with the old one, or with the new one that knows the old one and says that the work has to go on (%s)',
    async (passphrase) => {
      const { keyring } = await make(passphrase);
      const before = hex(keyring);
      let after = '';
      const all = await statesOf(async () => {
        after = hex((await desk().rotate(keyring, passphrase)).keyring);
      });
      const seen = new Set<string>();
      for (const state of all) {
        const found = await opened(state);
        if (found === null) throw new Error('The key file is gone');
        seen.add(hex(found));
        if (hex(found) === before) continue;
        const file = deskIn(
          state.dir,
          secretsOf(new Map(), () => undefined),
        ).file();
        if (file === null) throw new Error('The key file is gone');
        expect(file.unfinished).toBe('retired');
        expect(retiredKeyrings(file, found).map(hex)).toEqual([before]);
      }
      expect(seen).toEqual(new Set([before, after]));
    },
  );
});
