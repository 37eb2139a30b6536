import { openWorkspaceDatabase } from '@/db/sqlite/open';
import { systemClock } from '@/shared/kit/clock';
import { TEST_KEY } from './harness';

// Started by the crash test with the folder of a database of an older version: brings it up to date, and stays until it is killed.
process.stdout.write('begun\n');
openWorkspaceDatabase(process.argv[2] ?? '', { clock: systemClock, key: TEST_KEY });
process.stdout.write('done\n');
setInterval(() => undefined, 1000);
