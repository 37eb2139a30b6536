import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '@/shared/kit/app-error';
import { type Id, newId } from '@/shared/kit/ids';
import { noteApplication } from '@/shared/usecases/pipeline/note-application';
import { previewPut } from '@/shared/usecases/pipeline/preview-put';
import { putForward } from '@/shared/usecases/pipeline/put-forward';
import { putSome } from '@/shared/usecases/pipeline/put-some';
import { rejectApplications } from '@/shared/usecases/pipeline/reject-applications';
import { removeFromJob } from '@/shared/usecases/pipeline/remove-from-job';
import { tagApplications } from '@/shared/usecases/pipeline/tag-applications';
import { ADMIN, addPeople, type MakeStore, type StoreHarness } from './harness';
import { addJob, clientIn, jobIn } from './jobs';
import { pipelineDesk } from './pipeline-desk';

/** Putting candidates on jobs, what speaks against it, and taking them off again. */
export function describePutOnJob(name: string, makeStore: MakeStore): void {
  describe(`${name}: putting on a job`, () => {
    let harness: StoreHarness;
    beforeEach(async () => {
      harness = await makeStore();
    });
    afterEach(() => {
      expect(harness.check()).toEqual([]);
      harness.close();
    });
    const { commit, person, put, putOne, view, move, dump, takeBack } = pipelineDesk(() => harness);

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
  });
}
