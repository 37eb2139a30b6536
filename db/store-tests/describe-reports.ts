import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mulberry32, uniform } from '@/bench/random';
import { CANDIDATE_SOURCES } from '@/shared/domain/candidates/records';
import type { Change, NewRecord } from '@/shared/domain/history/change';
import { OPEN_STAGES, type Stage } from '@/shared/domain/pipeline/board';
import { REJECT_REASONS, WITHDRAW_REASONS } from '@/shared/domain/pipeline/records';
import { type Figure, type ReportFilters, WORK_KINDS } from '@/shared/domain/reports/figures';
import type { Actor } from '@/shared/domain/workspace/records';
import { newId } from '@/shared/kit/ids';
import { ADMIN, type MakeStore, PORTAL, personIn, RECRUITER, type StoreHarness } from './harness';

const DAY = 86_400_000;
const START = Date.parse('2026-01-05T00:00:00.000Z');
const day = (n: number): string => new Date(START + n * DAY).toISOString();

/** Reports: every figure is the length of its list, and both are what a plain count over the rows says. */
export function describeReports(name: string, make: MakeStore): void {
  describe(`${name}: reports`, () => {
    let harness: StoreHarness;
    beforeEach(async () => {
      harness = await make();
      harness.setNow(new Date(START));
    });
    afterEach(() => harness.close());

    const everything: ReportFilters = {
      edges: [day(0), day(30), day(60), day(120)],
      jobId: null,
      clientId: null,
      byId: null,
      source: null,
    };

    it.each([1, 2, 3])('count what their lists hold, whoever asks (seed %i)', async (seed) => {
      const { jobs, clients } = await invent(harness, seed);
      harness.setNow(new Date(START + 70 * DAY));
      const narrowed: readonly ReportFilters[] = [
        everything,
        { ...everything, jobId: jobs[0] ?? null },
        { ...everything, clientId: clients[1] ?? null },
        { ...everything, byId: RECRUITER.id },
        { ...everything, source: 'upload' },
        { ...everything, edges: [day(20), day(40)] },
      ];
      for (const actor of [ADMIN, RECRUITER, PORTAL]) {
        for (const filters of narrowed) await agree(harness, actor, filters);
      }
    });

    it('tell what was invented by hand', async () => {
      const { reports, store } = harness;
      const ada = personIn({ name: 'Ada Lovell' });
      const bo = personIn({ name: 'Bo Quist' });
      const job = jobIn();
      const first = applied(ada.id, job.jobId, 'selected', 1, 9);
      const second = applied(bo.id, job.jobId, 'rejected', 2, 4);
      const cy = personIn({ name: 'Cy Brandt' });
      const third = applied(cy.id, job.jobId, 'new', 9.5, 9.5);
      await store.commit({
        actor: ADMIN,
        action: 'application.created',
        changes: [
          ...cy.changes,
          ...ada.changes,
          ...bo.changes,
          ...job.changes,
          first,
          ...moved(first.row, ['new', 'in_review', 'selected'], [1, 3, 9]),
          second,
          ...moved(second.row, ['new', 'rejected'], [2, 4]),
          third,
          ...moved(third.row, ['new'], [9.5]),
        ],
      });
      harness.setNow(new Date(START + 70 * DAY));
      const report = await reports.report(ADMIN, everything);
      expect(report.funnel.map(({ reached }) => reached)).toEqual([3, 1, 1, 1, 1]);
      expect(report.timeToHire).toEqual({ count: 1, median: 8, ninth: 8 });
      expect(report.inStage[0]?.left).toEqual({ count: 2, median: 2, ninth: 2 });
      expect(report.inStage[1]?.left).toEqual({ count: 1, median: 6, ninth: 6 });
      expect(report.rejected).toEqual([{ reason: 'skills', count: 1 }]);
      expect(report.trend.map(({ hired }) => hired)).toEqual([1, 0, 0]);
      expect(report.work).toMatchObject([{ name: ADMIN.name, counts: { added: 3, hired: 1 } }]);
      const { rows } = await reports.behind(ADMIN, {
        filters: everything,
        figure: { kind: 'hired' },
        offset: 0,
        limit: 10,
      });
      expect(rows).toMatchObject([{ candidateName: 'Ada Lovell', jobTitle: 'Baker', days: 8 }]);
      for (const [days, stuck] of [
        [60, 1],
        [61, 0],
      ] as const) {
        const { total } = await reports.behind(ADMIN, {
          filters: everything,
          figure: { kind: 'stuck', days },
          offset: 0,
          limit: 10,
        });
        expect(total).toBe(stuck);
      }
    });
  });
}

