import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ActionName, Change, EntityName } from '@/shared/domain/history/change';
import { OPEN_STAGES, STAGES, type Stage } from '@/shared/domain/pipeline/board';
import { mayMove } from '@/shared/domain/pipeline/stage-moves';
import { AppError } from '@/shared/kit/app-error';
import { type Id, newId } from '@/shared/kit/ids';
import { setBoard } from '@/shared/usecases/jobs/set-board';
import { undo } from '@/shared/usecases/history/undo';
import { setOffer, writeUp } from '@/shared/usecases/pipeline/edit-application';
import { moveApplications } from '@/shared/usecases/pipeline/move-applications';
import { noteApplication } from '@/shared/usecases/pipeline/note-application';
import { orderShortlist } from '@/shared/usecases/pipeline/order-shortlist';
import { previewPut } from '@/shared/usecases/pipeline/preview-put';
import { putForward } from '@/shared/usecases/pipeline/put-forward';
import { notifyOfJobs } from '@/shared/usecases/notifications/notify-jobs';
import { readNotifications } from '@/shared/usecases/notifications/read-notifications';
import { putOnJob } from '@/shared/usecases/pipeline/put-on-job';
import { putSome } from '@/shared/usecases/pipeline/put-some';
import { rejectApplications } from '@/shared/usecases/pipeline/reject-applications';
import { removeFromJob } from '@/shared/usecases/pipeline/remove-from-job';
import { reopenApplications } from '@/shared/usecases/pipeline/reopen-applications';
import { tagApplications, untagApplications } from '@/shared/usecases/pipeline/tag-applications';
import { withdrawApplications } from '@/shared/usecases/pipeline/withdraw-applications';
import { ADMIN, addPeople, type MakeStore, PORTAL, RECRUITER, type StoreHarness } from './harness';
import { HOSTILE_TEXTS } from './hostile-texts';
import { addJob, applicationIn, clientIn, jobIn } from './jobs';

const ROWS: readonly EntityName[] = ['application', 'stageEvent', 'applicationTag', 'note', 'tag'];

