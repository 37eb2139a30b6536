import { ChevronDown, ChevronUp } from 'lucide-react';
import { useChangeSettings } from '@/renderer/app/workspace';
import {
  allColumns,
  type ColumnId,
  moveColumn,
  toggleColumn,
} from '@/renderer/features/candidates/list/column-order';
import { useColumnLooks } from '@/renderer/features/candidates/list/columns';
import { useCustomFields } from '@/renderer/features/candidates/list/facets/use-custom-fields';
import { setListView, useListView } from '@/renderer/features/candidates/list/list-view';
import { useText } from '@/renderer/lib/text';
import { Button, IconButton } from '@/renderer/ui/button';
import { Checkbox } from '@/renderer/ui/toggles';

/** Which columns the table shows, and in which order. Saved with the workspace at once. */
export function ColumnsChooser({ shown }: { readonly shown: readonly ColumnId[] }) {
  const t = useText();
  const lookOf = useColumnLooks();
  const custom = useCustomFields();
  const change = useChangeSettings();
  const hasWidths = useListView((view) => Object.keys(view.widths).length > 0);
  const save = (columns: readonly ColumnId[]): void => change({ candidateColumns: [...columns] });
  const hidden = allColumns(custom.map((field) => field.id)).filter((id) => !shown.includes(id));
  return (
    <div className="flex max-h-[70vh] flex-col">
      <ul className="flex min-h-0 flex-col overflow-auto p-2">
        {[...shown, ...hidden].map((id) => {
          const place = shown.indexOf(id);
          const name = lookOf(id).title;
          return (
            <li
              key={id}
              className="flex h-7.5 shrink-0 items-center rounded-md px-2 hover:bg-hover"
            >
              <Checkbox
                className="min-w-0 flex-1"
                isSelected={place !== -1}
                isDisabled={id === 'name'}
                onChange={() => save(toggleColumn(shown, id))}
              >
                <span className="truncate">{name}</span>
              </Checkbox>
              {place < 1 ? null : (
                <>
                  <IconButton
                    size="sm"
                    label={t('candidates.columns.earlier', { name })}
                    isDisabled={place === 1}
                    onPress={() => save(moveColumn(shown, id, -1))}
                  >
                    <ChevronUp size={14} aria-hidden />
                  </IconButton>
                  <IconButton
                    size="sm"
                    label={t('candidates.columns.later', { name })}
                    isDisabled={place === shown.length - 1}
                    onPress={() => save(moveColumn(shown, id, 1))}
                  >
                    <ChevronDown size={14} aria-hidden />
                  </IconButton>
                </>
              )}
            </li>
          );
        })}
      </ul>
      {hasWidths ? (
        <div className="border-t border-line p-1.5">
          <Button variant="ghost" size="sm" onPress={() => setListView({ widths: {} })}>
            {t('filters.columns.own-widths')}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