async function agree(
  { reports }: StoreHarness,
  actor: Actor,
  filters: ReportFilters,
): Promise<void> {
  const report = await reports.report(actor, filters);
  const listed = async (figure: Figure): Promise<number> => {
    const { rows, total } = await reports.behind(actor, { filters, figure, offset: 0, limit: 500 });
    expect(rows.length).toBe(total);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(total);
    return total;
  };
  for (const { stage, reached } of report.funnel)
    expect(await listed({ kind: 'reached', stage })).toBe(reached);
  for (const { stage, count } of report.standing)
    expect(await listed({ kind: 'standing', stage })).toBe(count);
  for (const { reason, count } of report.rejected)
    expect(await listed({ kind: 'rejected', reason })).toBe(count);
  for (const { reason, count } of report.withdrawn)
    expect(await listed({ kind: 'withdrawn', reason })).toBe(count);
  for (const { source, reached } of report.sources) {
    for (const [at, stage] of OPEN_STAGES.entries())
      expect(await listed({ kind: 'source', source, reached: stage })).toBe(reached[at]);
  }
  for (const { stage, left, staying } of report.inStage) {
    expect(await listed({ kind: 'left', stage })).toBe(left.count);
    expect(await listed({ kind: 'staying', stage })).toBe(staying.count);
  }
  expect(await listed({ kind: 'hired' })).toBe(report.timeToHire.count);
  expect(await listed({ kind: 'filled' })).toBe(report.timeToFill.count);
  const [from, before] = [filters.edges[0] ?? '', filters.edges.at(-1) ?? ''];
  for (const work of WORK_KINDS) {
    const by = await Promise.all(
      report.work.map(async ({ userId, counts }) => {
        expect(await listed({ kind: 'work', work, userId, from, before })).toBe(counts[work]);
        return counts[work];
      }),
    );
    const all = await listed({ kind: 'work', work, userId: null, from, before });
    expect(by.reduce((sum, count) => sum + count, 0)).toBe(all);
    expect(report.trend.reduce((sum, counts) => sum + counts[work], 0)).toBe(all);
  }
  // Nobody is in two places, and nobody is lost: who began is who stands somewhere.
  expect(report.standing.reduce((sum, { count }) => sum + count, 0)).toBe(
    report.funnel[0]?.reached,
  );
  if (actor.role === 'candidate') expect(report.funnel[0]?.reached).toBe(0);
}

