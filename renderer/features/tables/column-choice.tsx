import { useText } from '@/renderer/lib/text';
import { Checkbox } from '@/renderer/ui/toggles';

interface Props {
  /** All there are, in the order of the file. */
  readonly columns: readonly string[];
  readonly nameOf: (column: string) => string;
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

/** Which columns a file gets. */
export function ColumnChoice({ columns, nameOf, chosen, onChange }: Props) {
  const t = useText();
  return (
    <fieldset className="flex flex-col gap-1.5">
      <legend className="pb-1.5 text-sm font-medium text-ink-2">
        {t('tables.export.columns')}
      </legend>
      <div className="grid grid-cols-3 gap-x-3 gap-y-1.5">
        {columns.map((column) => (
          <Checkbox
            key={column}
            isSelected={chosen.includes(column)}
            onChange={(isOn) =>
              onChange(columns.filter((one) => (one === column ? isOn : chosen.includes(one))))
            }
          >
            <span className="truncate">{nameOf(column)}</span>
          </Checkbox>
        ))}
      </div>
    </fieldset>
  );
}
