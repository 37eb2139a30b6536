import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ADMIN, personIn, TEST_KEY, usersIn } from '@/db/store-tests/harness';
import { systemClock } from '@/shared/kit/clock';
import { openForReading, openWorkspaceDatabase, type WorkspaceDatabase } from '../open';
import { statementsOf } from '../statements';
import { createSqliteStore } from '../stores/store';
import { countPeople } from './count-people';

describe('how many people there are', () => {
  let dir: string;
  let workspace: WorkspaceDatabase;
  beforeEach(() => {
    dir = mkdtempSync(path.join(tmpdir(), 'longlist-count-'));
    workspace = openWorkspaceDatabase(dir, { clock: systemClock, key: TEST_KEY });
  });
  afterEach(() => {
    workspace.close();
    rmSync(dir, { recursive: true, force: true });
  });

  it('is counted anew after a commit, on the connection that wrote and on one that only reads', async () => {
    const store = createSqliteStore(workspace.db, { clock: systemClock });
    const reading = openForReading(workspace.path, TEST_KEY);
    try {
      const counts = (): readonly number[] => [
        countPeople(statementsOf(workspace.db), false),
        countPeople(statementsOf(reading), false),
        countPeople(statementsOf(reading), true),
      ];
      await store.commit({ actor: ADMIN, action: 'workspace.created', changes: [...usersIn] });
      expect(counts()).toEqual([0, 0, 0]);
      const ada = personIn({ name: 'Ada' });
      await store.commit({ actor: ADMIN, action: 'resume.imported', changes: ada.changes });
      expect(counts()).toEqual([1, 1, 0]);
      await store.commit({
        actor: ADMIN,
        action: 'resume.imported',
        changes: personIn({ name: 'Bo' }).changes,
      });
      expect(counts()).toEqual([2, 2, 0]);
    } finally {
      reading.close();
    }
  });
});
