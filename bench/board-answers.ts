import path from 'node:path';
import { openWorkspaceDatabase } from '@/db/sqlite/open';
import { createApplicationReader } from '@/db/sqlite/stores/application-reader';
import { createSqliteStore } from '@/db/sqlite/stores/store';
import { createWorkspaceReader } from '@/db/sqlite/stores/workspace-reader';
import { SHARE_PERMISSIONS } from '@/shared/domain/access/records';
import type { Actor } from '@/shared/domain/workspace/records';
import { systemClock } from '@/shared/kit/clock';
import { type Id, newId } from '@/shared/kit/ids';

const TIMES = 30;
const BATCH = 200;
const YEAR = 365 * 86_400_000;

export interface Answers {
  readonly who: string;
  readonly cards: number;
  /** How long the core's thread was held by each, ms. */
  readonly times: readonly number[];
  /** What of that it computed, ms: the rest it waited for a busy machine. */
  readonly cpu: readonly number[];
}

/**
 * How long the core's thread is held by the answer for the board: for an administrator; for a recruiter on the job, who owns half of the
 * candidates and to whom the others were shown for a year, in each of the ways there are; and for a hiring manager of its client.
 */
export async function measureAnswers(profile: string, jobId: Id): Promise<readonly Answers[]> {
  const dir = path.join(profile, 'workspace');
  const { db, close } = openWorkspaceDatabase(dir, { clock: systemClock, key: 'plain' });
  try {
    const admin = await createWorkspaceReader(db).localUser();
    const clientId = db.prepare('SELECT client_id FROM job WHERE id = ?').pluck().get(jobId);
    if (admin === null || typeof clientId !== 'string') throw new Error('There is no board');
    const recruiter: Actor = { id: newId(), name: 'Recruiter', role: 'recruiter' };
    const manager: Actor = { id: newId(), name: 'Manager', role: 'client_user', clientId };
    const store = createSqliteStore(db, { clock: systemClock });
    const none = { email: null, phone: null, roleId: null, status: 'active' } as const;
    await store.commit({
      actor: admin,
      action: 'user.created',
      changes: [
        { op: 'insert', entity: 'user', row: { ...recruiter, ...none, clientId: null } },
        { op: 'insert', entity: 'user', row: { ...manager, ...none, clientId } },
        {
          op: 'insert',
          entity: 'jobMember',
          row: { id: newId(), jobId, role: 'recruiter', userId: recruiter.id, contactId: null },
        },
      ],
    });
    await divide(db, store, admin, recruiter);
    const { board } = createApplicationReader(db);
    const answers: Answers[] = [];
    for (const [who, actor] of Object.entries({ admin, recruiter, 'hiring manager': manager })) {
      const times: number[] = [];
      const cpu: number[] = [];
      let cards = 0;
      for (let n = 0; n < TIMES; n++) {
        const begun = performance.now();
        const used = process.cpuUsage();
        const view = await board(actor, jobId);
        times.push(performance.now() - begun);
        const { user, system } = process.cpuUsage(used);
        cpu.push((user + system) / 1000);
        cards = view?.cards.length ?? 0;
      }
      answers.push({ who, cards, times, cpu });
    }
    return answers;
  } finally {
    close();
  }
}

/** Every second candidate becomes the recruiter's, the others are shown to them. */
async function divide(
  db: ReturnType<typeof openWorkspaceDatabase>['db'],
  store: ReturnType<typeof createSqliteStore>,
  admin: Actor,
  recruiter: Actor,
): Promise<void> {
  const ids = db.prepare('SELECT id FROM candidate ORDER BY num').pluck().all().map(String);
  const own = db.prepare('UPDATE candidate SET owner_id = ? WHERE id = ?');
  for (const id of ids.filter((_, n) => n % 2 === 0)) own.run(recruiter.id, id);
  const others = ids.filter((_, n) => n % 2 === 1);
  const expiresAt = new Date(Date.now() + YEAR).toISOString();
  for (let at = 0; at < others.length; at += BATCH) {
    await store.commit({
      actor: admin,
      action: 'share.granted',
      changes: others.slice(at, at + BATCH).map((candidateId, n) => ({
        op: 'insert',
        entity: 'share',
        row: {
          id: newId(),
          candidateId,
          fromUserId: admin.id,
          toUserId: recruiter.id,
          clientId: null,
          permission: SHARE_PERMISSIONS[n % SHARE_PERMISSIONS.length] ?? 'view',
          expiresAt,
          revokedAt: null,
        },
      })),
    });
  }
}
