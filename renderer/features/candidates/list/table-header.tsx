import { ArrowDown, ArrowUp } from 'lucide-react';
import type { ColumnId } from '@/renderer/features/candidates/list/column-order';
import { COLUMN_LOOKS } from '@/renderer/features/candidates/list/columns';
import type { Sort, SortKey } from '@/renderer/features/candidates/list/list-search';
import { cx } from '@/renderer/lib/cx';
import { useText } from '@/renderer/lib/text';
import { Checkbox } from '@/renderer/ui/toggles';

interface Props {
  readonly shown: readonly ColumnId[];
  readonly template: string;
  readonly sort: Sort;
  readonly onSort: (by: SortKey) => void;
  readonly chosen: 'all' | 'some' | 'none';
  readonly onToggleAll: () => void;
}

/** The titles of the columns, which stay in sight; a click sorts. */
export function TableHeader({ shown, template, sort, onSort, chosen, onToggleAll }: Props) {
  const t = useText();
  return (
    <div role="rowgroup" className="sticky top-0 z-10 border-b border-line bg-canvas">
      <div
        role="row"
        aria-rowindex={1}
        className="grid h-8 min-w-full items-center text-sm text-ink-3"
        style={{ gridTemplateColumns: template }}
      >
        <div
          role="columnheader"
          aria-label={t('candidates.column.selection')}
          className="sticky left-0 z-1 flex h-full items-center bg-canvas pl-3"
        >
          <Checkbox
            aria-label={t('candidates.select-all')}
            isSelected={chosen === 'all'}
            isIndeterminate={chosen === 'some'}
            onChange={onToggleAll}
          />
        </div>
        {shown.map((id) => (
          <Title key={id} id={id} sort={sort} onSort={onSort} />
        ))}
      </div>
    </div>
  );
}

interface TitleProps {
  readonly id: ColumnId;
  readonly sort: Sort;
  readonly onSort: (by: SortKey) => void;
}

function Title({ id, sort, onSort }: TitleProps) {
  const t = useText();
  const { title, sort: by, isNumber } = COLUMN_LOOKS[id];
  const isSorted = by !== null && sort.by === by;
  const Arrow = sort.direction === 'asc' ? ArrowUp : ArrowDown;
  return (
    <div
      role="columnheader"
      aria-sort={!isSorted ? 'none' : sort.direction === 'asc' ? 'ascending' : 'descending'}
      className={cx(
        'flex h-full min-w-0 items-center px-2',
        id === 'name' && 'sticky left-9 z-1 bg-canvas',
        isNumber && 'justify-end',
      )}
    >
      {by === null ? (
        <span className="truncate">{t(title)}</span>
      ) : (
        <button
          type="button"
          onClick={() => onSort(by)}
          className={cx(
            '-mx-1 flex h-6 min-w-0 items-center gap-1 rounded-sm px-1 hover:bg-hover hover:text-ink',
            isSorted && 'font-medium text-ink',
          )}
        >
          <span className="truncate">{t(title)}</span>
          {isSorted ? <Arrow size={12} aria-hidden className="shrink-0" /> : null}
        </button>
      )}
    </div>
  );
}
