import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useApi } from '@/renderer/app/api';
import { useFailure } from '@/renderer/app/failure';
import { PART_NAMES, usePoints } from '@/renderer/app/match-words';
import { PartBar } from '@/renderer/features/matches/score';
import { useText } from '@/renderer/lib/text';
import { Badge } from '@/renderer/ui/chips';
import { EmptyState, ErrorState, Loading, Skeleton } from '@/renderer/ui/states';
import { PARTS } from '@/shared/domain/matching/score-types';
import type { FittingJob } from '@/shared/domain/matching/views';

/** The open jobs for one candidate, best first. */
export function CandidateMatches({ candidateId }: { readonly candidateId: string }) {
  const t = useText();
  const api = useApi();
  const failure = useFailure();
  const fitting = useQuery(api.matching.forCandidate.queryOptions({ input: { candidateId } }));
  if (fitting.isError) {
    return (
      <ErrorState
        title={t('matches.failed')}
        details={failure(fitting.error).details}
        onRetry={() => void fitting.refetch()}
      >
        {failure(fitting.error).message}
      </ErrorState>
    );
  }
  if (fitting.data === undefined) {
    return (
      <Loading label={t('matches.loading')} className="flex flex-col gap-3 p-4">
        <Skeleton className="h-12" />
        <Skeleton className="h-12" />
      </Loading>
    );
  }
  const { jobs, making } = fitting.data;
  if (jobs.length === 0) {
    return (
      <EmptyState title={t(making === null ? 'matches.jobs.empty' : 'matches.jobs.making')}>
        {t('matches.jobs.empty-hint')}
      </EmptyState>
    );
  }
  const reaching = jobs.filter(({ aboveThreshold }) => aboveThreshold === true).length;
  const on = jobs.filter(({ stage }) => stage !== null).length;
  return (
    <div className="flex flex-col gap-2 p-4">
      <p className="text-ink-2">
        {[
          t('matches.jobs.counts', { count: jobs.length }),
          t('matches.jobs.reaching', { count: reaching }),
          ...(on === 0 ? [] : [t('matches.jobs.on', { count: on })]),
        ].join(' · ')}
      </p>
      <ul className="flex flex-col">
        {jobs.map((job) => (
          <JobLine key={job.jobId} job={job} />
        ))}
      </ul>
      <p className="text-sm text-ink-3">{t('matches.advice')}</p>
    </div>
  );
}

function JobLine({ job }: { readonly job: FittingJob }) {
  const t = useText();
  const score = usePoints();
  const facts = [job.client, job.location].filter((one) => one !== null && one !== '');
  return (
    <li className="flex gap-3 border-t border-line py-2">
      <span className="tabular w-12 shrink-0 text-right text-md font-semibold">
        {score(job.score)}
      </span>
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        <span className="flex items-baseline gap-2">
          <Link
            to="/jobs/$jobId/matches"
            params={{ jobId: job.jobId }}
            className="min-w-0 truncate rounded-sm font-medium hover:underline"
          >
            {job.title}
          </Link>
          {job.stage === null ? null : <Badge>{t('matches.on-job')}</Badge>}
          {job.aboveThreshold === true ? (
            <Badge tone="good">{t('matches.jobs.above')}</Badge>
          ) : null}
        </span>
        <span className="truncate text-sm text-ink-2">
          {facts.join(' · ')}
          {job.mustHaves.of === 0
            ? ''
            : ` · ${t('matches.must-haves.count', { met: job.mustHaves.met, of: job.mustHaves.of })}`}
        </span>
        <dl className="grid grid-cols-5 gap-3">
          {PARTS.map((part) => {
            const one = job.parts[part];
            return (
              <div key={part} className="flex min-w-0 flex-col gap-0.5">
                <dt className="truncate text-xs text-ink-3">{t(PART_NAMES[part])}</dt>
                <dd className="flex flex-col gap-0.5">
                  <span className="tabular text-sm text-ink-2">
                    {one.likeness === null
                      ? t('matches.part.none')
                      : t('matches.part.of', { points: score(one.points), most: score(one.most) })}
                  </span>
                  <PartBar score={one} />
                </dd>
              </div>
            );
          })}
        </dl>
      </div>
    </li>
  );
}
