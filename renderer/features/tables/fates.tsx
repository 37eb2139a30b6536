import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useApi } from '@/renderer/app/api';
import { useFailure } from '@/renderer/app/failure';
import { useFieldName } from '@/renderer/features/tables/use-field-name';
import { PROBLEM_TEXTS, WHY_TEXTS } from '@/renderer/features/tables/words';
import { useFormat } from '@/renderer/lib/format';
import { type MessageId, useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { Badge, type Tone } from '@/renderer/ui/chips';
import { ErrorState, Loading, Skeleton } from '@/renderer/ui/states';
import { Tabs } from '@/renderer/ui/tabs';
import type { RowFate, TableCounts } from '@/shared/domain/tables/row-fate';

const TABS = ['all', 'create', 'update', 'skip', 'left-out'] as const;
type Tab = (typeof TABS)[number];

const TAB_NAMES: Readonly<Record<Tab, MessageId>> = {
  all: 'tables.fate.all',
  create: 'tables.fate.create',
  update: 'tables.fate.update',
  skip: 'tables.fate.skip',
  'left-out': 'tables.fate.left-out',
};
const TONES: Readonly<Record<RowFate['kind'], Tone>> = {
  create: 'good',
  update: 'accent',
  skip: 'warn',
};

interface Props {
  /** Of an opened table or of an import. */
  readonly id: string;
  readonly counts: TableCounts;
  readonly leftOut: number;
  /** Whether it has happened: then the new people are there to be looked at. */
  readonly isDone: boolean;
}

/** What becomes, or became, of every row, under a tab for each kind. */
export function Fates({ id, counts, leftOut, isDone }: Props) {
  const t = useText();
  const format = useFormat();
  const [tab, setTab] = useState<Tab>('all');
  const { created, updated, skipped } = counts;
  const countOf: Readonly<Record<Tab, number>> = {
    all: created + updated + skipped,
    create: created,
    update: updated,
    skip: skipped,
    'left-out': leftOut,
  };
  return (
    <Tabs
      className="flex-1"
      look="pills"
      label={t('tables.fates')}
      selected={tab}
      onSelect={setTab}
      tabs={TABS.map((each) => ({
        id: each,
        label: t(TAB_NAMES[each]),
        count: format.number(countOf[each]),
      }))}
    >
      <FateList key={tab} id={id} tab={tab} isDone={isDone} />
    </Tabs>
  );
}

function FateList({
  id,
  tab,
  isDone,
}: {
  readonly id: string;
  readonly tab: Tab;
  readonly isDone: boolean;
}) {
  const t = useText();
  const api = useApi();
  const failure = useFailure();
  const fates = useInfiniteQuery(
    api.tables.fates.infiniteOptions({
      input: (after: number) => ({ id, kind: tab === 'all' ? null : tab, after, limit: 50 }),
      initialPageParam: 0,
      getNextPageParam: ({ next }) => next ?? undefined,
    }),
  );
  if (fates.isError) {
    return (
      <ErrorState title={t('tables.failed')} onRetry={() => void fates.refetch()}>
        {failure(fates.error).message}
      </ErrorState>
    );
  }
  if (fates.data === undefined) {
    return (
      <Loading label={t('tables.fates.loading')} className="flex flex-col gap-2 p-5">
        <Skeleton className="h-10" />
        <Skeleton className="h-10" />
      </Loading>
    );
  }
  const rows = fates.data.pages.flatMap((page) => page.fates);
  if (rows.length === 0) return <p className="p-5 text-ink-3">{t('tables.fate.none')}</p>;
  return (
    <div
      // A scrolling region must be reachable by keyboard.
      tabIndex={0}
      role="region"
      aria-label={t('tables.fates')}
      className="min-h-0 flex-1 overflow-y-auto pb-6 -outline-offset-2"
    >
      <ul aria-label={t('tables.fates')}>
        {rows.map((fate) => (
          <FateRow key={fate.row} fate={fate} isDone={isDone} />
        ))}
      </ul>
      {fates.hasNextPage ? (
        <Button
          size="sm"
          className="mx-5 mt-3"
          isDisabled={fates.isFetchingNextPage}
          onPress={() => void fates.fetchNextPage()}
        >
          {t('tables.fate.more')}
        </Button>
      ) : null}
    </div>
  );
}

function FateRow({ fate, isDone }: { readonly fate: RowFate; readonly isDone: boolean }) {
  const t = useText();
  const format = useFormat();
  const fieldName = useFieldName();
  const name = fate.name || t('tables.unnamed');
  const taken = [...new Set(fate.taken.map(({ field }) => fieldName(field)))];
  return (
    <li className="grid grid-cols-[72px_96px_minmax(0,1fr)] items-start gap-3 border-b border-line px-5 py-2">
      <span className="tabular pt-px text-sm text-ink-3">
        {t('tables.fate.row', { row: fate.row })}
      </span>
      <span>
        <Badge tone={TONES[fate.kind]}>{t(TAB_NAMES[fate.kind])}</Badge>
      </span>
      <div className="min-w-0">
        <p className="break-words">
          {fate.candidateId === null || (fate.kind === 'create' && !isDone) ? (
            <span className="font-medium">{name}</span>
          ) : (
            <Link
              to="/candidates/$id"
              params={{ id: fate.candidateId }}
              className="font-medium text-accent-ink hover:underline"
            >
              {name}
            </Link>
          )}{' '}
          <span className="text-ink-2">
            {fate.message ?? t(WHY_TEXTS[fate.why], { row: fate.sameAs })}
          </span>
        </p>
        {fate.kind === 'update' && taken.length > 0 ? (
          <p className="text-sm text-ink-2">{t('tables.taken', { fields: format.list(taken) })}</p>
        ) : null}
        {fate.kept.length === 0 ? null : (
          <p className="text-sm break-words text-ink-2">
            {t('tables.kept', {
              fields: format.list(
                fate.kept.map(({ field, value, here }) =>
                  t('tables.kept.one', { field: fieldName(field), here, value }),
                ),
              ),
            })}
          </p>
        )}
        {fate.leftOut.map(({ column, value, problem }, index) => (
          // What is left out of a row does not change any more.
          <p key={index} className="text-sm break-words text-warn-ink">
            {`${column === '' ? '' : `${column}: `}“${value}” ${t(PROBLEM_TEXTS[problem])}`}
          </p>
        ))}
      </div>
    </li>
  );
}
