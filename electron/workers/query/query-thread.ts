import { parentPort, workerData } from 'node:worker_threads';
import { checkDatabase } from '@/db/sqlite/check';
import type { Sqlite } from '@/db/sqlite/connection';
import { openForReading } from '@/db/sqlite/open';
import { createCandidateSearch, type WarmableSearch } from '@/db/sqlite/search/candidate-search';
import { createMatching, type SqliteMatching } from '@/db/sqlite/search/matching';
import { createAuditReader } from '@/db/sqlite/stores/audit-reader';
import { createHistoryReader } from '@/db/sqlite/stores/history-reader';
import { createReportReader } from '@/db/sqlite/stores/report-reader';
import { createListReader } from '@/db/sqlite/stores/list-reader';
import type { Actor } from '@/shared/domain/workspace/records';
import { assertNever } from '@/shared/kit/assert-never';
import { systemClock } from '@/shared/kit/clock';
import type { AuditReader } from '@/shared/usecases/ports/audit-reader';
import type { Matching } from '@/shared/usecases/ports/matching';
import {
  type AuditAsk,
  failureReply,
  type MatchingAsk,
  type QueryMessage,
  queryMessageSchema,
  queryThreadDataSchema,
} from './messages';

const REST_BEFORE_WARMING_MS = 300;
const BETWEEN_PIECES_MS = 5;

/**
 * A thread that answers searches on a read-only connection of its own, one at a time. The database is opened with the first question, so
 * that one that cannot be opened is an answer and not a dead thread.
 */
function run(): void {
  const port = parentPort;
  if (port === null) throw new Error('The query thread has to be started as a worker.');
  const { databasePath, databaseKey } = queryThreadDataSchema.parse(workerData);
  let open: OpenDatabase | null = null;
  let warming: NodeJS.Timeout | undefined;
  let cold: Iterator<void> | null = null;
  let isWarm = false;

  const opened = (): OpenDatabase => {
    if (open === null) {
      const db = openForReading(databasePath, databaseKey);
      const search = createCandidateSearch(db, { clock: systemClock });
      open = {
        db,
        search,
        matching: createMatching(db, { clock: systemClock, found: search.found }),
      };
    }
    return open;
  };

  // When the first questions are answered, and before somebody types. What is wrong with the database is told to whoever asks.
  const warmSoon = (rest: number): void => {
    if (isWarm) return;
    clearTimeout(warming);
    warming = setTimeout(() => {
      try {
        cold ??= open?.search.warm() ?? null;
        isWarm = cold === null || cold.next().done === true;
      } catch {
        isWarm = true;
      }
      warmSoon(BETWEEN_PIECES_MS);
    }, rest);
  };

  port.on('message', (data: unknown) => {
    const message = queryMessageSchema.parse(data);
    answer(opened, message)
      .then(
        (value) => port.postMessage({ id: message.id, outcome: 'answer', value }),
        (error: unknown) => port.postMessage(failureReply(message.id, error)),
      )
      .finally(() => {
        // Who only makes facts is never asked for a search.
        if (message.kind !== 'make-facts') warmSoon(REST_BEFORE_WARMING_MS);
      });
  });
}

interface OpenDatabase {
  readonly db: Sqlite;
  readonly search: WarmableSearch;
  readonly matching: SqliteMatching;
}

async function answer(opened: () => OpenDatabase, message: QueryMessage): Promise<unknown> {
  switch (message.kind) {
    case 'search':
      return opened().search.search(message.actor, message.request);
    case 'ids':
      return (await opened().search.ids(message.actor, message.request)).join('\n');
    case 'suggest':
      return opened().search.suggest(message.actor, message.request);
    case 'deeds':
      return createHistoryReader(opened().db).deeds(message.actor, message.request);
    case 'report':
      return createReportReader(opened().db, { clock: systemClock }).report(
        message.actor,
        message.request,
      );
    case 'behind':
      return createReportReader(opened().db, { clock: systemClock }).behind(
        message.actor,
        message.request,
      );
    case 'read-job': {
      // Loaded when it is needed: its word lists are no business of a thread that only searches.
      const { readJobDescription } = await import(
        '@/shared/domain/jobs/description/read-description'
      );
      return readJobDescription(message.request.text);
    }
    case 'lists':
      return createListReader(opened().db).counted(message.actor);
    case 'complete':
      return opened().search.complete(message.actor, message.request);
    case 'matching':
      return answerMatching(opened().matching, message.actor, message.ask);
    case 'audit':
      return answerAudit(createAuditReader(opened().db), message.ask);
    case 'make-facts':
      return opened().matching.makeFacts(message.limit);
    case 'look-for-news':
      return opened().matching.lookForNews();
    case 'warm':
      // What is loaded after the first question has one to come after.
      return void opened();
    case 'check':
      return checkDatabase(opened().db);
    default:
      return assertNever(message);
  }
}

async function answerAudit(audit: AuditReader, ask: AuditAsk): Promise<unknown> {
  switch (ask.of) {
    case 'list':
      return audit.list(ask.actor, ask.request);
    case 'entry':
      return audit.entry(ask.actor, ask.seq);
    case 'verify':
      return audit.verify(ask.from, ask.limit);
    case 'count':
      return audit.count(ask.filters, ask.until);
    case 'stretch':
      return audit.stretch(ask.request);
    default:
      return assertNever(ask);
  }
}

async function answerMatching(
  matching: Matching,
  actor: Actor,
  ask: MatchingAsk,
): Promise<unknown> {
  switch (ask.of) {
    case 'rank':
      return matching.rank(actor, ask.request);
    case 'statistics':
      return matching.statistics(actor, ask.request);
    case 'explain':
      return matching.explain(actor, ask.request);
    case 'counterfactual':
      return matching.counterfactual(actor, ask.request);
    case 'forCandidate':
      return matching.forCandidate(actor, ask.candidateId);
    case 'best':
      return matching.best(actor, ask.jobId);
    case 'news':
      return matching.news(actor, ask);
    default:
      return assertNever(ask);
  }
}

run();
