import { ListFilter, X } from 'lucide-react';
import { memo } from 'react';
import { useFilterChips } from '@/renderer/features/candidates/list/filter-chips';
import { clearFilters, type ListSearch } from '@/renderer/features/candidates/list/list-search';
import { useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { Chips } from '@/renderer/ui/chips';

interface Props {
  readonly search: ListSearch;
  readonly onSearch: (search: ListSearch) => void;
}

/** The filters in force, each to be taken off. Not there while there are none. */
export const FilterBar = memo(function FilterBar({ search, onSearch }: Props) {
  const t = useText();
  const chips = useFilterChips(search);
  if (chips.length === 0) return null;
  return (
    <div className="flex max-h-19 shrink-0 items-start gap-1.5 overflow-y-auto border-b border-line py-1.5 pr-2 pl-3">
      <ListFilter size={14} aria-hidden className="mt-1.25 shrink-0 text-ink-3" />
      <Chips
        className="min-w-0"
        label={t('filters.active')}
        chips={chips.map(({ id, label }) => ({ id, label, tone: 'accent' }))}
        onRemove={(id) => {
          const chip = chips.find((one) => one.id === id);
          if (chip) onSearch(chip.without);
        }}
      />
      <Button
        variant="ghost"
        size="sm"
        className="h-6!"
        icon={<X size={12} aria-hidden />}
        onPress={() => onSearch(clearFilters(search))}
      >
        {t('filters.clear')}
      </Button>
    </div>
  );
});
