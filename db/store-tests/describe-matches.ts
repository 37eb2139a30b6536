import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rankRequestSchema } from '@/shared/domain/matching/views';
import type { Change } from '@/shared/domain/history/change';
import { diffRankings, keepRanking } from '@/shared/usecases/matching/kept-rankings';
import { viewMatch } from '@/shared/usecases/matching/view-match';
import { putOnJob } from '@/shared/usecases/pipeline/put-on-job';
import { removeFromJob } from '@/shared/usecases/pipeline/remove-from-job';
import { newId } from '@/shared/kit/ids';
import { ADMIN, addPeople, type MakeStore, PORTAL, RECRUITER, type StoreHarness } from './harness';
import { HOSTILE_TEXTS } from './hostile-texts';
import { addJob as jobWith, type jobIn } from './jobs';

/** Everybody against a job, every open job against somebody, and what is kept of both. */
export function describeMatches(name: string, make: MakeStore): void {
  describe(`${name}: matches`, () => {
    let harness: StoreHarness;
    beforeEach(async () => {
      harness = await make();
    });
    afterEach(() => harness.close());

    const commit = (changes: readonly Change[]) =>
      harness.store.commit({ actor: ADMIN, action: 'job.created', changes });
    /** An open job that asks for these skills. */
    const addJob = async (
      title: string,
      skills: readonly string[],
      more: Parameters<typeof jobIn>[2] = {},
    ): Promise<string> => (await jobWith(harness, title, more, skills)).jobId;
    const weavers = async () => {
      const people = await addPeople(harness, [
        { name: 'Ann', skills: ['Looming', 'Dyeing'], city: 'Lyon' },
        { name: 'Ben', skills: ['Looming'] },
        { name: 'Cem', skills: ['Baking'], ownerId: RECRUITER.id },
      ]);
      await harness.makeMatchFacts();
      return people.map(({ id }) => id);
    };
    const ranked = async (
      jobId: string,
      asked: Partial<Parameters<typeof rankRequestSchema.parse>[0] & object> = {},
      actor = ADMIN,
    ) => harness.matching.rank(actor, rankRequestSchema.parse({ jobId, ...asked }));
    const names = async (...asked: Parameters<typeof ranked>) =>
      (await ranked(...asked)).rows.map((row) => row.name);

    it('rank everybody by what the job asks for; the rows say what is met, and the scores are those of the explanation', async () => {
      const [ann = ''] = await weavers();
      const jobId = await addJob('Weaver', ['Looming', 'Dyeing']);
      const page = await ranked(jobId);
      expect(page.rows.map((row) => [row.place, row.name, row.mustHaves.met])).toEqual([
        [1, 'Ann', 2],
        [2, 'Ben', 1],
        [3, 'Cem', 0],
      ]);
      expect([page.compared, page.total, page.making]).toEqual([3, 3, null]);
      expect(page.histogram.reduce((sum, count) => sum + count, 0)).toBe(3);
      const { score, parts, criteria } = await harness.matching.explain(ADMIN, {
        jobId,
        candidateId: ann,
        weights: null,
      });
      expect([score, parts]).toEqual([page.rows[0]?.score, page.rows[0]?.parts]);
      expect(criteria.map(({ key, status }) => [key, status])).toEqual(
        page.rows[0]?.criteria.map(({ key, status }) => [key, status]),
      );
    });

    it('follow edits, archiving and mergers once the facts are made, and show those of before until then', async () => {
      const [ann = '', ben = ''] = await weavers();
      const jobId = await addJob('Weaver', ['Looming', 'Dyeing']);
      const { skills } = (await harness.candidates.get(ADMIN, ann)) ?? { skills: [] };
      await commit(
        skills.map(({ id, version }) => ({
          op: 'delete',
          entity: 'candidateSkill',
          id,
          version,
        })),
      );
      expect(await names(jobId)).toEqual(['Ann', 'Ben', 'Cem']);
      await harness.makeMatchFacts();
      expect((await names(jobId))[0]).toBe('Ben');
      const record = await harness.candidates.record(ADMIN, 'candidate', ben);
      await commit([
        {
          op: 'update',
          entity: 'candidate',
          id: ben,
          version: record?.version ?? 0,
          patch: { archivedAt: '2026-01-02T00:00:00.000Z' },
        },
      ]);
      expect(await names(jobId)).toEqual(['Ann', 'Cem']);
      const { version = 0 } = (await harness.candidates.record(ADMIN, 'candidate', ann)) ?? {};
      await commit([
        {
          op: 'update',
          entity: 'candidate',
          id: ann,
          version,
          patch: { mergedIntoId: ben },
        },
      ]);
      expect(await names(jobId)).toEqual(['Cem']);
      await expect(
        harness.matching.explain(ADMIN, { jobId, candidateId: ann, weights: null }),
      ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });

    it('rank only whom the actor reaches, for jobs that the actor reaches', async () => {
      await weavers();
      const jobId = await addJob('Weaver', ['Looming']);
      await expect(ranked(jobId, {}, RECRUITER)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await commit([
        {
          op: 'insert',
          entity: 'jobMember',
          row: { id: newId(), jobId, role: 'recruiter', userId: RECRUITER.id, contactId: null },
        },
      ]);
      expect(await names(jobId, {}, RECRUITER)).toEqual(['Cem']);
      await expect(ranked(jobId, {}, PORTAL)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });

    it('are narrowed by words, filters and a least score; who is on the job is left out but on request', async () => {
      const [ann = ''] = await weavers();
      const jobId = await addJob('Weaver', ['Looming', 'Dyeing']);
      expect(await names(jobId, { filters: { cities: ['Lyon'] } })).toEqual(['Ann']);
      expect(await names(jobId, { text: 'Ben ' })).toEqual(['Ben']);
      const [first] = (await ranked(jobId)).rows;
      const least = Math.floor((first?.score ?? 0) / 100);
      const best = await ranked(jobId, { minScore: least });
      expect([best.total, best.compared]).toEqual([1, 3]);
      await commit([
        {
          op: 'insert',
          entity: 'application',
          row: {
            id: newId(),
            candidateId: ann,
            jobId,
            stage: 'new',
            columnId: null,
            stageSince: '2026-01-02T00:00:00.000Z',
            source: 'folder',
            appliedAt: '2026-01-02T00:00:00.000Z',
            matchId: null,
            rejectedReason: null,
            withdrawnReason: null,
            reasonNote: null,
            overrideReason: null,
            submittedAt: null,
            shortlistPosition: null,
            writeUp: '',
            salaryOffered: null,
            salaryCurrency: null,
            selectedAt: null,
          },
        },
      ]);
      expect(await names(jobId)).toEqual(['Ben', 'Cem']);
      const all = await ranked(jobId, { applicants: true });
      expect(all.rows.map((row) => [row.name, row.stage])).toEqual([
        ['Ann', 'new'],
        ['Ben', null],
        ['Cem', null],
      ]);
    });

    it('move with weights that are tried, and nothing is changed by that', async () => {
      await weavers();
      const jobId = await addJob('Weaver', ['Looming', 'Dyeing'], {
        location: 'Lyon',
        city: 'Lyon',
        country: null,
      });
      const weights = { skills: 0, experience: 0, title: 0, education: 0, location: 100 };
      const tried = await ranked(jobId, { weights });
      expect([tried.rows[0]?.score, tried.rows[1]?.score]).toEqual([10_000, 4000]);
      expect((await ranked(jobId)).weights).toEqual(tried.jobWeights);
    });

    it('of a candidate name every open job, the best first, and no other', async () => {
      const [ann = ''] = await weavers();
      await addJob('Baker', ['Baking']);
      const jobId = await addJob('Dyer', ['Dyeing'], { matchThreshold: 30 });
      await addJob('Over', ['Dyeing'], { status: 'closed' });
      const { jobs } = await harness.matching.forCandidate(ADMIN, ann);
      expect(jobs.map(({ title }) => title)).toEqual(['Dyer', 'Baker']);
      expect(jobs[0]).toMatchObject({ jobId, client: 'Dyer Clinic', aboveThreshold: true });
      expect((await harness.matching.forCandidate(ADMIN, ann)).compared).toBe(2);
    });

    it('are kept once a candidate and job when somebody looks at them', async () => {
      const [ann = ''] = await weavers();
      const jobId = await addJob('Weaver', ['Looming']);
      const first = await viewMatch(harness, ADMIN, { jobId, candidateId: ann });
      const again = await viewMatch(harness, ADMIN, { jobId, candidateId: ann });
      expect(again).toEqual(first);
      const kept = await harness.matches.match(ADMIN, jobId, ann);
      const { rows } = await ranked(jobId);
      expect(rows[0]?.viewedAt).toBe(kept?.viewedAt);
      expect((kept?.score ?? 0) * 100).toBeCloseTo(rows[0]?.score ?? -1);
      expect(await harness.matches.match(RECRUITER, jobId, ann)).toBeNull();
    });

    it('stay as they were when somebody was put on the job with them, whatever becomes of the person', async () => {
      const [ann = '', bo = ''] = await weavers();
      const jobId = await addJob('Weaver', ['Looming']);
      const put = () =>
        putOnJob(harness, ADMIN, {
          jobId,
          candidateIds: [ann, bo],
          stage: 'new',
          overrideReason: null,
          despiteWarnings: true,
        });
      const done = await put();
      const applied = async () => (await harness.applications.ofCandidate(ADMIN, ann))[0];
      const kept = await harness.matches.match(ADMIN, jobId, ann);
      expect(kept).toMatchObject({ isHeld: true, viewedAt: null });
      expect((await applied())?.application.matchId).toBe(kept?.id);
      const score = (await applied())?.score;
      expect(score).toBe(kept?.score);
      const { skills } = (await harness.candidates.get(ADMIN, ann)) ?? { skills: [] };
      await commit(
        skills.map(({ id, version }) => ({ op: 'delete', entity: 'candidateSkill', id, version })),
      );
      await viewMatch(harness, ADMIN, { jobId, candidateId: ann });
      const looked = await harness.matches.match(ADMIN, jobId, ann);
      expect(looked).toMatchObject({ score, receipt: kept?.receipt });
      expect(looked?.viewedAt).not.toBeNull();
      const board = await harness.applications.board(ADMIN, jobId);
      expect(board?.cards.find(({ candidateId }) => candidateId === ann)?.score).toBe(score);

      // Taken off and put on again it is the match of that day.
      await removeFromJob(harness, ADMIN, {
        applicationIds: done.put.map(({ applicationId }) => applicationId),
      });
      await put();
      expect((await applied())?.application.matchId).toBe(kept?.id);
      expect((await applied())?.score).toBeLessThan(score ?? 0);
    });

    it('are no reason to refuse somebody who cannot be compared', async () => {
      const [ann = ''] = await weavers();
      const jobId = await addJob('Weaver', ['Looming']);
      const matching = {
        ...harness.matching,
        explain: () => Promise.reject(new Error('broken records')),
      };
      const done = await putOnJob({ ...harness, matching }, ADMIN, {
        jobId,
        candidateIds: [ann],
        stage: 'new',
        overrideReason: null,
        despiteWarnings: true,
      });
      const [on] = await harness.applications.ofCandidate(ADMIN, ann);
      expect(on).toMatchObject({ application: { id: done.put[0]?.applicationId, matchId: null } });
      expect(on?.score).toBeNull();
    });

    it('are compared between two rankings that were kept: who moved and why', async () => {
      const [ann = ''] = await weavers();
      const jobId = await addJob('Weaver', ['Looming', 'Dyeing']);
      const before = await keepRanking(harness, ADMIN, jobId);
      expect(before).toMatchObject({ compared: 3, kept: 3, byName: ADMIN.name });
      const { skills } = (await harness.candidates.get(ADMIN, ann)) ?? { skills: [] };
      await commit(
        skills.map(({ id, version }) => ({ op: 'delete', entity: 'candidateSkill', id, version })),
      );
      await harness.makeMatchFacts();
      const after = await keepRanking(harness, ADMIN, jobId);
      const diff = await diffRankings(harness, ADMIN, {
        before: before.id,
        after: after.id,
        limit: 10,
      });
      expect(diff.changed).toEqual({ criteria: false, weights: false, scorer: false });
      expect(diff.people.find(({ candidateId }) => candidateId === ann)).toMatchObject({
        name: 'Ann',
        move: 'down',
        reasons: ['candidate'],
      });
      await expect(
        diffRankings(harness, RECRUITER, { before: before.id, after: after.id, limit: 10 }),
      ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });

    it('stand whatever a job and a CV hold: nothing asked, five hundred skills, hostile words, nobody there', async () => {
      const empty = await addJob(' ', []);
      expect(await ranked(empty)).toMatchObject({ rows: [], compared: 0, median: null });
      await addPeople(
        harness,
        HOSTILE_TEXTS.map(([, text]) => ({
          name: text,
          text,
          skills: [text.slice(0, 200) || 'x'],
        })),
      );
      await harness.makeMatchFacts();
      expect((await ranked(empty)).histogram[0]).toBe(HOSTILE_TEXTS.length);
      const many = await addJob(
        'Many',
        Array.from(
          { length: 500 },
          (_, n) => HOSTILE_TEXTS[n % HOSTILE_TEXTS.length]?.[1].slice(0, 200) || 'x',
        ),
      );
      const page = await ranked(many, { limit: 200 });
      expect(page.rows).toHaveLength(HOSTILE_TEXTS.length);
      expect(new Set(page.rows.map((row) => row.name))).toEqual(
        new Set(HOSTILE_TEXTS.map(([, text]) => text)),
      );
    });
  });
}
