import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Keyring } from '@/electron/core/keys/keyring';
import {
  type DiskFault,
  type FailingDisk,
  failingDisk,
} from '@/electron/core/test-support/failing-disk';
import {
  cvText,
  importAll,
  openDesk,
  type TestPlace,
  testPlace,
} from '@/electron/core/test-support/test-core';
import { keyringOf } from '@/electron/core/test-support/workspace-key';
import { asBackupError } from './failure';
import { findBackups } from './find-backups';
import { shelfIn } from './layout';
import { makeBackup } from './make-backup';
import { verifyBackup } from './verify-backup';

// The n-th write of a backup into its folder fails and all that follow, for every n. The copies of databases are SQLite's own writes; those on
// a real small disk are in electron/cli/full-disk.test.ts.

describe.each<DiskFault>(['full', 'read-only'])('a folder for backups that is %s', (fault) => {
  let place: TestPlace;
  let keyring: Keyring;
  let shelf: string;
  let disk: FailingDisk;
  beforeAll(async () => {
    place = testPlace();
    const core = await openDesk(place);
    await importAll(core, [place.file('ada.txt', cvText({ name: 'Ada', email: 'a@example.org' }))]);
    await core.close();
    keyring = await keyringOf(place.workspaceDir);
    const vault = path.join(place.dir, 'vault');
    mkdirSync(vault);
    shelf = shelfIn(vault, keyring.databaseId);
    disk = failingDisk(vault);
  });
  afterEach(() => void disk.mend());
  afterAll(() => {
    disk.remove();
    place.remove();
  });

  it('at any write: what is listed is whole, those before are kept, and the next one is made', async () => {
    const make = (n: number) => {
      const madeAt = `2026-03-01T02:${String(Math.floor(n / 60)).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}.000Z`;
      return makeBackup(
        {
          workspaceDir: place.workspaceDir,
          shelf,
          name: `${madeAt.slice(0, 19).replaceAll(':', '-')}Z-aaaa`,
          madeAt,
          app: 'test',
          erasedFiles: [],
        },
        keyring,
        () => undefined,
      );
    };
    let whole = 0;
    for (let n = 1; ; n++) {
      disk.failAt(n, fault);
      const failure = await make(n).then(
        () => null,
        (error: unknown) => asBackupError(error),
      );
      const isMet = disk.mend();
      if (failure !== null) {
        expect(failure, `write ${n}`).toMatchObject({
          code: 'STORAGE_UNAVAILABLE',
          details: { reason: fault },
        });
      }
      const listed = await findBackups(path.dirname(shelf));
      expect(listed.length, `write ${n}`).toBeGreaterThanOrEqual(whole);
      for (const found of listed.slice(0, 1)) {
        const { flaws } = await verifyBackup(found, keyring, () => undefined);
        expect(flaws, `write ${n}`).toEqual([]);
      }
      whole = Math.min(listed.length, 1);
      if (isMet) continue;
      expect(failure).toBeNull();
      expect(n).toBeGreaterThan(10);
      return;
    }
  });
});