/** Candidates on jobs: what every database behind the ports has to do. */
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

    const commit = (action: ActionName, ...changes: readonly Change[]) =>
      harness.store.commit({ actor: ADMIN, action, changes });
    const person = async (given: Parameters<typeof addPeople>[1][number]): Promise<Id> =>
      (await addPeople(harness, [given]))[0]?.id ?? '';
    const put = (jobId: Id, candidateIds: readonly Id[], more: object = {}, actor = ADMIN) =>
      putOnJob(harness, actor, {
        jobId,
        candidateIds,
        stage: 'new',
        overrideReason: null,
        despiteWarnings: false,
        ...more,
      });
    const putOne = async (jobId: Id, candidateId: Id): Promise<Id> =>
      (await put(jobId, [candidateId])).put[0]?.applicationId ?? '';
    const view = async (id: Id) => {
      const found = await harness.applications.view(ADMIN, id);
      if (found === null) throw new Error('not there');
      return found;
    };
    const move = (id: Id, from: Stage, to: (typeof OPEN_STAGES)[number], columnId?: string) =>
      moveApplications(harness, ADMIN, {
        applications: [{ id, from }],
        to,
        columnId: columnId ?? null,
      });
    /** Rows as they are, without what each writing changes. */
    const dump = (entities: readonly EntityName[] = ROWS) =>
      harness.rows(entities).map((row) => ({ ...row, version: null, updatedAt: null }));
    const takeBack = async (commitId: Id | null) => {
      if (commitId === null) throw new Error('nothing was done');
      return undo(harness, ADMIN, { commitId });
    };

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

    it('refuses who works at a client that is off limits, unless somebody says why, and keeps what they said', async () => {
      const { jobId, clientId } = await addJob(harness);
      const closed = clientIn('Acme GmbH', { offLimits: true, offLimitsReason: 'Signed in May' });
      await commit('client.created', closed, clientIn('Globex'));
      const [now = '', then = '', other = ''] = (
        await addPeople(harness, [
          { name: 'Now', jobs: [{ company: 'ACME', title: 'Lead' }] },
          { name: 'Then', jobs: [{ company: 'Acme', title: 'Lead', end: '2020' }] },
          { name: 'Other', jobs: [{ company: 'Globex', title: 'Lead' }] },
        ])
      ).map(({ id }) => id);
      const before = dump();
      await expect(put(jobId, [now, then])).rejects.toMatchObject({
        code: 'OFF_LIMITS',
        details: {
          count: 1,
          candidates: [
            {
              candidateId: now,
              offLimits: {
                clientId: closed.row.id,
                companyName: 'Acme GmbH',
                employer: 'ACME',
                reason: 'Signed in May',
              },
            },
          ],
        },
      });
      await expect(put(jobId, [now], { overrideReason: '  ' })).rejects.toBeInstanceOf(AppError);
      expect(dump()).toEqual(before);
      expect((await put(jobId, [then, other])).put).toHaveLength(2);
      const done = await put(jobId, [now], { overrideReason: 'They wrote to us' });
      const kept = await view(done.put[0]?.applicationId ?? '');
      expect(kept.application.overrideReason).toBe('They wrote to us');
      expect(kept.steps[0]?.reason).toBe('They wrote to us');
      const told = await harness.history.timeline(ADMIN, now, { limit: 5 });
      expect(JSON.stringify(told[0])).toContain('They wrote to us');
      // The client's own people may be put on its own jobs.
      const inside = await person({
        name: 'Inside',
        jobs: [{ company: 'Nurse Clinic', title: 'Porter' }],
      });
      await commit('client.edited', {
        op: 'update',
        entity: 'client',
        id: clientId,
        version: 1,
        patch: { offLimits: true },
      });
      expect((await put(jobId, [inside])).put).toHaveLength(1);
    });

    it('warns of somebody the client knows from another job, with who and when, before it is done', async () => {
      const { jobId: first, clientId } = await addJob(harness);
      const second = jobIn(clientId, 'Senior nurse');
      await commit('job.created', second);
      const id = await person({ name: 'Eve' });
      const application = await putOne(first, id);
      harness.setNow(new Date('2026-02-02T00:00:00.000Z'));
      await expect(put(second.row.id, [id])).rejects.toMatchObject({
        code: 'WARNED',
        details: {
          candidates: [
            { candidateId: id, warnings: [{ kind: 'on-other-job', jobTitle: 'Nurse' }] },
          ],
        },
      });
      await putForward(harness, ADMIN, {
        applicationIds: [application],
        submitted: true,
        despiteWarnings: false,
      });
      await rejectApplications(harness, ADMIN, {
        applications: [{ id: application, from: 'new' }],
        reason: 'salary',
        note: null,
      });
      // They were put forward: the client knows them, whatever became of it.
      const error: unknown = await put(second.row.id, [id]).catch((caught: unknown) => caught);
      expect(error).toMatchObject({
        code: 'WARNED',
        details: {
          candidates: [
            {
              warnings: [
                {
                  kind: 'put-forward',
                  jobTitle: 'Nurse',
                  byName: ADMIN.name,
                  at: '2026-02-02T00:00:00.000Z',
                },
              ],
            },
          ],
        },
      });
      const done = await put(second.row.id, [id], { despiteWarnings: true });
      const applicationIds = [done.put[0]?.applicationId ?? ''];
      const ask = { applicationIds, submitted: true };
      await expect(
        putForward(harness, ADMIN, { ...ask, despiteWarnings: false }),
      ).rejects.toMatchObject({ code: 'WARNED' });
      expect(await putForward(harness, ADMIN, { ...ask, despiteWarnings: true })).toMatchObject({
        changed: 1,
      });
      const elsewhere = await addJob(harness, 'Porter');
      expect((await put(elsewhere.jobId, [id])).put).toHaveLength(1);
    });

    it('warns of somebody who is not to be contacted', async () => {
      const { jobId } = await addJob(harness);
      const id = await person({ name: 'Flo' });
      await commit('candidate.edited', {
        op: 'update',
        entity: 'candidate',
        id,
        version: 1,
        patch: { doNotContact: true },
      });
      await expect(put(jobId, [id])).rejects.toMatchObject({
        code: 'WARNED',
        details: { candidates: [{ warnings: [{ kind: 'do-not-contact' }] }] },
      });
    });

    it('counts what putting a selection on a job would come to, and the counts add up', async () => {
      const { jobId, clientId } = await addJob(harness);
      const other = jobIn(clientId, 'Other');
      await commit('job.created', other, clientIn('Acme', { offLimits: true }));
      const ids = (
        await addPeople(harness, [
          { name: 'Free' },
          { name: 'On it' },
          { name: 'Closed', jobs: [{ company: 'Acme Ltd', title: 'x' }] },
          { name: 'Known' },
        ])
      ).map(({ id }) => id);
      const [, onIt = '', , known = ''] = ids;
      await put(jobId, [onIt]);
      await put(other.row.id, [known]);
      const preview = await previewPut(harness, ADMIN, {
        jobId,
        selection: { kind: 'ids', ids: [...ids, newId()] },
      });
      expect(preview).toMatchObject({
        total: 5,
        free: 1,
        already: 1,
        offLimits: 1,
        warned: 1,
        gone: 1,
        offLimitsNamed: [{ name: 'Closed' }],
        warnedNamed: [{ name: 'Known' }],
      });
    });

    it('puts many on a job as parts of one deed, leaves out whom something speaks against, and takes all of it back', async () => {
      const { jobId, clientId } = await addJob(harness);
      const other = jobIn(clientId, 'Other');
      await commit('job.created', other, clientIn('Acme', { offLimits: true }));
      const ids = (
        await addPeople(harness, [
          { name: 'Free' },
          { name: 'On it' },
          { name: 'Closed', jobs: [{ company: 'Acme Ltd', title: 'x' }] },
          { name: 'Known' },
          { name: 'Free too' },
        ])
      ).map(({ id }) => id);
      const [, onIt = '', , known = ''] = ids;
      await put(jobId, [onIt]);
      await put(other.row.id, [known]);
      const before = dump();
      const action = {
        kind: 'put-on-job',
        jobId,
        stage: 'shortlisted',
        overrideReason: null,
        withWarned: false,
      } as const;
      const partOf = newId();
      const some = (given: readonly Id[], more: object = {}) =>
        putSome(harness, ADMIN, { action: { ...action, ...more }, ids: given, partOf });
      const first = await some([...ids.slice(0, 3), newId()]);
      expect(first).toMatchObject({ changed: 1, already: 1, refused: 1, gone: 1 });
      const second = await some(ids.slice(3));
      expect(second).toMatchObject({ changed: 1, already: 0, refused: 1, gone: 0 });
      expect(
        await some(ids, { withWarned: true, overrideReason: 'Asked by the client' }),
      ).toMatchObject({ changed: 2, already: 3, refused: 0 });
      await takeBack(second.commitId);
      expect(dump()).toEqual(before);
    });

    it('takes a candidate off a job with all that hangs there, keeps the notes, and gives all of it back', async () => {
      const { jobId } = await addJob(harness);
      const candidateId = await person({ name: 'Gus' });
      const id = await putOne(jobId, candidateId);
      await move(id, 'new', 'shortlisted');
      await noteApplication(harness, ADMIN, {
        applicationId: id,
        body: 'Good',
        visibility: 'team',
      });
      await tagApplications(harness, ADMIN, { applicationIds: [id], name: 'Hot', colour: 'red' });
      const before = dump();
      const done = await removeFromJob(harness, ADMIN, { applicationIds: [id] });
      expect(dump(['application', 'stageEvent', 'applicationTag'])).toEqual([]);
      expect((await harness.candidates.get(ADMIN, candidateId))?.notes).toHaveLength(1);
      await takeBack(done.commitId);
      expect(dump()).toEqual(before);
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
