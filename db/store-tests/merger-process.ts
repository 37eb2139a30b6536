import { openWorkspaceDatabase } from '@/db/sqlite/open';
import { createCandidateReader } from '@/db/sqlite/stores/candidate-reader';
import { createDuplicateReader } from '@/db/sqlite/stores/duplicate-reader';
import { createSqliteStore } from '@/db/sqlite/stores/store';
import { proposeMerge } from '@/shared/domain/duplicates/merge-choice';
import { stampOf } from '@/shared/domain/duplicates/person-rows';
import { systemClock } from '@/shared/kit/clock';
import { mergeCandidates } from '@/shared/usecases/duplicates/merge-candidates';
import { unmerge } from '@/shared/usecases/duplicates/unmerge';
import { ADMIN, personIn, TEST_KEY, usersIn } from './harness';

// Started by the crash test with a folder: makes two people, says so, and then merges them and takes them apart without end.
const { db } = openWorkspaceDatabase(process.argv[2] ?? '', { clock: systemClock, key: TEST_KEY });
const deps = {
  store: createSqliteStore(db, { clock: systemClock }),
  duplicates: createDuplicateReader(db),
  candidates: createCandidateReader(db),
};
if (Number(db.prepare('SELECT count(*) FROM user').pluck().get()) === 0) {
  const many = (word: string) => Array.from({ length: 40 }, (_, index) => `${word} ${index}`);
  const one = personIn({ name: 'Una Holt', skills: many('skill'), email: 'una@example.org' });
  const two = personIn({ name: 'U. Holt', skills: many('craft'), email: 'holt@example.org' });
  await deps.store.commit({ actor: ADMIN, action: 'workspace.created', changes: usersIn });
  await deps.store.commit({
    actor: ADMIN,
    action: 'resume.imported',
    changes: [...one.changes, ...two.changes],
  });
}
const ids = db.prepare('SELECT id FROM candidate ORDER BY id').pluck().all().map(String);
process.stdout.write('ready\n');

for (;;) {
  const [last] = await deps.duplicates.merges(ADMIN, { beforeId: null, limit: 1 });
  if (last !== undefined) {
    await unmerge(deps, ADMIN, { mergeId: last.id });
    process.stdout.write('apart\n');
  }
  const people = await deps.duplicates.personRows(ADMIN, ids);
  const { choice } = proposeMerge(people);
  await mergeCandidates(deps, ADMIN, { candidateIds: ids, choice, stamp: stampOf(people) });
  process.stdout.write('merged\n');
}
