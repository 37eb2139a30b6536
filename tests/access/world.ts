import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { ADMIN, personIn } from '@/db/store-tests/harness';
import { applicationIn, clientIn, interviewIn, jobIn } from '@/db/store-tests/jobs';
import type { Core } from '@/electron/core/core';
import type { TestPlace } from '@/electron/core/test-support/test-core';
import {
  type AccessLevel,
  type CandidateFacts,
  isPutForward,
  type JobFacts,
  type ShareFacts,
} from '@/shared/domain/access/facts';
import { levelOf } from '@/shared/domain/access/policy';
import { permissionsOf } from '@/shared/domain/access/roles';
import type { Change } from '@/shared/domain/history/change';
import { NOBODY } from '@/shared/domain/people/session';
import type { Stage } from '@/shared/domain/pipeline/board';
import type { Actor } from '@/shared/domain/workspace/records';
import { type Id, newId } from '@/shared/kit/ids';
import { importBy, mergesOf, pairsOf, rankingBy, tableBy } from './around';
import { LEVELS, type State, STATES, type Who, WHO } from './standings';

/** A candidate with what hangs on them, in one state for one person. */
export interface Subject {
  readonly state: State;
  readonly who: Who;
  readonly candidateId: Id;
  readonly resumeId: Id;
  readonly partId: Id;
  readonly applicationId: Id;
  readonly interviewId: Id;
  readonly noteId: Id;
  readonly shareId: Id;
  readonly pairId: Id;
  /** Of the merge by which somebody else became this one. */
  readonly mergeId: Id;
  /** A change of the candidate by the administrator. */
  readonly commitId: Id;
  /** Stands in the answers of whoever may not see the candidate nowhere. */
  readonly mark: string;
  readonly level: AccessLevel;
  readonly applicationLevel: AccessLevel;
}

export interface Job {
  readonly id: Id;
  readonly facts: JobFacts;
}

export interface World {
  readonly actors: Readonly<Record<Who, Actor>>;
  readonly subjects: readonly Subject[];
  readonly jobs: readonly Job[];
  readonly clientIds: readonly [Id, Id];
  readonly tagId: Id;
  readonly listId: Id;
  readonly fieldId: Id;
  readonly templateId: Id;
  /** An import of the administrator, a table and a ranking that they kept. */
  readonly taskId: Id;
  readonly tableId: Id;
  readonly rankingId: Id;
  /** A table that the administrator opened and has not imported, with a row that is left out. */
  readonly draftId: Id;
}

const NOW = new Date().toISOString();
const BEFORE = '2020-01-01T00:00:00.000Z';
const ALWAYS = '2099-01-01T00:00:00.000Z';

