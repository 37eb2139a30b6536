import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { shortFields } from '@/shared/domain/history/short-fields';
import { type Arrangement, ARRANGEMENTS, DECISIONS, moved } from '@/shared/domain/interviews/moves';
import { INTERVIEW_STATUSES } from '@/shared/domain/interviews/records';
import { type InterviewList, interviewListRequestSchema } from '@/shared/domain/interviews/views';
import { STAGES, type Stage } from '@/shared/domain/pipeline/board';
import { isOpenStage } from '@/shared/domain/pipeline/stage-moves';
import type { Actor } from '@/shared/domain/workspace/records';
import { newId } from '@/shared/kit/ids';
import { arrangeInterview } from '@/shared/usecases/interviews/arrange-interview';
import { decideInterview } from '@/shared/usecases/interviews/decide-interview';
import { editInterview } from '@/shared/usecases/interviews/edit-interview';
import { planInterview } from '@/shared/usecases/interviews/plan-interview';
import { removeInterview } from '@/shared/usecases/interviews/remove-interview';
import { removeFromJob } from '@/shared/usecases/pipeline/remove-from-job';
import { ADMIN, type MakeStore, PORTAL, RECRUITER, type StoreHarness } from './harness';
import { HOSTILE_TEXTS } from './hostile-texts';
import { addJob, applicationIn, clientIn, interviewIn } from './jobs';
import { pipelineDesk } from './pipeline-desk';

const ROWS = ['application', 'stageEvent', 'interview'] as const;

