import { openWorkspaceDatabase } from '@/db/sqlite/open';
import { createSqliteStore } from '@/db/sqlite/stores/store';
import { systemClock } from '@/shared/kit/clock';
import { ADMIN, personIn, TEST_KEY, usersIn } from './harness';

// Started by the crash test with a folder: puts people in without end, three a commit, and says each commit's ids on standard output only
// once it is acknowledged. Between imports it edits the one before.
const { db } = openWorkspaceDatabase(process.argv[2] ?? '', { clock: systemClock, key: TEST_KEY });
const store = createSqliteStore(db, { clock: systemClock });
const users = Number(db.prepare('SELECT count(*) FROM user').pluck().get());
if (users === 0)
  await store.commit({ actor: ADMIN, action: 'workspace.created', changes: usersIn });

for (let round = 0; ; round++) {
  const made = [0, 1, 2].map((n) =>
    personIn({
      name: `Person ${round} ${n}`,
      skills: ['Go', 'SQL'],
      text: 'some words '.repeat(300),
    }),
  );
  await store.commit({
    actor: ADMIN,
    action: 'resume.imported',
    changes: made.flatMap((one) => one.changes),
  });
  process.stdout.write(`${made.map((one) => one.id).join(' ')}\n`);
  const id = made[0]?.id ?? '';
  await store.commit({
    actor: ADMIN,
    action: 'candidate.edited',
    changes: [
      { op: 'update', entity: 'candidate', id, version: 1, patch: { headline: `edited ${id}` } },
    ],
  });
  process.stdout.write(`edited ${id}\n`);
}
