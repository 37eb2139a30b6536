import { type CompiledJob, compileJob } from '@/shared/domain/matching/compile-job';
import { NO_CRITERIA } from '@/shared/domain/matching/criteria';
import { counterfactual } from '@/shared/domain/matching/counterfactual';
import { monthOf } from '@/shared/domain/matching/score-candidate';
import type { Actor } from '@/shared/domain/workspace/records';
import { AppError } from '@/shared/kit/app-error';
import type { Clock } from '@/shared/kit/clock';
import type { Id } from '@/shared/kit/ids';
import type { Matching } from '@/shared/usecases/ports/matching';
import type { Sqlite } from '../connection';
import { guarded } from '../errors';
import { type Statements, statementsOf } from '../statements';
import { candidateScope } from '../stores/scope';
import { explainOne } from './explain-match';
import { fittingJobs } from './fitting-jobs';
import { bestOf, countNews } from './kept-ranking';
import { hashOf, type MatchDeps, weightsOf } from './match-deps';
import { createMatchIndex } from './match-index';
import type { PartColumns } from './match-ranking';
import { createReached, type ReachedStep } from './match-reached';
import { makeMatchFacts } from './make-match-facts';
import type { FactsStep } from './keep-match-facts';
import { scanPeople } from './match-scan';
import type { FoundPeople } from './found-people';
import { textOf } from './read-profile';
import { countCriteria } from './match-statistics';
import { rankJob } from './rank-job';
import { jobWith, type MatchedJob, MOST_JOBS, readJob } from './read-job';

/** Jobs whose likenesses are kept: 1 MB each at 100,000 people. A slider asks for the one it is on again and again. */
const MOST_SCANS = 4;

/**
 * Matching on a connection of its own. A call runs to its end; its caller's thread waits for it. What people are matched by is read into
 * memory with the first question that ranks everybody.
 */
export function createMatching(
  db: Sqlite,
  { clock, found }: { readonly clock: Clock; readonly found: FoundPeople },
): SqliteMatching {
  const sql = statementsOf(db);
  const index = createMatchIndex(sql);
  const month = (): number => monthOf(clock.now());
  const prepared = createPrepared();
  const scans = new Map<string, { readonly version: number; readonly columns: PartColumns }>();
  const deps: MatchDeps = {
    sql,
    index,
    found,
    month,
    prepared,
    columnsOf: (matched) => {
      const key = `${keyOf(matched)}:${month()}`;
      const known = scans.get(key);
      scans.delete(key);
      const scan =
        known !== undefined && known.version === index.version()
          ? known
          : {
              version: index.version(),
              columns: scanPeople(
                prepared(matched),
                index.columns(),
                index.columns().known,
                month(),
              ),
            };
      // The youngest stands last.
      scans.set(key, scan);
      for (const old of scans.keys()) {
        if (scans.size <= MOST_SCANS) break;
        scans.delete(old);
      }
      return scan.columns;
    },
  };
  const reached = createReached(deps, clock);
  // One transaction a question, so that all of its answer is of one moment although somebody writes meanwhile.
  const question = <Asked extends readonly unknown[], Answer>(
    work: (...asked: Asked) => Answer,
  ): ((...asked: Asked) => Promise<Answer>) => {
    const run = db.transaction((asked: Asked) => work(...asked));
    return async (...asked) => guarded(() => run.deferred(asked));
  };
  const jobOf = (actor: Actor, id: Id): MatchedJob => {
    const job = readJob(sql, actor, id);
    if (job === null) throw new AppError('NOT_FOUND', 'This job is not there any more.');
    return job;
  };
  return {
    rank: question((actor, request) => {
      index.refresh();
      const matched =
        request.jobId === null
          ? jobWith(request.criteria ?? NO_CRITERIA)
          : jobOf(actor, request.jobId);
      return rankJob(deps, actor, matched, request);
    }),
    statistics: question((actor, request) => {
      index.refresh();
      return countCriteria(deps, actor, jobOf(actor, request.jobId), request);
    }),
    explain: question((actor, request) =>
      explainOne(
        deps,
        jobOf(actor, request.jobId),
        numOf(sql, actor, request.candidateId),
        request,
      ),
    ),
    forCandidate: question((actor, candidateId) => {
      index.refresh();
      return fittingJobs(deps, actor, candidateId, numOf(sql, actor, candidateId));
    }),
    counterfactual: question((actor, request) => {
      const matched = jobOf(actor, request.jobId);
      const num = numOf(sql, actor, request.candidateId);
      const resumeId = sql('SELECT current_resume_id FROM candidate WHERE num = ?')
        .pluck()
        .get(num);
      const text = textOf(sql, typeof resumeId === 'string' ? resumeId : null);
      const weights = request.weights ?? weightsOf(matched);
      const swaps =
        text === null ? [] : counterfactual(text, matched.criteria, weights, clock.now());
      return { checks: swaps.map((one) => ({ ...one, moved: [...one.moved] })) };
    }),
    best: question((actor, jobId) => {
      index.refresh();
      return bestOf(deps, actor, jobOf(actor, jobId));
    }),
    makeFacts: question((limit) => makeMatchFacts(sql, limit)),
    lookForNews: question(() => reached.look()),
    news: question((actor, { jobId, since }) =>
      countNews(deps, actor, jobOf(actor, jobId), reached.since(jobId, Date.parse(since))),
    ),
  };
}

export interface SqliteMatching extends Matching {
  /** Facts of the next candidates that need them, to be written by who may write; null when there are none. */
  readonly makeFacts: (limit: number) => Promise<FactsStep | null>;
  /** Looks who reaches the thresholds of open jobs now, to be written by who may write; null while there is nothing to compare by. */
  readonly lookForNews: () => Promise<ReachedStep | null>;
}

/** The row number of a candidate whom the actor reaches. Errors: NOT_FOUND. */
function numOf(sql: Statements, actor: Actor, id: Id): number {
  const scope = candidateScope(actor, 'c');
  const num = sql(
    `SELECT c.num FROM candidate c WHERE c.id = ? AND c.merged_into_id IS NULL AND ${scope.where}`,
  )
    .pluck()
    .get(id, ...scope.params);
  if (typeof num !== 'number') {
    throw new AppError('NOT_FOUND', 'This candidate is not there any more.');
  }
  return num;
}

/** What tells one set of criteria from another. */
const keyOf = ({ criteria }: MatchedJob): string => hashOf(JSON.stringify(criteria));

/** Tables of jobs, made once for what they ask. */
function createPrepared(): (job: MatchedJob) => CompiledJob {
  const kept = new Map<string, { readonly key: string; readonly prepared: CompiledJob }>();
  return (matched) => {
    const { id } = matched.job;
    const key = keyOf(matched);
    const known = kept.get(id);
    if (known?.key === key) return known.prepared;
    const made = compileJob(matched.criteria);
    if (kept.size >= MOST_JOBS) kept.clear();
    kept.set(id, { key, prepared: made });
    return made;
  };
}
