import type { FittingJob, FittingJobs } from '@/shared/domain/matching/views';
import type { Actor } from '@/shared/domain/workspace/records';
import type { Id } from '@/shared/kit/ids';
import { type MatchDeps, scored, weightsOf } from './match-deps';
import { makingOf, readMatchFactsState } from './keep-match-facts';
import { readOpenJobs } from './read-job';

/** The open jobs for one candidate, best first; of two alike the newer one first. */
export function fittingJobs(
  deps: MatchDeps,
  actor: Actor,
  candidateId: Id,
  num: number,
): FittingJobs {
  const { sql } = deps;
  const viewed = sql('SELECT viewed_at FROM match WHERE candidate_id = ? AND job_id = ?').pluck();
  const stage = sql('SELECT stage FROM application WHERE candidate_id = ? AND job_id = ?').pluck();
  const open = readOpenJobs(sql, actor);
  const jobs = open.flatMap((matched): readonly FittingJob[] => {
    const { job, client } = matched;
    const match = scored(deps, matched, weightsOf(matched), num);
    if (match === null) return [];
    return [
      {
        jobId: job.id,
        title: job.title,
        client,
        location: job.location,
        status: job.status,
        score: match.score,
        parts: match.parts,
        mustHaves: { ...match.mustHaves },
        aboveThreshold:
          job.matchThreshold === null ? null : match.score >= job.matchThreshold * 100,
        // STRICT columns that hold nothing else.
        viewedAt: (viewed.get(candidateId, job.id) ?? null) as string | null,
        stage: (stage.get(candidateId, job.id) ?? null) as FittingJob['stage'],
      },
    ];
  });
  return {
    jobs: jobs.toSorted((a, b) => b.score - a.score || (a.jobId < b.jobId ? 1 : -1)),
    compared: jobs.length,
    making: makingOf(readMatchFactsState(sql)),
  };
}
