import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Change } from '@/shared/domain/history/change';
import { newId } from '@/shared/kit/ids';
import { notifyOfNewMatches } from '@/shared/usecases/notifications/notify-matches';
import { readNotifications } from '@/shared/usecases/notifications/read-notifications';
import { putOnJob } from '@/shared/usecases/pipeline/put-on-job';
import { ADMIN, addPeople, type MakeStore, RECRUITER, type StoreHarness } from './harness';
import { addJob } from './jobs';

/** Who is told of people who came to reach the threshold of a job, and of whom nobody is told twice. */
export function describeNewMatches(name: string, make: MakeStore): void {
  describe(`${name}: new matches`, () => {
    let harness: StoreHarness;
    const commit = (changes: readonly Change[]) =>
      harness.store.commit({ actor: ADMIN, action: 'job.edited', changes });
    const weavers = async () => {
      const people = await addPeople(harness, [
        { name: 'Ann', skills: ['Looming', 'Dyeing'], city: 'Lyon' },
        { name: 'Ben', skills: ['Looming'] },
        { name: 'Cem', skills: ['Baking'], ownerId: RECRUITER.id },
      ]);
      await harness.makeMatchFacts();
      return people;
    };
    const THRESHOLD = 30;
    let jobId: string;
    const told = async () => {
      await notifyOfNewMatches(harness);
      return (await harness.notifications.list(ADMIN, 10)).map(({ subjectName, count, readAt }) => [
        subjectName,
        count,
        readAt !== null,
      ]);
    };
    const unread = async () => (await told()).filter(([, , isRead]) => isRead === false);
    const read = () => readNotifications(harness, ADMIN, { id: null });
    const days = (day: number) =>
      harness.setNow(new Date(`2026-01-${String(day).padStart(2, '0')}T00:00:00.000Z`));
    const skillsOf = async (candidateId: string) =>
      (await harness.candidates.get(ADMIN, candidateId))?.skills ?? [];
    const learn = async (candidateId: string, name: string): Promise<void> => {
      const [skill] = await skillsOf(candidateId);
      if (skill === undefined) throw new Error('Nobody to learn it.');
      const { createdAt: _at, createdBy: _by, updatedAt: _then, version: _version, ...row } = skill;
      await commit([
        {
          op: 'insert',
          entity: 'candidateSkill',
          row: { ...row, id: newId(), name, key: name.toLowerCase(), position: 9 },
        },
      ]);
      await harness.makeMatchFacts();
    };
    const forget = async (candidateId: string, name: string): Promise<void> => {
      const those = (await skillsOf(candidateId)).filter((skill) => skill.name === name);
      await commit(
        those.map(({ id, version }) => ({ op: 'delete', entity: 'candidateSkill', id, version })),
      );
      await harness.makeMatchFacts();
    };
    const ask = async (name: string): Promise<void> => {
      const skills = (await harness.jobs.get(ADMIN, jobId))?.skills ?? [];
      await commit(
        skills.map(
          ({ id, version }): Change => ({
            op: 'update',
            entity: 'jobSkill',
            id,
            version,
            patch: { name },
          }),
        ),
      );
    };
    const setThreshold = async (matchThreshold: number) => {
      const job = await harness.jobs.get(ADMIN, jobId);
      await commit([
        {
          op: 'update',
          entity: 'job',
          id: jobId,
          version: job?.job.version ?? 0,
          patch: { matchThreshold },
        },
      ]);
    };
    beforeEach(async () => {
      harness = await make();
      days(2);
      ({ jobId } = await addJob(
        harness,
        'Weaver',
        { matchThreshold: THRESHOLD, openedAt: '2026-01-02T00:00:00.000Z' },
        ['Looming'],
      ));
    });
    afterEach(() => harness.close());

    it('are told once, of people who came in', async () => {
      expect(await told()).toEqual([]);
      days(3);
      await weavers();
      expect(await told()).toEqual([['Weaver', 2, false]]);
      expect(await told()).toEqual([['Weaver', 2, false]]);
      days(4);
      await read();
      expect(await told()).toEqual([['Weaver', 2, true]]);
    });

    it('are told of people who came in since the job is open before it was ever looked at', async () => {
      days(3);
      await weavers();
      expect(await told()).toEqual([['Weaver', 2, false]]);
    });

    it('are told when an edit lifts somebody over the threshold, and not again when they fall and rise', async () => {
      const cem = (await weavers())[2]?.id ?? '';
      await told();
      days(3);
      await read();
      days(4);
      await learn(cem, 'Looming');
      await harness.makeMatchFacts();
      expect((await told())[0]).toEqual(['Weaver', 1, false]);
      days(5);
      await read();
      await forget(cem, 'Looming');
      await told();
      await learn(cem, 'Looming');
      expect(await unread()).toEqual([]);
    });

    it('are told when the job asks for something else, and not when only the threshold is moved', async () => {
      await weavers();
      await told();
      days(3);
      await read();
      days(4);
      await setThreshold(5);
      await told();
      await setThreshold(THRESHOLD);
      expect(await unread()).toEqual([]);
      await addPeople(harness, [{ name: 'Dov', skills: ['Spinning'] }]);
      await harness.makeMatchFacts();
      expect(await unread()).toEqual([]);
      await ask('Spinning');
      expect(await unread()).toEqual([['Weaver', 1, false]]);
    });

    it('do not count who is on the job by then, nor whom one does not reach', async () => {
      await told();
      days(3);
      const ann = (await weavers())[0]?.id ?? '';
      expect(await told()).toEqual([['Weaver', 2, false]]);
      await putOnJob(harness, ADMIN, {
        jobId,
        candidateIds: [ann],
        stage: 'new',
        overrideReason: null,
        despiteWarnings: true,
      });
      expect(await told()).toEqual([['Weaver', 1, false]]);
      await expect(
        harness.matching.news(RECRUITER, { jobId, since: '2026-01-01T00:00:00.000Z' }),
      ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });
  });
}
