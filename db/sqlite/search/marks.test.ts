import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ADMIN, personIn, TEST_KEY, usersIn } from '@/db/store-tests/harness';
import type { Change } from '@/shared/domain/history/change';
import { systemClock } from '@/shared/kit/clock';
import { newId } from '@/shared/kit/ids';
import { openWorkspaceDatabase, type WorkspaceDatabase } from '../open';
import { statementsOf } from '../statements';
import { createSqliteStore } from '../stores/store';
import { createCandidateIndexer } from './index-candidate';

describe('marks of many', () => {
  let dir: string;
  let workspace: WorkspaceDatabase;
  beforeEach(() => {
    dir = mkdtempSync(path.join(tmpdir(), 'longlist-marks-'));
    workspace = openWorkspaceDatabase(dir, { clock: systemClock, key: TEST_KEY });
  });
  afterEach(() => {
    workspace.close();
    rmSync(dir, { recursive: true, force: true });
  });

  it('leave what is derived as if all of it were derived anew (a mark that is passed over would be filtered and counted wrong)', async () => {
    const sql = statementsOf(workspace.db);
    const store = createSqliteStore(workspace.db, { clock: systemClock });
    const commit = (changes: readonly Change[]) =>
      store.commit({ actor: ADMIN, action: 'candidate.edited', changes });
    const person = personIn({ name: 'Mara Lind', skills: ['Go', 'Rust'], text: 'zeppelin' });
    const tags = [newId(), newId()];
    const listId = newId();
    const ties = tags.map((tagId) => ({ id: newId(), candidateId: person.id, tagId }));
    await commit([
      ...usersIn,
      ...person.changes,
      ...tags.map((id, n) => ({
        op: 'insert' as const,
        entity: 'tag' as const,
        row: { id, name: `Tag ${n}`, colour: 'blue' as const },
      })),
      {
        op: 'insert',
        entity: 'candidateList',
        row: { id: listId, name: 'Short', description: '' },
      },
    ]);
    const derived = () => ({
      document: sql('SELECT * FROM candidate_document').all(),
      packed: sql('SELECT num, packed FROM candidate_facets').all(),
      terms: sql('SELECT kind, key, candidates, uses FROM facet_term ORDER BY kind, key').all(),
    });
    const patch = async (
      fields: Extract<Change, { entity: 'candidate'; op: 'update' }>['patch'],
    ) => {
      const version = Number(sql('SELECT version FROM candidate').pluck().get());
      await commit([{ op: 'update', entity: 'candidate', id: person.id, version, patch: fields }]);
    };
    const steps: (() => Promise<unknown>)[] = [
      () => commit(ties.map((row) => ({ op: 'insert', entity: 'candidateTag', row }))),
      () =>
        commit([
          {
            op: 'insert',
            entity: 'listMember',
            row: { id: newId(), candidateId: person.id, listId },
          },
        ]),
      () => patch({ archivedAt: systemClock.now().toISOString() }),
      () => patch({ doNotContact: true }),
      () => commit([{ op: 'delete', entity: 'candidateTag', id: ties[0]?.id ?? '', version: 1 }]),
      () => patch({ archivedAt: null, doNotContact: false }),
    ];
    for (const step of steps) {
      const before = derived();
      await step();
      const after = derived();
      expect(after).not.toEqual(before);
      const at = String(sql('SELECT activity_at FROM candidate_document').pluck().get());
      workspace.db.transaction(() => {
        const indexer = createCandidateIndexer(sql, at);
        for (const num of sql('SELECT num FROM candidate').pluck().all())
          indexer.index(Number(num));
        indexer.finish();
      })();
      expect(derived()).toEqual(after);
    }
  });
});
