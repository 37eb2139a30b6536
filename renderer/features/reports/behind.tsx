import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useApi } from '@/renderer/app/api';
import { QueryFailed } from '@/renderer/app/query-failed';
import { STAGE_NAMES } from '@/renderer/app/stage-words';
import { figureName } from '@/renderer/features/reports/figure-name';
import { nextOffset } from '@/renderer/lib/paged';
import { useText } from '@/renderer/lib/text';
import { Drawer } from '@/renderer/ui/drawer';
import { MoreRows } from '@/renderer/ui/more-rows';
import { Loading, Skeleton } from '@/renderer/ui/states';
import { RelativeTime } from '@/renderer/ui/time';
import type { Figure, FigureRow, ReportFilters } from '@/shared/domain/reports/figures';

const AT_ONCE = 100;

interface Props {
  readonly filters: ReportFilters;
  readonly figure: Figure;
  readonly onClose: () => void;
}

/** The list that a figure counts: as many lines as the figure says. */
export function Behind({ filters, figure, onClose }: Props) {
  const t = useText();
  const api = useApi();
  const query = useInfiniteQuery(
    api.reports.behind.infiniteOptions({
      input: (offset: number) => ({ filters, figure, offset, limit: AT_ONCE }),
      initialPageParam: 0,
      getNextPageParam: nextOffset,
    }),
  );
  const total = query.data?.pages[0]?.total;
  return (
    <Drawer
      label={t('reports.behind')}
      title={
        total === undefined
          ? t('reports.behind')
          : t('reports.behind.count', { name: figureName(figure, t), count: total })
      }
      onClose={onClose}
      takesFocus
    >
      {query.isPending ? (
        <Loading label={t('reports.behind.loading')} className="flex flex-col gap-2 p-4">
          {[1, 2, 3, 4].map((row) => (
            <Skeleton key={row} className="h-10" />
          ))}
        </Loading>
      ) : query.isError ? (
        <QueryFailed title={t('reports.failed')} query={query} />
      ) : (
        <>
          <ul>
            {query.data.pages
              .flatMap(({ rows }) => rows)
              .map((row) => (
                <Line key={row.id} row={row} />
              ))}
          </ul>
          <MoreRows label={t('reports.behind.more')} query={query} />
        </>
      )}
    </Drawer>
  );
}

function Line({ row }: { readonly row: FigureRow }) {
  const t = useText();
  const { candidateId, candidateName, jobId, jobTitle, stage, at, days } = row;
  return (
    <li className="flex items-baseline gap-3 border-b border-line px-4 py-2">
      <span className="min-w-0 flex-1">
        {candidateId === null ? (
          <Link
            to="/jobs/$jobId"
            params={{ jobId: jobId ?? '' }}
            className="font-medium hover:underline"
          >
            {jobTitle}
          </Link>
        ) : (
          <Link
            to="/candidates/$id"
            params={{ id: candidateId }}
            className="font-medium hover:underline"
          >
            {candidateName === '' ? t('reports.no-name') : candidateName}
          </Link>
        )}
        <span className="block truncate text-sm text-ink-2">
          {[candidateId === null ? null : jobTitle, stage === null ? null : t(STAGE_NAMES[stage])]
            .filter((one) => one !== null)
            .join(' · ')}
        </span>
      </span>
      <span className="shrink-0 text-right text-sm text-ink-3">
        <RelativeTime value={at} />
        {days === null ? null : (
          <span className="tabular block">{t('reports.days', { days })}</span>
        )}
      </span>
    </li>
  );
}
