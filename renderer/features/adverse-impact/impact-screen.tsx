import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Scale } from 'lucide-react';
import { useMemo } from 'react';
import { useApi } from '@/renderer/app/api';
import { useFailure } from '@/renderer/app/failure';
import { useCan } from '@/renderer/app/session';
import { STAGE_NAMES } from '@/renderer/app/stage-words';
import { AnswersMenu, useAnswers } from '@/renderer/features/adverse-impact/answers-menu';
import { JobsChoice } from '@/renderer/features/adverse-impact/jobs-choice';
import { RatesTable } from '@/renderer/features/adverse-impact/rates-table';
import { SaveWorkbook } from '@/renderer/features/adverse-impact/save-workbook';
import { QUESTION_NAMES } from '@/renderer/features/adverse-impact/words';
import { edgesOf, type Period, PeriodSelect } from '@/renderer/features/reports';
import { useDay, useFormat } from '@/renderer/lib/format';
import { useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { Select } from '@/renderer/ui/select';
import { EmptyState, ErrorState, Loading, Skeleton } from '@/renderer/ui/states';
import {
  IMPACT_STAGES,
  type ImpactReport,
  type ImpactRequest,
  type ImpactStage,
  type RateTable,
} from '@/shared/domain/adverse-impact/views';

const route = getRouteApi('/adverse-impact');

/** How groups fared that people said they are of. It supports an audit and is none, and it says so. */
export function AdverseImpactScreen() {
  const t = useText();
  const api = useApi();
  const failure = useFailure();
  const can = useCan();
  const navigate = route.useNavigate();
  const { period = '12-months', jobs, stage = 'selected' } = route.useSearch();
  const day = useDay();
  const request = useMemo((): ImpactRequest => {
    const edges = edgesOf(period, new Date(`${day}T12:00:00`));
    return { from: edges[0] ?? '', before: edges.at(-1) ?? '', jobIds: jobs ?? [], stage };
  }, [period, day, jobs, stage]);
  const query = useQuery(api.adverseImpact.report.queryOptions({ input: request }));
  const answers = useAnswers(request);
  const narrow = (next: {
    readonly period?: Period;
    readonly stage?: ImpactStage;
    readonly jobs?: string[] | undefined;
  }): void => {
    void navigate({ search: (search) => ({ ...search, ...next }), replace: true });
  };
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <header className="flex shrink-0 flex-wrap items-center gap-3 border-b border-line px-5 py-3">
        <h1 className="flex-1 text-lg font-semibold whitespace-nowrap">{t('impact.title')}</h1>
        {can('job.read') ? (
          <JobsChoice
            chosen={jobs ?? []}
            onChange={(next) => narrow({ jobs: next.length === 0 ? undefined : [...next] })}
          />
        ) : null}
        <PeriodSelect value={period} onChange={(value) => narrow({ period: value })} />
        <Select<ImpactStage>
          label={t('impact.stage')}
          hideLabel
          className="w-52"
          value={stage}
          options={IMPACT_STAGES.map((value) => ({
            value,
            label:
              value === 'selected'
                ? t(STAGE_NAMES[value])
                : t('impact.stage.from', { stage: t(STAGE_NAMES[value]) }),
          }))}
          onChange={(value) => narrow({ stage: value })}
        />
        <AnswersMenu answers={answers} />
        <SaveWorkbook request={request} />
      </header>
      <p className="shrink-0 border-b border-line bg-sunken px-5 py-2 text-sm text-ink-2">
        {t('impact.what-it-is')}
      </p>
      {query.isPending ? (
        <Loading label={t('impact.loading')} className="flex flex-col gap-4 p-5">
          {[1, 2, 3].map((row) => (
            <Skeleton key={row} className="h-40" />
          ))}
        </Loading>
      ) : query.isError ? (
        <ErrorState
          className="flex-1"
          title={t('impact.failed')}
          details={failure(query.error).details}
          onRetry={() => void query.refetch()}
        >
          {failure(query.error).message}
        </ErrorState>
      ) : query.data.applications === 0 ? (
        <EmptyState className="flex-1" icon={<Scale size={28} />} title={t('reports.empty')}>
          {t('impact.empty-hint')}
        </EmptyState>
      ) : query.data.answered === 0 ? (
        <EmptyState
          className="flex-1"
          icon={<Scale size={28} />}
          title={t('impact.nobody', { count: query.data.applications })}
          action={
            <>
              {answers.maySaveCodes ? (
                <Button onPress={answers.saveCodes}>{t('impact.save-codes')}</Button>
              ) : null}
              <Button variant="primary" onPress={answers.choose}>
                {t('impact.bring')}
              </Button>
            </>
          }
        >
          {t('impact.nobody-hint')}
        </EmptyState>
      ) : (
        <Figures report={query.data} />
      )}
      {answers.dialogs}
    </div>
  );
}

