import { ArrowDownNarrowWide, ArrowDownWideNarrow } from 'lucide-react';
import { useBlind } from '@/renderer/app/blind';
import { isSortHidden } from '@/renderer/features/candidates/list/columns';
import type { ChangeSearch } from '@/renderer/features/candidates/list/facets/section-props';
import {
  changed,
  firstDirection,
  type Sort,
  type SortKey,
} from '@/renderer/features/candidates/list/list-search';
import { type MessageId, useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { Menu } from '@/renderer/ui/menu';
import { SORT_KEYS } from '@/shared/domain/candidates/views';

interface Props {
  readonly sort: Sort;
  /** Whether there is something to be relevant to. */
  readonly isRanked: boolean;
  readonly onChange: ChangeSearch;
}

const SORT_NAMES: Readonly<Record<SortKey, MessageId>> = {
  relevance: 'filters.sort.relevance',
  name: 'candidates.column.name',
  headline: 'candidates.column.headline',
  company: 'candidates.column.company',
  location: 'candidates.column.location',
  totalYears: 'candidates.column.years',
  createdAt: 'candidates.column.created',
  updatedAt: 'candidates.column.updated',
  lastActivity: 'filters.lastActivity',
};

/** What the list is sorted by, also where no column shows it. */
export function SortMenu({ sort, isRanked, onChange }: Props) {
  const t = useText();
  const isHidden = useBlind();
  const Icon = sort.direction === 'asc' ? ArrowDownNarrowWide : ArrowDownWideNarrow;
  const by = (key: SortKey): void =>
    onChange((now) => changed(now, { sort: key, dir: firstDirection(key) }));
  return (
    <Menu
      label={t('filters.sort')}
      trigger={
        <Button
          variant="ghost"
          size="sm"
          aria-label={t('filters.sort-by', { name: t(SORT_NAMES[sort.by]) })}
          icon={<Icon size={14} aria-hidden />}
        >
          {t(SORT_NAMES[sort.by])}
        </Button>
      }
      groups={[
        {
          entries: SORT_KEYS.map((key) => ({
            id: key,
            label: t(SORT_NAMES[key]),
            isSelected: sort.by === key,
            isDisabled: (key === 'relevance' && !isRanked) || isSortHidden(isHidden, key),
            onAction: () => by(key),
          })),
        },
        {
          entries: (['asc', 'desc'] as const).map((dir) => ({
            id: dir,
            label: t(dir === 'asc' ? 'filters.sort.asc' : 'filters.sort.desc'),
            isSelected: sort.direction === dir,
            onAction: () => onChange((now) => changed(now, { sort: sort.by, dir })),
          })),
        },
      ]}
    />
  );
}
