import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Change } from '@/shared/domain/history/change';
import { newId } from '@/shared/kit/ids';
import {
  ADMIN,
  addPeople,
  type MakeStore,
  namesFound,
  PORTAL,
  type personIn,
  RECRUITER,
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

/** Writing, and who may read: what every database behind the ports has to do. */
export function describeStore(name: string, makeStore: MakeStore): void {
  describe(`${name}: store`, () => {
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
    const person = async (given: Parameters<typeof personIn>[0] = { name: 'Mara Lind' }) => {
      const [made] = await addPeople(harness, [given]);
      if (made === undefined) throw new Error('nobody was made');
      return made;
    };

    it('keeps every field as it was written (a column left out of the mapping would lose one)', async () => {
      const made = await person({
        name: 'Mara Lind',
        headline: 'Engineer',
        years: 7.5,
        city: 'Lyon',
        skills: ['Go'],
        email: 'M@x.org',
        jobs: [{ company: 'Acme', title: 'Dev' }],
        school: 'ETH',
      });
      const detail = await harness.candidates.get(ADMIN, made.id);
      for (const change of made.changes) {
        if (change.op !== 'insert') continue;
        const stored = await harness.candidates.record(ADMIN, change.entity, change.row.id);
        expect(stored).toMatchObject({ ...change.row, version: 1, createdBy: ADMIN.id });
      }
      expect(detail?.candidate.name).toBe('Mara Lind');
      expect(detail?.ownerName).toBe(ADMIN.name);
      expect(detail?.resumes[0]).not.toHaveProperty('text');
      expect(detail?.skills[0]?.name).toBe('Go');
    });

    it('writes all changes of a commit or none (a row kept from a refused commit)', async () => {
      const made = await person();
      const result = commit(
        'candidate.edited',
        noteOn(made.id, 'first'),
        rename(made.id, 1, 'Changed'),
        rename(newId(), 1, 'Nobody'),
      );
      await expect(result).rejects.toMatchObject({ code: 'CONFLICT' });
      const detail = await harness.candidates.get(ADMIN, made.id);
      expect(detail?.notes).toEqual([]);
      expect(detail?.candidate).toMatchObject({ name: 'Mara Lind', version: 1 });
      expect(await namesFound(harness, { text: 'Mara' })).toEqual(['Mara Lind']);
    });

    it('refuses a stale version (the second of two writers would overwrite the first)', async () => {
      const made = await person();
      await commit('candidate.edited', rename(made.id, 1, 'First'));
      await expect(commit('candidate.edited', rename(made.id, 1, 'Second'))).rejects.toMatchObject({
        code: 'CONFLICT',
      });
      expect((await harness.candidates.get(ADMIN, made.id))?.candidate).toMatchObject({
        name: 'First',
        version: 2,
      });
    });

    it.each<[string, Change]>([
      ['a note on nobody', noteOn(newId(), 'x')],
      [
        'a colour that is none',
        // The value breaks the type on purpose: the schema has to refuse it too.
        {
          op: 'insert',
          entity: 'tag',
          row: { id: newId(), name: 'x', colour: 'plaid' },
        } as unknown as Change,
      ],
      [
        'a text where a number belongs',
        {
          op: 'insert',
          entity: 'watchedFolder',
          row: {
            id: newId(),
            path: '/x',
            state: 'active',
            polling: false,
            error: null,
            lastRunAt: null,
            filesSeen: 'many',
          },
        } as unknown as Change,
      ],
    ])('answers INVALID to %s and writes nothing', async (_, change) => {
      await expect(commit('candidate.edited', change)).rejects.toMatchObject({ code: 'INVALID' });
      expect(await harness.history.lastUndoable(ADMIN)).toBeNull();
    });

    it('refuses two tags of one name (a CHECK or a unique index forgotten in the migration)', async () => {
      await commit('tag.created', {
        op: 'insert',
        entity: 'tag',
        row: { id: newId(), name: 'Shortlist', colour: 'blue' },
      });
      await expect(
        commit('tag.created', {
          op: 'insert',
          entity: 'tag',
          row: { id: newId(), name: 'shortlist', colour: 'red' },
        }),
      ).rejects.toMatchObject({ code: 'INVALID' });
    });

    it('tells listeners the topics after the commit, until they stop', async () => {
      const heard: (readonly string[])[] = [];
      const stop = harness.store.onCommit((result) => heard.push(result.topics));
      const made = await person();
      stop();
      await commit('note.added', noteOn(made.id, 'x'));
      expect(heard).toHaveLength(1);
      expect(heard[0]).toEqual(expect.arrayContaining(['candidates', `candidate:${made.id}`]));
    });

    it('does not log tasks and import items (an import would drown the history)', async () => {
      const taskId = newId();
      await commit('import.ran', {
        op: 'insert',
        entity: 'task',
        row: {
          id: taskId,
          kind: 'import',
          state: 'running',
          label: 'x',
          origin: 'folder',
          paths: ['/x'],
          watchedFolderId: null,
          scanned: false,
          recovery: 'resume',
          startedAt: '2026-01-01T00:00:00.000Z',
          finishedAt: null,
          error: null,
        },
      });
      expect((await harness.imports.openTasks()).map((task) => task.id)).toEqual([taskId]);
      await expect(harness.history.inverse(ADMIN, taskId)).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
    });

    it('answers as not there to those it is not for, in every reader', async () => {
      const [hers, his] = await addPeople(harness, [
        { name: 'Hers', ownerId: RECRUITER.id, skills: ['Go'] },
        { name: 'His', ownerId: ADMIN.id, skills: ['Go'] },
      ]);
      if (hers === undefined || his === undefined) throw new Error('nobody was made');
      const edit = await commit('candidate.edited', rename(his.id, 1, 'His own'));
      for (const [actor, sees] of [
        [RECRUITER, [hers]],
        [PORTAL, []],
      ] as const) {
        for (const one of [hers, his]) {
          const visible = sees.some((seen) => seen.id === one.id);
          expect((await harness.candidates.get(actor, one.id)) !== null).toBe(visible);
          expect((await harness.candidates.resume(actor, one.resumeId)) !== null).toBe(visible);
          expect((await harness.candidates.record(actor, 'candidate', one.id)) !== null).toBe(
            visible,
          );
          expect((await harness.history.timeline(actor, one.id, { limit: 5 })).length > 0).toBe(
            visible,
          );
        }
        const names = sees.map(() => 'Hers');
        expect(await namesFound(harness, {}, actor)).toEqual(names);
        expect(await namesFound(harness, { text: 'his OR hers ' }, actor)).toEqual(names);
        expect(await namesFound(harness, { text: 'vitae' }, actor)).toEqual(names);
        const suggested = await harness.search.suggest(actor, {
          kind: 'skill',
          prefix: 'go',
          limit: 5,
        });
        expect(suggested).toEqual(sees.map(() => ({ value: 'Go', count: 1 })));
        await expect(harness.history.inverse(actor, edit.commitId)).rejects.toMatchObject({
          code: 'NOT_FOUND',
        });
      }
    });
  });
}
