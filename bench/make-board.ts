import path from 'node:path';
import { openWorkspaceDatabase } from '@/db/sqlite/open';
import { createSqliteStore } from '@/db/sqlite/stores/store';
import { createWorkspaceReader } from '@/db/sqlite/stores/workspace-reader';
import type { Change } from '@/shared/domain/history/change';
import { STAGES, type Stage } from '@/shared/domain/pipeline/board';
import { systemClock } from '@/shared/kit/clock';
import { type Id, newId } from '@/shared/kit/ids';
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
  const { jobId, changes } = jobChanges();
  await store.commit({ actor, action: 'job.created', changes });
  const ids = db.prepare('SELECT id FROM candidate ORDER BY id').pluck().all().map(String);
  for (let at = 0; at < ids.length; at += BATCH) {
    await store.commit({
      actor,
      action: 'application.created',
      changes: ids
        .slice(at, at + BATCH)
        .flatMap((id, n) => onJob(id, jobId, stageOf(at + n), (at + n) % 40)),
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

function jobChanges(): { readonly jobId: Id; readonly changes: readonly Change[] } {
  const clientId = newId();
  const jobId = newId();
  const nothing = {
    department: null,
    location: null,
    city: null,
    region: null,
    country: null,
    remote: null,
    employmentType: null,
    experienceMin: null,
    experienceMax: null,
    salaryMin: null,
    salaryMax: null,
    salaryCurrency: null,
    salaryPeriod: null,
    educationMin: null,
    closesOn: null,
    endedAt: null,
    board: null,
    weights: null,
    matchThreshold: null,
  };
  const client = {
    id: clientId,
    companyName: 'Harbour Clinic',
    status: 'active',
    industry: null,
    website: null,
    phone: null,
    address: null,
    city: null,
    state: null,
    country: null,
    postalCode: null,
    notes: '',
    offLimits: false,
    offLimitsReason: null,
    custom: {},
  } as const;
  const job = {
    ...nothing,
    id: jobId,
    clientId,
    title: 'Ward nurse',
    description: '',
    status: 'open',
    priority: 'high',
    openings: 2,
    openedAt: new Date().toISOString(),
    custom: {},
  } as const;
  return {
    jobId,
    changes: [
      { op: 'insert', entity: 'client', row: client },
      { op: 'insert', entity: 'job', row: job },
    ],
  };
}

function onJob(candidateId: Id, jobId: Id, stage: Stage, days: number): readonly Change[] {
  const id = newId();
  const at = new Date(Date.now() - days * DAY).toISOString();
  const application = {
    id,
    candidateId,
    jobId,
    stage,
    columnId: null,
    stageSince: at,
    source: 'folder',
    appliedAt: at,
    matchId: null,
    rejectedReason: stage === 'rejected' ? 'skills' : null,
    withdrawnReason: stage === 'withdrawn' ? 'stays' : null,
    reasonNote: null,
    overrideReason: null,
    submittedAt: null,
    shortlistPosition: null,
    writeUp: '',
    salaryOffered: null,
    salaryCurrency: null,
    selectedAt: stage === 'selected' ? at : null,
  } as const;
  const step = { fromStage: null, toStage: stage, byName: 'Bench', reason: null };
  const event = { id: newId(), applicationId: id, candidateId, jobId, at, ...step };
  return [
    { op: 'insert', entity: 'application', row: application },
    { op: 'insert', entity: 'stageEvent', row: event },
  ];
}
