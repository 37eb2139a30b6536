import { ArrowDownUp, ChevronDown, Columns3 } from 'lucide-react';
import {
  JOB_COLUMNS,
  type JobColumn,
  type JobsSearch,
  isNarrowed,
  USUAL_COLUMNS,
} from '@/renderer/features/jobs/jobs-search';
import { PRIORITY_NAMES, STATUS_NAMES } from '@/renderer/features/jobs/words';
import { useFormat } from '@/renderer/lib/format';
import { type MessageId, useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { Chips } from '@/renderer/ui/chips';
import { Menu } from '@/renderer/ui/menu';
import { Popover } from '@/renderer/ui/popover';
import { ValueList } from '@/renderer/ui/value-list';
import { JOB_PRIORITIES, JOB_STATUSES } from '@/shared/domain/jobs/records';
import { JOB_SORT_KEYS, type JobSortKey, type JobsPage } from '@/shared/domain/jobs/views';

type Dimension = keyof JobsPage['facets'];
const DIMENSIONS: Readonly<Record<Dimension, MessageId>> = {
  status: 'jobs.field.status',
  priority: 'jobs.field.priority',
  client: 'jobs.field.client',
  recruiter: 'jobs.filter.recruiter',
};

interface Props {
  readonly search: JobsSearch;
  readonly onChange: (search: JobsSearch) => void;
}

/** What the list is narrowed to: a button with its values for each of four, and a chip for each value that is chosen. */
export function Filters({
  search,
  facets,
  total,
  onChange,
}: Props & { readonly facets: JobsPage['facets']; readonly total: number }) {
  const t = useText();
  const format = useFormat();
  const nameOf = useValueName(facets);
  const chosen = (dimension: Dimension): readonly string[] => search[dimension] ?? [];
  const toggle = (dimension: Dimension, value: string): void => {
    const before = chosen(dimension);
    const next = before.includes(value)
      ? before.filter((one) => one !== value)
      : [...before, value];
    onChange(narrowed(search, dimension, next));
  };
  const chips = (Object.keys(DIMENSIONS) as Dimension[]).flatMap((dimension) =>
    chosen(dimension).map((value) => ({
      id: `${dimension}:${value}`,
      label: `${t(DIMENSIONS[dimension])}: ${nameOf(dimension, value)}`,
    })),
  );
  return (
    <div className="flex shrink-0 flex-wrap items-center gap-x-2 gap-y-1 border-b border-line px-5 py-1.5">
      {(Object.keys(DIMENSIONS) as Dimension[]).map((dimension) => (
        <Popover
          key={dimension}
          label={t(DIMENSIONS[dimension])}
          className="w-64 p-1.5"
          trigger={
            <Button size="sm" variant="ghost" icon={<ChevronDown size={12} aria-hidden />}>
              {t(DIMENSIONS[dimension])}
            </Button>
          }
        >
          <div className="max-h-80 overflow-auto">
            {facets[dimension].length === 0 ? (
              <p className="px-2 py-3 text-ink-2">{t('jobs.filter.none')}</p>
            ) : (
              <ValueList
                label={t(DIMENSIONS[dimension])}
                values={facets[dimension].map(({ value, count }) => ({
                  value,
                  label: nameOf(dimension, value),
                  note: format.number(count),
                  isChosen: chosen(dimension).includes(value),
                }))}
                onToggle={(value) => toggle(dimension, value)}
              />
            )}
          </div>
        </Popover>
      ))}
      {chips.length === 0 ? null : (
        <Chips
          label={t('jobs.filter.chosen')}
          chips={chips}
          onRemove={(id) => {
            const [dimension, value] = splitOnce(id);
            if (isDimension(dimension)) toggle(dimension, value);
          }}
        />
      )}
      {isNarrowed(search) ? (
        <Button
          size="sm"
          variant="ghost"
          onPress={() => onChange({ by: search.by, dir: search.dir, columns: search.columns })}
        >
          {t('jobs.filter.clear')}
        </Button>
      ) : null}
      <span className="tabular ml-auto text-sm text-ink-3" aria-live="polite">
        {t('jobs.count', { count: total })}
      </span>
    </div>
  );
}

const isDimension = (value: string): value is Dimension => Object.hasOwn(DIMENSIONS, value);
const splitOnce = (id: string): readonly [string, string] => {
  const at = id.indexOf(':');
  return [id.slice(0, at), id.slice(at + 1)];
};

function narrowed(search: JobsSearch, dimension: Dimension, values: readonly string[]): JobsSearch {
  const some = values.length === 0 ? undefined : [...values];
  switch (dimension) {
    case 'status':
      return { ...search, status: some && JOB_STATUSES.filter((one) => some.includes(one)) };
    case 'priority':
      return { ...search, priority: some && JOB_PRIORITIES.filter((one) => some.includes(one)) };
    case 'client':
      return { ...search, client: some };
    case 'recruiter':
      return { ...search, recruiter: some };
  }
}

function useValueName(facets: JobsPage['facets']): (of: Dimension, value: string) => string {
  const t = useText();
  return (dimension, value) => {
    if (dimension === 'status') {
      const status = JOB_STATUSES.find((one) => one === value);
      return status === undefined ? value : t(STATUS_NAMES[status]);
    }
    if (dimension === 'priority') {
      const priority = JOB_PRIORITIES.find((one) => one === value);
      return priority === undefined ? value : t(PRIORITY_NAMES[priority]);
    }
    return facets[dimension].find((one) => one.value === value)?.name ?? t('jobs.filter.gone');
  };
}

const SORT_NAMES: Readonly<Record<JobSortKey, MessageId>> = {
  title: 'jobs.field.title',
  client: 'jobs.field.client',
  status: 'jobs.field.status',
  priority: 'jobs.field.priority',
  candidates: 'jobs.column.candidates',
  openedAt: 'jobs.sort.opened',
  closesOn: 'jobs.field.closes',
  updatedAt: 'jobs.column.updated',
};
/** Which way round each is sorted first. */
const DOWN_FIRST: ReadonlySet<JobSortKey> = new Set([
  'priority',
  'candidates',
  'openedAt',
  'updatedAt',
]);

export function SortMenu({ search, onChange }: Props) {
  const t = useText();
  const by = search.by ?? 'priority';
  const dir = search.dir ?? 'desc';
  return (
    <Menu
      label={t('jobs.sort')}
      trigger={
        <Button variant="ghost" size="sm" icon={<ArrowDownUp size={14} aria-hidden />}>
          {t('jobs.sorted', { by: t(SORT_NAMES[by]) })}
        </Button>
      }
      groups={[
        {
          title: t('jobs.sort'),
          entries: JOB_SORT_KEYS.map((key) => ({
            id: key,
            label: t(SORT_NAMES[key]),
            isSelected: key === by,
            onAction: () =>
              onChange({ ...search, by: key, dir: DOWN_FIRST.has(key) ? 'desc' : 'asc' }),
          })),
        },
        {
          entries: (['asc', 'desc'] as const).map((direction) => ({
            id: direction,
            label: t(direction === 'asc' ? 'jobs.sort.up' : 'jobs.sort.down'),
            isSelected: direction === dir,
            onAction: () => onChange({ ...search, by, dir: direction }),
          })),
        },
      ]}
    />
  );
}

export const COLUMN_NAMES: Readonly<Record<JobColumn, MessageId>> = {
  client: 'jobs.field.client',
  status: 'jobs.field.status',
  priority: 'jobs.field.priority',
  openings: 'jobs.field.openings',
  candidates: 'jobs.column.candidates',
  location: 'jobs.field.location',
  recruiters: 'jobs.column.recruiters',
  closesOn: 'jobs.field.closes',
  updatedAt: 'jobs.column.updated',
};

export function ColumnsMenu({ search, onChange }: Props) {
  const t = useText();
  const shown: readonly JobColumn[] = search.columns ?? USUAL_COLUMNS;
  const toggle = (column: JobColumn): void =>
    onChange({
      ...search,
      columns: JOB_COLUMNS.filter((one) => shown.includes(one) !== (one === column)),
    });
  return (
    <Menu
      label={t('jobs.columns')}
      trigger={
        <Button variant="ghost" size="sm" icon={<Columns3 size={14} aria-hidden />}>
          {t('jobs.columns')}
        </Button>
      }
      groups={[
        {
          entries: JOB_COLUMNS.map((column) => ({
            id: column,
            label: t(COLUMN_NAMES[column]),
            isSelected: shown.includes(column),
            onAction: () => toggle(column),
          })),
        },
      ]}
    />
  );
}
