import path from 'node:path';
import { backupDatabase } from '@/db/sqlite/backup';
import { backupsIn, openWorkspaceDatabase } from '@/db/sqlite/open';
import { systemClock } from '@/shared/kit/clock';
import { TEST_KEY } from './harness';

// Started by the crash test with a folder: makes one backup after the other without end, and names each on standard output when it is made.
const dir = process.argv[2] ?? '';
const { db } = openWorkspaceDatabase(dir, { clock: systemClock, key: TEST_KEY });
for (let round = 0; ; round++) {
  const name = `${process.pid}-${round}.db`;
  backupDatabase(db, path.join(backupsIn(dir), name), TEST_KEY);
  process.stdout.write(`${name}\n`);
}
