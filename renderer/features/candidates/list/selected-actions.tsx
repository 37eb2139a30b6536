import { Archive, ArchiveRestore, Tag, X } from 'lucide-react';
import { type ListSearch, searchOf } from '@/renderer/features/candidates/list/list-search';
import { useListState } from '@/renderer/features/candidates/list/list-state';
import { chosenCount } from '@/renderer/features/candidates/list/selection';
import type { SelectionActions } from '@/renderer/features/candidates/list/use-selection-actions';
import { useChosenHere } from '@/renderer/features/candidates/list/use-chosen-here';
import type { usePicker } from '@/renderer/features/candidates/picker';
import { TagPicker } from '@/renderer/features/candidates/tag-picker';
import { useArchive } from '@/renderer/features/candidates/use-archive';
import { useText } from '@/renderer/lib/text';
import { Button, IconButton } from '@/renderer/ui/button';
import { SELECTION_IDS_MAX } from '@/shared/domain/candidates/selection';

interface Props {
  readonly total: number;
  readonly listKey: string;
  readonly actions: SelectionActions;
  readonly tagPicker: ReturnType<typeof usePicker>;
  readonly onSearch: (search: ListSearch) => void;
}

/** How many are chosen, and what can be done with them. */
export function SelectedActions({ total, listKey, actions, tagPicker, onSearch }: Props) {
  const t = useText();
  const archive = useArchive();
  const selection = useListState((state) => state.selection);
  const isArchiveShown = useListState((state) => state.search.archived === true);
  const count = chosenCount(selection);
  const here = useChosenHere();
  const isOther = selection.kind === 'search' && selection.key !== listKey;
  const ids = selection.kind === 'ids' ? [...selection.ids] : [];
  const canChooseAll = total > count && (selection.kind === 'ids' || isOther);
  return (
    <>
      <p role="status" className="tabular mr-1 truncate font-medium">
        {selection.kind === 'search'
          ? t(isOther ? 'filters.selected-other' : 'filters.selected-all', { count })
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
          onPress={() => onSearch(searchOf({ ...selection.request, sort: null }))}
        >
          {t('filters.show-selected-search')}
        </Button>
      ) : null}
      {canChooseAll ? (
        <Button variant="ghost" size="sm" onPress={actions.chooseAll}>
          {t('filters.select-all', { count: total })}
        </Button>
      ) : null}
      {selection.kind === 'ids' && count <= MOST_AT_ONCE ? (
        <>
          <TagPicker
            picker={tagPicker}
            candidateIds={ids}
            tagIds={NO_TAGS}
            trigger={
              <Button size="sm" icon={<Tag size={14} aria-hidden />}>
                {t('candidates.tag')}
              </Button>
            }
          />
          <Button
            size="sm"
            icon={
              isArchiveShown ? (
                <ArchiveRestore size={14} aria-hidden />
              ) : (
                <Archive size={14} aria-hidden />
              )
            }
            onPress={() => {
              archive(ids, !isArchiveShown);
              actions.clear();
            }}
          >
            {t(isArchiveShown ? 'candidates.unarchive' : 'candidates.archive')}
          </Button>
        </>
      ) : null}
      <IconButton label={t('candidates.clear-selection')} keys="escape" onPress={actions.clear}>
        <X size={16} aria-hidden />
      </IconButton>
    </>
  );
}

/** The most that one change takes. */
const MOST_AT_ONCE = 500;
const NO_TAGS: ReadonlySet<string> = new Set();