/** Puts the people, the clients and a candidate for every person and state into the workspace of a core. */
export async function makeWorld(core: Core): Promise<World> {
  const local = core.session().actor;
  const [a, b] = [clientIn('Aster'), clientIn('Birch')];
  const clientIds = [a.row.id, b.row.id] as const;
  const somebody = (role: Actor['role'], more: Partial<Actor> = {}): Actor => ({
    id: newId(),
    name: role,
    role,
    clientId: null,
    ...more,
  });
  const actors: World['actors'] = {
    admin: local,
    recruiter: somebody('recruiter'),
    'recruiter of one client': somebody('recruiter', { clientId: clientIds[0] }),
    reader: somebody('recruiter', {
      permissions: permissionsOf('recruiter').filter((one) => one.endsWith('.read')),
    }),
    client_user: somebody('client_user', { clientId: clientIds[0] }),
    interviewer: somebody('interviewer'),
    auditor: somebody('auditor'),
    candidate: somebody('candidate'),
    nobody: NOBODY,
  };
  const bystander = somebody('recruiter');
  const members = [
    actors.recruiter,
    actors['recruiter of one client'],
    actors.reader,
    actors.interviewer,
  ];
  const changes: Change[] = [
    ...[...Object.values(actors), bystander]
      .filter((actor) => actor !== local && actor !== NOBODY)
      .map(
        (actor): Change => ({
          op: 'insert',
          entity: 'user',
          row: {
            id: actor.id,
            name: actor.name,
            email: null,
            phone: null,
            role: actor.role,
            roleId: null,
            clientId: actor.clientId ?? null,
            status: 'active',
          },
        }),
      ),
    a,
    b,
  ];
  const jobOf = (clientId: Id, on: readonly Actor[]): Job => {
    const job = jobIn(clientId, 'Engineer');
    changes.push(
      job,
      ...on.map(
        (actor): Change => ({
          op: 'insert',
          entity: 'jobMember',
          row: {
            id: newId(),
            jobId: job.row.id,
            role: 'recruiter',
            userId: actor.id,
            contactId: null,
          },
        }),
      ),
    );
    const memberIds = on.map(({ id }) => id);
    return { id: job.row.id, facts: { about: 'job', clientId, createdBy: local.id, memberIds } };
  };
  const jobs = [
    jobOf(clientIds[0], members),
    jobOf(clientIds[1], members),
    jobOf(clientIds[0], []),
    jobOf(clientIds[1], []),
    // Nobody is on this one yet.
    jobOf(clientIds[0], members),
  ];
  const [atA, , , foreign] = jobs;
  if (atA === undefined || foreign === undefined) throw new Error('There are five jobs');
  const ids = {
    tagId: newId(),
    listId: newId(),
    fieldId: newId(),
    templateId: newId(),
    taskId: newId(),
    tableId: newId(),
    rankingId: newId(),
  };
  changes.push(
    { op: 'insert', entity: 'tag', row: { id: ids.tagId, name: 'TAGGED', colour: 'red' } },
    {
      op: 'insert',
      entity: 'candidateList',
      row: { id: ids.listId, name: 'LISTED', description: '' },
    },
    {
      op: 'insert',
      entity: 'customField',
      row: {
        id: ids.fieldId,
        entity: 'candidate',
        label: 'Car',
        kind: 'text',
        options: [],
        position: 0,
        archivedAt: null,
      },
    },
  );
  const subjects = WHO.flatMap((who) =>
    STATES.map((state) => {
      const made = subjectOf(state, who, actors[who], {
        local,
        clientIds,
        atA,
        foreign,
        ids,
        bystanderId: bystander.id,
      });
      changes.push(...made.changes);
      return made.subject;
    }),
  );
  changes.push(
    ...mergesOf(subjects, changes),
    ...pairsOf(subjects),
    importBy(ids.taskId),
    tableBy(ids.tableId),
    rankingBy(ids.rankingId, atA.id, subjects),
  );
  const { store } = core.session().deps;
  await store.commit({
    actor: local,
    action: 'candidate.added',
    changes: changes.map((change) => ownedBy(change, local.id)),
  });
  for (const { state, commitId: id, candidateId } of subjects) {
    if (state === 'erased') continue;
    const patch = { headline: 'Known' };
    await store.commit({
      id,
      actor: local,
      action: 'candidate.edited',
      changes: [{ op: 'update', entity: 'candidate', id: candidateId, version: 1, patch }],
    });
  }
  const draftId = await openTable(core, local, ['Name,Email', ',nobody']);
  return { actors, subjects, jobs, clientIds, ...ids, draftId };
}

