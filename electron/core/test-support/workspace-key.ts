import path from 'node:path';
import { createKeyDesk, type KeyDesk } from '@/electron/core/keys/key-desk';
import { CHEAP_ARGON2 } from '@/electron/core/keys/given-key';
import { createStretch } from '@/electron/core/keys/key-tasks';
import type { Keyring } from '@/electron/core/keys/keyring';
import { noKeychain } from '@/electron/core/keys/secret-store';
import { systemClock } from '@/shared/kit/clock';

/** What the workspaces of tests are opened with. */
export const PASSPHRASE = 'a passphrase for tests';

/** The built programs: the tests' set-up builds them first; LONGLIST_PROGRAMS names others. */
export const PROGRAMS = path.resolve(process.env.LONGLIST_PROGRAMS ?? 'dist/node');

/** The keys of a test's workspace, to look into its files apart from a core. */
export const keyringOf = (workspaceDir: string): Promise<Keyring> =>
  keyDeskOf(workspaceDir).openWith({ passphrase: PASSPHRASE });

export const keyDeskOf = (workspaceDir: string): KeyDesk =>
  createKeyDesk({
    workspaceDir,
    secrets: noKeychain,
    stretch: createStretch(path.join(PROGRAMS, 'keys-thread.js')),
    cost: CHEAP_ARGON2,
    clock: systemClock,
  });
