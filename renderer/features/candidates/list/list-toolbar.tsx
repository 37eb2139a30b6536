import { Columns3, PanelLeftOpen, Rows3, Rows4 } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import { useChangeSettings, useSettings } from '@/renderer/app/workspace';
import { DuplicatesLink } from '@/renderer/features/candidates/duplicates-link';
import type { ColumnId } from '@/renderer/features/candidates/list/column-order';
import { ColumnsChooser } from '@/renderer/features/candidates/list/columns-chooser';
import { countFilters, type ListSearch } from '@/renderer/features/candidates/list/list-search';
import { useListState } from '@/renderer/features/candidates/list/list-state';
import { setListView, useListView } from '@/renderer/features/candidates/list/list-view';
import { SelectedActions } from '@/renderer/features/candidates/list/selected-actions';
import { chosenCount } from '@/renderer/features/candidates/list/selection';
import { SortMenu } from '@/renderer/features/candidates/list/sort-menu';
import type { SelectionActions } from '@/renderer/features/candidates/list/use-selection-actions';
import type { usePicker } from '@/renderer/features/candidates/picker';
import { useText } from '@/renderer/lib/text';
import { Button, IconButton } from '@/renderer/ui/button';
import { Popover } from '@/renderer/ui/popover';
import { Skeleton } from '@/renderer/ui/states';

interface Props {
  readonly search: ListSearch;
  readonly onSearch: (search: ListSearch) => void;
  /** Null while it is not known. */
  readonly total: number | null;
  readonly isFiltered: boolean;
  readonly shown: readonly ColumnId[];
  readonly listKey: string;
  readonly actions: SelectionActions;
  readonly tagPicker: ReturnType<typeof usePicker>;
  /** What other features put here. */
  readonly extra: ReactNode;
  readonly listPicker: ReturnType<typeof usePicker>;
}

/** Above the table: how many there are, or what to do with those chosen; how the table looks. */
export const ListToolbar = memo(function ListToolbar({
  search,
  onSearch,
  total,
  isFiltered,
  shown,
  listKey,
  actions,
  tagPicker,
  extra,
  listPicker,
}: Props) {
  const t = useText();
  const hasChosen = useListState((state) => chosenCount(state.selection) > 0);
  const isPanelOpen = useListView((view) => view.isPanelOpen);
  const settings = useSettings();
  const change = useChangeSettings();
  const isCompact = settings.density === 'compact';
  return (
    <div className="flex h-10 shrink-0 items-center gap-1 border-b border-line px-3">
      {isPanelOpen ? null : (
        <Button
          variant="ghost"
          size="sm"
          className="-ml-1.5"
          icon={<PanelLeftOpen size={16} aria-hidden />}
          onPress={() => setListView({ isPanelOpen: true })}
        >
          {t('filters.shown', { count: countFilters(search) })}
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
          <DuplicatesLink />
          {extra}
          <SortMenu search={search} onSearch={onSearch} />
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
      )}
    </div>
  );
});
