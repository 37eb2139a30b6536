import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ProposedMerge } from '@/shared/domain/duplicates/merge-choice';
import { MOVED_ENTITIES } from '@/shared/domain/duplicates/person-rows';
import type { Change, NewRecord } from '@/shared/domain/history/change';
import { STAGES, type Stage } from '@/shared/domain/pipeline/board';
import { type Id, newId } from '@/shared/kit/ids';
import { dismissPairs } from '@/shared/usecases/duplicates/dismiss-pairs';
import { duplicateGroups } from '@/shared/usecases/duplicates/duplicate-groups';
import { mergeCandidates } from '@/shared/usecases/duplicates/merge-candidates';
import { previewMerge } from '@/shared/usecases/duplicates/preview-merge';
import { unmerge } from '@/shared/usecases/duplicates/unmerge';
import { undo } from '@/shared/usecases/history/undo';
import { rejectApplications } from '@/shared/usecases/pipeline/reject-applications';
import { removeFromJob } from '@/shared/usecases/pipeline/remove-from-job';
import {
  ADMIN,
  addPeople,
  type MakeStore,
  namesFound,
  type Person,
  RECRUITER,
  type StoreHarness,
} from './harness';
import { HOSTILE_TEXTS } from './hostile-texts';
import { addJob, applicationIn, interviewIn } from './jobs';

