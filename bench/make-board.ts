import path from 'node:path';
import { openWorkspaceDatabase } from '@/db/sqlite/open';
import { createSqliteStore } from '@/db/sqlite/stores/store';
import { createWorkspaceReader } from '@/db/sqlite/stores/workspace-reader';
import { applicationIn, clientIn, jobIn } from '@/db/store-tests/jobs';
import { STAGES, type Stage } from '@/shared/domain/pipeline/board';
import { systemClock } from '@/shared/kit/clock';
import type { Id } from '@/shared/kit/ids';
import { makeWorkspace } from './make-workspace';

const DAY = 86_400_000;
const BATCH = 100;

/** Makes a profile whose workspace has one open job with that many generated candidates on it, most of them new or in review. */
export async function makeBoard(profile: string, cards: number): Promise<Id> {
  const dir = path.join(profile, 'workspace');
  await makeWorkspace(dir, cards, { lean: true });
  const { db, close } = openWorkspaceDatabase(dir, { clock: systemClock, key: 'plain' });
  const store = createSqliteStore(db, { clock: systemClock });
  const actor = await createWorkspaceReader(db).localUser();
  if (actor === null) throw new Error('The workspace has no user');
  const client = clientIn('Harbour Clinic');
  const job = jobIn(client.row.id, 'Ward nurse', {
    priority: 'high',
    openings: 2,
    openedAt: new Date().toISOString(),
  });
  const jobId = job.row.id;
  await store.commit({ actor, action: 'job.created', changes: [client, job] });
  const ids = db.prepare('SELECT id FROM candidate ORDER BY id').pluck().all().map(String);
  for (let at = 0; at < ids.length; at += BATCH) {
    await store.commit({
      actor,
      action: 'application.created',
      changes: ids.slice(at, at + BATCH).flatMap((id, n) => {
        const days = (at + n) % 40;
        return applicationIn(
          id,
          jobId,
          stageOf(at + n),
          {},
          new Date(Date.now() - days * DAY).toISOString(),
        );
      }),
    });
  }
  close();
  return jobId;
}

/** Of ten: four new, two in review, and one at each stage after. */
const stageOf = (n: number): Stage =>
  (['new', 'new', 'new', 'new', 'in_review', 'in_review'] as const)[n % 10] ??
  STAGES[(n % 10) - 4] ??
  'rejected';
