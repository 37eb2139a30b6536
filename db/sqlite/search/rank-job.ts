import { explainMatch } from '@/shared/domain/matching/score-candidate';
import { weightsFor } from '@/shared/domain/matching/weights';
import type { Weights } from '@/shared/domain/matching/score-types';
import type { RankedPage, RankedRow, RankRequest } from '@/shared/domain/matching/views';
import type { Actor } from '@/shared/domain/workspace/records';
import type { Id } from '@/shared/kit/ids';
import type { Statements } from '../statements';
import { add, and, type Bits, bitsFor, without } from './bits';
import { type MatchDeps, NO_FACTS, NO_PROFILE, scored, weightsOf } from './match-deps';
import { rankPeople } from './match-ranking';
import { readRows } from './page-rows';
import type { MatchedJob } from './read-job';

/** One page of everybody against a job, best first, with what is counted of all of them. */
export function rankJob(
  deps: MatchDeps,
  actor: Actor,
  matched: MatchedJob,
  request: RankRequest,
): RankedPage {
  const { index } = deps;
  const weights = request.weights ?? weightsOf(matched);
  const columns = deps.columnsOf(matched);
  const { largest } = index.columns();
  const people = comparedPeople(deps, actor, matched, request);
  const ranking = rankPeople(columns, weights, people, largest);
  const least = request.minScore * 100;
  const nums = ranking.page(least, request.offset, request.limit);
  const { matchThreshold: threshold } = matched.job;
  return {
    rows: rowsOf(deps, matched, weights, nums, request.offset),
    total: ranking.atLeast(least),
    compared: ranking.compared,
    histogram: [...ranking.histogram],
    median: ranking.median,
    aboveThreshold: threshold === null ? null : ranking.atLeast(threshold * 100),
    threshold,
    jobVersion: matched.job.version,
    weights: { ...weights },
    jobWeights: { ...weightsOf(matched) },
    usualWeights: { ...weightsFor(matched.criteria) },
    asks: asksOf(deps, matched, weights),
    making: index.making(),
  };
}

/** Everybody whom a question compares with a job: those it finds, and of those on the job only when it asks for them. */
export function comparedPeople(
  { sql, index, found }: MatchDeps,
  actor: Actor,
  { job }: MatchedJob,
  request: Pick<RankRequest, 'text' | 'filters' | 'applicants'>,
): Bits {
  const { known, largest } = index.columns();
  const comparable = and(found(actor, request), known);
  return request.applicants ? comparable : without(comparable, applicantsOf(sql, job.id, largest));
}

/** What a job asks for, by way of somebody of whom nothing is known. */
export const asksOf = (
  deps: MatchDeps,
  matched: MatchedJob,
  weights: Weights,
): RankedPage['asks'] =>
  explainMatch(deps.prepared(matched), NO_PROFILE, NO_FACTS, weights, deps.month()).criteria.map(
    ({ key, part, asked, mustHave }) => ({ key, part, asked, mustHave }),
  );

/** Who is on a job, whatever became of them there. */
export function applicantsOf(sql: Statements, jobId: Id, largest: number): Bits {
  const people = bitsFor(largest);
  const nums = sql(
    'SELECT c.num FROM application a JOIN candidate c ON c.id = a.candidate_id WHERE a.job_id = ?',
  )
    .pluck()
    .all(jobId);
  for (const num of nums) add(people, Number(num));
  return people;
}

function rowsOf(
  deps: MatchDeps,
  matched: MatchedJob,
  weights: Weights,
  nums: readonly number[],
  offset: number,
): RankedRow[] {
  const { sql } = deps;
  const viewed = sql('SELECT viewed_at FROM match WHERE candidate_id = ? AND job_id = ?').pluck();
  const stage = sql('SELECT stage FROM application WHERE candidate_id = ? AND job_id = ?').pluck();
  return nums.flatMap((num, at): readonly RankedRow[] => {
    const [row] = readRows(sql, [num], NO_QUERY);
    const match = scored(deps, matched, weights, num);
    if (row === undefined || match === null) return [];
    const { id, name, headline, company, location, totalYears } = row;
    return [
      {
        id,
        name,
        headline,
        company,
        location,
        totalYears,
        place: offset + at + 1,
        score: match.score,
        parts: match.parts,
        mustHaves: { ...match.mustHaves },
        criteria: match.criteria.map(({ key, status }) => ({ key, status })),
        // STRICT columns that hold nothing else.
        viewedAt: (viewed.get(id, matched.job.id) ?? null) as string | null,
        stage: (stage.get(id, matched.job.id) ?? null) as RankedRow['stage'],
      },
    ];
  });
}

const NO_QUERY = { root: null, problems: [] };