/** Merging candidates and taking merges apart: what every database behind the ports has to do. */
export function describeMerge(name: string, makeStore: MakeStore): void {
  describe(`${name}: merging`, () => {
    let harness: StoreHarness;
    beforeEach(async () => {
      harness = await makeStore();
    });
    afterEach(() => {
      expect(harness.check()).toEqual([]);
      harness.close();
    });

    const commit = (action: Action, ...changes: Change[]) =>
      harness.store.commit({ actor: ADMIN, action, changes });
    const people = async (...given: Person[]): Promise<readonly Id[]> =>
      (await addPeople(harness, given)).map(({ id }) => id);
    const merge = async (ids: readonly Id[], change?: (given: Choice) => Partial<Choice>) => {
      const preview = await previewMerge(harness, ADMIN, { candidateIds: ids, survivorId: null });
      const choice = { ...preview.choice, ...change?.(preview.choice) };
      const { stamp } = preview;
      return mergeCandidates(harness, ADMIN, { candidateIds: ids, choice, stamp });
    };
    const mergeIdOf = async (mergedId: Id): Promise<Id> => {
      const merges = await harness.duplicates.merges(ADMIN, { beforeId: null, limit: 50 });
      return merges.find((each) => each.mergedId === mergedId)?.id ?? '';
    };
    const takeApart = async (mergedId: Id) =>
      unmerge(harness, ADMIN, { mergeId: await mergeIdOf(mergedId) });
    const dump = (...ids: Id[]) => dumpOf(harness, ids);
    const detail = async (id: Id) => {
      const found = await harness.candidates.get(ADMIN, id);
      if (found === null) throw new Error('not there');
      return found;
    };

    /** What somebody may do with one who was merged: a note, fields, a skill, an address gone, and what there is to do on jobs. */
    const workOn = async (id: Id, jobs: readonly Id[], turn: number): Promise<void> => {
      const { candidate, skills, contactPoints } = await detail(id);
      const [mail] = contactPoints;
      await commit(
        'candidate.edited',
        noteOn(id, 'since'),
        ...(await workOnJobs(harness, id, jobs)),
        patch('candidate', candidate, { summary: `since ${turn}` }),
        ...skills.slice(0, 2).map((row) => patch('candidateSkill', row, { years: 7 })),
        ...(mail === undefined
          ? []
          : [
              {
                op: 'delete',
                entity: 'contactPoint',
                id: mail.id,
                version: mail.version,
              } as const,
            ]),
      );
    };

    /** Two CVs of one person, the second one newer by a month. */
    const twoOfAna = async (): Promise<readonly Id[]> => {
      const ids = await people(
        {
          name: 'Ana Brandt',
          headline: 'Engineer',
          city: 'Bonn',
          email: 'ana@example.org',
          skills: ['Go', 'SQL'],
          jobs: [{ company: 'Acme', title: 'Engineer', end: '2021' }],
        },
        {
          name: 'Ana B. Brandt',
          headline: 'Lead Engineer',
          email: 'ana.b@example.org',
          skills: ['SQL', 'Rust'],
          jobs: [
            { company: 'Globex', title: 'Lead' },
            { company: 'Acme', title: 'Engineer', end: '2021' },
          ],
        },
      );
      const { resumes } = await detail(ids[1] ?? '');
      await commit('resume.updated', {
        op: 'update',
        entity: 'resume',
        id: resumes[0]?.id ?? '',
        version: 1,
        patch: { storedAt: '2026-02-01T00:00:00.000Z' },
      });
      return ids;
    };

    it('makes one of two: the best of each, everything once, and the merged one is found nowhere', async () => {
      const [a = '', b = ''] = await twoOfAna();
      await commit('note.added', noteOn(b, 'Called on Monday'), ...tagOn(b, 'hot'));
      await merge([a, b]);
      const one = await detail(a);
      expect(one.contactPoints.map(({ value }) => value).sort()).toEqual([
        'ana.b@example.org',
        'ana@example.org',
      ]);
      expect(one.skills.map(({ name: skill }) => skill).sort()).toEqual(['Go', 'Rust', 'SQL']);
      expect(one.experience.map(({ company }) => company)).toEqual(['Globex', 'Acme']);
      expect(one.candidate).toMatchObject({ headline: 'Lead Engineer', location: 'Bonn' });
      expect(one.resumes).toHaveLength(2);
      expect(one.notes.map(({ body }) => body)).toEqual(['Called on Monday']);
      expect(one.tags.map((tag) => tag.name)).toEqual(['hot']);
      expect(await namesFound(harness, { text: 'Brandt' })).toHaveLength(1);
      expect(await namesFound(harness, { text: 'Rust' })).toHaveLength(1);
      expect(await harness.workspace.countCandidates(ADMIN)).toBe(1);
      // An old link leads to the survivor, and nobody edits the hidden one.
      expect((await detail(b)).candidate.id).toBe(a);
      expect(await harness.candidates.record(ADMIN, 'candidate', b)).toBeNull();
    });

    it('takes them apart again bit for bit, also by undo', async () => {
      const [a = '', b = ''] = await twoOfAna();
      const field = await customField(harness);
      await commit(
        'tag.added',
        ...tagOn(a, 'hot'),
        noteOn(a, 'one'),
        noteOn(b, 'two'),
        valueOf(a, field, 'x'),
        valueOf(b, field, 'y'),
        pairOf(b, a),
      );
      const before = dump(a, b);
      const { commitId } = await merge([a, b]);
      expect(dump(a, b)).not.toEqual(before);
      await undo({ ...harness, endDeed: async () => undefined }, ADMIN, { commitId });
      expect(dump(a, b)).toEqual(before);
      await merge([a, b]);
      expect(await takeApart(b)).toMatchObject({ fields: [], changed: 0, added: 0 });
      expect(dump(a, b)).toEqual(before);
      expect(await namesFound(harness, { text: 'Brandt' })).toHaveLength(2);
    });

    it('leaves with the survivor what was done since, and says so', async () => {
      const [a = '', b = ''] = await twoOfAna();
      const before = dump(a, b);
      await merge([a, b]);
      const { candidate, skills, contactPoints } = await detail(a);
      harness.setNow(new Date('2026-03-01T00:00:00.000Z'));
      const rust = skills.find((skill) => skill.name === 'Rust');
      const mail = contactPoints.find(({ value }) => value === 'ana.b@example.org');
      await commit('note.added', noteOn(a, 'since'));
      await commit(
        'candidate.edited',
        patch('candidate', candidate, { headline: 'Head of Engineering' }),
        patch('candidateSkill', rust, { years: 9 }),
        { op: 'delete', entity: 'contactPoint', id: mail?.id ?? '', version: mail?.version ?? 0 },
      );
      expect(await takeApart(b)).toMatchObject({ fields: ['headline'], changed: 1, added: 1 });
      // The other one is exactly as before, with the address that was taken away since and the years that were not there.
      expect(dump(b)).toEqual(only(before, b));
      const survivor = await detail(a);
      expect(survivor.candidate.headline).toBe('Head of Engineering');
      expect(survivor.notes.map(({ body }) => body)).toEqual(['since']);
      expect(survivor.skills.find((skill) => skill.name === 'Rust')).toMatchObject({ years: 9 });
    });

    it('can be taken apart in any order when merges stand on one another', async () => {
      for (const order of [
        [1, 2],
        [2, 1],
      ] as const) {
        const [a = '', b = '', c = ''] = await people(
          { name: 'Cy One', headline: 'One', skills: ['Go'], email: 'a@example.org' },
          { name: 'Cy Two', headline: 'Two', skills: ['Go', 'SQL'], email: 'b@example.org' },
          { name: 'Cy Three', headline: 'Three', skills: ['SQL', 'Rust'], email: 'c@example.org' },
        );
        const before = dump(a, b, c);
        // The one merged into goes into another: the second merge stands on the first.
        await merge([a, b], () => ({ survivorId: b, fields: { headline: a } }));
        await merge([b, c], () => ({ survivorId: c, fields: { headline: b } }));
        expect((await detail(a)).candidate.id).toBe(c);
        const merged = { 1: a, 2: b } as const;
        await takeApart(merged[order[0]]);
        if (order[0] === 1) {
          // Who stays has nothing left of the one who went.
          expect((await detail(a)).candidate.id).toBe(a);
          expect(dump(a)).toEqual(only(before, a));
        }
        await takeApart(merged[order[1]]);
        expect(dump(a, b, c)).toEqual(before);
      }
    });

    it('merges a group into one, and one undo takes all of it back', async () => {
      const ids = await people(
        { name: 'Di One', skills: ['Go'] },
        { name: 'Di Two', skills: ['SQL'] },
        { name: 'Di Three', skills: ['Rust'], headline: 'Third' },
      );
      const [a = '', b = '', c = ''] = ids;
      await commit('duplicates.searched', pairOf(b, a), pairOf(c, b));
      const queue = { reason: null, after: null, limit: 10 };
      expect(await duplicateGroups(harness, ADMIN, queue)).toMatchObject({
        total: 1,
        groups: [{ size: 3 }],
      });
      const before = dump(...ids);
      const { commitId } = await merge(ids);
      expect((await detail(c)).skills).toHaveLength(3);
      expect((await detail(c)).candidate).toMatchObject({ id: a, headline: 'Third' });
      expect(await duplicateGroups(harness, ADMIN, queue)).toMatchObject({ total: 0 });
      await undo({ ...harness, endDeed: async () => undefined }, ADMIN, { commitId });
      expect(dump(...ids)).toEqual(before);
    });

    it('refuses what was looked at before somebody changed it, and changes nothing', async () => {
      const [a = '', b = ''] = await twoOfAna();
      const ids = [a, b];
      const { choice, stamp } = await previewMerge(harness, ADMIN, {
        candidateIds: ids,
        survivorId: null,
      });
      const [skill] = (await detail(b)).skills;
      await commit('candidate.edited', patch('candidateSkill', skill, { years: 3 }));
      const before = dump(...ids);
      await expect(
        mergeCandidates(harness, ADMIN, { candidateIds: ids, choice, stamp }),
      ).rejects.toMatchObject({ code: 'CONFLICT' });
      expect(dump(...ids)).toEqual(before);
    });

    it('keeps a pair with a third person, once, and gives it back', async () => {
      const [a = '', b = '', x = ''] = await people(
        { name: 'Ed One' },
        { name: 'Ed Two' },
        { name: 'Ed Three' },
      );
      await commit('duplicates.searched', pairOf(b, a), pairOf(x, b));
      const before = dump(a, b, x);
      await merge([a, b]);
      const [pair] = (await detail(a)).possibleDuplicates;
      expect(pair?.candidateId).toBe(x);
      await takeApart(b);
      expect(dump(a, b, x)).toEqual(before);
      // A decision that was taken of the survivor in the meantime stays with the survivor.
      await merge([a, b]);
      await dismissPairs(harness, ADMIN, { pairIds: [pair?.pairId ?? ''] });
      await takeApart(b);
      expect((await detail(b)).possibleDuplicates.map(({ candidateId }) => candidateId)).toEqual([
        a,
      ]);
    });

    it('lets nobody merge or take apart whom they do not reach', async () => {
      const [a = '', b = ''] = await people(
        { name: 'Fay' },
        { name: 'Fay', ownerId: RECRUITER.id },
      );
      const ask = { candidateIds: [a, b], survivorId: null };
      await expect(previewMerge(harness, RECRUITER, ask)).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
      await merge([a, b]);
      const page = { beforeId: null, limit: 10 };
      expect(await harness.duplicates.merges(RECRUITER, page)).toEqual([]);
      await expect(
        unmerge(harness, RECRUITER, { mergeId: await mergeIdOf(b) }),
      ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });

    it('lets who was shown somebody merge them only with the right to change them, however long the way to them is', async () => {
      const mine = { ownerId: RECRUITER.id };
      const [a = '', b = '', c = ''] = await people(
        { name: 'Gus', ...mine },
        { name: 'Gus', ...mine },
        { name: 'Gus' },
      );
      const share = shareWith(RECRUITER.id, c);
      await commit('share.granted', share);
      const preview = await previewMerge(harness, RECRUITER, {
        candidateIds: [a, c],
        survivorId: c,
      });
      const { choice, stamp } = preview;
      const asked = { candidateIds: [a, c], choice, stamp };
      await expect(mergeCandidates(harness, RECRUITER, asked)).rejects.toMatchObject({
        code: 'FORBIDDEN',
      });
      // Two of his own; then the administrator merges who was kept into the one he may only look at.
      await merge([a, b], () => ({ survivorId: a }));
      await merge([a, c], () => ({ survivorId: c }));
      const mergeId = await mergeIdOf(b);
      await expect(unmerge(harness, RECRUITER, { mergeId })).rejects.toMatchObject({
        code: 'FORBIDDEN',
      });
      await commit('share.granted', {
        op: 'update',
        entity: 'share',
        id: share.row.id,
        version: 1,
        patch: { permission: 'edit' },
      });
      expect(await unmerge(harness, RECRUITER, { mergeId })).toMatchObject({ mergedId: b });
    });

    it('moves any text as it is', async () => {
      const [a = '', b = ''] = await people({ name: 'Gil' }, { name: 'Gil' });
      const notes = HOSTILE_TEXTS.map(([, text]) => noteOn(b, text));
      await commit('note.added', ...notes);
      const before = dump(a, b);
      await merge([a, b]);
      expect((await detail(a)).notes).toHaveLength(notes.length);
      await takeApart(b);
      expect(dump(a, b)).toEqual(before);
    });

    it('keeps the further of two applications on one job with its steps, and whatever only the other says', async () => {
      const { jobId } = await addJob(harness);
      const [a = '', b = ''] = await twoOfAna();
      const salary = { salaryOffered: 100, salaryCurrency: 'EUR' };
      await commit(
        'application.created',
        ...applicationIn(a, jobId, 'in_review', { writeUp: 'Asks good questions', ...salary }),
        ...applicationIn(b, jobId, 'in_progress'),
      );
      const before = dump(a, b);
      const { commitId } = await merge([a, b], () => ({ survivorId: a }));
      const [kept, ...others] = await harness.applications.ofCandidate(ADMIN, a);
      expect(others).toEqual([]);
      expect(kept?.application).toMatchObject({
        stage: 'in_progress',
        writeUp: 'Asks good questions',
        ...salary,
      });
      expect(kept?.steps.map(({ toStage }) => toStage).sort()).toEqual([
        'in_progress',
        'in_review',
      ]);
      expect((await harness.applications.board(ADMIN, jobId))?.cards).toHaveLength(1);
      await undo(harness, ADMIN, { commitId });
      expect(dump(a, b)).toEqual(before);
      // The other way round nothing moves, and it comes apart the same.
      await merge([a, b], () => ({ survivorId: b }));
      expect((await harness.applications.ofCandidate(ADMIN, b))[0]?.application).toMatchObject({
        stage: 'in_progress',
        writeUp: 'Asks good questions',
      });
      await takeApart(a);
      expect(dump(a, b)).toEqual(before);
    });

    it('keeps a decision on the application that came forward when others are taken out too', async () => {
      const { jobId } = await addJob(harness);
      const [a = '', b = '', c = '', d = ''] = await people(
        { name: 'Ida Falk' },
        { name: 'Ida Falk' },
        { name: 'Ida Falk' },
        { name: 'Ida Falk' },
      );
      await commit(
        'application.created',
        ...applicationIn(b, jobId, 'in_review'),
        ...applicationIn(c, jobId, 'new'),
      );
      const before = dump(b, c, d);
      for (const other of [b, c, d]) await merge([a, other], () => ({ survivorId: a }));
      const ofAna = async () => (await harness.applications.ofCandidate(ADMIN, a))[0]?.application;
      await rejectApplications(harness, ADMIN, {
        applications: [{ id: (await ofAna())?.id ?? '', from: 'in_review' }],
        reason: 'skills',
        note: null,
      });
      await takeApart(b);
      expect(await ofAna()).toMatchObject({ stage: 'rejected', rejectedReason: 'skills' });
      // It was read from the history of an application that had no such line, and was lost here.
      await takeApart(d);
      expect(await ofAna()).toMatchObject({ stage: 'rejected', rejectedReason: 'skills' });
      await takeApart(c);
      expect(await ofAna()).toMatchObject({ stage: 'rejected', rejectedReason: 'skills' });
      expect(dump(b, c, d)).toEqual(before);
    });

    it('gives back what every one had, whatever is merged, chosen, done since and taken apart in whatever order', async () => {
      await fc.assert(
        fc.asyncProperty(story, async ({ persons, merges, order, choices, keepEdits }) => {
          const ids = await people(...persons);
          const [tagged = '', other = ''] = ids;
          await commit('tag.added', ...tagOn(tagged, newId()), ...tagOn(other, newId()));
          await commit('note.added', ...ids.map((id, index) => noteOn(id, `note ${index}`)));
          const jobs = [(await addJob(harness)).jobId, (await addJob(harness, 'Porter')).jobId];
          const on = persons.flatMap((person, index) =>
            person.on.map(({ job, ...given }) => ({
              ...given,
              candidateId: ids[index] ?? '',
              jobId: jobs[job] ?? '',
            })),
          );
          await commit('application.created', ...on.flatMap(onJob));
          const before = dump(...ids);
          const worked = new Set<Id>();
          let choice = 0;
          const mergeAll = async (work: boolean): Promise<Id[]> => {
            const merged: Id[] = [];
            for (const [from, into] of merges) {
              const a = await shown(harness, ids[into % ids.length] ?? '');
              const b = await shown(harness, ids[from % ids.length] ?? '');
              if (a === b) continue;
              await merge([a, b], (given) => ({
                survivorId: a,
                fields: { headline: choices[choice++ % choices.length] ? a : b, name: b },
                rows: given.rows.filter(() => choices[choice++ % choices.length] ?? true),
              }));
              merged.push(b);
              if (!work) continue;
              worked.add(a);
              await workOn(a, jobs, worked.size);
            }
            return merged;
          };
          const takeAllApart = async (merged: Id[], look: () => Promise<void>): Promise<void> => {
            for (const pick of order) {
              const [id] = merged.splice(pick % Math.max(1, merged.length), 1);
              if (id === undefined) continue;
              await takeApart(id);
              await look();
            }
            for (const id of merged) {
              await takeApart(id);
              await look();
            }
          };
          await takeAllApart(await mergeAll(keepEdits), async () => {
            if (!keepEdits) expect(await saidByNobody(harness, ids, on)).toEqual([]);
          });
          const now = dump(...ids);
          if (!keepEdits) expect(now).toEqual(before);
          expect(astray(now)).toEqual([]);
          // Whoever was worked on keeps the work; everybody else has exactly what they had.
          for (const id of ids)
            if (!worked.has(id)) expect(only(now, id)).toEqual(only(before, id));
          for (const id of worked) {
            expect(only(now, id).filter((row) => row.body === 'since').length).toBeGreaterThan(0);
            expect(untouched(only(now, id))).toEqual(untouched(only(before, id)));
          }
          // What was done while they were one is no reason to do it to them again.
          await takeAllApart(await mergeAll(false), async () => undefined);
          expect(dump(...ids)).toEqual(now);
        }),
        { numRuns: 25, examples: FOUND.map((one) => [one]) },
      );
    }, 60_000);
  });
}

type Action = Parameters<StoreHarness['store']['commit']>[0]['action'];
type Choice = ProposedMerge['choice'];
type Dump = readonly Readonly<Record<string, unknown>>[];

type Story = Parameters<Parameters<typeof story.filter>[0]>[0];
type StoryPerson = Story['persons'][number];

const story = fc.record({
  persons: fc.array(
    fc.record({
      name: fc.constantFrom('Ida Falk', 'I. Falk', 'Ida Maria Falk'),
      headline: fc.constantFrom(null, 'Nurse', 'Head nurse'),
      city: fc.constantFrom(null, 'Kiel', 'Bern'),
      skills: fc.subarray(['Go', 'SQL', 'Rust', 'Java']),
      jobs: fc.subarray([
        { company: 'Acme', title: 'Nurse', end: '2020' },
        { company: 'Acme GmbH', title: 'Nurse', end: '2020' },
        { company: 'Globex', title: 'Lead' },
      ]),
      email: fc.constantFrom('ida@example.org', 'falk@example.org'),
      on: fc.uniqueArray(
        fc.record({
          job: fc.nat(1),
          stage: fc.constantFrom(...STAGES),
          writeUp: fc.constantFrom('', 'Calm in a storm'),
          isMatched: fc.boolean(),
        }),
        { selector: ({ job }) => job },
      ),
    }),
    { minLength: 3, maxLength: 4 },
  ),
  merges: fc.array(fc.tuple(fc.nat(3), fc.nat(3)), { minLength: 1, maxLength: 4 }),
  order: fc.array(fc.nat(3), { maxLength: 4 }),
  choices: fc.array(fc.boolean(), { minLength: 1, maxLength: 7 }),
  keepEdits: fc.boolean(),
});

const NEW = { stage: 'new', writeUp: '', isMatched: false } as const;
const ida = (
  ...on: readonly { readonly job: number; readonly writeUp?: 'Calm in a storm' }[]
): StoryPerson => ({
  name: 'Ida Falk',
  headline: null,
  city: null,
  skills: [],
  jobs: [],
  email: 'ida@example.org',
  on: on.map((one) => ({ ...NEW, ...one })),
});
/** Stories in which something was left behind, or came back changed, until it was mended. */
const FOUND: readonly Story[] = [
  // An application that stood behind one that had moved on to somebody else did not come forward: a copy stayed.
  {
    persons: [ida({ job: 0 }), ida(), ida(), ida({ job: 0 })],
    merges: [
      [3, 1],
      [0, 1],
      [0, 2],
    ],
    keepEdits: false,
  },
  // What a merge had taken over from an application stayed when that one left from further down.
  {
    persons: [ida({ job: 0 }), ida(), ida(), ida({ job: 0, writeUp: 'Calm in a storm' })],
    merges: [
      [3, 1],
      [0, 2],
      [1, 0],
    ],
    keepEdits: false,
  },
  // Merged again: what was done while they were one the first time was done to them again.
  { persons: [ida(), ida(), ida({ job: 0 })], merges: [[2, 0]], keepEdits: true },
  // A step that had stayed behind without its application went back alone.
  {
    persons: [ida(), ida(), ida(), ida()],
    merges: [
      [0, 1],
      [0, 2],
      [0, 3],
    ],
    keepEdits: true,
  },
  // An application that was deleted and came back told what had been done to it before.
  {
    persons: [ida({ job: 0 }), ida(), ida(), ida({ job: 1 })],
    merges: [
      [0, 1],
      [3, 0],
    ],
    keepEdits: true,
  },
].map((one) => ({
  ...one,
  merges: one.merges.map(([from = 0, into = 0]) => [from, into]),
  order: [],
  choices: [false],
}));

/** A candidate on a job with a step, a tag, a note, an interview and perhaps a match. */
function onJob(given: {
  readonly candidateId: Id;
  readonly jobId: Id;
  readonly stage: Stage;
  readonly writeUp: string;
  readonly isMatched: boolean;
}): readonly Change[] {
  const { candidateId, jobId, stage, writeUp, isMatched } = given;
  const changes = applicationIn(candidateId, jobId, stage, { writeUp });
  const [application] = changes;
  const applicationId = application?.op === 'insert' ? application.row.id : '';
  const tagId = newId();
  const weights = { skills: 1, experience: 1, title: 1, education: 1, location: 1 };
  const hashes = { criteria: 'c', facts: 'f', knowledge: 'k' };
  const receipt = { scorer: { name: 's', version: '1' }, weights, ...hashes };
  const match = { id: newId(), candidateId, jobId, score: 50, explanation: {}, receipt };
  return [
    ...changes,
    { op: 'insert', entity: 'tag', row: { id: tagId, name: tagId, colour: 'grey' } },
    {
      op: 'insert',
      entity: 'applicationTag',
      row: { id: newId(), applicationId, candidateId, tagId },
    },
    noteOn(candidateId, 'of the job', applicationId),
    interviewIn({ id: applicationId, candidateId, jobId }),
    ...(isMatched
      ? [{ op: 'insert', entity: 'match', row: { ...match, viewedAt: null } } as const]
      : []),
  ];
}

/** A step, a tag and a note on the first application of somebody; a new one where they have none; the second is taken off its job. */
async function workOnJobs(
  harness: StoreHarness,
  candidateId: Id,
  [jobId = '']: readonly Id[],
): Promise<readonly Change[]> {
  const [first, second] = await harness.applications.ofCandidate(ADMIN, candidateId);
  if (second !== undefined) {
    await removeFromJob(harness, ADMIN, { applicationIds: [second.application.id] });
  }
  if (first === undefined) return applicationIn(candidateId, jobId, 'in_review');
  const { id: applicationId, stage } = first.application;
  const tagId = newId();
  if (stage !== 'rejected' && stage !== 'withdrawn') {
    await rejectApplications(harness, ADMIN, {
      applications: [{ id: applicationId, from: stage }],
      reason: 'skills',
      note: null,
    });
  }
  const [round] = await harness.interviews.rounds(applicationId);
  return [
    ...(round === undefined
      ? []
      : [
          {
            op: 'update',
            entity: 'interview',
            id: round.id,
            version: round.version,
            patch: { status: 'completed' },
          } as const,
        ]),
    interviewIn({ ...first.application, id: applicationId }, { round: 2 }),
    noteOn(candidateId, 'since', applicationId),
    { op: 'insert', entity: 'tag', row: { id: tagId, name: tagId, colour: 'grey' } },
    {
      op: 'insert',
      entity: 'applicationTag',
      row: { id: newId(), applicationId, candidateId, tagId },
    },
  ];
}

/** Steps, tags and notes that hang on an application of somebody else. */
const astray = (dump: Dump): Dump => {
  const owner = new Map(dump.map((row) => [row.id, row.candidateId]));
  return dump.filter(
    ({ applicationId = null, candidateId }) =>
      applicationId !== null && owner.get(applicationId) !== candidateId,
  );
};

/** How far people are shown to be on jobs, and their write-ups, that none of those who are one with them now had. */
async function saidByNobody(
  harness: StoreHarness,
  ids: readonly Id[],
  had: readonly {
    readonly candidateId: Id;
    readonly jobId: Id;
    readonly stage: Stage;
    readonly writeUp: string;
  }[],
): Promise<readonly unknown[]> {
  const members = new Map<Id, Id[]>();
  for (const id of ids) {
    const one = await shown(harness, id);
    members.set(one, [...(members.get(one) ?? []), id]);
  }
  const wrong: unknown[] = [];
  for (const [id, those] of members) {
    for (const { application } of await harness.applications.ofCandidate(ADMIN, id)) {
      const { jobId } = application;
      const theirs = had.filter((one) => one.jobId === jobId && those.includes(one.candidateId));
      for (const key of ['stage', 'writeUp'] as const)
        if (!theirs.some((one) => one[key] === application[key]))
          wrong.push({ id, jobId, [key]: application[key] });
    }
  }
  return wrong;
}

const shown = async (harness: StoreHarness, id: Id): Promise<Id> =>
  (await harness.candidates.get(ADMIN, id))?.candidate.id ?? '';

/** Every row of these people and every pair of theirs, without what each writing changes. */
function dumpOf(harness: StoreHarness, ids: readonly Id[]): Dump {
  return harness
    .rows(['candidate', ...MOVED_ENTITIES, 'duplicatePair'])
    .filter((row) => ids.includes(String(row.candidateId ?? row.id)))
    .map((row) => {
      const { version: _, updatedAt: _at, ...rest } = row;
      return rest;
    });
}

const only = (dump: Dump, id: Id): Dump => dump.filter((row) => (row.candidateId ?? row.id) === id);
/** Rows of the kinds that the work of the story does not touch. */
const untouched = (dump: Dump): Dump =>
  dump.filter(
    (row) => 'company' in row || 'sha256' in row || ('tagId' in row && !('applicationId' in row)),
  );

const patch = (
  entity: 'candidate' | 'candidateSkill',
  row: { readonly id: Id; readonly version: number } | undefined,
  fields: Readonly<Record<string, unknown>>,
): Change =>
  // Each caller gives fields of the entity it names.
  ({
    op: 'update',
    entity,
    id: row?.id ?? '',
    version: row?.version ?? 0,
    patch: fields,
  }) as Change;

const noteOn = (candidateId: Id, body: string, applicationId: Id | null = null): Change => ({
  op: 'insert',
  entity: 'note',
  row: {
    id: newId(),
    candidateId,
    body,
    authorId: ADMIN.id,
    authorName: ADMIN.name,
    visibility: 'team',
    applicationId,
  },
});

function tagOn(candidateId: Id, tag: string): readonly Change[] {
  const tagId = newId();
  return [
    { op: 'insert', entity: 'tag', row: { id: tagId, name: tag, colour: 'grey' } },
    { op: 'insert', entity: 'candidateTag', row: { id: newId(), candidateId, tagId } },
  ];
}

async function customField(harness: StoreHarness): Promise<Id> {
  const row: NewRecord<'customField'> = {
    id: newId(),
    entity: 'candidate',
    label: 'Desk',
    kind: 'text',
    options: [],
    position: 0,
    archivedAt: null,
  };
  await harness.store.commit({
    actor: ADMIN,
    action: 'custom-field.changed',
    changes: [{ op: 'insert', entity: 'customField', row }],
  });
  return row.id;
}

const valueOf = (candidateId: Id, fieldId: Id, text: string): Change => ({
  op: 'insert',
  entity: 'customValue',
  row: { id: newId(), candidateId, fieldId, text, number: null },
});

const pairOf = (candidateId: Id, otherId: Id): Change => ({
  op: 'insert',
  entity: 'duplicatePair',
  row: { id: newId(), candidateId, otherId, reasons: ['email'], score: 0.9, state: 'open' },
});

const shareWith = (toUserId: Id, candidateId: Id) =>
  ({
    op: 'insert',
    entity: 'share',
    row: {
      id: newId(),
      candidateId,
      fromUserId: ADMIN.id,
      toUserId,
      clientId: null,
      permission: 'view',
      expiresAt: null,
      revokedAt: null,
    },
  }) satisfies Change;
