import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useApi } from '@/renderer/app/api';
import { FilterButton } from '@/renderer/features/candidates/list/filter-button';
import { type ListSearch, toggleFilter } from '@/renderer/features/candidates/list/list-search';
import { Picker, type PickerOption, usePicker } from '@/renderer/features/candidates/picker';
import { useFormat } from '@/renderer/lib/format';
import { useText } from '@/renderer/lib/text';
import { fold } from '@/shared/kit/text';

interface Props {
  readonly search: ListSearch;
  readonly onSearch: (search: ListSearch) => void;
  readonly title: string;
}

interface SuggestProps extends Props {
  readonly kind: 'skill' | 'city' | 'company';
  readonly filter: 'skills' | 'cities' | 'companies';
}

/** A filter whose values are found by typing; those in force stand first. */
export function SuggestFilter({ search, onSearch, title, kind, filter }: SuggestProps) {
  const t = useText();
  const format = useFormat();
  const api = useApi();
  const picker = usePicker();
  const found = useQuery({
    ...api.candidates.suggest.queryOptions({
      input: { kind, prefix: picker.text.slice(0, 200), limit: 30 },
    }),
    enabled: picker.isOpen,
    placeholderData: keepPreviousData,
  });
  const chosen = useMemo(
    // Skills are compared folded; cities and companies are kept as written.
    () => new Set(search[filter] ?? []),
    [search, filter],
  );
  const options = useMemo((): readonly PickerOption[] | null => {
    if (found.data === undefined) return null;
    const suggested = found.data.map(({ value, count }) => ({
      id: filter === 'skills' ? fold(value) : value,
      label: value,
      note: format.number(count),
    }));
    const missing = [...chosen].filter((value) => !suggested.some((one) => one.id === value));
    const kept = picker.text === '' ? missing.map((value) => ({ id: value, label: value })) : [];
    return [...kept, ...suggested];
  }, [found.data, chosen, picker.text, format, filter]);
  return (
    <Picker
      label={title}
      placeholder={t('candidates.filter.type')}
      trigger={<FilterButton title={title} />}
      options={options}
      chosen={chosen}
      onPick={(value) => {
        // The next one is typed from the start, and Escape then closes the panel at once.
        picker.onText('');
        onSearch(toggleFilter(search, filter, value));
      }}
      {...picker}
    />
  );
}

/** The filter by tags, all of which must be there. */
export function TagFilter({ search, onSearch, title }: Props) {
  const t = useText();
  const format = useFormat();
  const api = useApi();
  const picker = usePicker();
  const tags = useQuery({ ...api.candidates.tags.queryOptions(), enabled: picker.isOpen });
  const options = useMemo(
    () =>
      tags.data
        ?.filter((tag) => fold(tag.name).includes(fold(picker.text)))
        .map((tag) => ({ id: tag.id, label: tag.name, note: format.number(tag.candidates) })) ??
      null,
    [tags.data, picker.text, format],
  );
  return (
    <Picker
      label={title}
      placeholder={t('candidates.filter.type')}
      trigger={<FilterButton title={title} />}
      options={options}
      chosen={new Set(search.tags ?? [])}
      onPick={(id) => {
        picker.onText('');
        onSearch(toggleFilter(search, 'tags', id));
      }}
      {...picker}
    />
  );
}
