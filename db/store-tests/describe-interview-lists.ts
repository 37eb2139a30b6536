import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Change, NewRecord } from '@/shared/domain/history/change';
import { shortFields } from '@/shared/domain/history/short-fields';
import type { InterviewList } from '@/shared/domain/interviews/views';
import type { Actor } from '@/shared/domain/workspace/records';
import { newId } from '@/shared/kit/ids';
import { candidateAsOf } from '@/shared/usecases/history/candidate-as-of';
import { arrangeInterview } from '@/shared/usecases/interviews/arrange-interview';
import { editInterview } from '@/shared/usecases/interviews/edit-interview';
import { removeInterview } from '@/shared/usecases/interviews/remove-interview';
import { notifyOfJobs } from '@/shared/usecases/notifications/notify-jobs';
import { ADMIN, type MakeStore, PORTAL, RECRUITER, type StoreHarness } from './harness';
import { interviewDesk } from './interview-desk';
import { clientIn, interviewIn } from './jobs';

/** Where interviews stand, who is shown and told of them, and what of them is told afterwards. */
export function describeInterviewLists(name: string, makeStore: MakeStore): void {
  describe(`${name}: where interviews are shown`, () => {
    let harness: StoreHarness;
    beforeEach(async () => {
      harness = await makeStore();
    });
    afterEach(() => {
      expect(harness.check()).toEqual([]);
      harness.close();
    });
    const { commit, takeBack, plan, arrange, decide, applied, list } = interviewDesk(() => harness);

    const lastOf = async (candidateId: string): Promise<string> =>
      (await harness.history.timeline(ADMIN, candidateId, { limit: 1 }))[0]?.commitId ?? '';

    it('stands in one of three lists, in the order of its time, narrowed by status, interviewer and day', async () => {
      harness.setNow(new Date('2026-06-15T12:00:00.000Z'));
      const times = (start: string | null) => ({
        start,
        end: start === null ? null : start.replace(':00:00', ':45:00'),
      });
      const past = '2026-06-15T09:00:00.000Z';
      const soon = '2026-06-15T15:00:00.000Z';
      const later = '2026-06-17T09:00:00.000Z';
      const add = async (more: object) => {
        const row = interviewIn(await applied(), more);
        await commit('interview.planned', row);
        return row.row.id;
      };
      const far = await add({ status: 'scheduled', ...times(later) });
      const timeless = await add({ status: 'draft', ...times(null) });
      const near = await add({
        status: 'confirmed',
        ...times(soon),
        interviewerIds: [RECRUITER.id],
      });
      const over = await add({ status: 'scheduled', ...times(past) });
      const missed = await add({ status: 'no_show', ...times(later) });
      const done = await add({ status: 'completed', ...times(soon) });
      const ended = await add({ status: 'passed', ...times(past) });
      const off = await add({ status: 'cancelled', ...times(later) });
      const ids = async (which: InterviewList, more: object = {}, actor = ADMIN) => {
        const { rows, total } = await list(which, more, actor);
        expect(total).toBe(rows.length);
        return rows.map(({ interview }) => interview.id);
      };
      expect(await ids('upcoming')).toEqual([near, far, timeless]);
      expect(await ids('to-decide')).toEqual([over, done, missed]);
      expect(await ids('past')).toEqual([off, ended]);
      expect(await ids('upcoming', { statuses: ['draft', 'scheduled'] })).toEqual([far, timeless]);
      expect(await ids('upcoming', { interviewerId: RECRUITER.id })).toEqual([near]);
      expect(
        await ids('upcoming', {
          from: '2026-06-15T00:00:00.000Z',
          before: '2026-06-16T00:00:00.000Z',
        }),
      ).toEqual([near]);
      expect((await list('upcoming', { limit: 1, offset: 1 })).rows).toMatchObject([
        { interview: { id: far } },
      ]);
      expect((await list('upcoming', { limit: 1 })).total).toBe(3);
    });

    it('is seen by who reaches the application, and by whoever was asked to hold it; but not a draft by a guest', async () => {
      const of = await applied();
      const ines = userIn('interviewer');
      const interviewer: Actor = ines.row;
      await commit('user.created', ines);
      const asked = interviewIn(of, { interviewerIds: [interviewer.id, RECRUITER.id] });
      const draft = interviewIn(await applied(), {
        status: 'draft',
        interviewerIds: [interviewer.id, RECRUITER.id],
      });
      const foreign = interviewIn(await applied());
      await commit('interview.planned', asked, draft, foreign);
      const seenBy = async (actor: Actor) =>
        (await list('upcoming', {}, actor)).rows.map(({ interview }) => interview.id).toSorted();
      expect(await seenBy(ADMIN)).toHaveLength(3);
      expect(await seenBy(RECRUITER)).toEqual([asked.row.id, draft.row.id].toSorted());
      expect(await seenBy(interviewer)).toEqual([asked.row.id]);
      expect(await seenBy(PORTAL)).toEqual([]);
      expect(await harness.interviews.view(interviewer, asked.row.id)).toMatchObject({
        level: 'view',
        opensCandidate: false,
        candidateName: 'Ann',
      });
      expect(await harness.interviews.view(interviewer, foreign.row.id)).toBeNull();
      // A recruiter who holds somebody else's interview looks on and changes nothing.
      await expect(
        arrangeInterview(harness, RECRUITER, {
          id: asked.row.id,
          version: 1,
          action: 'complete',
          note: '',
          time: null,
        }),
      ).rejects.toMatchObject({ code: 'FORBIDDEN' });
      await expect(
        removeInterview(harness, RECRUITER, { id: foreign.row.id, version: 1 }),
      ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });

    it('follows who is to hold it: in their lists, and in what they are shown', async () => {
      const { id: applicationId } = await applied();
      const { id } = await plan(applicationId);
      const found = async (actor: Actor) =>
        (await list('upcoming', { interviewerId: RECRUITER.id }, actor)).total;
      expect([await found(ADMIN), await found(RECRUITER)]).toEqual([1, 1]);
      expect(await harness.interviews.interviewers(ADMIN)).toEqual([
        { id: RECRUITER.id, name: RECRUITER.name },
      ]);
      const { commitId } = await editInterview(harness, ADMIN, {
        id,
        version: 1,
        details: { interviewerIds: [ADMIN.id] },
      });
      expect([await found(ADMIN), await found(RECRUITER)]).toEqual([0, 0]);
      expect(await harness.interviews.view(RECRUITER, id)).toBeNull();
      await takeBack(commitId);
      expect(await found(RECRUITER)).toBe(1);
    });

    it('is told of when it is passed, and hiring when it starts: to the desk, and of the interview to the client’s people', async () => {
      const of = await applied('selected', RECRUITER.id);
      const other = clientIn('Birch');
      const theirs = userIn('client_user', { clientId: of.clientId });
      const foreign = userIn('client_user', { clientId: other.row.id });
      const gone = userIn('client_user', { clientId: of.clientId, status: 'deactivated' });
      await commit('user.created', other, theirs, foreign, gone, {
        op: 'insert',
        entity: 'jobMember',
        row: {
          id: newId(),
          jobId: of.jobId,
          role: 'recruiter',
          userId: RECRUITER.id,
          contactId: null,
        },
      });
      const told = async (actor: Actor) =>
        (await harness.notifications.list(actor, 10)).map(({ kind, count }) => [kind, count]);
      const held = async (round: number) => {
        const row = interviewIn(of, { round, status: 'completed' });
        await commit('interview.planned', row);
        return row.row.id;
      };
      // Who is selected already takes no step by it.
      const first = await decide(await held(1), 'pass');
      await notifyOfJobs(harness, [first.commitId]);
      const taken = await decide(await held(2), 'start_hiring');
      await takeBack(taken.commitId);
      await notifyOfJobs(harness, [taken.commitId]);
      for (const actor of [RECRUITER, theirs.row]) {
        expect(await told(actor)).toEqual([['interview-passed', 1]]);
      }
      await decide(await held(3), 'start_hiring').then(({ commitId }) =>
        notifyOfJobs(harness, [commitId]),
      );
      expect(await told(RECRUITER)).toEqual([
        ['hiring-started', 1],
        ['interview-passed', 1],
      ]);
      expect(await told(theirs.row)).toEqual([['interview-passed', 2]]);
      for (const actor of [ADMIN, foreign.row, gone.row]) expect(await told(actor)).toEqual([]);

      // A decision that moves the application is told of once.
      const moving = await applied();
      const row = interviewIn(moving, { status: 'completed' });
      await commit('interview.planned', row);
      const { jobNews } = harness.notifications;
      const { commitId } = await decide(row.row.id, 'pass');
      expect((await jobNews([commitId])).map(({ kind }) => kind)).toEqual(['interview-passed']);
    });

    it('stands in the past as it was, with who held it, also a draft that was removed since, for who is shown the application', async () => {
      const of = await applied('shortlisted', ADMIN.id);
      const removed = await plan(of.id);
      const planned = await lastOf(of.candidateId);
      await removeInterview(harness, ADMIN, { id: removed.id, version: 1 });
      const { id } = await plan(of.id, { when: null });
      const drafted = await lastOf(of.candidateId);
      const details = { interviewerIds: [ADMIN.id], roundName: 'Second try' };
      await editInterview(harness, ADMIN, { id, version: 1, details });
      const then = async (commitId: string, actor = ADMIN) =>
        (await candidateAsOf(harness, actor, of.candidateId, { commitId })).applications;
      expect(await then(planned)).toMatchObject([
        {
          id: of.id,
          stage: 'shortlisted',
          interviews: [
            {
              interview: { id: removed.id, status: 'draft', roundName: 'First call' },
              level: 'view',
              mayDecide: false,
              interviewers: [{ id: RECRUITER.id, name: RECRUITER.name }],
            },
          ],
        },
      ]);
      expect(await then(drafted)).toMatchObject([
        {
          interviews: [
            {
              interview: { id, roundName: 'First call', start: null },
              interviewers: [{ id: RECRUITER.id }],
            },
          ],
        },
      ]);
      expect(await then(await lastOf(of.candidateId))).toMatchObject([
        { interviews: [{ interview: { roundName: 'Second try', interviewerIds: [ADMIN.id] } }] },
      ]);
      // Shared, the candidate is theirs to look at; the job, and what came of it, is not.
      await commit('share.granted', {
        op: 'insert',
        entity: 'share',
        row: {
          id: newId(),
          candidateId: of.candidateId,
          fromUserId: ADMIN.id,
          toUserId: RECRUITER.id,
          clientId: null,
          permission: 'edit',
          expiresAt: null,
          revokedAt: null,
        },
      });
      expect(await then(planned, RECRUITER)).toEqual([]);
    });

    it('is told in the timeline: the plan as it was made, each time in the zone of then, a draft that was removed', async () => {
      const { id: applicationId, candidateId } = await applied('shortlisted', RECRUITER.id);
      const removed = await plan(applicationId, { when: null });
      await removeInterview(harness, ADMIN, { id: removed.id, version: 1 });
      const { id } = await plan(applicationId);
      await arrange(id, 'send_invite');
      await arrange(id, 'reschedule');
      const when = { date: '2026-03-31', time: '09:00', timeZone: 'Asia/Kolkata' };
      await arrange(id, 'book_slot', { time: { when, durationMinutes: 30 } });
      for (const actor of [ADMIN, RECRUITER]) {
        const entries = await harness.history.timeline(actor, candidateId, { limit: 7 });
        const told = entries.map((entry) => [
          entry.action,
          Object.fromEntries(
            shortFields(entry)
              .filter(({ entity }) => entity === 'interview')
              .map(({ field, before, after }) => [field, [before, after]]),
          ),
        ]);
        const berlin = '2026-03-30T08:00:00.000Z[Europe/Berlin]';
        expect(told).toMatchObject([
          [
            'interview.booked',
            {
              round: [null, '1'],
              status: ['awaiting_confirmation', 'confirmed'],
              start: [null, '2026-03-31T03:30:00.000Z[Asia/Kolkata]'],
              durationMinutes: ['45', '30'],
            },
          ],
          ['interview.rescheduled', { start: [berlin, null] }],
          ['interview.invited', { status: ['draft', 'scheduled'] }],
          [
            'interview.planned',
            {
              start: [null, berlin],
              durationMinutes: [null, '45'],
              interviewers: [null, RECRUITER.name],
            },
          ],
          ['interview.removed', { round: ['1', null], status: ['draft', null] }],
          ['interview.planned', { round: [null, '1'] }],
          ['application.created', {}],
        ]);
        expect(told[3]?.[1]).not.toHaveProperty('status');
      }
    });
  });
}

const userIn = (
  role: Actor['role'],
  more: Partial<NewRecord<'user'>> = {},
): Change & { readonly row: NewRecord<'user'> } => ({
  op: 'insert',
  entity: 'user',
  row: {
    id: newId(),
    name: 'Ines',
    email: null,
    phone: null,
    role,
    roleId: null,
    clientId: null,
    status: 'active',
    ...more,
  },
});
