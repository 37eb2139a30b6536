import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type ApplicationFacts,
  type CandidateFacts,
  type InterviewFacts,
  isPutForward,
  type JobFacts,
  type ShareFacts,
} from '@/shared/domain/access/facts';
import { PERMISSIONS } from '@/shared/domain/access/permissions';
import { levelOf, seesNote } from '@/shared/domain/access/policy';
import { SHARE_PERMISSIONS } from '@/shared/domain/access/records';
import { NOTE_VISIBILITIES } from '@/shared/domain/candidates/records';
import { NO_FILTERS } from '@/shared/domain/candidates/views';
import type { Change } from '@/shared/domain/history/change';
import { STAGES, type Stage } from '@/shared/domain/pipeline/board';
import { INTERVIEW_STATUSES } from '@/shared/domain/interviews/records';
import { INTERVIEW_LISTS, interviewListRequestSchema } from '@/shared/domain/interviews/views';
import { type Actor, ROLES } from '@/shared/domain/workspace/records';
import { type Id, newId } from '@/shared/kit/ids';
import { ADMIN, type MakeStore, personIn, request, type StoreHarness } from './harness';
import { applicationIn, clientIn, interviewIn, jobIn } from './jobs';

const NOW = '2026-03-01T12:00:00.000Z';
const LATER = '2026-03-02T12:00:00.000Z';

/**
 * The stores' conditions say of random records and random people just what the pure policy says: who reaches which candidate, job, client,
 * application, interview and note, and how far; in lists and counts too, and after a share has ended by itself.
 */
export function describeAccess(name: string, make: MakeStore): void {
  describe(`${name}: access`, () => {
    let store: StoreHarness;
    beforeEach(async () => {
      store = await make();
      store.setNow(new Date(NOW));
    });
    afterEach(() => store.close());

    for (const seed of [1, 2, 3]) {
      it(`says what the policy says (seed ${seed})`, async () => {
        const world = makeWorld(randomOf(seed));
        await store.store.commit({
          actor: ADMIN,
          action: 'candidate.added',
          changes: world.changes,
        });
        for (const now of [NOW, LATER]) {
          store.setNow(new Date(now));
          for (const actor of world.actors) await agrees(store, world, actor, now);
        }
      });
    }

    it('shows whom the recruiter was shown until the moment it ends, without a write in between', async () => {
      const world = makeWorld(randomOf(4));
      const recruiter = world.actors.find(({ role }) => role === 'recruiter') ?? ADMIN;
      const one = personIn({ name: 'Ines Ferreira', ownerId: ADMIN.id });
      await store.store.commit({
        actor: ADMIN,
        action: 'candidate.added',
        changes: [...world.changes, ...one.changes],
      });
      const found = () => store.search.search(recruiter, request({ text: 'Ines' }));
      const before = await store.workspace.countCandidates(recruiter);
      expect((await found()).total).toBe(0);
      await store.store.commit({
        actor: ADMIN,
        action: 'share.granted',
        changes: [
          shareOf(one.id, {
            toUserId: recruiter.id,
            clientId: null,
            permission: 'view',
            expiresAt: LATER,
            revokedAt: null,
          }),
        ],
      });
      expect((await found()).rows).toMatchObject([{ id: one.id, shared: 'view' }]);
      const shared = { ...NO_FILTERS, shared: true };
      expect(
        (await store.search.search(recruiter, request({ filters: shared }))).rows,
      ).toContainEqual(expect.objectContaining({ id: one.id }));
      expect(await store.workspace.countCandidates(recruiter)).toBe(before + 1);
      store.setNow(new Date(LATER));
      expect((await found()).total).toBe(0);
      expect(await store.candidates.get(recruiter, one.id)).toBeNull();
      expect(
        await store.search.complete(recruiter, { text: 'Ines', caret: 4, limit: 8 }),
      ).not.toContainEqual(expect.objectContaining({ kind: 'person' }));
    });
  });
}

interface World {
  readonly changes: readonly Change[];
  readonly actors: readonly Actor[];
  readonly candidates: readonly { readonly id: Id; readonly facts: Omit<CandidateFacts, 'now'> }[];
  readonly jobs: readonly { readonly id: Id; readonly facts: JobFacts }[];
  readonly clientIds: readonly Id[];
  readonly applications: readonly {
    readonly id: Id;
    readonly candidateId: Id;
    readonly facts: Omit<ApplicationFacts, 'candidate'>;
  }[];
  readonly interviews: readonly {
    readonly id: Id;
    readonly candidateId: Id;
    readonly applicationId: Id;
    readonly facts: Pick<InterviewFacts, 'interviewerIds' | 'isDraft'>;
  }[];
  readonly notes: readonly {
    readonly id: Id;
    readonly candidateId: Id;
    readonly applicationId: Id | null;
    readonly visibility: (typeof NOTE_VISIBILITIES)[number];
    readonly author: Actor;
  }[];
}