/** Somebody opens a table of these lines. */
export async function openTable(core: Core, actor: Actor, lines: readonly string[]): Promise<Id> {
  const folder = mkdtempSync(path.join(tmpdir(), 'longlist-table-'));
  const file = path.join(folder, 'people.csv');
  writeFileSync(file, lines.join('\n'));
  try {
    const handle = core.grantHandle([file]);
    return (await core.client(actor).tables.open({ handle })).id;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Everybody put on a job has said something of themselves: nothing but the workbook may answer with it. */
export async function everybodySaid(core: Core, place: TestPlace): Promise<void> {
  const { impact, actor } = core.session();
  const codes = place.file('codes.csv', '');
  await impact.saveCodes(actor, { from: BEFORE, before: ALWAYS, jobIds: [] }, codes);
  const letters: string[][] = parse(readFileSync(codes), { bom: true, from: 2 });
  const lines = letters.map(([code]) => `${code},40 and over,Hispanic or Latino`);
  const { id, known } = await impact.preview(
    place.file('answers.csv', ['code,age group,ethnicity', ...lines].join('\n')),
  );
  if (known === 0) throw new Error('Somebody is on a job');
  await impact.accept(id);
}

interface Around {
  readonly local: Actor;
  readonly clientIds: readonly [Id, Id];
  readonly atA: Job;
  readonly foreign: Job;
  readonly ids: Pick<World, 'tagId' | 'listId'>;
  /** Somebody else to whom everybody is shown. */
  readonly bystanderId: Id;
}

/** An address that does not say their name. */
export const emailOf = ({ who, state }: Pick<Subject, 'who' | 'state'>): string =>
  `p${WHO.indexOf(who)}.${STATES.indexOf(state)}@example.org`;

/** Whose application is on a job of the first client, with the recruiters on its team. */
const AT_A: readonly State[] = [
  'shared view',
  'shared comment',
  'shared edit',
  'put forward',
  'applied only',
];

function subjectOf(
  state: State,
  who: Who,
  actor: Actor,
  { local, clientIds, atA, foreign, ids, bystanderId }: Around,
): { readonly subject: Subject; readonly changes: readonly Change[] } {
  const mark = `Qz${who.replaceAll(/\W/g, '')}${state.replaceAll(/\W/g, '')}`;
  const isUser = who !== 'nobody';
  const owns = isUser && (state === 'own' || state === 'in quarantine');
  const ownerId = owns ? actor.id : local.id;
  const person = personIn({
    name: mark,
    ownerId,
    skills: ['Fencing'],
    text: `${mark} curriculum`,
    email: emailOf({ who, state }),
  });
  const shares = isUser && actor !== local ? sharesIn(state, actor, clientIds[0]) : [];
  const stage: Stage = state.startsWith('put forward') ? 'shortlisted' : 'new';
  const job = AT_A.includes(state) ? atA : foreign;
  const [applicationId, interviewId, noteId, shareId] = [newId(), newId(), newId(), newId()];
  const partId =
    person.changes.flatMap((change) =>
      change.entity === 'candidateSkill' && change.op === 'insert' ? [change.row.id] : [],
    )[0] ?? '';
  const rows: Change[] = [
    ...person.changes,
    ...shares.map(
      ({ id, ...share }): Change => ({
        op: 'insert',
        entity: 'share',
        row: { id, candidateId: person.id, fromUserId: local.id, ...share },
      }),
    ),
    ...applicationIn(person.id, job.id, stage, { id: applicationId, overrideReason: 'OVERRULED' }),
    interviewIn(
      { id: applicationId, candidateId: person.id, jobId: job.id },
      {
        id: interviewId,
        instructions: `${mark} is to be asked`,
        interviewerIds: [bystanderId],
      },
    ),
    noteBy(isUser ? actor : local, person.id, noteId, 'team', `${mark} told`),
    noteBy(local, person.id, newId(), 'team', `${mark} TEAMWORDS`),
    {
      op: 'insert',
      entity: 'share',
      row: {
        id: shareId,
        candidateId: person.id,
        fromUserId: local.id,
        toUserId: bystanderId,
        clientId: null,
        permission: 'view',
        expiresAt: null,
        revokedAt: null,
      },
    },
    noteBy(local, person.id, newId(), 'private', `${mark} PRIVATEWORDS`),
    {
      op: 'insert',
      entity: 'candidateTag',
      row: { id: newId(), candidateId: person.id, tagId: ids.tagId },
    },
    {
      op: 'insert',
      entity: 'listMember',
      row: { id: newId(), candidateId: person.id, listId: ids.listId },
    },
  ];
  if (state === 'in quarantine') {
    rows.push({
      op: 'insert',
      entity: 'quarantine',
      row: {
        id: newId(),
        candidateId: person.id,
        ruleId: null,
        reason: '',
        since: NOW,
        until: ALWAYS,
        end: 'erase',
        releasedAt: null,
      },
    });
  }
  const shown = isPutForward(stage, [stage]);
  const facts: CandidateFacts = {
    about: 'candidate',
    ownerId,
    shares,
    putForwardTo: shown ? [job.facts.clientId] : [],
    quarantined: state === 'in quarantine',
    erased: state === 'erased',
    now: NOW,
  };
  return {
    subject: {
      state,
      who,
      candidateId: person.id,
      resumeId: person.resumeId,
      partId,
      applicationId,
      interviewId,
      noteId,
      shareId,
      pairId: newId(),
      mergeId: newId(),
      commitId: newId(),
      mark,
      level: LEVELS[who][state] ?? 'none',
      applicationLevel: levelOf(actor, {
        about: 'application',
        candidate: facts,
        job: job.facts,
        isPutForward: shown,
      }),
    },
    // Somebody who was erased is nowhere.
    changes: state === 'erased' ? [] : rows,
  };
}

function sharesIn(
  state: State,
  actor: Actor,
  clientId: Id,
): readonly (ShareFacts & { readonly id: Id })[] {
  const share = (more: Partial<ShareFacts>): (ShareFacts & { readonly id: Id })[] => [
    {
      id: newId(),
      toUserId: actor.id,
      clientId: null,
      permission: 'edit',
      expiresAt: ALWAYS,
      revokedAt: null,
      ...more,
    },
  ];
  switch (state) {
    case 'shared view':
      return share({ permission: 'view' });
    case 'shared comment':
      return share({ permission: 'comment' });
    case 'shared edit':
      return share({});
    case 'expired share':
      return share({ expiresAt: BEFORE });
    case 'revoked share':
      return share({ revokedAt: BEFORE });
    case 'shared with the client':
      return share({ toUserId: null, clientId, permission: 'view' });
    default:
      return [];
  }
}

const noteBy = (
  author: Actor,
  candidateId: Id,
  id: Id,
  visibility: 'team' | 'private',
  body: string,
): Change => ({
  op: 'insert',
  entity: 'note',
  row: {
    id,
    candidateId,
    applicationId: null,
    body,
    visibility,
    authorId: author.id,
    authorName: author.name,
  },
});

/** What the harness makes is its own administrator's; here it is whose workspace it is. */
function ownedBy(change: Change, id: Id): Change {
  if (change.entity !== 'candidate' || change.op !== 'insert' || change.row.ownerId !== ADMIN.id)
    return change;
  return { ...change, row: { ...change.row, ownerId: id } };
}