function Figures({ report }: { readonly report: ImpactReport }) {
  const t = useText();
  const format = useFormat();
  const facts: readonly (readonly [string, string])[] = [
    [t('impact.fact.applications'), format.number(report.applications)],
    [t('impact.fact.answered'), format.number(report.answered)],
    [t('impact.fact.selected'), format.number(report.selected)],
    [t('impact.fact.scored'), format.number(report.scored)],
    [
      t('impact.fact.median'),
      report.medianScore === null ? t('impact.none') : format.decimal(report.medianScore, 1),
    ],
  ];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and a keyboard has no other way to do that
    <div
      className="min-h-0 flex-1 overflow-auto px-5 py-4"
      tabIndex={0}
      role="region"
      aria-label={t('impact.title')}
    >
      <div className="flex max-w-280 flex-col gap-8">
        <dl className="flex flex-wrap gap-x-8 gap-y-2">
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt className="text-sm text-ink-2">{name}</dt>
              <dd className="tabular text-lg font-semibold">{value}</dd>
            </div>
          ))}
        </dl>
        {report.tables.map((table) => (
          <TableOf key={table.questions.join(' ')} table={table} />
        ))}
        <p className="text-sm text-ink-2">{t('impact.how-to-read')}</p>
      </div>
    </div>
  );
}

function TableOf({ table }: { readonly table: RateTable }) {
  const t = useText();
  const { questions, groups, rest, isSelectionWithheld, isScoringWithheld } = table;
  const id = `impact-${questions.join('-')}`;
  const title = questions.map((question) => t(QUESTION_NAMES[question])).join(' × ');
  const hasScores = groups.some(({ scoring }) => (scoring.of ?? 0) > 0);
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="font-semibold">
        {title}
      </h2>
      <p className="pb-2 text-sm text-ink-2">
        {t(rest.holdsWithheld ? 'impact.rest.withheld' : 'impact.rest', { count: rest.people })}
      </p>
      {groups.length === 0 ? null : (
        <div className="grid grid-cols-1 items-start gap-x-10 gap-y-4 xl:grid-cols-2">
          <div>
            <RatesTable
              caption={t('impact.selection', { question: title })}
              of={t('impact.column.applicants')}
              yes={t('impact.column.selected')}
              groups={groups}
              kind="selection"
            />
            {isSelectionWithheld ? <Note>{t('impact.too-few.selection')}</Note> : null}
          </div>
          {hasScores ? (
            <div>
              <RatesTable
                caption={t('impact.scoring', { question: title })}
                of={t('impact.column.scored')}
                yes={t('impact.column.above')}
                groups={groups}
                kind="scoring"
              />
              {isScoringWithheld ? <Note>{t('impact.too-few.scoring')}</Note> : null}
            </div>
          ) : null}
        </div>
      )}
    </section>
  );
}

const Note = ({ children }: { readonly children: string }) => (
  <p className="pt-1 text-sm text-ink-2">{children}</p>
);
