import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Change } from '@/shared/domain/history/change';
import type { ImportItem, Task } from '@/shared/domain/imports/records';
import { newId } from '@/shared/kit/ids';
import { ADMIN, addPeople, type MakeStore, namesFound, type StoreHarness } from './harness';

const taskIn = (id: string, given: Partial<Task> = {}): Change => ({
  op: 'insert',
  entity: 'task',
  row: {
    id,
    kind: 'import',
    state: 'running',
    label: 'CVs',
    origin: 'folder',
    paths: ['/cvs'],
    watchedFolderId: null,
    scanned: false,
    recovery: 'resume',
    startedAt: '2026-01-01T00:00:00.000Z',
    finishedAt: null,
    error: null,
    ...given,
  },
});

const itemIn = (taskId: string, path: string, given: Partial<ImportItem> = {}): Change => ({
  op: 'insert',
  entity: 'importItem',
  row: {
    id: newId(),
    taskId,
    parentId: null,
    path,
    displayPath: path,
    fileName: path,
    bytes: 10,
    modifiedMs: 1_700_000_000_000.5,
    sha256: null,
    state: 'waiting',
    outcome: null,
    failureCode: null,
    failureMessage: null,
    missing: [],
    candidateId: null,
    candidateName: null,
    resumeId: null,
    attempts: 0,
    finishedAt: null,
    ...given,
  },
});

/** What an import asks of the database before it decides what a file is. */
export function describeImports(name: string, makeStore: MakeStore): void {
  describe(`${name}: imports`, () => {
    let harness: StoreHarness;
    beforeEach(async () => {
      harness = await makeStore();
    });
    afterEach(() => {
      expect(harness.check()).toEqual([]);
      harness.close();
    });
    const commit = (...changes: Change[]) =>
      harness.store.commit({ actor: ADMIN, action: 'import.ran', changes });

    it('finds what is here already: by content, by place, by contact', async () => {
      const [mara] = await addPeople(harness, [
        {
          name: 'Mára  Lind',
          email: 'Mara@X.org',
          sha256: 'a'.repeat(64),
          path: '/cvs/mára’s.zip › cv.pdf',
          jobs: [{ company: 'Ácme GmbH', title: 't' }],
          school: 'École Zed',
        },
        { name: 'Ben' },
      ]);
      const { imports } = harness;
      expect(await imports.resumeByHash('a'.repeat(64))).toEqual({
        resumeId: mara?.resumeId,
        candidateId: mara?.id,
        candidateName: 'Mára  Lind',
      });
      expect(await imports.resumeByHash('b'.repeat(64))).toBeNull();
      expect(await imports.resumeByOriginPath('/cvs/mára’s.zip › cv.pdf')).toMatchObject({
        resumeId: mara?.resumeId,
        sha256: 'a'.repeat(64),
      });
      expect(await imports.resumeByOriginPath('/cvs')).toBeNull();
      expect(
        await imports.contactMatches(
          [
            { kind: 'phone', key: '1' },
            { kind: 'email', key: 'mara@x.org' },
            { kind: 'link', key: 'mara@x.org' },
          ],
          10,
        ),
      ).toEqual([{ candidateId: mara?.id, kind: 'email', key: 'mara@x.org' }]);
      expect((await imports.candidateParts(mara?.id ?? ''))?.contactPoints).toHaveLength(1);
    });

    it('counts so that the parts add up to what was seen, archives left out', async () => {
      const taskId = newId();
      const done = { state: 'done', finishedAt: '2026-01-01T00:00:00.000Z' } as const;
      await commit(
        taskIn(taskId),
        itemIn(taskId, '1'),
        itemIn(taskId, '2', { state: 'working' }),
        itemIn(taskId, '3', { state: 'cancelled' }),
        itemIn(taskId, '4', { state: 'expanded' }),
        itemIn(taskId, '5', { ...done, outcome: 'loaded' }),
        itemIn(taskId, '6', {
          ...done,
          outcome: 'failed',
          failureCode: 'CORRUPT',
          failureMessage: 'broken',
        }),
        itemIn(taskId, '7', { ...done, outcome: 'failed' }),
      );
      const counts = await harness.imports.counts(taskId);
      expect(counts).toEqual({
        seen: 6,
        waiting: 1,
        working: 1,
        cancelled: 1,
        loaded: 1,
        updated: 0,
        missing_information: 0,
        possible_duplicate: 0,
        already_here: 0,
        failed: 2,
      });
      const failed = await harness.imports.items({ taskId, outcome: 'failed', limit: 1 });
      expect(failed.map((item) => item.path)).toEqual(['6']);
      const rest = await harness.imports.items({
        taskId,
        outcome: 'failed',
        limit: 5,
        afterId: failed[0]?.id ?? '',
      });
      expect(rest.map((item) => item.path)).toEqual(['7']);
      expect(
        (await harness.imports.items({ taskId, state: 'waiting', limit: 5 })).map(
          (item) => item.path,
        ),
      ).toEqual(['1']);
      expect([...(await harness.imports.knownPaths(taskId))].sort()).toEqual([
        '1',
        '2',
        '3',
        '4',
        '5',
        '6',
        '7',
      ]);
    });

    it('remembers tasks that go on and those that ended, newest first', async () => {
      const ids = [newId(), newId(), newId()];
      await commit(
        taskIn(ids[0] ?? '', { state: 'done' }),
        taskIn(ids[1] ?? '', { state: 'paused' }),
        taskIn(ids[2] ?? ''),
      );
      expect((await harness.imports.tasks(2)).map((task) => task.id)).toEqual([ids[2], ids[1]]);
      expect((await harness.imports.openTasks()).map((task) => task.id)).toEqual([ids[1], ids[2]]);
      expect((await harness.imports.task(ids[0] ?? ''))?.paths).toEqual(['/cvs']);
    });

    it('knows the last size and time of each file of a watched folder, but not of what was cancelled', async () => {
      const folderId = newId();
      const [first, second, other] = [newId(), newId(), newId()];
      await commit(
        {
          op: 'insert',
          entity: 'watchedFolder',
          row: {
            id: folderId,
            path: '/w',
            state: 'active',
            polling: false,
            error: null,
            lastRunAt: null,
            filesSeen: 0,
          },
        },
        taskIn(first, { watchedFolderId: folderId }),
        taskIn(second, { watchedFolderId: folderId }),
        taskIn(other),
        itemIn(first, '/w/a', { bytes: 1 }),
        itemIn(first, '/w/b', { bytes: 2, state: 'cancelled' }),
        itemIn(other, '/w/c'),
      );
      await commit(itemIn(second, '/w/a', { bytes: 3, modifiedMs: 5.25 }));
      expect([...(await harness.imports.seenInWatchedFolder(folderId))]).toEqual([
        ['/w/a', { bytes: 3, modifiedMs: 5.25 }],
      ]);
      expect((await harness.imports.watchedFolders()).map((folder) => folder.path)).toEqual(['/w']);
    });

    it('lists the people of one import, with and without words', async () => {
      const taskId = newId();
      const [mara] = await addPeople(harness, [{ name: 'Mara' }, { name: 'Ben' }]);
      await commit(
        taskIn(taskId),
        itemIn(taskId, '1', { state: 'done', outcome: 'loaded', candidateId: mara?.id ?? '' }),
      );
      expect(await namesFound(harness, { filters: { taskId } })).toEqual(['Mara']);
      expect(await namesFound(harness, { filters: { taskId }, text: 'vitae' })).toEqual(['Mara']);
    });
  });
}
