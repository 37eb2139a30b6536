import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { checkDatabase } from '@/db/sqlite/check';
import { entityTable } from '@/db/sqlite/entities';
import type { Sqlite } from '@/db/sqlite/connection';
import { openWorkspaceDatabase } from '@/db/sqlite/open';
import { createCandidateSearch } from '@/db/sqlite/search/candidate-search';
import { createApplicationReader } from '@/db/sqlite/stores/application-reader';
import {
  beginMatchFacts,
  needsMatchFacts,
  writeMatchFacts,
} from '@/db/sqlite/search/keep-match-facts';
import { writeReached } from '@/db/sqlite/search/match-reached';
import { createMatching, type SqliteMatching } from '@/db/sqlite/search/matching';
import { createCandidateReader } from '@/db/sqlite/stores/candidate-reader';
import { createClientReader } from '@/db/sqlite/stores/client-reader';
import { createCustomFieldReader } from '@/db/sqlite/stores/custom-field-reader';
import { createDuplicateReader } from '@/db/sqlite/stores/duplicate-reader';
import { createHistoryReader } from '@/db/sqlite/stores/history-reader';
import { createImportReader } from '@/db/sqlite/stores/import-reader';
import { createInterviewReader } from '@/db/sqlite/stores/interview-reader';
import { createJobReader } from '@/db/sqlite/stores/job-reader';
import { createNotificationReader } from '@/db/sqlite/stores/notification-reader';
import { createReportReader } from '@/db/sqlite/stores/report-reader';
import { createSearchesReader } from '@/db/sqlite/stores/searches-reader';
import { createMatchReader } from '@/db/sqlite/stores/match-reader';
import { createListReader } from '@/db/sqlite/stores/list-reader';
import { createShareReader } from '@/db/sqlite/stores/share-reader';
import { createSqliteStore } from '@/db/sqlite/stores/store';
import { createWorkspaceReader } from '@/db/sqlite/stores/workspace-reader';
import { ADMIN, type StoreHarness, TEST_KEY, usersIn } from './harness';

/** A workspace on SQLite in a folder of its own, with real migrations. */
export async function makeSqliteHarness(): Promise<StoreHarness> {
  const dir = mkdtempSync(path.join(tmpdir(), 'longlist-store-'));
  let now = new Date('2026-01-01T00:00:00.000Z');
  const clock = { now: () => now };
  const workspace = openWorkspaceDatabase(dir, { clock, key: TEST_KEY });
  const store = createSqliteStore(workspace.db, { clock });
  await store.commit({ actor: ADMIN, action: 'workspace.created', changes: usersIn });
  const search = createCandidateSearch(workspace.db, { clock });
  const matching = createMatching(workspace.db, { clock, found: search.found });
  /** Each look is that of a Longlist just started: what was seen before stands in the database. */
  let looking = matching;
  return {
    store,
    candidates: createCandidateReader(workspace.db),
    applications: createApplicationReader(workspace.db),
    interviews: createInterviewReader(workspace.db),
    imports: createImportReader(workspace.db),
    history: createHistoryReader(workspace.db),
    lists: createListReader(workspace.db),
    clients: createClientReader(workspace.db),
    jobs: createJobReader(workspace.db),
    shares: createShareReader(workspace.db),
    customFields: createCustomFieldReader(workspace.db),
    workspace: createWorkspaceReader(workspace.db),
    search,
    matching: { ...matching, news: (actor, asked) => looking.news(actor, asked) },
    matches: createMatchReader(workspace.db),
    makeMatchFacts: () => makeAllFacts(workspace.db, matching),
    lookForMatches: async () => {
      looking = createMatching(workspace.db, { clock, found: search.found });
      for (let more = true; more; ) {
        const step = await looking.lookForNews();
        if (step?.packed != null) writeReached(workspace.db, step.packed);
        more = step?.more ?? false;
      }
    },
    searches: createSearchesReader(workspace.db),
    notifications: createNotificationReader(workspace.db),
    duplicates: createDuplicateReader(workspace.db),
    reports: createReportReader(workspace.db, { clock }),
    clock,
    nextTurn: async () => undefined,
    endDeed: async () => undefined,
    setNow: (at) => {
      now = at;
    },
    rows: (entities) =>
      entities.flatMap((entity) => {
        const { sql, select } = entityTable(entity);
        return workspace.db
          .prepare(`SELECT ${select} FROM ${sql} ORDER BY id`)
          .all() as readonly Readonly<Record<string, unknown>>[]; // The driver gives rows as objects of column names.
      }),
    check: () => checkDatabase(workspace.db),
    close: () => {
      workspace.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

async function makeAllFacts(db: Sqlite, { makeFacts }: SqliteMatching): Promise<void> {
  if (needsMatchFacts(db) === 'missing') beginMatchFacts(db);
  for (let step = await makeFacts(2); step !== null; step = await makeFacts(2)) {
    writeMatchFacts(db, step);
  }
}
