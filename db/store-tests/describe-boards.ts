import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OPEN_STAGES, Stage } from '@/shared/domain/pipeline/board';
import { permissionsOf } from '@/shared/domain/access/roles';
import type { Change } from '@/shared/domain/history/change';
import type { Actor } from '@/shared/domain/workspace/records';
import { type Id, newId } from '@/shared/kit/ids';
import { moveApplications } from '@/shared/usecases/pipeline/move-applications';
import { noteApplication } from '@/shared/usecases/pipeline/note-application';
import { orderShortlist } from '@/shared/usecases/pipeline/order-shortlist';
import { notifyOfJobs } from '@/shared/usecases/notifications/notify-jobs';
import { readNotifications } from '@/shared/usecases/notifications/read-notifications';
import { ADMIN, addPeople, type MakeStore, PORTAL, RECRUITER, type StoreHarness } from './harness';
import { addJob, applicationIn, jobIn } from './jobs';
import { pipelineDesk } from './pipeline-desk';

const STOPPED = { message: 'stopped here' };
const REFUSED = { code: 'FORBIDDEN' };

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

    // What would break here: a board that offers a move which is refused once it was dropped.
    it('says of each card what may be done to it, as the deeds themselves decide it', async () => {
      const { jobId, clientId } = await addJob(harness);
      const actor = (role: Actor['role'], more: Partial<Actor> = {}): Actor => ({
        id: newId(),
        name: role,
        clientId: null,
        role,
        ...more,
      });
      const recruiter = actor('recruiter');
      const reader = actor('recruiter', {
        permissions: permissionsOf('recruiter').filter((one) => one.endsWith('.read')),
      });
      const undecided = actor('recruiter', {
        permissions: permissionsOf('recruiter').filter((one) => one !== 'application.decide'),
      });
      const manager = actor('client_user', { clientId });
      const interviewer = actor('interviewer');
      const actors = [recruiter, reader, undecided, manager, interviewer];
      const members = [recruiter, reader, undecided, interviewer];
      await commit(
        'user.created',
        ...actors.map(({ id, name, role, clientId: of }): Change => {
          const row = { id, name, role, roleId: null, email: null, phone: null };
          return {
            op: 'insert',
            entity: 'user',
            row: { ...row, clientId: of ?? null, status: 'active' },
          };
        }),
        ...members.map(({ id: userId }): Change => {
          const row = { id: newId(), jobId, role: 'recruiter', userId, contactId: null } as const;
          return { op: 'insert', entity: 'jobMember', row };
        }),
      );
      const share = (
        candidateId: Id,
        { id: toUserId }: Actor,
        permission: 'view' | 'comment' | 'edit',
      ): Change => {
        const row = { id: newId(), candidateId, fromUserId: ADMIN.id, toUserId, clientId: null };
        return {
          op: 'insert',
          entity: 'share',
          row: { ...row, permission, expiresAt: null, revokedAt: null },
        };
      };
      for (const permission of ['view', 'comment', 'edit'] as const) {
        const id = await person({ name: permission });
        await commit(
          'share.granted',
          ...applicationIn(id, jobId, 'shortlisted'),
          ...members.map((one) => share(id, one, permission)),
        );
      }
      const cards = async (who: Actor) => {
        const { cards: all = [] } = (await harness.applications.board(who, jobId)) ?? {};
        const found = all.map(({ id, name: of, mayDecide, mayEdit }) => ({
          id,
          of,
          decide: mayDecide,
          edit: mayEdit,
        }));
        for (const { id, decide, edit } of found) {
          const applications = [{ id, from: 'shortlisted' }] as const;
          const to = { columnId: null, applications };
          const tried = await Promise.allSettled([
            moveApplications(refusing, who, { ...to, to: 'in_progress' }),
            moveApplications(refusing, who, { ...to, to: 'in_review' }),
          ]);
          expect(tried).toMatchObject([
            { status: 'rejected', reason: decide ? STOPPED : REFUSED },
            { status: 'rejected', reason: edit ? STOPPED : REFUSED },
          ]);
        }
        return Object.fromEntries(
          found.map(({ of, decide, edit }) => [
            of,
            `${decide ? 'decide' : ''}${edit ? ' edit' : ''}`.trim(),
          ]),
        );
      };
      /** Whatever is let through ends here. */
      const refusing: typeof harness = {
        ...harness,
        store: { ...harness.store, commit: () => Promise.reject(new Error(STOPPED.message)) },
      };
      expect(await cards(ADMIN)).toEqual({
        view: 'decide edit',
        comment: 'decide edit',
        edit: 'decide edit',
      });
      expect(await cards(recruiter)).toEqual({ view: '', comment: '', edit: 'decide edit' });
      expect(await cards(reader)).toEqual({ view: '', comment: '', edit: '' });
      expect(await cards(undecided)).toEqual({ view: '', comment: '', edit: 'edit' });
      expect(await cards(manager)).toEqual({ view: 'decide', comment: 'decide', edit: 'decide' });
      expect(await cards(interviewer)).toEqual({ view: '', comment: '', edit: '' });
      const [of] = (await harness.applications.board(recruiter, jobId))?.cards ?? [];
      expect((await harness.applications.view(recruiter, of?.id ?? ''))?.level).toBe('view');
      expect((await harness.applications.view(manager, of?.id ?? ''))?.level).toBe('comment');
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