async function agrees(store: StoreHarness, world: World, actor: Actor, now: string): Promise<void> {
  const factsOf = new Map(
    world.candidates.map(({ id, facts }) => [id, { ...facts, now }] as const),
  );
  const levels = async (about: Parameters<StoreHarness['candidates']['levels']>[1], ids: Id[]) =>
    Object.fromEntries(await store.candidates.levels(actor, about, ids));
  const expected = <R extends { readonly id: Id }>(
    records: readonly R[],
    level: (record: R) => ReturnType<typeof levelOf>,
  ) =>
    Object.fromEntries(
      records.flatMap((record) => {
        const is = level(record);
        return is === 'none' ? [] : [[record.id, is]];
      }),
    );
  const same = (found: unknown, asked: unknown): void =>
    expect({ actor, now, is: found }).toEqual({ actor, now, is: asked });
  const idsOf = (records: readonly { readonly id: Id }[]): Id[] => records.map(({ id }) => id);

  const people = expected(world.candidates, ({ facts }) => levelOf(actor, { ...facts, now }));
  same(await levels('candidate', idsOf(world.candidates)), people);
  same(
    await levels('job', idsOf(world.jobs)),
    expected(world.jobs, ({ facts }) => levelOf(actor, facts)),
  );
  same(
    await levels('client', [...world.clientIds]),
    expected(
      world.clientIds.map((id) => ({ id })),
      ({ id }) => levelOf(actor, { about: 'client', id }),
    ),
  );
  const applications = expected(world.applications, ({ candidateId, facts }) => {
    const candidate = factsOf.get(candidateId);
    return candidate === undefined ? 'none' : levelOf(actor, { ...facts, candidate });
  });
  same(await levels('application', idsOf(world.applications)), applications);
  const interviews = expected(world.interviews, ({ candidateId, applicationId, facts }) => {
    const candidate = factsOf.get(candidateId);
    const of = world.applications.find(({ id }) => id === applicationId);
    return candidate === undefined || of === undefined
      ? 'none'
      : levelOf(actor, { about: 'interview', ...facts, application: { ...of.facts, candidate } });
  });
  same(await levels('interview', idsOf(world.interviews)), interviews);
  const listed: Id[] = [];
  for (const list of INTERVIEW_LISTS) {
    const asked = interviewListRequestSchema.parse({ list, limit: 200 });
    const { rows, total } = await store.interviews.list(actor, asked, now);
    same(total, rows.length);
    listed.push(...rows.map(({ interview }) => interview.id));
  }
  same(listed.toSorted(), Object.keys(interviews).toSorted());
  // Lists and counts come from sets in memory, not from the conditions themselves.
  const page = await store.search.search(actor, request({ limit: 200 }));
  const reached = Object.keys(people).toSorted();
  same(idsOf(page.rows).toSorted(), reached);
  same(page.total, reached.length);
  same(await store.workspace.countCandidates(actor), reached.length);
  for (const { id, candidateId, applicationId, visibility, author } of world.notes) {
    const isSeen =
      people[candidateId] !== undefined &&
      seesNote(actor, {
        visibility,
        authorId: author.id,
        authorClientId: author.role === 'client_user' ? (author.clientId ?? '') : null,
        reachesApplication:
          applicationId === null ? null : applications[applicationId] !== undefined,
      });
    const shown = (await store.candidates.get(actor, candidateId))?.notes ?? [];
    same(
      shown.some((note) => note.id === id),
      isSeen,
    );
    same((await store.candidates.record(actor, 'note', id)) !== null, isSeen);
  }
}

type Random = (below: number) => number;

