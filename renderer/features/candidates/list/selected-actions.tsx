import { X } from 'lucide-react';
import { useMemo, useState } from 'react';
import { BulkActions } from '@/renderer/features/candidates/bulk/bulk-actions';
import { type ListSearch, searchOf } from '@/renderer/features/candidates/list/list-search';
import { useListState } from '@/renderer/features/candidates/list/list-state';
import { chosenCount, handedOver } from '@/renderer/features/candidates/list/selection';
import { useChosenHere } from '@/renderer/features/candidates/list/use-chosen-here';
import type { SelectionActions } from '@/renderer/features/candidates/list/use-selection-actions';
import type { usePicker } from '@/renderer/features/candidates/picker';
import { ExportDialog } from '@/renderer/features/tables';
import { type MessageId, useText } from '@/renderer/lib/text';
import { Button, IconButton } from '@/renderer/ui/button';
import { SELECTION_IDS_MAX } from '@/shared/domain/candidates/selection';

interface Props {
  readonly total: number;
  readonly listKey: string;
  readonly actions: SelectionActions;
  readonly tagPicker: ReturnType<typeof usePicker>;
  readonly listPicker: ReturnType<typeof usePicker>;
  readonly onSearch: (search: ListSearch) => void;
}

/** The place of the bulk actions in the page, which takes the keyboard where something has to be looked at first. */
export const BULK_ID = 'bulk-actions';

/** How many are chosen, and what can be done with them. */
export function SelectedActions({
  total,
  listKey,
  actions,
  tagPicker,
  listPicker,
  onSearch,
}: Props) {
  const t = useText();
  const chosen = useListState((state) => state.selection);
  const isArchiveShown = useListState((state) => state.search.archived === true);
  const here = useChosenHere();
  const [isExporting, setExporting] = useState(false);
  const selection = useMemo(() => handedOver(chosen), [chosen]);
  if (selection === null) return null;
  const count = chosenCount(chosen);
  const isOther = chosen.kind === 'search' && chosen.key !== listKey;
  const canChooseAll = chosen.kind === 'ids' && total > count;
  return (
    <div id={BULK_ID} className="flex min-w-0 flex-1 items-center gap-1">
      <p role="status" className="tabular mr-1 shrink-0 font-medium whitespace-nowrap">
        {chosen.kind === 'search'
          ? t(textOf(isOther, chosen.except.size), { count })
          : count >= SELECTION_IDS_MAX
            ? t('filters.selected-most', { count })
            : here === null || here === count
              ? t('filters.selected', { count })
              : t('filters.selected-here', { count, here })}
      </p>
      {isOther ? (
        <Button
          variant="ghost"
          size="sm"
          onPress={() => onSearch(searchOf({ ...chosen.request, sort: null }))}
        >
          {t('filters.show-selected-search')}
        </Button>
      ) : null}
      {/* Where there is no room for it, the box above the rows and Ctrl+A do the same. */}
      {canChooseAll ? (
        <Button
          variant="ghost"
          size="sm"
          className="@max-[760px]:hidden"
          onPress={actions.chooseAll}
        >
          {t('filters.select-all', { count: total })}
        </Button>
      ) : null}
      <BulkActions
        selection={selection}
        isArchiveShown={isArchiveShown}
        tagPicker={tagPicker}
        listPicker={listPicker}
        onExport={() => setExporting(true)}
        onBegun={({ action }) => {
          // They leave the list; whoever is tagged or put on a list may be wanted for more.
          if (action.kind === 'archive') actions.clear();
        }}
      />
      <ExportDialog selection={selection} isOpen={isExporting} onOpenChange={setExporting} />
      <span className="flex-1" />
      <IconButton label={t('candidates.clear-selection')} keys="escape" onPress={actions.clear}>
        <X size={16} aria-hidden />
      </IconButton>
    </div>
  );
}

function textOf(isOther: boolean, left: number): MessageId {
  if (isOther) return 'filters.selected-other';
  return left === 0 ? 'filters.selected-all' : 'filters.selected-most-of';
}
