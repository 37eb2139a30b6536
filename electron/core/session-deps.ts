import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Sqlite } from '@/db/sqlite/connection';
import { createApplicationReader } from '@/db/sqlite/stores/application-reader';
import { createBlindReader } from '@/db/sqlite/stores/blind-reader';
import { createCandidateReader } from '@/db/sqlite/stores/candidate-reader';
import { createClientReader } from '@/db/sqlite/stores/client-reader';
import { createCustomFieldReader } from '@/db/sqlite/stores/custom-field-reader';
import { createDuplicateReader } from '@/db/sqlite/stores/duplicate-reader';
import { createHistoryReader } from '@/db/sqlite/stores/history-reader';
import { createImportReader } from '@/db/sqlite/stores/import-reader';
import { createInterviewReader } from '@/db/sqlite/stores/interview-reader';
import { createJobReader } from '@/db/sqlite/stores/job-reader';
import { createNotificationReader } from '@/db/sqlite/stores/notification-reader';
import { createMatchReader } from '@/db/sqlite/stores/match-reader';
import { createListReader } from '@/db/sqlite/stores/list-reader';
import { createPairReader } from '@/db/sqlite/stores/pair-reader';
import { createPrivacyReader } from '@/db/sqlite/stores/privacy-reader';
import { createReparseReader } from '@/db/sqlite/stores/reparse-reader';
import { createSearchesReader } from '@/db/sqlite/stores/searches-reader';
import { createShareReader } from '@/db/sqlite/stores/share-reader';
import { createTableReader } from '@/db/sqlite/stores/table-reader';
import type { QueryPool } from '@/electron/core/query-pool/query-pool';
import type { Deps } from '@/shared/usecases/deps';

/** What a session has made already: the rest reads the database as it is, or asks the query threads. */
type Made = Pick<Deps, 'store' | 'workspace' | 'people' | 'secrets' | 'search' | 'clock'> & {
  readonly pool: QueryPool;
};

/** What use-cases are given: each reader of the database, and the questions that are answered on another thread. */
export function depsOf(db: Sqlite, { pool, ...made }: Made): Deps {
  return {
    ...made,
    candidates: createCandidateReader(db),
    applications: createApplicationReader(db),
    interviews: createInterviewReader(db),
    customFields: createCustomFieldReader(db),
    imports: createImportReader(db),
    duplicates: createDuplicateReader(db),
    pairs: createPairReader(db),
    reparse: createReparseReader(db),
    history: { ...createHistoryReader(db), deeds: pool.deeds },
    matches: createMatchReader(db),
    matching: pool.matching,
    lists: { ...createListReader(db), counted: pool.lists },
    clients: createClientReader(db),
    jobs: createJobReader(db),
    shares: createShareReader(db),
    tables: createTableReader(db),
    searches: createSearchesReader(db),
    notifications: createNotificationReader(db),
    reports: pool.reports,
    audit: pool.audit,
    privacy: createPrivacyReader(db),
    blind: createBlindReader(db),
    nextTurn: () => nextTurn(),
  };
}
