import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { memo, useMemo } from 'react';
import { useApi } from '@/renderer/app/api';
import { FilterButton } from '@/renderer/features/candidates/list/filter-button';
import { SuggestFilter, TagFilter } from '@/renderer/features/candidates/list/filter-pickers';
import {
  clearFilters,
  countFilters,
  type ListFilterKind,
  type ListSearch,
  toggleFilter,
  withoutEmpty,
} from '@/renderer/features/candidates/list/list-search';
import { YearsFilter } from '@/renderer/features/candidates/list/years-filter';
import { MISSING_NAMES, SOURCE_NAMES } from '@/renderer/features/candidates/words';
import { useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { type Chip, Chips } from '@/renderer/ui/chips';
import { Menu } from '@/renderer/ui/menu';
import { CANDIDATE_SOURCES } from '@/shared/domain/candidates/records';

interface Props {
  readonly search: ListSearch;
  readonly onSearch: (search: ListSearch) => void;
}

/** The filters one can add, and those in force as chips. */
export const FilterBar = memo(function FilterBar({ search, onSearch }: Props) {
  const t = useText();
  const toggle = (kind: ListFilterKind) => (value: string) =>
    onSearch(toggleFilter(search, kind, value));
  const shape = { search, onSearch };
  return (
    <div className="flex shrink-0 flex-col gap-1.5 px-3 pt-2 pb-1.5">
      <div
        role="toolbar"
        aria-label={t('candidates.filters')}
        className="flex flex-wrap items-center gap-1"
      >
        <SuggestFilter
          {...shape}
          kind="skill"
          filter="skills"
          title={t('candidates.filter.skill')}
        />
        <SuggestFilter {...shape} kind="city" filter="cities" title={t('candidates.filter.city')} />
        <SuggestFilter
          {...shape}
          kind="company"
          filter="companies"
          title={t('candidates.filter.company')}
        />
        <TagFilter {...shape} title={t('candidates.filter.tag')} />
        <YearsFilter {...shape} />
        <Menu
          label={t('candidates.filter.source')}
          placement="bottom start"
          trigger={<FilterButton title={t('candidates.filter.source')} />}
          groups={[
            {
              entries: CANDIDATE_SOURCES.map((source) => ({
                id: source,
                label: t(SOURCE_NAMES[source]),
                isSelected: search.sources?.includes(source) ?? false,
                onAction: () => toggle('sources')(source),
              })),
            },
          ]}
        />
        <Menu
          label={t('candidates.filter.more')}
          placement="bottom start"
          trigger={<FilterButton title={t('candidates.filter.more')} />}
          groups={[
            {
              title: t('candidates.filter.missing'),
              entries: MISSING.map((kind) => ({
                id: kind,
                label: t(MISSING_NAMES[kind]),
                isSelected: search.missing?.includes(kind) ?? false,
                onAction: () => toggle('missing')(kind),
              })),
            },
            {
              entries: [
                {
                  id: 'review',
                  label: t('candidates.filter.review'),
                  isSelected: search.review === true,
                  onAction: () =>
                    onSearch(withoutEmpty({ ...search, review: search.review !== true })),
                },
                {
                  id: 'archived',
                  label: t('candidates.filter.archived'),
                  isSelected: search.archived === true,
                  onAction: () =>
                    onSearch(withoutEmpty({ ...search, archived: search.archived !== true })),
                },
              ],
            },
          ]}
        />
      </div>
      {countFilters(search) === 0 ? null : <ActiveFilters {...shape} />}
    </div>
  );
});

const MISSING = ['name', 'email', 'phone', 'experience'] as const;

/** The filters in force. Each chip's id says what removing it means. */
function ActiveFilters({ search, onSearch }: Props) {
  const t = useText();
  const api = useApi();
  const tags = useQuery({
    ...api.candidates.tags.queryOptions(),
    enabled: search.tags !== undefined,
  });
  const chips = useMemo(() => {
    const made: (Chip & { readonly without: ListSearch })[] = [];
    const add = (id: string, label: string, without: ListSearch): void => {
      made.push({ id, label, without, tone: 'accent' });
    };
    const each = (kind: ListFilterKind, label: (value: string) => string): void => {
      for (const value of search[kind] ?? []) {
        add(`${kind}:${value}`, label(value), toggleFilter(search, kind, value));
      }
    };
    each('skills', (name) => t('candidates.chip.skill', { name }));
    each('cities', (name) => t('candidates.chip.city', { name }));
    each('companies', (name) => t('candidates.chip.company', { name }));
    each('tags', (id) =>
      t('candidates.chip.tag', { name: tags.data?.find((tag) => tag.id === id)?.name ?? '…' }),
    );
    for (const source of search.sources ?? []) {
      add(
        `sources:${source}`,
        t('candidates.chip.source', { name: t(SOURCE_NAMES[source]) }),
        toggleFilter(search, 'sources', source),
      );
    }
    for (const kind of search.missing ?? []) {
      add(`missing:${kind}`, t(MISSING_NAMES[kind]), toggleFilter(search, 'missing', kind));
    }
    if (search.min !== undefined || search.max !== undefined) {
      const label =
        search.max === undefined
          ? t('candidates.chip.years-from', { min: search.min })
          : search.min === undefined
            ? t('candidates.chip.years-to', { max: search.max })
            : t('candidates.chip.years', { min: search.min, max: search.max });
      add('years', label, withoutEmpty({ ...search, min: undefined, max: undefined }));
    }
    if (search.review === true) {
      add('review', t('candidates.filter.review'), withoutEmpty({ ...search, review: undefined }));
    }
    if (search.archived === true) {
      add(
        'archived',
        t('candidates.filter.archived'),
        withoutEmpty({ ...search, archived: undefined }),
      );
    }
    if (search.import !== undefined) {
      add('import', t('candidates.chip.import'), withoutEmpty({ ...search, import: undefined }));
    }
    return made;
  }, [search, tags.data, t]);
  return (
    <div className="flex items-center gap-1">
      <Chips
        label={t('candidates.filters-active')}
        chips={chips}
        onRemove={(id) => {
          const chip = chips.find((one) => one.id === id);
          if (chip) onSearch(chip.without);
        }}
      />
      <Button
        variant="ghost"
        size="sm"
        icon={<X size={12} aria-hidden />}
        onPress={() => onSearch(clearFilters(search))}
      >
        {t('candidates.filters-clear')}
      </Button>
    </div>
  );
}
