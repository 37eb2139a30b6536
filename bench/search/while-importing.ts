import { spawn } from 'node:child_process';
import { constants, copyFileSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import { databasePathIn, openForReading, openWorkspaceDatabase } from '@/db/sqlite/open';
import { createCandidateSearch } from '@/db/sqlite/search/candidate-search';
import { createSqliteStore } from '@/db/sqlite/stores/store';
import { createWorkspaceReader } from '@/db/sqlite/stores/workspace-reader';
import { candidateSearchRequestSchema } from '@/shared/domain/candidates/views';
import type { Actor } from '@/shared/domain/workspace/records';
import { systemClock } from '@/shared/kit/clock';
import { createGenerator } from '../generate-candidates';
import { realisticVocabulary, type Vocabulary } from '../vocabulary';
import { percentile, print, type Times } from './measure';
import { workload } from './workload';

/** As an import commits them. */
const BATCH = 50;
const ROUNDS = 6;
const AT_MOST = 3;

/**
 * The mix on a connection that only reads, first by itself, then while another process commits people as fast as it can. On a copy of the
 * database, which is deleted again.
 */
export async function searchWhileImporting(
  profile: string,
  actor: Actor,
  vocabulary: Vocabulary,
): Promise<void> {
  const workspace = path.join(profile, 'written-to');
  rmSync(workspace, { recursive: true, force: true });
  mkdirSync(workspace);
  copyFileSync(
    databasePathIn(path.join(profile, 'workspace')),
    databasePathIn(workspace),
    constants.COPYFILE_FICLONE,
  );
  const db = openForReading(databasePathIn(workspace), 'plain');
  const search = createCandidateSearch(db, { clock: systemClock });
  const people = db.prepare('SELECT count(*) FROM candidate').pluck();
  const ask = async (): Promise<Times> => {
    const cpu: number[] = [];
    const clock: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      for (const { ask: asked } of workload(vocabulary)) {
        const before = process.cpuUsage();
        const start = performance.now();
        await search.search(actor, candidateSearchRequestSchema.parse(asked(round)));
        clock.push(performance.now() - start);
        const used = process.cpuUsage(before);
        cpu.push((used.user + used.system) / 1000);
      }
    }
    return { cpu, clock };
  };
  // Once so that both times find the sets there.
  await ask();
  const alone = await ask();
  print('the mix again, nobody writes', alone);
  const writer = spawn(process.execPath, [process.argv[1] ?? '', WRITE_INTO, workspace], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  try {
    const before = Number(people.get());
    while (Number(people.get()) < before + BATCH) await pause(50);
    const from = Number(people.get());
    const start = performance.now();
    const meanwhile = await ask();
    const seconds = (performance.now() - start) / 1000;
    print('the mix while people are imported', meanwhile);
    const pace = (Number(people.get()) - from) / seconds;
    const times = (of: 'cpu' | 'clock'): string =>
      (percentile(meanwhile[of], 0.95) / percentile(alone[of], 0.95)).toFixed(1);
    console.log(
      `while ${pace.toFixed(0)} people a second are written: p95 ${times('cpu')} × in CPU, ${times('clock')} × by the clock (must ≤ ${AT_MOST} ×)`,
    );
  } finally {
    writer.kill('SIGKILL');
    db.close();
    rmSync(workspace, { recursive: true, force: true });
  }
}

/** The argument that makes the benchmark's program the one that writes. */
export const WRITE_INTO = '--write-into';

/** Commits invented people into a workspace, batch upon batch, until the process that started this one ends it or is gone. */
export async function writeWithoutEnd(workspace: string): Promise<void> {
  process.once('disconnect', () => process.exit());
  const { db } = openWorkspaceDatabase(workspace, { clock: systemClock, key: 'plain' });
  const user = await createWorkspaceReader(db).localUser();
  if (user === null) throw new Error('The workspace has no user');
  const actor = { id: user.id, name: user.name, role: user.role };
  const store = createSqliteStore(db, { clock: systemClock });
  const { next } = createGenerator({
    ownerId: user.id,
    lean: true,
    vocabulary: realisticVocabulary,
  });
  for (;;) {
    const changes = Array.from({ length: BATCH }, () => next()).flatMap((one) => one.changes);
    await store.commit({ actor, action: 'resume.imported', changes });
    await nextTurn();
  }
}
