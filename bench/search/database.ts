import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { databasePathIn, openWorkspaceDatabase } from '@/db/sqlite/open';
import { createSqliteStore } from '@/db/sqlite/stores/store';
import type { Actor } from '@/shared/domain/workspace/records';
import { systemClock } from '@/shared/kit/clock';
import { createGenerator } from '../generate-candidates';
import { realisticVocabulary, type Vocabulary } from '../vocabulary';

export const ACTOR: Actor = {
  id: '01890000-0000-7000-8000-000000000001',
  name: 'Bench',
  role: 'admin',
};
const BATCH = 200;
const DAY = 86_400_000;

/**
 * A database of so many realistic people in the temporary folder, kept for the next run; `fresh` makes it anew. They came in over the last
 * three years.
 */
export async function openDatabase(
  people: number,
  fresh: boolean,
): Promise<{
  readonly workspace: ReturnType<typeof openWorkspaceDatabase>;
  readonly vocabulary: Vocabulary;
}> {
  const dir = path.join(tmpdir(), `longlist-bench-people-${people}`);
  if (fresh) rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir, { recursive: true });
  const isEmpty = !existsSync(databasePathIn(dir));
  const generator = createGenerator({
    ownerId: ACTOR.id,
    vocabulary: realisticVocabulary,
    lean: true,
  });
  const workspace = openWorkspaceDatabase(dir, { clock: systemClock });
  if (isEmpty) await fill(workspace.db, generator.next, people);
  console.log(
    `${people} candidates, database ${(statSync(workspace.path).size / 1e6).toFixed(0)} MB`,
  );
  return { workspace, vocabulary: generator.vocabulary };
}

async function fill(
  db: ReturnType<typeof openWorkspaceDatabase>['db'],
  next: ReturnType<typeof createGenerator>['next'],
  people: number,
): Promise<void> {
  let done = 0;
  const began = Date.now();
  const clock = { now: () => new Date(began - 3 * 365 * DAY * (1 - done / people)) };
  const store = createSqliteStore(db, { clock });
  await store.commit({
    actor: ACTOR,
    action: 'workspace.created',
    changes: [
      {
        op: 'insert',
        entity: 'user',
        row: { id: ACTOR.id, name: ACTOR.name, email: null, role: 'admin', status: 'active' },
      },
    ],
  });
  // A benchmark's database may be lost with the power.
  db.pragma('synchronous = OFF');
  let cpuMs = 0;
  while (done < people) {
    const changes = Array.from({ length: Math.min(BATCH, people - done) }, () => next()).flatMap(
      (one) => one.changes,
    );
    const before = process.cpuUsage();
    await store.commit({ actor: ACTOR, action: 'resume.imported', changes });
    const used = process.cpuUsage(before);
    cpuMs += (used.user + used.system) / 1000;
    done += BATCH;
    if (done % 50_000 === 0 || done >= people) {
      console.log(
        `written: ${done} candidates, ${((done / cpuMs) * 1000).toFixed(0)} a CPU second, commits of ${BATCH}`,
      );
    }
  }
  db.exec("INSERT INTO candidate_fts(candidate_fts) VALUES ('optimize')");
  db.pragma('synchronous = FULL');
  db.pragma('wal_checkpoint(TRUNCATE)');
}
