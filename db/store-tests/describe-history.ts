import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Change } from '@/shared/domain/history/change';
import { newId } from '@/shared/kit/ids';
import {
  ADMIN,
  addPeople,
  type MakeStore,
  namesFound,
  type personIn,
  type StoreHarness,
} from './harness';

const rename = (id: string, version: number, name: string): Change => ({
  op: 'update',
  entity: 'candidate',
  id,
  version,
  patch: { name },
});

const noteOn = (candidateId: string, body: string): Change => ({
  op: 'insert',
  entity: 'note',
  row: {
    id: newId(),
    candidateId,
    body,
    authorId: ADMIN.id,
    authorName: ADMIN.name,
    visibility: 'team',
    applicationId: null,
  },
});

/** History and undo: what every database behind the ports has to do. */
export function describeHistory(name: string, makeStore: MakeStore): void {
  describe(`${name}: history`, () => {
    let harness: StoreHarness;
    beforeEach(async () => {
      harness = await makeStore();
    });
    afterEach(() => {
      expect(harness.check()).toEqual([]);
      harness.close();
    });
    const commit = (
      action: Parameters<StoreHarness['store']['commit']>[0]['action'],
      ...changes: Change[]
    ) => harness.store.commit({ actor: ADMIN, action, changes });
    const takeBack = async (commitId: string) =>
      harness.store.commit({
        actor: ADMIN,
        action: 'undone',
        changes: await harness.history.inverse(ADMIN, commitId),
        undoes: commitId,
      });
    const person = async (given: Parameters<typeof personIn>[0] = { name: 'Mara Lind' }) => {
      const [made] = await addPeople(harness, [given]);
      if (made === undefined) throw new Error('nobody was made');
      return made;
    };

    it('shows a timeline: newest first, changed fields only, only this candidate', async () => {
      const [mara, ben] = await addPeople(harness, [{ name: 'Mara' }, { name: 'Ben' }]);
      if (mara === undefined || ben === undefined) throw new Error('nobody was made');
      await commit('candidate.edited', rename(mara.id, 1, 'Mara Lind'));
      await commit('note.added', noteOn(mara.id, 'Called her.'));
      await commit('note.added', noteOn(ben.id, 'Called him.'));
      const timeline = await harness.history.timeline(ADMIN, mara.id, { limit: 10 });
      expect(timeline.map((entry) => entry.action)).toEqual([
        'note.added',
        'candidate.edited',
        'resume.imported',
      ]);
      expect(timeline[0]?.changes[0]?.after).toMatchObject({ body: 'Called her.' });
      expect(timeline[1]?.changes).toEqual([
        {
          entity: 'candidate',
          op: 'update',
          rowIds: [mara.id],
          before: { name: 'Mara' },
          after: { name: 'Mara Lind' },
        },
      ]);
      expect(JSON.stringify(timeline)).not.toContain('Ben');
      const older = await harness.history.timeline(ADMIN, mara.id, {
        limit: 1,
        beforeCommitId: timeline[0]?.commitId ?? '',
      });
      expect(older.map((entry) => entry.action)).toEqual(['candidate.edited']);
    });

    it('keeps the order of the history when the clock goes backwards', async () => {
      const made = await person();
      harness.setNow(new Date('2016-01-01T00:00:00Z'));
      await commit('candidate.edited', rename(made.id, 1, 'Later'));
      expect((await harness.history.lastUndoable(ADMIN))?.action).toBe('candidate.edited');
      expect((await harness.history.timeline(ADMIN, made.id, { limit: 1 }))[0]?.action).toBe(
        'candidate.edited',
      );
    });

    it('takes an edit back, and the taking back (undo that restores the wrong value)', async () => {
      const made = await person();
      const edit = await commit('candidate.edited', {
        op: 'update',
        entity: 'candidate',
        id: made.id,
        version: 1,
        patch: { name: 'Wrong', headline: 'Boss', totalYears: 3 },
      });
      const undone = await takeBack(edit.commitId);
      expect((await harness.candidates.get(ADMIN, made.id))?.candidate).toMatchObject({
        name: 'Mara Lind',
        headline: null,
        totalYears: null,
        version: 3,
      });
      expect(await namesFound(harness, { text: 'Wrong' })).toEqual([]);
      expect(await harness.history.lastUndoable(ADMIN)).toBeNull();
      await expect(takeBack(edit.commitId)).rejects.toMatchObject({ code: 'CONFLICT' });
      await takeBack(undone.commitId);
      expect((await harness.candidates.get(ADMIN, made.id))?.candidate).toMatchObject({
        name: 'Wrong',
        headline: 'Boss',
      });
      expect((await harness.history.lastUndoable(ADMIN))?.commitId).toBe(edit.commitId);
    });

    it('brings a deleted note back with its id and its dates', async () => {
      const made = await person();
      await commit('note.added', noteOn(made.id, 'Keep me'));
      const before = (await harness.candidates.get(ADMIN, made.id))?.notes[0];
      if (before === undefined) throw new Error('no note');
      harness.setNow(new Date('2027-05-05T05:05:05Z'));
      const gone = await commit('note.deleted', {
        op: 'delete',
        entity: 'note',
        id: before.id,
        version: 1,
      });
      expect((await harness.candidates.get(ADMIN, made.id))?.notes).toEqual([]);
      await takeBack(gone.commitId);
      const after = (await harness.candidates.get(ADMIN, made.id))?.notes[0];
      expect(after).toMatchObject({
        id: before.id,
        body: 'Keep me',
        createdAt: before.createdAt,
        version: 2,
      });
      expect(await namesFound(harness, { text: '"keep me"' })).toEqual(['Mara Lind']);
    });

    it('takes back archiving, tagging and dismissing a duplicate', async () => {
      const [mara, ben] = await addPeople(harness, [{ name: 'Mara' }, { name: 'Ben' }]);
      if (mara === undefined || ben === undefined) throw new Error('nobody was made');
      const tagId = newId();
      const pairId = newId();
      await commit('tag.created', {
        op: 'insert',
        entity: 'tag',
        row: { id: tagId, name: 'Hot', colour: 'red' },
      });
      await commit('resume.imported', {
        op: 'insert',
        entity: 'duplicatePair',
        row: {
          id: pairId,
          candidateId: mara.id,
          otherId: ben.id,
          reasons: ['email'],
          score: 0.9,
          state: 'open',
        },
      });
      const acts = [
        await commit('candidate.archived', {
          op: 'update',
          entity: 'candidate',
          id: mara.id,
          version: 1,
          patch: { archivedAt: '2026-02-02T00:00:00.000Z' },
        }),
        await commit('tag.added', {
          op: 'insert',
          entity: 'candidateTag',
          row: { id: newId(), candidateId: mara.id, tagId },
        }),
        await commit('duplicate.dismissed', {
          op: 'update',
          entity: 'duplicatePair',
          id: pairId,
          version: 1,
          patch: { state: 'not-the-same' },
        }),
      ];
      expect(await namesFound(harness, {})).toEqual(['Ben']);
      expect(await namesFound(harness, { filters: { archived: true, tagIds: [tagId] } })).toEqual([
        'Mara',
      ]);
      expect((await harness.candidates.get(ADMIN, ben.id))?.possibleDuplicates).toEqual([]);
      for (const act of acts.toReversed()) await takeBack(act.commitId);
      const detail = await harness.candidates.get(ADMIN, mara.id);
      expect(detail?.candidate.archivedAt).toBeNull();
      expect(detail?.tags).toEqual([]);
      expect(detail?.possibleDuplicates.map((other) => other.name)).toEqual(['Ben']);
      expect(await namesFound(harness, { sort: { by: 'name', direction: 'asc' } })).toEqual([
        'Ben',
        'Mara',
      ]);
    });

    it('takes a whole import back, search included, and puts it in again', async () => {
      const made = await person({ name: 'Mara Lind', text: 'zeppelin', skills: ['Go'] });
      const undone = await takeBack(made.commitId);
      expect(await harness.candidates.get(ADMIN, made.id)).toBeNull();
      expect(await namesFound(harness, { text: 'zeppelin' })).toEqual([]);
      expect(await harness.search.suggest(ADMIN, { kind: 'skill', prefix: 'g', limit: 5 })).toEqual(
        [],
      );
      await takeBack(undone.commitId);
      expect(
        (await harness.candidates.get(ADMIN, made.id))?.skills.map((skill) => skill.name),
      ).toEqual(['Go']);
      expect(await namesFound(harness, { text: 'zeppelin' })).toEqual(['Mara Lind']);
    });

    it('refuses to take back what was changed since, and changes nothing', async () => {
      const made = await person();
      const first = await commit('candidate.edited', rename(made.id, 1, 'One'));
      await commit('candidate.edited', rename(made.id, 2, 'Two'));
      await expect(harness.history.inverse(ADMIN, first.commitId)).rejects.toMatchObject({
        code: 'CONFLICT',
      });
      // A later note hangs on the person: taking the import back would tear it off.
      await commit('note.added', noteOn(made.id, 'mine'));
      await expect(takeBack(made.commitId)).rejects.toMatchObject({ code: 'CONFLICT' });
      expect((await harness.candidates.get(ADMIN, made.id))?.candidate.name).toBe('Two');
    });

    it('lets an older edit of another field be taken back (a conflict by row would refuse)', async () => {
      const made = await person();
      const first = await commit('candidate.edited', rename(made.id, 1, 'One'));
      await commit('candidate.edited', {
        op: 'update',
        entity: 'candidate',
        id: made.id,
        version: 2,
        patch: { headline: 'Baker' },
      });
      await takeBack(first.commitId);
      expect((await harness.candidates.get(ADMIN, made.id))?.candidate).toMatchObject({
        name: 'Mara Lind',
        headline: 'Baker',
      });
    });
  });
}
