import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { tidySearchIndex } from '@/db/sqlite/check';
import { connectForWriting, type Sqlite } from '@/db/sqlite/connection';
import { migrate } from '@/db/sqlite/migrate';
import { createSqliteStore } from '@/db/sqlite/stores/store';
import { ADMIN, personIn, usersIn } from '@/db/store-tests/harness';
import { systemClock } from '@/shared/kit/clock';
import { createIndexKeeper } from './index-keeper';

const silent = { info: () => undefined, warn: () => undefined, error: vi.fn() };

describe('the keeper of the search index', () => {
  let db: Sqlite;
  beforeEach(() => {
    db = connectForWriting(':memory:', 'plain');
    migrate(db);
  });
  afterEach(() => db.close());

  const filled = async (): Promise<void> => {
    const store = createSqliteStore(db, { clock: systemClock });
    await store.commit({ actor: ADMIN, action: 'workspace.created', changes: usersIn });
    for (let n = 0; n < 12; n++) {
      const { changes } = personIn({ name: `Person ${n}`, text: `common rare${n}` });
      await store.commit({ actor: ADMIN, action: 'resume.imported', changes });
    }
  };
  const segments = (): number =>
    Number(db.prepare('SELECT count(DISTINCT segid) FROM candidate_fts_idx').pluck().get());

  it('puts the index together once candidates rest, so that rare words are found as fast as before an import', async () => {
    const keeper = createIndexKeeper({ db, log: silent, changed: () => undefined, rest: 20 });
    keeper.start();
    await vi.waitFor(() => expect(silent.error).not.toHaveBeenCalled());
    await filled();
    const before = segments();
    keeper.touched();
    await vi.waitFor(() => expect(segments()).toBeLessThan(before), { timeout: 60_000 });
    keeper.close();
    while (tidySearchIndex(db)) {
      // What closing left undone is done here: afterwards there is nothing more to put together.
    }
    expect(tidySearchIndex(db)).toBe(false);
  });

  it('does nothing after it was closed', async () => {
    const keeper = createIndexKeeper({ db, log: silent, changed: () => undefined, rest: 5 });
    await filled();
    const before = segments();
    keeper.touched();
    keeper.close();
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(segments()).toBe(before);
  });
});
