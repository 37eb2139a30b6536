import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { OPEN_STAGES, STAGES, type Stage } from '@/shared/domain/pipeline/board';
import { mayMove } from '@/shared/domain/pipeline/stage-moves';
import { newId } from '@/shared/kit/ids';
import { setBoard } from '@/shared/usecases/jobs/set-board';
import { setOffer, writeUp } from '@/shared/usecases/pipeline/edit-application';
import { moveApplications } from '@/shared/usecases/pipeline/move-applications';
import { noteApplication } from '@/shared/usecases/pipeline/note-application';
import { rejectApplications } from '@/shared/usecases/pipeline/reject-applications';
import { reopenApplications } from '@/shared/usecases/pipeline/reopen-applications';
import { tagApplications, untagApplications } from '@/shared/usecases/pipeline/tag-applications';
import { withdrawApplications } from '@/shared/usecases/pipeline/withdraw-applications';
import { ADMIN, addPeople, type MakeStore, PORTAL, RECRUITER, type StoreHarness } from './harness';
import { HOSTILE_TEXTS } from './hostile-texts';
import { addJob, applicationIn } from './jobs';
import { pipelineDesk } from './pipeline-desk';

/** Candidates on jobs and their steps: what every database behind the ports has to do. */
export function describePipeline(name: string, makeStore: MakeStore): void {
  describe(`${name}: pipeline`, () => {
    let harness: StoreHarness;
    beforeEach(async () => {
      harness = await makeStore();
    });
    afterEach(() => {
      expect(harness.check()).toEqual([]);
      harness.close();
    });
    const { commit, person, put, putOne, view, move, dump, takeBack } = pipelineDesk(() => harness);

    it('puts a candidate on a job once, with the step that says so, and takes it back', async () => {
      const { jobId } = await addJob(harness);
      const id = await person({ name: 'Ann' });
      harness.setNow(new Date('2026-02-03T04:05:06.000Z'));
      const done = await put(jobId, [id, id]);
      expect(done.put).toHaveLength(1);
      expect(await view(done.put[0]?.applicationId ?? '')).toMatchObject({
        candidateName: 'Ann',
        jobTitle: 'Nurse',
        clientName: 'Nurse Clinic',
        application: { stage: 'new', source: 'folder', appliedAt: '2026-02-03T04:05:06.000Z' },
        steps: [{ fromStage: null, toStage: 'new', byName: ADMIN.name, reason: null }],
      });
      expect(await put(jobId, [id])).toEqual({
        commitId: null,
        put: [],
        already: [{ candidateId: id, applicationId: done.put[0]?.applicationId, stage: 'new' }],
      });
      await takeBack(done.commitId);
      expect(dump()).toEqual([]);
    });

    it('keeps one application when the same candidate is put on the job many times at once', async () => {
      const { jobId } = await addJob(harness);
      const id = await person({ name: 'Bo' });
      const done = await Promise.all(Array.from({ length: 8 }, () => put(jobId, [id])));
      expect(done.filter((one) => one.put.length === 1)).toHaveLength(1);
      expect(done.filter((one) => one.already.length === 1)).toHaveLength(7);
      expect(harness.rows(['application'])).toHaveLength(1);
      expect(harness.rows(['stageEvent'])).toHaveLength(1);
    });

    it('puts nobody on a job that is not open, is not there, or whom the actor does not reach', async () => {
      const id = await person({ name: 'Cy' });
      for (const status of ['on_hold', 'filled', 'closed'] as const) {
        const { jobId } = await addJob(harness, status, { status });
        await expect(put(jobId, [id])).rejects.toMatchObject({
          code: 'INVALID',
          details: { status },
        });
      }
      const { jobId } = await addJob(harness, 'Draft', { status: 'draft' });
      await expect(put(newId(), [id])).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(put(jobId, [id], {}, RECRUITER)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(put(jobId, [id], {}, PORTAL)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(put(jobId, [id, newId()])).rejects.toMatchObject({ code: 'NOT_FOUND' });
      expect(dump()).toEqual([]);
      expect((await put(jobId, [id])).put).toHaveLength(1);
    });

    it('moves along every arrow of the table and along no other, from every stage', async () => {
      const { jobId } = await addJob(harness);
      for (const from of STAGES) {
        for (const to of OPEN_STAGES) {
          const id = await person({ name: `${from} to ${to}` });
          await commit('application.created', ...applicationIn(id, jobId, from));
          const [application] = await harness.applications.ofCandidate(ADMIN, id);
          const applicationId = application?.application.id ?? '';
          const before = dump();
          const isOpen = from !== 'rejected' && from !== 'withdrawn';
          if (from === to) {
            expect(await move(applicationId, from, to)).toMatchObject({ already: 1, changed: 0 });
            expect(dump()).toEqual(before);
          } else if (isOpen && mayMove(from, to)) {
            await move(applicationId, from, to);
            const moved = await view(applicationId);
            expect(moved.application.stage).toBe(to);
            expect(moved.application.selectedAt !== null).toBe(to === 'selected');
            expect(moved.steps.at(-1)).toMatchObject({ fromStage: from, toStage: to });
          } else {
            // A closed one comes back by reopening alone, whatever the table says of its end.
            await expect(move(applicationId, from, to)).rejects.toMatchObject({
              code: 'ILLEGAL_MOVE',
              details: { from, to },
            });
            expect(dump()).toEqual(before);
          }
        }
      }
    });

    it('rejects and withdraws from every open stage with a reason of its own list, and reopens into review', async () => {
      const { jobId } = await addJob(harness);
      for (const from of OPEN_STAGES) {
        const id = await person({ name: from });
        await commit('application.created', ...applicationIn(id, jobId, from));
        const [first] = await harness.applications.ofCandidate(ADMIN, id);
        const one = first?.application.id ?? '';
        const before = dump();
        const seen = (at: Stage) => [{ id: one, from: at }];
        const no = await rejectApplications(harness, ADMIN, {
          applications: seen(from),
          reason: 'salary',
          note: 'Asks for more',
        });
        expect(await view(one)).toMatchObject({
          application: {
            stage: 'rejected',
            rejectedReason: 'salary',
            withdrawnReason: null,
            reasonNote: 'Asks for more',
            selectedAt: null,
          },
        });
        const again = { applications: seen('rejected'), reason: 'stays', note: null } as const;
        await expect(withdrawApplications(harness, ADMIN, again)).rejects.toMatchObject({
          code: 'ILLEGAL_MOVE',
        });
        await expect(
          rejectApplications(harness, ADMIN, { ...again, reason: 'skills' }),
        ).rejects.toMatchObject({ code: 'ILLEGAL_MOVE' });
        await expect(
          reopenApplications(harness, ADMIN, { applications: seen('rejected'), reason: ' ' }),
        ).rejects.toMatchObject({ code: 'INVALID' });
        const back = await reopenApplications(harness, ADMIN, {
          applications: seen('rejected'),
          reason: 'The client asks again',
        });
        const reopened = await view(one);
        expect(reopened.application).toMatchObject({
          stage: 'in_review',
          rejectedReason: null,
          reasonNote: null,
        });
        expect(reopened.steps.at(-1)?.reason).toBe('The client asks again');
        // What was said at the rejection stays in the history.
        expect(reopened.steps.at(-2)?.reason).toBe('salary · Asks for more');
        await expect(
          reopenApplications(harness, ADMIN, { applications: seen('in_review'), reason: 'x' }),
        ).rejects.toMatchObject({ code: 'ILLEGAL_MOVE' });
        await takeBack(back.commitId);
        await takeBack(no.commitId);
        expect(dump()).toEqual(before);
        await withdrawApplications(harness, ADMIN, { ...again, applications: seen(from) });
        expect((await view(one)).application).toMatchObject({
          stage: 'withdrawn',
          withdrawnReason: 'stays',
          rejectedReason: null,
        });
      }
    });

    it('refuses one that was moved in the meantime, and a selection with one that may not, whole', async () => {
      const { jobId } = await addJob(harness);
      const people = await addPeople(harness, [{ name: 'A' }, { name: 'B' }]);
      const [a = '', b = ''] = people.map((one) => one.id);
      const first = await putOne(jobId, a);
      await commit('application.created', ...applicationIn(b, jobId, 'in_progress'));
      const [second] = await harness.applications.ofCandidate(ADMIN, b);
      const before = dump();
      await expect(move(first, 'in_review', 'shortlisted')).rejects.toMatchObject({
        code: 'CONFLICT',
      });
      const both = [
        { id: second?.application.id ?? '', from: 'in_progress' },
        { id: first, from: 'new' },
      ] as const;
      await expect(
        moveApplications(harness, ADMIN, { applications: both, to: 'selected', columnId: null }),
      ).rejects.toMatchObject({ code: 'ILLEGAL_MOVE' });
      expect(dump()).toEqual(before);
      await expect(
        rejectApplications(harness, RECRUITER, { applications: both, reason: 'other', note: null }),
      ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });

    it('does to hundreds what it does to one, as one deed that one undo takes back', async () => {
      const { jobId } = await addJob(harness);
      const people = await addPeople(
        harness,
        Array.from({ length: 250 }, (_, n) => ({ name: `Person ${n}` })),
      );
      await commit(
        'application.created',
        ...people.flatMap(({ id }) => applicationIn(id, jobId, 'in_review')),
      );
      const cards = (await harness.applications.board(ADMIN, jobId))?.cards ?? [];
      const before = dump();
      const done = await rejectApplications(harness, ADMIN, {
        applications: cards.map(({ id }) => ({ id, from: 'in_review' })),
        reason: 'position_closed',
        note: null,
      });
      expect(done).toMatchObject({ changed: 250, already: 0 });
      expect(await takeBack(done.commitId)).toMatchObject({ candidates: 250, kept: 0 });
      expect(dump()).toEqual(before);
    });

    it('moves between the columns of a stage without a step, and refuses a column of another stage', async () => {
      const columns = [
        { id: 'new', name: 'New', stage: 'new' },
        { id: 'review', name: 'Desk review', stage: 'in_review' },
        { id: 'call', name: 'First call', stage: 'in_review' },
        { id: 'short', name: 'Shortlist', stage: 'shortlisted' },
        { id: 'client', name: 'With client', stage: 'in_progress' },
        { id: 'offer', name: 'Offer', stage: 'selected' },
      ] as const;
      const { jobId } = await addJob(harness);
      const id = await putOne(jobId, await person({ name: 'Dee' }));
      await setBoard(harness, ADMIN, { id: jobId, version: 1, board: [...columns] });
      expect((await harness.applications.board(ADMIN, jobId))?.columns).toEqual(columns);
      await move(id, 'new', 'in_review', 'review');
      const before = await view(id);
      harness.setNow(new Date('2026-03-01T00:00:00.000Z'));
      await move(id, 'in_review', 'in_review', 'call');
      const after = await view(id);
      expect(after.application).toMatchObject({
        columnId: 'call',
        stageSince: before.application.stageSince,
      });
      expect(after.steps).toEqual(before.steps);
      await expect(move(id, 'in_review', 'shortlisted', 'call')).rejects.toMatchObject({
        code: 'INVALID',
      });
    });

    it('notes, tags and offers on an application, in any text, and takes each back', async () => {
      const { jobId } = await addJob(harness);
      const id = await putOne(jobId, await person({ name: 'Hal' }));
      const version = async () => (await view(id)).application.version;
      for (const [, text] of HOSTILE_TEXTS) {
        await noteApplication(harness, ADMIN, {
          applicationId: id,
          body: text,
          visibility: 'team',
        });
        expect((await view(id)).notes[0]?.body).toBe(text);
        const written = await writeUp(harness, ADMIN, { id, version: await version(), text });
        expect((await view(id)).application.writeUp).toBe(text);
        if (text !== '') await takeBack(written.commitId);
      }
      const tag = { applicationIds: [id], name: ' Hot  one ', colour: 'red' } as const;
      await tagApplications(harness, ADMIN, tag);
      expect(await tagApplications(harness, ADMIN, { ...tag, name: 'HOT ONE' })).toMatchObject({
        changed: 0,
        already: 1,
      });
      const { tags } = await view(id);
      expect(tags).toMatchObject([{ name: 'Hot one', colour: 'red' }]);
      await untagApplications(harness, ADMIN, { applicationIds: [id], tagId: tags[0]?.id ?? '' });
      expect((await view(id)).tags).toEqual([]);
      const offer = { salaryOffered: 6_500_000, salaryCurrency: 'EUR' };
      await setOffer(harness, ADMIN, { id, version: await version(), ...offer });
      expect((await view(id)).application).toMatchObject(offer);
      await expect(setOffer(harness, ADMIN, { id, version: 1, ...offer })).rejects.toMatchObject({
        code: 'CONFLICT',
      });
      await expect(
        setOffer(harness, ADMIN, { id, version: await version(), ...offer, salaryCurrency: null }),
      ).rejects.toMatchObject({ code: 'INVALID' });
    });
  });
}