/** Interviews: what every database behind the ports has to do. */
export function describeInterviews(name: string, makeStore: MakeStore): void {
  describe(`${name}: interviews`, () => {
    let harness: StoreHarness;
    beforeEach(async () => {
      harness = await makeStore();
    });
    afterEach(() => {
      expect(harness.check()).toEqual([]);
      harness.close();
    });
    const { commit, person, dump, takeBack, view } = pipelineDesk(() => harness);

    const details = {
      roundName: 'First call',
      mode: 'video' as const,
      meetingLink: 'https://meet.example.org/1',
      location: '',
      instructions: 'Ask for the licence',
      interviewerIds: [RECRUITER.id],
    };
    const plan = (applicationId: string, more: object = {}, actor: Actor = ADMIN) =>
      planInterview(harness, actor, {
        applicationId,
        details,
        durationMinutes: 45,
        timeZone: 'Europe/Berlin',
        when: { date: '2026-03-30', time: '10:00' },
        ...more,
      });
    const one = async (id: string) => {
      const found = await harness.interviews.one(ADMIN, id);
      if (found === null) throw new Error('not there');
      return found;
    };
    const arrange = async (id: string, action: Arrangement, more: object = {}) =>
      arrangeInterview(harness, ADMIN, {
        id,
        version: (await one(id)).version,
        action,
        note: '',
        time: null,
        ...more,
      });
    const decide = async (id: string, action: (typeof DECISIONS)[number], actor: Actor = ADMIN) =>
      decideInterview(harness, actor, {
        id,
        version: (await one(id)).version,
        decided:
          action === 'reject' ? { action, reason: 'skills', note: 'Too junior' } : { action },
      });
    /** Somebody on a job of their own, at a stage. */
    const applied = async (stage: Stage = 'shortlisted', ownerId = ADMIN.id) => {
      const { jobId } = await addJob(harness, `Nurse ${newId()}`);
      const candidateId = await person({ name: 'Ann', ownerId });
      const id = newId();
      await commit('application.created', ...applicationIn(candidateId, jobId, stage, { id }));
      return { id, candidateId, jobId };
    };
    const list = (which: InterviewList, more: object = {}, actor: Actor = ADMIN) =>
      harness.interviews.list(
        actor,
        interviewListRequestSchema.parse({ list: which, ...more }),
        harness.clock.now().toISOString(),
      );

    it('goes from a draft to a decision, and its application with it; every step can be taken back', async () => {
      const { id: applicationId, candidateId } = await applied();
      const before = dump(ROWS);
      const planned = await plan(applicationId);
      expect(planned.round).toBe(1);
      expect(await harness.interviews.view(ADMIN, planned.id)).toMatchObject({
        interview: {
          status: 'draft',
          start: '2026-03-30T08:00:00.000Z',
          end: '2026-03-30T08:45:00.000Z',
          timeZone: 'Europe/Berlin',
          candidateId,
        },
        level: 'edit',
        candidateName: 'Ann',
        stage: 'shortlisted',
        interviewers: [{ id: RECRUITER.id, name: RECRUITER.name }],
      });
      harness.setNow(new Date('2026-03-20T00:00:00.000Z'));
      const invited = await arrange(planned.id, 'send_invite');
      expect(await one(planned.id)).toMatchObject({
        status: 'scheduled',
        inviteSentAt: '2026-03-20T00:00:00.000Z',
        inviteSentBy: ADMIN.id,
      });
      const missed = await arrange(planned.id, 'no_show', { note: 'Was ill' });
      expect(await one(planned.id)).toMatchObject({
        status: 'no_show',
        noShowCount: 1,
        statusNote: 'Was ill',
      });
      const again = await arrange(planned.id, 'reschedule');
      expect(await one(planned.id)).toMatchObject({
        status: 'awaiting_confirmation',
        start: null,
        end: null,
        inviteSentAt: null,
      });
      const booked = await arrange(planned.id, 'book_slot', {
        time: {
          when: { date: '2026-03-31', time: '09:00', timeZone: 'Asia/Kolkata' },
          durationMinutes: 30,
        },
      });
      expect(await one(planned.id)).toMatchObject({
        status: 'confirmed',
        start: '2026-03-31T03:30:00.000Z',
        end: '2026-03-31T04:00:00.000Z',
        noShowCount: 1,
      });
      const told = await arrange(planned.id, 'send_invite');
      const held = await arrange(planned.id, 'complete');
      const passed = await decide(planned.id, 'pass');
      expect(await one(planned.id)).toMatchObject({ status: 'passed', hiringStartedAt: null });
      expect((await view(applicationId)).application.stage).toBe('in_progress');
      expect((await plan(applicationId)).round).toBe(2);
      const [, second] = await harness.interviews.rounds(applicationId);
      await removeInterview(harness, ADMIN, { id: second?.id ?? '', version: 1 });
      for (const { commitId } of [passed, held, told, booked, again, missed, invited, planned]) {
        await takeBack(commitId);
      }
      expect(dump(ROWS)).toEqual(before);
    });

    it('goes along every arrow of the table and along no other, from every status', async () => {
      for (const status of INTERVIEW_STATUSES) {
        for (const action of [...ARRANGEMENTS, ...DECISIONS]) {
          const of = await applied('in_progress');
          const row = interviewIn(of, { status });
          await commit('interview.planned', row);
          const before = dump(ROWS);
          const run = () =>
            action === 'pass' || action === 'reject' || action === 'start_hiring'
              ? decide(row.row.id, action)
              : arrange(row.row.id, action);
          const move = moved(status, action, true);
          if (move.ok) {
            await run();
            expect([status, action, (await one(row.row.id)).status]).toEqual([
              status,
              action,
              move.to,
            ]);
          } else {
            await expect(run()).rejects.toMatchObject({
              code: 'ILLEGAL_MOVE',
              details: { interviewId: row.row.id, from: status, to: action },
            });
            expect(dump(ROWS)).toEqual(before);
          }
        }
      }
    });

    it('moves the application from every stage as a decision says, along the table of stages', async () => {
      for (const stage of STAGES) {
        const ends = {
          pass: stage === 'selected' ? 'selected' : 'in_progress',
          reject: isOpenStage(stage) ? 'rejected' : stage,
          start_hiring: 'selected',
        } as const;
        for (const action of DECISIONS) {
          const of = await applied(stage);
          const row = interviewIn(of, { status: 'completed' });
          await commit('interview.planned', row);
          const before = dump(ROWS);
          if (!isOpenStage(stage) && action !== 'reject') {
            await expect(decide(row.row.id, action)).rejects.toMatchObject({
              code: 'ILLEGAL_MOVE',
              details: { applicationId: of.id, from: stage, to: action },
            });
            expect(dump(ROWS)).toEqual(before);
            continue;
          }
          const { commitId } = await decide(row.row.id, action);
          const { application, steps } = await view(of.id);
          expect([stage, action, application.stage]).toEqual([stage, action, ends[action]]);
          expect(application.selectedAt !== null).toBe(application.stage === 'selected');
          for (const [at, step] of steps.entries()) {
            if (at > 0) expect(step.fromStage).toBe(steps[at - 1]?.toStage);
          }
          expect((await one(row.row.id)).hiringStartedAt !== null).toBe(action === 'start_hiring');
          await takeBack(commitId);
          expect(dump(ROWS)).toEqual(before);
        }
      }
    });

    it('has no second round while one is undecided, also when two are planned at the same moment', async () => {
      const { id } = await applied();
      const both = await Promise.allSettled([plan(id), plan(id), plan(id)]);
      expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(await harness.interviews.rounds(id)).toHaveLength(1);
      await expect(plan(id)).rejects.toMatchObject({
        code: 'ILLEGAL_MOVE',
        details: { applicationId: id },
      });
      const [first] = await harness.interviews.rounds(id);
      await arrange(first?.id ?? '', 'cancel', { note: 'The job changed' });
      expect((await plan(id)).round).toBe(2);
    });

    it('is planned for nobody who is out of the running, at no time that there is not, with nobody unknown', async () => {
      for (const stage of ['rejected', 'withdrawn'] as const) {
        const { id } = await applied(stage);
        await expect(plan(id)).rejects.toMatchObject({ code: 'INVALID', details: { stage } });
      }
      const { id } = await applied();
      await expect(plan(id, { when: { date: '2026-03-29', time: '02:30' } })).rejects.toMatchObject(
        { code: 'INVALID', details: { why: 'skipped-hour' } },
      );
      // Whoever is limited to another client would not be shown it.
      const [limited, elsewhere] = [newId(), clientIn('Birch')];
      await commit('client.created', elsewhere);
      await commit('user.created', {
        op: 'insert',
        entity: 'user',
        row: {
          id: limited,
          name: 'Lim',
          email: null,
          phone: null,
          role: 'recruiter',
          roleId: null,
          clientId: elsewhere.row.id,
          status: 'active',
        },
      });
      for (const stranger of [newId(), PORTAL.id, limited]) {
        await expect(
          plan(id, { details: { ...details, interviewerIds: [stranger] } }),
        ).rejects.toMatchObject({ code: 'INVALID' });
      }
      await expect(plan(newId())).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(plan(id, {}, RECRUITER)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(plan(id, {}, PORTAL)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      expect(await harness.interviews.rounds(id)).toEqual([]);
    });

    it('is described anew until it is decided; its time in a draft alone, how it went afterwards alone', async () => {
      const { id } = await applied();
      const planned = await plan(id, { when: null });
      const edit = async (more: object) =>
        editInterview(harness, ADMIN, {
          id: planned.id,
          version: (await one(planned.id)).version,
          ...more,
        });
      await expect(arrange(planned.id, 'send_invite')).rejects.toMatchObject({
        code: 'ILLEGAL_MOVE',
      });
      const time = {
        timeZone: 'UTC',
        durationMinutes: 60,
        when: { date: '2026-05-01', time: '12:00' },
      };
      await edit({ time });
      expect(await one(planned.id)).toMatchObject({ end: '2026-05-01T13:00:00.000Z' });
      await expect(edit({ feedback: 'Fine' })).rejects.toMatchObject({ code: 'INVALID' });
      await arrange(planned.id, 'send_invite');
      await expect(edit({ time })).rejects.toMatchObject({ code: 'INVALID' });
      await edit({ details: { roundName: 'Call', interviewerIds: [ADMIN.id, ADMIN.id] } });
      expect(await one(planned.id)).toMatchObject({
        roundName: 'Call',
        interviewerIds: [ADMIN.id],
        instructions: details.instructions,
      });
      await expect(
        editInterview(harness, ADMIN, { id: planned.id, version: 1, feedback: 'X' }),
      ).rejects.toMatchObject({ code: 'CONFLICT' });
      await arrange(planned.id, 'complete');
      for (const [, text] of HOSTILE_TEXTS) {
        await edit({ feedback: text, details: { instructions: text } });
        expect(await one(planned.id)).toMatchObject({ feedback: text, instructions: text });
      }
      await decide(planned.id, 'pass');
      await expect(edit({ details: { roundName: 'X' } })).rejects.toMatchObject({
        code: 'INVALID',
      });
      await edit({ feedback: 'Knows the ward' });
      await expect(
        removeInterview(harness, ADMIN, {
          id: planned.id,
          version: (await one(planned.id)).version,
        }),
      ).rejects.toMatchObject({ code: 'ILLEGAL_MOVE' });
    });

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
      const interviewer: Actor = { id: newId(), name: 'Ines', role: 'interviewer' };
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

    it('goes with its application when somebody is taken off the job, and comes back with it', async () => {
      const of = await applied();
      await plan(of.id);
      const before = dump(ROWS);
      const { commitId } = await removeFromJob(harness, ADMIN, { applicationIds: [of.id] });
      expect(dump(ROWS)).toEqual([]);
      await takeBack(commitId);
      expect(dump(ROWS)).toEqual(before);
    });
  });
}
