import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { ChartColumn, Scale } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Allowed } from '@/renderer/app/allowed';
import { useApi } from '@/renderer/app/api';
import { useFailure } from '@/renderer/app/failure';
import { useCan } from '@/renderer/app/session';
import { Behind } from '@/renderer/features/reports/behind';
import { FigureLink, OpenFigure, useOpenFigure } from '@/renderer/features/reports/figure';
import { PeriodSelect } from '@/renderer/features/reports/period-select';
import { edgesOf } from '@/renderer/features/reports/periods';
import { ReportTable } from '@/renderer/features/reports/report-table';
import type { Period } from '@/renderer/features/reports/reports-search';
import { SaveReport } from '@/renderer/features/reports/save-report';
import { days, type Section, sectionsOf } from '@/renderer/features/reports/sections';
import { Trend } from '@/renderer/features/reports/trend';
import { SOURCE_NAMES } from '@/renderer/features/candidates';
import { useDay } from '@/renderer/lib/format';
import { useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { Select } from '@/renderer/ui/select';
import { EmptyState, ErrorState, Loading, Skeleton } from '@/renderer/ui/states';
import { CANDIDATE_SOURCES, type CandidateSource } from '@/shared/domain/candidates/records';
import type { Report, ReportFilters } from '@/shared/domain/reports/figures';

const route = getRouteApi('/reports');
/** Jobs to choose from, those with the newest changes. */
const MOST_JOBS = 300;

/** What became of the people put on jobs: every number opens the list it counts. */
export function ReportsScreen() {
  const t = useText();
  const api = useApi();
  const failure = useFailure();
  const navigate = route.useNavigate();
  const goTo = useNavigate();
  const can = useCan();
  const { period = '90-days', job, client, source, figure } = route.useSearch();
  const day = useDay();
  // Edges that moved with every drawing would be another report each time.
  const edges = useMemo(() => [...edgesOf(period, new Date(`${day}T12:00:00`))], [period, day]);
  const filters: ReportFilters = {
    edges,
    jobId: job ?? null,
    clientId: client ?? null,
    byId: null,
    source: source ?? null,
  };
  const jobs = useQuery(
    api.jobs.list.queryOptions({
      input: { sort: { by: 'updatedAt', direction: 'desc' }, limit: MOST_JOBS },
    }),
  );
  const query = useQuery(api.reports.report.queryOptions({ input: filters }));
  const open = useOpenFigure();
  const narrow = (next: {
    readonly period?: Period;
    readonly source?: CandidateSource | undefined;
    readonly job?: string | undefined;
  }): void => {
    // A list of another report is closed with it.
    void navigate({ search: (search) => ({ ...search, ...next, figure: undefined }) });
  };
  const isNarrowed = job !== undefined || client !== undefined || source !== undefined;
  return (
    <div className="flex min-h-0 flex-1">
      <div className="flex min-w-0 flex-1 flex-col">
        <header className="flex shrink-0 flex-wrap items-center gap-3 border-b border-line px-5 py-3">
          <h1 className="flex-1 text-lg font-semibold">{t('reports.title')}</h1>
          {isNarrowed ? (
            <Button
              variant="ghost"
              onPress={() => void navigate({ search: { period, figure: undefined } })}
            >
              {t('reports.show-all')}
            </Button>
          ) : null}
          {can('adverse-impact.read') ? (
            <Button
              variant="ghost"
              icon={<Scale size={14} aria-hidden />}
              onPress={() => void goTo({ to: '/adverse-impact' })}
            >
              {t('impact.title')}
            </Button>
          ) : null}
          <Select
            label={t('reports.job')}
            hideLabel
            className="w-52"
            value={job ?? 'all'}
            options={[
              { value: 'all', label: t('reports.every-job') },
              ...(jobs.data?.rows ?? []).map(({ id, title, clientName }) => ({
                value: id,
                label: `${title} · ${clientName}`,
              })),
            ]}
            onChange={(value) => narrow({ job: value === 'all' ? undefined : value })}
          />
          <Select<CandidateSource | 'all'>
            label={t('reports.column.source')}
            hideLabel
            className="w-40"
            value={source ?? 'all'}
            options={[
              { value: 'all', label: t('reports.every-source') },
              ...CANDIDATE_SOURCES.map((value) => ({ value, label: t(SOURCE_NAMES[value]) })),
            ]}
            onChange={(value) => narrow({ source: value === 'all' ? undefined : value })}
          />
          <PeriodSelect value={period} onChange={(value) => narrow({ period: value })} />
        </header>
        {query.isPending ? (
          <Loading label={t('reports.loading')} className="flex flex-col gap-4 p-5">
            {[1, 2, 3].map((row) => (
              <Skeleton key={row} className="h-40" />
            ))}
          </Loading>
        ) : query.isError ? (
          <ErrorState
            className="flex-1"
            title={t('reports.failed')}
            details={failure(query.error).details}
            onRetry={() => void query.refetch()}
          >
            {failure(query.error).message}
          </ErrorState>
        ) : isEmpty(query.data) ? (
          <EmptyState
            className="flex-1"
            icon={<ChartColumn size={28} />}
            title={t('reports.empty')}
          >
            {t('reports.empty-hint')}
          </EmptyState>
        ) : (
          <OpenFigure value={figure === undefined ? '' : JSON.stringify(figure)}>
            <Figures report={query.data} filters={filters} period={period} />
          </OpenFigure>
        )}
      </div>
      {figure === undefined ? null : (
        <Behind filters={filters} figure={figure} onClose={() => open(undefined)} />
      )}
    </div>
  );
}

const isEmpty = (report: Report): boolean =>
  (report.funnel[0]?.reached ?? 0) === 0 &&
  report.work.length === 0 &&
  report.timeToFill.count === 0 &&
  report.inStage.every(({ staying }) => staying.count === 0);

interface FiguresProps {
  readonly report: Report;
  readonly filters: ReportFilters;
  readonly period: Period;
}

function Figures({ report, filters, period }: FiguresProps) {
  const t = useText();
  const sections = sectionsOf(report, filters, t, (source) => t(SOURCE_NAMES[source]));
  const [drawing, setDrawing] = useState<SVGSVGElement | null>(null);
  return (
    <div className="min-h-0 flex-1 overflow-auto px-5 py-4">
      <div className="flex max-w-280 flex-col gap-8">
        <div className="flex flex-wrap items-start gap-3">
          <Tile
            title={t('reports.time-to-hire')}
            value={days(report.timeToHire.median, t)}
            note={
              report.timeToHire.count === 0
                ? null
                : t('reports.tile.note', { days: days(report.timeToHire.ninth, t) })
            }
          >
            <FigureLink
              figure={{ kind: 'hired' }}
              count={report.timeToHire.count}
              label={t('reports.name.hired')}
            />{' '}
            {t('reports.hired.count', { count: report.timeToHire.count })}
          </Tile>
          <Tile
            title={t('reports.time-to-fill')}
            value={days(report.timeToFill.median, t)}
            note={
              report.timeToFill.count === 0
                ? null
                : t('reports.tile.note', { days: days(report.timeToFill.ninth, t) })
            }
          >
            <FigureLink
              figure={{ kind: 'filled' }}
              count={report.timeToFill.count}
              label={t('reports.name.filled')}
            />{' '}
            {t('reports.filled.count', { count: report.timeToFill.count })}
          </Tile>
          <div className="flex-1" />
          <Allowed to="export.run">
            <SaveReport sections={sections} drawing={drawing} />
          </Allowed>
        </div>
        <div className="grid grid-cols-1 gap-x-10 gap-y-8 xl:grid-cols-2">
          {sections.map((section) => (
            <SectionView key={section.id} section={section} />
          ))}
        </div>
        <Trend report={report} filters={filters} period={period} onDrawn={setDrawing} />
      </div>
    </div>
  );
}

function SectionView({ section }: { readonly section: Section }) {
  const { id, title, hint, columns, rows, bars } = section;
  const isWide = columns.length > 6;
  return (
    <section
      aria-labelledby={`report-${id}`}
      className={isWide ? 'overflow-x-auto pr-1 xl:col-span-2' : undefined}
    >
      <h2 id={`report-${id}`} className="font-semibold">
        {title}
      </h2>
      <p className="pb-2 text-sm text-ink-2">{hint}</p>
      <ReportTable
        caption={title}
        columns={columns}
        {...(bars && { bars })}
        rows={rows.map(({ key, head, cells }) => ({
          key,
          cells: [
            head,
            ...cells.map((cell, at) =>
              typeof cell === 'string' ? (
                cell
              ) : (
                // A row's cells are told apart by their place.
                <FigureLink key={columns[at + 1]} {...cell} />
              ),
            ),
          ],
        }))}
      />
    </section>
  );
}

interface TileProps {
  readonly title: string;
  readonly value: string;
  /** What else is known of it, if anything is. */
  readonly note: string | null;
  readonly children: React.ReactNode;
}

function Tile({ title, value, note, children }: TileProps) {
  return (
    <section className="min-w-52 rounded-lg border border-line bg-raised px-4 py-3">
      <h2 className="text-sm font-medium text-ink-2">{title}</h2>
      <p className="tabular text-xl font-semibold">{value}</p>
      {note === null ? null : <p className="text-sm text-ink-2">{note}</p>}
      <p className="text-sm text-ink-2">{children}</p>
    </section>
  );
}
