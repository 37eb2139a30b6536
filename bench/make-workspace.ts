import { existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { connectForWriting } from '@/db/sqlite/connection';
import { migrate } from '@/db/sqlite/migrate';
import { databasePathIn, openWorkspaceDatabase } from '@/db/sqlite/open';
import { beginRebuild, needsRebuild, rebuildStep } from '@/db/sqlite/search/rebuild';
import { createPeopleReader } from '@/db/sqlite/stores/people-reader';
import { createSqliteStore } from '@/db/sqlite/stores/store';
import { createWorkspaceReader } from '@/db/sqlite/stores/workspace-reader';
import { createSecrets } from '@/electron/core/people/secrets';
import { createWorkspace } from '@/shared/usecases/workspace/create-workspace';
import { createGenerator } from './generate-candidates';
import { realisticVocabulary } from './vocabulary';

const BATCH = 200;
const DAY = 86_400_000;

type GeneratorOptions = Omit<Parameters<typeof createGenerator>[0], 'ownerId'>;

/**
 * Makes a workspace with that many generated candidates in an empty folder, through the same write path as an import. They came in over
 * the last three years.
 */
export async function makeWorkspace(
  dir: string,
  candidates: number,
  people: GeneratorOptions = {},
): Promise<void> {
  mkdirSync(dir, { recursive: true });
  let done = 0;
  const now = Date.now();
  const clock = { now: () => new Date(now - 3 * 365 * DAY * (1 - done / candidates)) };
  const { db, close } = openWorkspaceDatabase(dir, { clock, key: 'plain' });
  const store = createSqliteStore(db, { clock });
  const actor = await createWorkspace(
    {
      store,
      workspace: createWorkspaceReader(db),
      people: createPeopleReader(db),
      secrets: createSecrets({ entry: '' }),
      clock,
    },
    { name: 'Bench', userName: 'Bench' },
  );
  const { next } = createGenerator({ ...people, ownerId: actor.id });
  // What a benchmark makes may be lost with the power.
  db.pragma('synchronous = OFF');
  let cpuMs = 0;
  while (done < candidates) {
    const count = Math.min(BATCH, candidates - done);
    const changes = Array.from({ length: count }, () => next()).flatMap((one) => one.changes);
    const before = process.cpuUsage();
    await store.commit({ actor, action: 'resume.imported', changes });
    const used = process.cpuUsage(before);
    cpuMs += (used.user + used.system) / 1000;
    done += count;
    if (done % 50_000 === 0) {
      const pace = (done / cpuMs) * 1000;
      console.log(`written: ${done} candidates, ${pace.toFixed(0)} a CPU second`);
    }
  }
  db.exec("INSERT INTO candidate_fts(candidate_fts) VALUES ('optimize')");
  db.pragma('synchronous = FULL');
  db.pragma('wal_checkpoint(TRUNCATE)');
  close();
}

/** What the people of a kept workspace are made of. */
const KEPT = { vocabulary: realisticVocabulary, lean: true };
export const keptVocabulary = () => createGenerator({ ...KEPT, ownerId: '' }).vocabulary;

/**
 * The profile folder of a workspace of so many realistic people in the temporary folder, kept from run to run: 100,000 take some minutes to
 * make. `fresh` makes it anew.
 */
export async function keptProfile(candidates: number, fresh = false): Promise<string> {
  const profile = path.join(tmpdir(), `longlist-bench-people-${candidates}`);
  const workspace = path.join(profile, 'workspace');
  if (fresh) rmSync(profile, { recursive: true, force: true });
  if (!existsSync(databasePathIn(workspace))) {
    const half = path.join(profile, 'half-made');
    rmSync(half, { recursive: true, force: true });
    await makeWorkspace(half, candidates, KEPT);
    rmSync(workspace, { recursive: true, force: true });
    renameSync(half, workspace);
  }
  migrateInPlace(workspace);
  indexAnew(workspace);
  const megabytes = statSync(databasePathIn(workspace)).size / 1e6;
  console.log(`${candidates} candidates, database ${megabytes.toFixed(0)} MB`);
  return profile;
}

/** Brings a kept workspace to the schema of today without the backup that opening it would make first: a copy of tens of gigabytes. */
function migrateInPlace(dir: string): void {
  const db = connectForWriting(databasePathIn(dir), 'plain');
  try {
    migrate(db);
  } finally {
    db.close();
  }
}

/** Brings a kept workspace to what this program derives: in the background of a core it would be in the way of what is measured. */
function indexAnew(dir: string): void {
  const { db, close } = openWorkspaceDatabase(dir, {
    clock: { now: () => new Date() },
    key: 'plain',
  });
  const need = needsRebuild(db);
  if (need !== 'whole') {
    console.log(`search index: ${need}, made anew first`);
    db.pragma('synchronous = OFF');
    if (need !== 'going-on') beginRebuild(db);
    while (rebuildStep(db));
    db.exec("INSERT INTO candidate_fts(candidate_fts) VALUES ('optimize')");
    db.pragma('synchronous = FULL');
    db.pragma('wal_checkpoint(TRUNCATE)');
  }
  close();
}
