import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { BriefcaseBusiness, Plus } from 'lucide-react';
import { useState } from 'react';
import { useApi } from '@/renderer/app/api';
import { useFailure } from '@/renderer/app/failure';
import { usePoints } from '@/renderer/app/match-words';
import { STAGE_NAMES } from '@/renderer/app/stage-words';
import { ApplicationDetail } from '@/renderer/features/pipeline/application/application-detail';
import { cx } from '@/renderer/lib/cx';
import { useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { Badge } from '@/renderer/ui/chips';
import { EmptyState, ErrorState, Loading, Skeleton } from '@/renderer/ui/states';
import { RelativeTime } from '@/renderer/ui/time';
import { isOpenStage } from '@/shared/domain/pipeline/stage-moves';
import type { ApplicationView } from '@/shared/domain/pipeline/views';
import type { Id } from '@/shared/kit/ids';

export interface Props {
  readonly candidateId: Id;
  /** Offers to put the candidate on a job; nothing where that would be refused. */
  readonly onPut?: () => void;
}

/** The jobs a candidate is on, where they stand on each and what became of it. */
export function ApplicationsTab({ candidateId, onPut }: Props) {
  const t = useText();
  const api = useApi();
  const failure = useFailure();
  const { data, error, refetch } = useQuery(
    api.pipeline.ofCandidate.queryOptions({ input: { candidateId } }),
  );
  const put = onPut && (
    <Button icon={<Plus size={14} aria-hidden />} onPress={onPut}>
      {t('pipeline.put')}
    </Button>
  );
  if (error !== null) {
    const { message, details } = failure(error);
    return (
      <ErrorState title={t('pipeline.failed')} details={details} onRetry={() => void refetch()}>
        {message}
      </ErrorState>
    );
  }
  if (data === undefined) {
    return (
      <Loading label={t('pipeline.loading')} className="flex flex-col gap-3 p-5">
        <Skeleton className="h-16" />
        <Skeleton className="h-16" />
      </Loading>
    );
  }
  if (data.length === 0) {
    return (
      <EmptyState
        icon={<BriefcaseBusiness size={28} />}
        title={t('pipeline.no-applications')}
        {...(put && { action: put })}
      >
        {put ? t('pipeline.no-applications-hint') : null}
      </EmptyState>
    );
  }
  return (
    <div className="flex flex-col gap-3 p-4">
      {put === undefined ? null : <div className="flex justify-end">{put}</div>}
      {data.map((view) => (
        <OneApplication key={view.application.id} view={view} isAlone={data.length === 1} />
      ))}
    </div>
  );
}

interface OneProps {
  readonly view: ApplicationView;
  /** The only one stands open. */
  readonly isAlone: boolean;
}

function OneApplication({ view, isAlone }: OneProps) {
  const t = useText();
  const points = usePoints();
  const [isOpen, setOpen] = useState(isAlone);
  const { stage, stageSince, jobId } = view.application;
  return (
    <article className="rounded-lg border border-line">
      <header className="flex items-center gap-3 px-3 py-2.5">
        <div className="min-w-0 flex-1">
          <Link
            to="/pipeline"
            search={{ job: jobId }}
            className="block truncate font-medium hover:underline"
          >
            {view.jobTitle}
          </Link>
          <p className="truncate text-sm text-ink-2">{view.clientName}</p>
        </div>
        {view.score === null ? null : (
          <span className="tabular shrink-0 text-sm text-ink-2">
            {t('pipeline.score', { score: points(Math.round(view.score * 100)) })}
          </span>
        )}
        <Badge tone={stage === 'selected' ? 'good' : isOpenStage(stage) ? 'accent' : 'neutral'}>
          {t(STAGE_NAMES[stage])}
        </Badge>
        <RelativeTime value={stageSince} className="shrink-0 text-sm text-ink-3" />
        <Button size="sm" variant="ghost" aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
          {t(isOpen ? 'pipeline.less' : 'pipeline.more')}
          <span className="sr-only">{view.jobTitle}</span>
        </Button>
      </header>
      <div className={cx('border-t border-line p-3', !isOpen && 'hidden')}>
        {isOpen ? <ApplicationDetail view={view} /> : null}
      </div>
    </article>
  );
}
