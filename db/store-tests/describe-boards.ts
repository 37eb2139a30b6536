import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OPEN_STAGES, Stage } from '@/shared/domain/pipeline/board';
import { newId } from '@/shared/kit/ids';
import { moveApplications } from '@/shared/usecases/pipeline/move-applications';
import { noteApplication } from '@/shared/usecases/pipeline/note-application';
import { orderShortlist } from '@/shared/usecases/pipeline/order-shortlist';
import { notifyOfJobs } from '@/shared/usecases/notifications/notify-jobs';
import { readNotifications } from '@/shared/usecases/notifications/read-notifications';
import { ADMIN, addPeople, type MakeStore, PORTAL, RECRUITER, type StoreHarness } from './harness';
import { addJob, applicationIn, jobIn } from './jobs';
import { pipelineDesk } from './pipeline-desk';

/** Boards and shortlists: who sees them, in which order, and who is told of what moved. */
export function describeBoards(name: string, makeStore: MakeStore): void {
  describe(`${name}: boards`, () => {
    let harness: StoreHarness;
    beforeEach(async () => {
      harness = await makeStore();
    });
    afterEach(() => {
      expect(harness.check()).toEqual([]);
      harness.close();
    });
    const { commit, person, put, putOne, takeBack } = pipelineDesk(() => harness);

    it('shows a board to whom it is theirs: own candidates, own private notes, nobody who was merged', async () => {
      const { jobId } = await addJob(harness);
      const mine = await person({ name: 'Mine', ownerId: RECRUITER.id });
      const theirs = await person({ name: 'Theirs' });
      await put(jobId, [theirs]);
      const id = await putOne(jobId, mine);
      await noteApplication(harness, ADMIN, {
        applicationId: id,
        body: 'x',
        visibility: 'private',
      });
      const member = { id: newId(), jobId, role: 'recruiter', contactId: null } as const;
      expect(await harness.applications.board(RECRUITER, jobId)).toBeNull();
      expect(await harness.applications.jobs(RECRUITER)).toEqual([]);
      await commit('job.edited', {
        op: 'insert',
        entity: 'jobMember',
        row: { ...member, userId: RECRUITER.id },
      });
      const names = async (actor: typeof ADMIN) =>
        (await harness.applications.board(actor, jobId))?.cards.map((card) => card.name).sort();
      expect(await names(ADMIN)).toEqual(['Mine', 'Theirs']);
      expect(await names(RECRUITER)).toEqual(['Mine']);
      expect(await harness.applications.board(PORTAL, jobId)).toBeNull();
      expect(await harness.applications.jobs(PORTAL)).toEqual([]);
      const card = async (actor: typeof ADMIN) =>
        (await harness.applications.board(actor, jobId))?.cards.find((one) => one.id === id);
      expect((await card(ADMIN))?.notes).toBe(1);
      expect((await card(RECRUITER))?.notes).toBe(0);
      expect((await harness.applications.jobs(RECRUITER))[0]?.counts).toEqual({ new: 1 });
      expect(await harness.applications.ofCandidate(RECRUITER, theirs)).toEqual([]);
    });

    it('tells administrators and the job’s recruiters, but not who did it, once a job until it is read', async () => {
      const { jobId } = await addJob(harness, '"=1+1" <b>أنا</b>');
      await commit('job.edited', {
        op: 'insert',
        entity: 'jobMember',
        row: { id: newId(), jobId, role: 'recruiter', userId: RECRUITER.id, contactId: null },
      });
      const ids = (await addPeople(harness, [{ name: 'A' }, { name: 'B' }, { name: 'C' }])).map(
        ({ id }) => id,
      );
      const { put: on, commitId: putting } = await put(jobId, ids);
      const advance = async (from: Stage, to: (typeof OPEN_STAGES)[number]) =>
        (
          await moveApplications(harness, ADMIN, {
            applications: on.map(({ applicationId }) => ({ id: applicationId, from })),
            to,
            columnId: null,
          })
        ).commitId ?? '';
      const told = async (actor = RECRUITER) =>
        (await harness.notifications.list(actor, 10)).map(({ kind, subjectName, count }) => [
          kind,
          subjectName,
          count,
        ]);
      // To be put on a job is no step there.
      await notifyOfJobs(harness, [putting ?? '']);
      expect(await told()).toEqual([]);
      const first = await advance('new', 'in_review');
      await notifyOfJobs(harness, [first]);
      await notifyOfJobs(harness, [await advance('in_review', 'shortlisted')]);
      expect(await told()).toEqual([['stage-changed', '"=1+1" <b>أنا</b>', 6]]);
      expect(await told(ADMIN)).toEqual([]);
      await readNotifications(harness, RECRUITER, { id: null });
      const back = await advance('shortlisted', 'in_progress');
      await takeBack(back);
      await notifyOfJobs(harness, [back]);
      expect(await harness.notifications.countUnread(RECRUITER)).toBe(0);

      const made = jobIn((await addJob(harness)).clientId, 'Midwife');
      const { commitId } = await harness.store.commit({
        actor: RECRUITER,
        action: 'job.created',
        changes: [made],
      });
      await notifyOfJobs(harness, [commitId]);
      expect(await told(ADMIN)).toEqual([['job-created', 'Midwife', 1]]);
      expect(await told()).toHaveLength(1);
    });

    it('orders the shortlist and says what is known of its people', async () => {
      const { jobId } = await addJob(harness);
      const ids = (
        await addPeople(harness, [
          { name: 'One', jobs: [{ company: 'Acme', title: 'Nurse' }] },
          { name: 'Two' },
          { name: 'Three' },
        ])
      ).map(({ id }) => id);
      await commit(
        'application.created',
        ...ids.flatMap((id) => applicationIn(id, jobId, 'shortlisted')),
        ...applicationIn(await person({ name: 'Not yet' }), jobId, 'in_review'),
      );
      const shortlist = async () => {
        const found = await harness.applications.shortlist(ADMIN, jobId);
        if (found === null) throw new Error('not there');
        return found;
      };
      const { entries } = await shortlist();
      expect(entries.find(({ name }) => name === 'One')).toMatchObject({ current: 'Nurse, Acme' });
      const [third, first] = [entries[2], entries[0]];
      const order = [third?.application.id ?? '', first?.application.id ?? ''];
      const done = await orderShortlist(harness, ADMIN, { jobId, applicationIds: order });
      const names = (await shortlist()).entries.map(({ name }) => name);
      expect(names).toEqual([third?.name, first?.name, entries[1]?.name]);
      expect(await orderShortlist(harness, ADMIN, { jobId, applicationIds: order })).toEqual({
        commitId: null,
      });
      await expect(
        orderShortlist(harness, ADMIN, { jobId, applicationIds: [newId()] }),
      ).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await takeBack(done.commitId);
      expect((await shortlist()).entries.map(({ name }) => name)).toEqual(
        entries.map(({ name }) => name),
      );
    });
  });
}
