import { ChevronDown, ChevronUp } from 'lucide-react';
import { useChangeSettings } from '@/renderer/app/workspace';
import {
  COLUMN_IDS,
  type ColumnId,
  moveColumn,
  toggleColumn,
} from '@/renderer/features/candidates/list/column-order';
import { COLUMN_LOOKS } from '@/renderer/features/candidates/list/columns';
import { useText } from '@/renderer/lib/text';
import { IconButton } from '@/renderer/ui/button';
import { Checkbox } from '@/renderer/ui/toggles';

/** Which columns the table shows, and in which order. Saved with the workspace at once. */
export function ColumnsChooser({ shown }: { readonly shown: readonly ColumnId[] }) {
  const t = useText();
  const change = useChangeSettings();
  const save = (columns: readonly ColumnId[]): void => change({ candidateColumns: [...columns] });
  const hidden = COLUMN_IDS.filter((id) => !shown.includes(id));
  return (
    <ul className="flex max-h-96 flex-col overflow-auto p-2">
      {[...shown, ...hidden].map((id) => {
        const place = shown.indexOf(id);
        const name = t(COLUMN_LOOKS[id].title);
        return (
          <li key={id} className="flex h-8 items-center gap-1 rounded-md px-2 hover:bg-hover">
            <Checkbox
              className="flex-1"
              isSelected={place !== -1}
              isDisabled={id === 'name'}
              onChange={() => save(toggleColumn(shown, id))}
            >
              {name}
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
  );
}
