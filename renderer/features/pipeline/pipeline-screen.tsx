import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { SquareKanban } from 'lucide-react';
import { useApi } from '@/renderer/app/api';
import { useFailure } from '@/renderer/app/failure';
import { JobBoard } from '@/renderer/features/pipeline/board/board';
import { JobShortlist } from '@/renderer/features/pipeline/shortlist/shortlist';
import { useText } from '@/renderer/lib/text';
import { Select } from '@/renderer/ui/select';
import { EmptyState, ErrorState, Loading, Skeleton } from '@/renderer/ui/states';
import { Segments } from '@/renderer/ui/toggles';

const route = getRouteApi('/pipeline');

/** The board of a job, and a way to another one's. */
export function PipelineScreen() {
  const t = useText();
  const api = useApi();
  const failure = useFailure();
  const navigate = route.useNavigate();
  const search = route.useSearch();
  const jobs = useQuery(api.pipeline.jobs.queryOptions());
  if (jobs.isPending) {
    return (
      <Loading label={t('pipeline.loading')} className="p-5">
        <Skeleton className="h-8 w-80" />
      </Loading>
    );
  }
  if (jobs.isError) {
    const { message, details } = failure(jobs.error);
    return (
      <ErrorState
        className="flex-1"
        title={t('pipeline.failed')}
        details={details}
        onRetry={() => void jobs.refetch()}
      >
        {message}
      </ErrorState>
    );
  }
  const job = jobs.data.find(({ id }) => id === search.job) ?? jobs.data[0];
  if (job === undefined) {
    return (
      <EmptyState
        className="flex-1"
        icon={<SquareKanban size={28} />}
        title={t('pipeline.no-jobs')}
      >
        {t('pipeline.no-jobs-hint')}
      </EmptyState>
    );
  }
  const { view = 'board' } = search;
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <header className="flex shrink-0 items-center gap-4 border-b border-line px-5 py-3">
        <h1 className="text-lg font-semibold">{t('pipeline.title')}</h1>
        <Select
          label={t('pipeline.job')}
          hideLabel
          className="w-80"
          value={job.id}
          options={jobs.data.map(({ id, title, clientName, counts }) => ({
            value: id,
            label: t('pipeline.job-named', {
              title,
              client: clientName,
              count: Object.values(counts).reduce((sum, count) => sum + count, 0),
            }),
          }))}
          onChange={(id) => void navigate({ search: { ...search, job: id }, replace: true })}
        />
        <Segments
          label={t('pipeline.view')}
          hideLabel
          value={view}
          options={[
            { value: 'board', label: t('pipeline.board') },
            { value: 'shortlist', label: t('pipeline.shortlist') },
          ]}
          onChange={(next) => void navigate({ search: { ...search, view: next }, replace: true })}
        />
      </header>
      {view === 'board' ? (
        <JobBoard key={job.id} jobId={job.id} />
      ) : (
        <JobShortlist key={job.id} jobId={job.id} />
      )}
    </div>
  );
}
