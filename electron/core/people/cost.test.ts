import path from 'node:path';
import { expect, it } from 'vitest';
import { ARGON2 } from '@/electron/core/core';
import { PROGRAMS } from '@/electron/core/test-support/workspace-key';
import { createSecrets, passwordsEntry } from './secrets';

// Other tests hash as cheaply as can be; what somebody pays who guesses is looked at here.

it('a password is kept as Argon2id of 64 MiB and three passes, with a salt of its own', async () => {
  const secrets = createSecrets({ entry: passwordsEntry(path.join(PROGRAMS, 'query.cjs')) });
  const hash = await secrets.hashPassword('four words in a row');
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
  expect(await secrets.verifyPassword('four words in a row', hash)).toBe(true);
  expect(await secrets.verifyPassword('four words in a roe', hash)).toBe(false);
});

it('so is the way from a passphrase to the key of a workspace', () => {
  expect(ARGON2).toEqual({ memoryKiB: 65536, passes: 3, lanes: 1 });
});
