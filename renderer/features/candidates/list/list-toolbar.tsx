import { Columns3, PanelLeftOpen, Rows3, Rows4 } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import { useChangeSettings, useSettings } from '@/renderer/app/workspace';
import { DuplicatesLink } from '@/renderer/features/candidates/duplicates-link';
import type { ColumnId } from '@/renderer/features/candidates/list/column-order';
import { ColumnsChooser } from '@/renderer/features/candidates/list/columns-chooser';
import type { ChangeSearch } from '@/renderer/features/candidates/list/facets/section-props';
import {
  countFilters,
  type ListSearch,
  type Sort,
} from '@/renderer/features/candidates/list/list-search';
import { useListState } from '@/renderer/features/candidates/list/list-state';
import {
  isPanelOpen,
  setListView,
  useListView,
} from '@/renderer/features/candidates/list/list-view';
import { SelectedActions } from '@/renderer/features/candidates/list/selected-actions';
import { chosenCount } from '@/renderer/features/candidates/list/selection';
import { SortMenu } from '@/renderer/features/candidates/list/sort-menu';
import type { SelectionActions } from '@/renderer/features/candidates/list/use-selection-actions';
import type { usePicker } from '@/renderer/features/candidates/picker';
import { useText } from '@/renderer/lib/text';
import { Button, IconButton } from '@/renderer/ui/button';
import { Popover } from '@/renderer/ui/popover';
import { Skeleton } from '@/renderer/ui/states';

interface Props extends ToolsProps {
  /** What is chosen, without the words that are looked for. */
  readonly filters: ListSearch;
  readonly onSearch: (search: ListSearch) => void;
  /** Null while it is not known. */
  readonly total: number | null;
  readonly isFiltered: boolean;
  readonly listKey: string;
  readonly actions: SelectionActions;
  readonly tagPicker: ReturnType<typeof usePicker>;
  readonly listPicker: ReturnType<typeof usePicker>;
}

/** Above the table: how many there are, or what to do with those chosen; how the table looks. */
export function ListToolbar({
  filters,
  onSearch,
  total,
  isFiltered,
  listKey,
  actions,
  tagPicker,
  listPicker,
  ...tools
}: Props) {
  const t = useText();
  const hasChosen = useListState((state) => chosenCount(state.selection) > 0);
  const hasPanel = useListView(isPanelOpen);
  return (
    <div className="flex h-10 shrink-0 items-center gap-1 border-b border-line px-3">
      {hasPanel ? null : (
        <Button
          variant="ghost"
          size="sm"
          className="-ml-1.5"
          icon={<PanelLeftOpen size={16} aria-hidden />}
          onPress={() => setListView({ isPanelOpen: true })}
        >
          {t('filters.shown', { count: countFilters(filters) })}
        </Button>
      )}
      {hasChosen ? (
        <SelectedActions
          total={total ?? 0}
          listKey={listKey}
          actions={actions}
          tagPicker={tagPicker}
          listPicker={listPicker}
          onSearch={onSearch}
        />
      ) : (
        <>
          <p role="status" className="tabular min-w-0 flex-1 truncate text-ink-2">
            {total === null ? (
              <Skeleton className="h-3 w-28" />
            ) : (
              t(isFiltered ? 'candidates.count-found' : 'candidates.count', { count: total })
            )}
          </p>
          <Tools {...tools} />
        </>
      )}
    </div>
  );
}

interface ToolsProps {
  readonly sort: Sort;
  /** Whether there is something to be relevant to. */
  readonly isRanked: boolean;
  readonly onChange: ChangeSearch;
  readonly shown: readonly ColumnId[];
  /** What other features put here. */
  readonly extra: ReactNode;
}

/** How the list is sorted and looks. Drawn by itself: while somebody types only the number beside it changes. */
const Tools = memo(function Tools({ sort, isRanked, onChange, shown, extra }: ToolsProps) {
  const t = useText();
  const settings = useSettings();
  const change = useChangeSettings();
  const isCompact = settings.density === 'compact';
  return (
    <>
      <DuplicatesLink />
      {extra}
      <SortMenu sort={sort} isRanked={isRanked} onChange={onChange} />
      <IconButton
        label={t(isCompact ? 'candidates.density-comfortable' : 'candidates.density-compact')}
        onPress={() => change({ density: isCompact ? 'comfortable' : 'compact' })}
      >
        {isCompact ? <Rows3 size={16} aria-hidden /> : <Rows4 size={16} aria-hidden />}
      </IconButton>
      <Popover
        label={t('candidates.columns')}
        placement="bottom end"
        className="w-72"
        trigger={
          <IconButton label={t('candidates.columns')}>
            <Columns3 size={16} aria-hidden />
          </IconButton>
        }
      >
        <ColumnsChooser shown={shown} />
      </Popover>
    </>
  );
});
