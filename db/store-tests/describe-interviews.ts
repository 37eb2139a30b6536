import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ARRANGEMENTS, DECISIONS, moved } from '@/shared/domain/interviews/moves';
import { INTERVIEW_STATUSES } from '@/shared/domain/interviews/records';
import { STAGES } from '@/shared/domain/pipeline/board';
import { isOpenStage } from '@/shared/domain/pipeline/stage-moves';
import { newId } from '@/shared/kit/ids';
import { editInterview } from '@/shared/usecases/interviews/edit-interview';
import { removeInterview } from '@/shared/usecases/interviews/remove-interview';
import { removeFromJob } from '@/shared/usecases/pipeline/remove-from-job';
import { ADMIN, type MakeStore, PORTAL, RECRUITER, type StoreHarness } from './harness';
import { HOSTILE_TEXTS } from './hostile-texts';
import { DETAILS, interviewDesk } from './interview-desk';
import { clientIn, interviewIn } from './jobs';

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
    const { commit, dump, takeBack, view, plan, one, arrange, decide, applied } = interviewDesk(
      () => harness,
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
          plan(id, { details: { ...DETAILS, interviewerIds: [stranger] } }),
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
        instructions: DETAILS.instructions,
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

    it('keeps who holds it in the order they were chosen, also when that is changed and taken back', async () => {
      const { id: applicationId } = await applied();
      const wanted = [RECRUITER.id, ADMIN.id];
      const { id } = await plan(applicationId, {
        details: { ...DETAILS, interviewerIds: [...wanted, RECRUITER.id] },
      });
      expect((await one(id)).interviewerIds).toEqual(wanted);
      const { commitId } = await editInterview(harness, ADMIN, {
        id,
        version: 1,
        details: { interviewerIds: wanted.toReversed() },
      });
      expect(await one(id)).toMatchObject({ version: 2, interviewerIds: wanted.toReversed() });
      // Whoever edits what they saw before does not put back who was replaced.
      await expect(
        editInterview(harness, ADMIN, { id, version: 1, details: { interviewerIds: [] } }),
      ).rejects.toMatchObject({ code: 'CONFLICT' });
      await takeBack(commitId);
      expect((await one(id)).interviewerIds).toEqual(wanted);
      expect((await harness.interviews.view(ADMIN, id))?.interviewers).toEqual([
        { id: RECRUITER.id, name: RECRUITER.name },
        { id: ADMIN.id, name: ADMIN.name },
      ]);
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
