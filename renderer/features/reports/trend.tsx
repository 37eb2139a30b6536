import { useState } from 'react';
import { useIntl } from 'react-intl';
import { FigureLink, useOpenFigure } from '@/renderer/features/reports/figure';
import { spanOfPeriod } from '@/renderer/features/reports/periods';
import { ReportTable } from '@/renderer/features/reports/report-table';
import type { Period } from '@/renderer/features/reports/reports-search';
import { WORK_NAMES } from '@/renderer/features/reports/sections';
import { TrendChart } from '@/renderer/features/reports/trend-chart';
import { useText } from '@/renderer/lib/text';
import { Fold } from '@/renderer/ui/fold';
import { Select } from '@/renderer/ui/select';
import {
  type Figure,
  type Report,
  type ReportFilters,
  WORK_KINDS,
  type WorkKind,
} from '@/shared/domain/reports/figures';

interface Props {
  readonly report: Report;
  readonly filters: ReportFilters;
  readonly period: Period;
  /** The drawing, for whoever saves it. */
  readonly onDrawn: (drawing: SVGSVGElement | null) => void;
}

/** How much of one thing was done in each day, week or month, as a picture and as its table. */
export function Trend({ report, filters, period, onDrawn }: Props) {
  const t = useText();
  const intl = useIntl();
  const open = useOpenFigure();
  const [work, setWork] = useState<WorkKind>('added');
  const [isFolded, setIsFolded] = useState(true);
  const nameOf = (edge: string): string =>
    spanOfPeriod(period) === 'month'
      ? intl.formatDate(edge, { month: 'short', year: '2-digit' })
      : intl.formatDate(edge, { day: 'numeric', month: 'short' });
  const bars = report.trend.map((counts, at) => ({
    name: nameOf(filters.edges[at] ?? ''),
    count: counts[work],
    figure: {
      kind: 'work',
      work,
      userId: null,
      from: filters.edges[at] ?? '',
      before: filters.edges[at + 1] ?? '',
    } satisfies Figure,
  }));
  return (
    <section aria-labelledby="report-trend">
      <div className="flex items-end gap-3 pb-2">
        <div className="flex-1">
          <h2 id="report-trend" className="font-semibold">
            {t('reports.trend')}
          </h2>
          <p className="text-sm text-ink-2">{t('reports.trend.hint')}</p>
        </div>
        <Select<WorkKind>
          label={t('reports.trend.of')}
          hideLabel
          className="w-52"
          value={work}
          options={WORK_KINDS.map((value) => ({ value, label: t(WORK_NAMES[value]) }))}
          onChange={setWork}
        />
      </div>
      <div className="@container">
        <TrendChart
          ref={onDrawn}
          label={t('reports.trend.label', { what: t(WORK_NAMES[work]) })}
          bars={bars}
          onOpen={(at) => {
            const bar = bars[at];
            if (bar !== undefined && bar.count > 0) open(bar.figure);
          }}
        />
      </div>
      <Fold
        title={t('reports.trend.table')}
        isOpen={!isFolded}
        onToggle={() => setIsFolded(!isFolded)}
      >
        <ReportTable
          caption={t('reports.trend.label', { what: t(WORK_NAMES[work]) })}
          columns={[t('reports.column.from'), t(WORK_NAMES[work])]}
          rows={bars.map(({ name, count, figure }) => ({
            key: figure.from,
            cells: [name, <FigureLink key="count" figure={figure} count={count} label={name} />],
          }))}
        />
      </Fold>
    </section>
  );
}
