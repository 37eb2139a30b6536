import { DATE_ORDER_NAMES, DELIMITER_NAMES } from '@/renderer/features/tables/words';
import { useText } from '@/renderer/lib/text';
import { Select } from '@/renderer/ui/select';
import { Checkbox } from '@/renderer/ui/toggles';
import type { TableDraft } from '@/shared/contract/api/tables';
import { DATE_ORDERS } from '@/shared/domain/tables/cell-values';
import { DELIMITERS, ENCODINGS, type TableChoices } from '@/shared/domain/tables/formats';

interface Props {
  readonly draft: TableDraft;
  readonly isDisabled: boolean;
  readonly onChoose: (choices: Partial<TableChoices>) => void;
}

/** How the table is read: what was found out about it, to be put right by a person. Nothing for formats that say it themselves. */
export function ChoicesBar({ draft, isDisabled, onChoose }: Props) {
  const t = useText();
  const { choices, sheets } = draft;
  if (draft.columns.length === 0 && choices.delimiter === null) return null;
  return (
    <div className="flex flex-wrap items-end gap-4">
      {choices.encoding === null ? null : (
        <Select
          label={t('tables.encoding')}
          className="w-40"
          isDisabled={isDisabled}
          options={ENCODINGS.map((value) => ({ value, label: value.toUpperCase() }))}
          value={choices.encoding}
          onChange={(encoding) => onChoose({ encoding })}
        />
      )}
      {choices.delimiter === null ? null : (
        <Select
          label={t('tables.delimiter')}
          className="w-40"
          isDisabled={isDisabled}
          options={DELIMITERS.map((value) => ({ value, label: t(DELIMITER_NAMES[value]) }))}
          value={choices.delimiter}
          onChange={(delimiter) => onChoose({ delimiter })}
        />
      )}
      {sheets.length < 2 ? null : (
        <Select
          label={t('tables.sheet')}
          className="w-48"
          isDisabled={isDisabled}
          options={sheets.map((label, index) => ({ value: String(index), label }))}
          value={String(choices.sheet)}
          onChange={(sheet) => onChoose({ sheet: Number(sheet) })}
        />
      )}
      {draft.ambiguousDates ? (
        <Select
          label={t('tables.ambiguous')}
          className="w-56"
          isDisabled={isDisabled}
          options={DATE_ORDERS.map((value) => ({ value, label: t(DATE_ORDER_NAMES[value]) }))}
          value={choices.dateOrder}
          onChange={(dateOrder) => onChoose({ dateOrder })}
        />
      ) : null}
      <Checkbox
        className="h-control"
        isDisabled={isDisabled}
        isSelected={choices.hasHeader}
        onChange={(hasHeader) => onChoose({ hasHeader })}
      >
        {t('tables.header')}
      </Checkbox>
    </div>
  );
}
