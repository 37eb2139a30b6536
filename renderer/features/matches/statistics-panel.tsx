import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useApi } from '@/renderer/app/api';
import { useFailure } from '@/renderer/app/failure';
import { STATUS_NAMES, useAskedName, usePoints } from '@/renderer/app/match-words';
import type { Asked } from '@/renderer/features/matches/use-ranking';
import { useFormat } from '@/renderer/lib/format';
import { useText } from '@/renderer/lib/text';
import { Badge } from '@/renderer/ui/chips';
import { Drawer } from '@/renderer/ui/drawer';
import { EmptyState, ErrorState, Loading, Skeleton } from '@/renderer/ui/states';
import { CRITERION_STATUSES } from '@/shared/domain/matching/score-types';
import type { MatchStatistics, RankedPage } from '@/shared/domain/matching/views';

interface Props {
  readonly asked: Asked;
  readonly head: RankedPage;
  readonly onClose: () => void;
}

/** How many of those compared meet each thing the job asks for: what is rare, and what everybody has. */
export function StatisticsPanel({ asked, head, onClose }: Props) {
  const t = useText();
  const api = useApi();
  const failure = useFailure();
  const { jobId, text, applicants } = asked;
  const statistics = useQuery({
    ...api.matching.statistics.queryOptions({ input: { jobId, text, applicants } }),
    placeholderData: keepPreviousData,
  });
  return (
    <Drawer
      label={t('matches.statistics')}
      title={t('matches.statistics')}
      onClose={onClose}
      takesFocus
      className="w-110"
    >
      {/* Nothing in it takes the focus, and a pane that scrolls must be reachable by the keyboard. */}
      <div
        tabIndex={0}
        role="region"
        aria-label={t('matches.statistics.criteria')}
        className="flex flex-col gap-3 p-4 -outline-offset-2"
      >
        {statistics.isError ? (
          <ErrorState
            title={t('matches.statistics.failed')}
            details={failure(statistics.error).details}
            onRetry={() => void statistics.refetch()}
          >
            {failure(statistics.error).message}
          </ErrorState>
        ) : statistics.data === undefined ? (
          <Loading label={t('matches.loading')}>
            <Skeleton className="h-40" />
          </Loading>
        ) : (
          <>
            <Summary statistics={statistics.data} head={head} />
            {statistics.data.criteria.length === 0 ? (
              <EmptyState title={t('matches.empty.no-criteria')}>
                {t('matches.empty.no-criteria-hint')}
              </EmptyState>
            ) : (
              <CriteriaTable statistics={statistics.data} />
            )}
          </>
        )}
      </div>
    </Drawer>
  );
}

function Summary({
  statistics,
  head,
}: {
  readonly statistics: MatchStatistics;
  readonly head: RankedPage;
}) {
  const t = useText();
  const { number } = useFormat();
  const points = usePoints();
  const lines = [
    { name: t('matches.statistics.compared'), value: number(statistics.compared) },
    { name: t('matches.viewed'), value: number(statistics.viewed) },
    {
      name: t('matches.statistics.median'),
      value: head.median === null ? '–' : points(head.median),
    },
    ...(head.aboveThreshold === null || head.threshold === null
      ? []
      : [
          {
            name: t('matches.statistics.threshold', { threshold: head.threshold }),
            value: number(head.aboveThreshold),
          },
        ]),
  ];
  return (
    <dl className="grid grid-cols-2 gap-x-4 gap-y-1">
      {lines.map(({ name, value }) => (
        <div key={name} className="flex justify-between gap-2">
          <dt className="truncate text-ink-2">{name}</dt>
          <dd className="tabular">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The bars are drawn in the table of the same numbers. */
function CriteriaTable({ statistics }: { readonly statistics: MatchStatistics }) {
  const t = useText();
  const { number } = useFormat();
  const askedName = useAskedName();
  return (
    <table aria-label={t('matches.statistics.criteria')} className="w-full">
      <thead className="text-left text-sm text-ink-3">
        <tr>
          <th className="py-1 font-medium">{t('matches.statistics.asked')}</th>
          {CRITERION_STATUSES.map((status) => (
            <th key={status} className="py-1 pl-2 text-right font-medium">
              {t(STATUS_NAMES[status])}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {statistics.criteria.map((one) => (
          <tr key={one.key} className="border-t border-line">
            <th scope="row" className="w-full max-w-0 py-1.5 text-left font-normal">
              <span className="flex items-baseline gap-1.5">
                <span className="min-w-0 truncate" title={askedName(one)}>
                  {askedName(one)}
                </span>
                {one.mustHave ? <Badge>{t('matches.must-have')}</Badge> : null}
              </span>
              <span aria-hidden className="mt-1 flex h-1.5 overflow-hidden rounded-full bg-press">
                <Stretch share={one.met / Math.max(1, statistics.compared)} look="bg-accent" />
                <Stretch
                  share={one.partly / Math.max(1, statistics.compared)}
                  look="bg-accent/40"
                />
              </span>
            </th>
            {CRITERION_STATUSES.map((status) => (
              <td key={status} className="tabular py-1.5 pl-2 text-right align-top text-sm">
                {number(one[status])}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const Stretch = ({ share, look }: { readonly share: number; readonly look: string }) => (
  <span className={look} style={{ width: `${share * 100}%` }} />
);
