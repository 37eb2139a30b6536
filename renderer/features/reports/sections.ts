import {
  REJECT_REASON_NAMES,
  STAGE_NAMES,
  WITHDRAW_REASON_NAMES,
} from '@/renderer/app/stage-words';
import { sharesOf } from '@/renderer/features/reports/report-table';
import type { MessageId, Translate } from '@/renderer/lib/text';
import type { CandidateSource } from '@/shared/domain/candidates/records';
import { OPEN_STAGES, type OpenStage } from '@/shared/domain/pipeline/board';
import {
  type Days,
  type Figure,
  type Report,
  type ReportFilters,
  WORK_KINDS,
  type WorkKind,
} from '@/shared/domain/reports/figures';

/** A number with the list it opens, or words. */
export type Cell =
  | { readonly count: number; readonly figure: Figure; readonly label: string }
  | string;

export interface Section {
  readonly id: string;
  readonly title: string;
  /** How to read it. */
  readonly hint: string;
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly key: string;
    readonly head: string;
    readonly cells: readonly Cell[];
  }[];
  readonly bars?: readonly number[];
}

/** The tables of a report in their order, as they stand on screen and in a file. */
export function sectionsOf(
  report: Report,
  filters: ReportFilters,
  t: Translate,
  sourceName: (source: CandidateSource) => string,
): readonly Section[] {
  return [
    funnel(report, t),
    standing(report, t),
    inStage(report, t),
    ...reasons(report, t),
    sources(report, t, sourceName),
    work(report, filters, t),
  ].filter(({ rows }) => rows.length > 0);
}

function funnel({ funnel: steps }: Report, t: Translate): Section {
  const first = steps[0]?.reached ?? 0;
  return {
    id: 'funnel',
    title: t('reports.funnel'),
    hint: t('reports.funnel.hint'),
    columns: [
      t('reports.column.stage'),
      t('reports.column.came-so-far'),
      t('reports.column.of-all'),
      t('reports.column.passed'),
    ],
    bars: sharesOf(steps.map(({ reached }) => reached)),
    rows: steps.map(({ stage, reached }, at) => {
      const head = t(STAGE_NAMES[stage]);
      const next = steps[at + 1]?.reached;
      return {
        key: stage,
        head,
        cells: [
          { count: reached, figure: { kind: 'reached', stage }, label: head },
          share(reached, first, t),
          next === undefined ? '' : share(next, reached, t),
        ],
      };
    }),
  };
}

function standing({ standing: stages }: Report, t: Translate): Section {
  return {
    id: 'standing',
    title: t('reports.standing'),
    hint: t('reports.standing.hint'),
    columns: [t('reports.column.stage'), t('reports.column.applications')],
    bars: sharesOf(stages.map(({ count }) => count)),
    rows: stages.map(({ stage, count }) => {
      const head = t(STAGE_NAMES[stage]);
      return {
        key: stage,
        head,
        cells: [{ count, figure: { kind: 'standing', stage }, label: head }],
      };
    }),
  };
}

function inStage({ inStage: stages }: Report, t: Translate): Section {
  return {
    id: 'in-stage',
    title: t('reports.in-stage'),
    hint: t('reports.in-stage.hint'),
    columns: [
      t('reports.column.stage'),
      t('reports.column.left'),
      t('reports.column.median'),
      t('reports.column.ninth'),
      t('reports.column.there-now'),
      t('reports.column.median-so-far'),
    ],
    rows: stages.map(({ stage, left, staying }) => {
      const head = t(STAGE_NAMES[stage]);
      return {
        key: stage,
        head,
        cells: [
          { count: left.count, figure: { kind: 'left', stage }, label: head },
          days(left.median, t),
          days(left.ninth, t),
          { count: staying.count, figure: { kind: 'staying', stage }, label: head },
          days(staying.median, t),
        ],
      };
    }),
  };
}