/** The same numbers for a seed (mulberry32). */
function randomOf(seed: number): Random {
  let state = seed * 0x9e3779b9;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

function makeWorld(random: Random): World {
  const oneOf = <T>(list: readonly T[]): T => {
    const one = list[random(list.length)];
    if (one === undefined) throw new Error('An empty list');
    return one;
  };
  const some = <T>(list: readonly T[], of: number): T[] => list.filter(() => random(of) === 0);
  const clients = ['Aster', 'Birch', 'Cedar'].map((called) => clientIn(called));
  const clientIds = clients.map(({ row }) => row.id);
  const actors: Actor[] = ROLES.flatMap((role) =>
    Array.from({ length: 4 }, (_, at): Actor => {
      const needsClient = role === 'client_user' ? at !== 3 : at === 3;
      return {
        id: newId(),
        name: `${role} ${at}`,
        role,
        clientId: needsClient ? oneOf(clientIds) : null,
        ...(at === 2 && { permissions: PERMISSIONS.filter(() => random(3) > 0) }),
      };
    }),
  );
  const users = actors.map(
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
  );
  const changes: Change[] = [...users, ...clients];
  const jobs = Array.from({ length: 9 }, () => {
    const clientId = oneOf(clientIds);
    const job = jobIn(clientId, 'Engineer');
    const memberIds = some(actors, 6).map(({ id }) => id);
    changes.push(
      job,
      ...memberIds.map(
        (userId): Change => ({
          op: 'insert',
          entity: 'jobMember',
          row: { id: newId(), jobId: job.row.id, role: 'recruiter', userId, contactId: null },
        }),
      ),
    );
    const facts: JobFacts = { about: 'job', clientId, createdBy: ADMIN.id, memberIds };
    return { id: job.row.id, facts };
  });
  const applications: World['applications'][number][] = [];
  const interviews: World['interviews'][number][] = [];
  const notes: World['notes'][number][] = [];
  const candidates = Array.from({ length: 24 }, (_, at) => {
    const ownerId = random(3) === 0 ? ADMIN.id : oneOf(actors).id;
    const person = personIn({ name: `Person ${at}`, ownerId });
    changes.push(...person.changes);
    const shares = some(actors, 8).map(
      (actor): ShareFacts => randomShare(oneOf, random, actor.id, null),
    );
    shares.push(...some(clientIds, 8).map((id) => randomShare(oneOf, random, null, id)));
    changes.push(...shares.map((share) => shareOf(person.id, share)));
    const quarantined = random(8) === 0;
    if (quarantined || random(8) === 0) {
      changes.push({
        op: 'insert',
        entity: 'quarantine',
        row: {
          id: newId(),
          candidateId: person.id,
          ruleId: null,
          reason: '',
          since: NOW,
          until: LATER,
          end: 'erase',
          releasedAt: quarantined ? null : NOW,
        },
      });
    }
    const putForwardTo: Id[] = [];
    const own: { readonly id: Id }[] = [];
    for (const job of some(jobs, 4)) {
      const stage = oneOf(STAGES);
      const were: Stage[] = [
        'new',
        ...some(['in_review', 'shortlisted', 'in_progress'] as const, 3),
      ];
      if (stage !== 'new') were.push(stage);
      const id = newId();
      changes.push(
        ...applicationIn(person.id, job.id, stage, { id }),
        ...were.map((toStage) => stepTo(toStage, id, person.id, job.id)),
      );
      const shown = isPutForward(stage, were);
      if (shown) putForwardTo.push(job.facts.clientId);
      own.push({ id });
      applications.push({
        id,
        candidateId: person.id,
        facts: { about: 'application', job: job.facts, isPutForward: shown },
      });
      for (let round = random(3); round > 0; round--) {
        const status = oneOf(INTERVIEW_STATUSES);
        const interviewerIds = some(actors, 6).map((one) => one.id);
        const interview = interviewIn(
          { id, candidateId: person.id, jobId: job.id },
          { round, status, interviewerIds },
        );
        changes.push(interview);
        interviews.push({
          id: interview.row.id,
          candidateId: person.id,
          applicationId: id,
          facts: { interviewerIds, isDraft: status === 'draft' },
        });
      }
    }
    for (let count = random(3); count > 0; count--) {
      const note = {
        id: newId(),
        candidateId: person.id,
        applicationId: own.length > 0 && random(2) === 0 ? oneOf(own).id : null,
        visibility: oneOf(NOTE_VISIBILITIES),
        author: oneOf(actors),
      };
      notes.push(note);
      const { author, ...row } = note;
      changes.push({
        op: 'insert',
        entity: 'note',
        row: { ...row, body: 'Told', authorId: author.id, authorName: author.name },
      });
    }
    const facts = {
      about: 'candidate',
      ownerId,
      shares,
      putForwardTo,
      quarantined,
      erased: false,
    } as const;
    return { id: person.id, facts };
  });
  return {
    changes,
    actors: [ADMIN, ...actors],
    candidates,
    jobs,
    clientIds,
    applications,
    interviews,
    notes,
  };
}

const randomShare = (
  oneOf: <T>(list: readonly T[]) => T,
  random: Random,
  toUserId: Id | null,
  clientId: Id | null,
): ShareFacts => ({
  toUserId,
  clientId,
  permission: oneOf(SHARE_PERMISSIONS),
  expiresAt: oneOf([null, NOW, '2026-03-01T18:00:00.000Z', '2027-01-01T00:00:00.000Z']),
  revokedAt: random(4) === 0 ? NOW : null,
});

const stepTo = (toStage: Stage, applicationId: Id, candidateId: Id, jobId: Id): Change => ({
  op: 'insert',
  entity: 'stageEvent',
  row: {
    id: newId(),
    applicationId,
    candidateId,
    jobId,
    fromStage: null,
    toStage,
    at: NOW,
    byName: ADMIN.name,
    reason: null,
  },
});

const shareOf = (candidateId: Id, share: ShareFacts): Change => ({
  op: 'insert',
  entity: 'share',
  row: { id: newId(), candidateId, fromUserId: ADMIN.id, ...share },
});
