import { Archive, ArchiveRestore, Columns3, Rows3, Rows4, Tag, X } from 'lucide-react';
import { memo } from 'react';
import { useChangeSettings, useSettings } from '@/renderer/app/workspace';
import type { ColumnId } from '@/renderer/features/candidates/list/column-order';
import { ColumnsChooser } from '@/renderer/features/candidates/list/columns-chooser';
import { useListState } from '@/renderer/features/candidates/list/list-state';
import { SELECTION_LIMIT } from '@/renderer/features/candidates/list/selection';
import type { SelectionActions } from '@/renderer/features/candidates/list/use-selection-actions';
import type { usePicker } from '@/renderer/features/candidates/picker';
import { TagPicker } from '@/renderer/features/candidates/tag-picker';
import { useArchive } from '@/renderer/features/candidates/use-archive';
import { useText } from '@/renderer/lib/text';
import { Button, IconButton } from '@/renderer/ui/button';
import { Popover } from '@/renderer/ui/popover';
import { Skeleton } from '@/renderer/ui/states';

interface Props {
  /** Null while it is not known. */
  readonly total: number | null;
  readonly isFiltered: boolean;
  readonly shown: readonly ColumnId[];
  readonly actions: SelectionActions;
  readonly tagPicker: ReturnType<typeof usePicker>;
}

/** Between filters and table: how many there are, or what to do with those chosen; how the table looks. */
export const ListToolbar = memo(function ListToolbar({
  total,
  isFiltered,
  shown,
  actions,
  tagPicker,
}: Props) {
  const t = useText();
  const selected = useListState((state) => state.selection.ids.size);
  const settings = useSettings();
  const change = useChangeSettings();
  const isCompact = settings.density === 'compact';
  return (
    <div className="flex h-10 shrink-0 items-center gap-1 border-b border-line px-3">
      {selected > 0 ? (
        <SelectedActions actions={actions} tagPicker={tagPicker} />
      ) : (
        <p role="status" className="tabular text-ink-2">
          {total === null ? (
            <Skeleton className="h-3 w-28" />
          ) : (
            t(isFiltered ? 'candidates.count-found' : 'candidates.count', { count: total })
          )}
        </p>
      )}
      <span className="flex-1" />
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
          <Button variant="ghost" size="sm" icon={<Columns3 size={14} aria-hidden />}>
            {t('candidates.columns')}
          </Button>
        }
      >
        <ColumnsChooser shown={shown} />
      </Popover>
    </div>
  );
});

function SelectedActions({ actions, tagPicker }: Pick<Props, 'actions' | 'tagPicker'>) {
  const t = useText();
  const archive = useArchive();
  const ids = useListState((state) => state.selection.ids);
  const isArchiveShown = useListState((state) => state.search.archived === true);
  const selected = [...ids];
  return (
    <>
      <p role="status" className="tabular mr-2 font-medium">
        {t(ids.size >= SELECTION_LIMIT ? 'candidates.selected-most' : 'candidates.selected', {
          count: ids.size,
        })}
      </p>
      <TagPicker
        picker={tagPicker}
        candidateIds={selected}
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
          archive(selected, !isArchiveShown);
          actions.clear();
        }}
      >
        {t(isArchiveShown ? 'candidates.unarchive' : 'candidates.archive')}
      </Button>
      <Button variant="ghost" size="sm" icon={<X size={14} aria-hidden />} onPress={actions.clear}>
        {t('candidates.clear-selection')}
      </Button>
    </>
  );
}

const NO_TAGS: ReadonlySet<string> = new Set();