/** Forty people of two owners on six jobs of as many clients, each application moved at random by one of two people. */
async function invent(
  { store }: StoreHarness,
  seed: number,
): Promise<{ readonly jobs: readonly string[]; readonly clients: readonly string[] }> {
  const random = mulberry32(seed);
  const either = (): Actor => uniform(random, [ADMIN, RECRUITER]);
  const people = Array.from({ length: 40 }, (_, n) =>
    personIn({ name: `Person ${n}`, ownerId: either().id }),
  );
  const jobs = Array.from({ length: 6 }, () => jobIn(random() < 0.4 ? 50 : null));
  const done: Record<string, Change[]> = { [ADMIN.id]: [], [RECRUITER.id]: [] };
  for (const { changes } of jobs) done[either().id]?.push(...changes);
  const steps: Record<string, Change[]> = { [ADMIN.id]: [], [RECRUITER.id]: [] };
  for (const person of people) {
    for (const { jobId } of jobs) {
      if (random() < 0.7) continue;
      const stages: Stage[] = ['new'];
      const days = [Math.floor(random() * 60)];
      for (let left = Math.floor(random() * 6); left > 0; left--) {
        stages.push(uniform(random, [...OPEN_STAGES, 'rejected', 'withdrawn'] as const));
        days.push((days.at(-1) ?? 0) + 1 + Math.floor(random() * 9));
      }
      const [began = 0, last = 0] = [days[0], days.at(-1)];
      const source = uniform(random, CANDIDATE_SOURCES);
      const row = applied(person.id, jobId, stages.at(-1) ?? 'new', began, last, {
        source,
        submittedAt: random() < 0.3 ? day(began + 2) : null,
      });
      steps[either().id]?.push(row, ...moved(row.row, stages, days));
    }
  }
  await store.commit({
    actor: ADMIN,
    action: 'candidate.added',
    changes: people.flatMap(({ changes }) => changes),
  });
  for (const list of [done, steps]) {
    for (const actor of [ADMIN, RECRUITER]) {
      const changes = list[actor.id] ?? [];
      await store.commit({ actor, action: 'application.created', changes });
    }
  }
  return { jobs: jobs.map(({ jobId }) => jobId), clients: jobs.map(({ clientId }) => clientId) };
}

type Inserted<E extends 'application' | 'stageEvent'> = {
  readonly op: 'insert';
  readonly entity: E;
  readonly row: NewRecord<E>;
};

function jobIn(filledOn: number | null = null): {
  readonly jobId: string;
  readonly clientId: string;
  readonly changes: readonly Change[];
} {
  const [jobId, clientId] = [newId(), newId()];
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
    board: null,
    weights: null,
    matchThreshold: null,
  } as const;
  return {
    jobId,
    clientId,
    changes: [
      {
        op: 'insert',
        entity: 'client',
        row: {
          id: clientId,
          companyName: 'Crumb & Oak',
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
        },
      },
      {
        op: 'insert',
        entity: 'job',
        row: {
          ...nothing,
          id: jobId,
          clientId,
          title: 'Baker',
          description: '',
          status: filledOn === null ? 'open' : 'filled',
          priority: 'medium',
          openings: 1,
          openedAt: day(0),
          endedAt: filledOn === null ? null : day(filledOn),
          custom: {},
        },
      },
    ],
  };
}

function applied(
  candidateId: string,
  jobId: string,
  stage: Stage,
  began: number,
  last: number,
  given: Partial<NewRecord<'application'>> = {},
): Inserted<'application'> {
  return {
    op: 'insert',
    entity: 'application',
    row: {
      id: newId(),
      candidateId,
      jobId,
      stage,
      columnId: null,
      stageSince: day(last),
      source: 'folder',
      appliedAt: day(began),
      matchId: null,
      rejectedReason: stage === 'rejected' ? (REJECT_REASONS[0] ?? null) : null,
      withdrawnReason: stage === 'withdrawn' ? (WITHDRAW_REASONS[0] ?? null) : null,
      reasonNote: null,
      overrideReason: null,
      submittedAt: null,
      shortlistPosition: null,
      writeUp: '',
      salaryOffered: null,
      salaryCurrency: null,
      selectedAt: stage === 'selected' ? day(last) : null,
      ...given,
    },
  };
}

const moved = (
  { id, candidateId, jobId }: NewRecord<'application'>,
  stages: readonly Stage[],
  days: readonly number[],
): readonly Inserted<'stageEvent'>[] =>
  stages.map((toStage, at) => ({
    op: 'insert',
    entity: 'stageEvent',
    row: {
      id: newId(),
      applicationId: id,
      candidateId,
      jobId,
      fromStage: stages[at - 1] ?? null,
      toStage,
      at: day(days[at] ?? 0),
      byName: 'Somebody',
      reason: null,
    },
  }));