function reasons(report: Report, t: Translate): readonly Section[] {
  const rejected = report.rejected.toSorted((a, b) => b.count - a.count);
  const withdrawn = report.withdrawn.toSorted((a, b) => b.count - a.count);
  const columns = [t('reports.column.reason'), t('reports.column.applications')];
  return [
    {
      id: 'rejected',
      title: t('reports.rejected'),
      hint: t('reports.rejected.hint'),
      columns,
      bars: sharesOf(rejected.map(({ count }) => count)),
      rows: rejected.map(({ reason, count }) => {
        const head = t(REJECT_REASON_NAMES[reason]);
        const figure: Figure = { kind: 'rejected', reason };
        return { key: reason, head, cells: [{ count, figure, label: head }] };
      }),
    },
    {
      id: 'withdrawn',
      title: t('reports.withdrawn'),
      hint: t('reports.withdrawn.hint'),
      columns,
      bars: sharesOf(withdrawn.map(({ count }) => count)),
      rows: withdrawn.map(({ reason, count }) => {
        const head = t(WITHDRAW_REASON_NAMES[reason]);
        const figure: Figure = { kind: 'withdrawn', reason };
        return { key: reason, head, cells: [{ count, figure, label: head }] };
      }),
    },
  ];
}

/** The stages that tell whether a source is worth its while. */
const TOLD: readonly OpenStage[] = ['new', 'shortlisted', 'selected'];

function sources(
  { sources: list }: Report,
  t: Translate,
  sourceName: (source: CandidateSource) => string,
): Section {
  const at = (stage: OpenStage): number => OPEN_STAGES.indexOf(stage);
  return {
    id: 'sources',
    title: t('reports.sources'),
    hint: t('reports.sources.hint'),
    columns: [
      t('reports.column.source'),
      t('reports.column.applications'),
      t(STAGE_NAMES.shortlisted),
      t(STAGE_NAMES.selected),
      t('reports.column.hired-of'),
    ],
    bars: sharesOf(list.map(({ reached }) => reached[0] ?? 0)),
    rows: list.map(({ source, reached }) => ({
      key: source,
      head: sourceName(source),
      cells: [
        ...TOLD.map(
          (stage): Cell => ({
            count: reached[at(stage)] ?? 0,
            figure: { kind: 'source', source, reached: stage },
            label: `${sourceName(source)}, ${t(STAGE_NAMES[stage])}`,
          }),
        ),
        share(reached[at('selected')] ?? 0, reached[0] ?? 0, t),
      ],
    })),
  };
}

function work(report: Report, { edges }: ReportFilters, t: Translate): Section {
  const [from = '', before = ''] = [edges[0], edges.at(-1)];
  return {
    id: 'work',
    title: t('reports.work'),
    hint: t('reports.work.hint'),
    columns: [t('reports.column.person'), ...WORK_KINDS.map((kind) => t(WORK_NAMES[kind]))],
    rows: report.work.map(({ userId, name, counts }) => ({
      key: userId,
      head: name,
      cells: WORK_KINDS.map((kind) => ({
        count: counts[kind],
        figure: { kind: 'work', work: kind, userId, from, before },
        label: `${name}, ${t(WORK_NAMES[kind])}`,
      })),
    })),
  };
}

export const WORK_NAMES: Readonly<Record<WorkKind, MessageId>> = {
  added: 'reports.work.added',
  forward: 'reports.work.forward',
  submitted: 'reports.work.submitted',
  rejected: 'reports.work.rejected',
  withdrawn: 'reports.work.withdrawn',
  hired: 'reports.work.hired',
  notes: 'reports.work.notes',
  cvs: 'reports.work.cvs',
};

const share = (part: number, whole: number, t: Translate): string =>
  whole === 0 ? t('reports.none') : t('reports.share', { share: part / whole });

export const days = (value: Days['median'], t: Translate): string =>
  value === null ? t('reports.none') : t('reports.days', { days: value });
