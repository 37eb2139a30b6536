import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useApi } from '@/renderer/app/api';
import type { BulkDeed } from '@/renderer/features/candidates/bulk/use-bulk-deed';
import { useNamedOptions } from '@/renderer/features/candidates/bulk/use-named-options';
import { Picker, type usePicker } from '@/renderer/features/candidates/picker';
import { useText } from '@/renderer/lib/text';
import { squeeze } from '@/shared/kit/text';

interface Props {
  readonly trigger: ReactElement;
  readonly picker: ReturnType<typeof usePicker>;
  /** Lists that all of them are on: choosing one again takes them off. */
  readonly listIds?: ReadonlySet<string>;
  readonly onPick: (deed: BulkDeed) => void;
}

/** Chooses a list to put candidates on, one there is or a new one. */
export function ListPicker({ trigger, picker, listIds = NOTHING, onPick }: Props) {
  const t = useText();
  const api = useApi();
  const lists = useQuery({ ...api.lists.all.queryOptions(), enabled: picker.isOpen });
  const options = useNamedOptions(lists.data, picker.text, 'bulk.lists.create');
  const pick = (id: string): void => {
    picker.onOpenChange(false);
    const name = lists.data?.find((list) => list.id === id)?.name;
    if (name === undefined) {
      const made = squeeze(picker.text).slice(0, 200);
      onPick({ action: { kind: 'add-to-new-list', name: made }, name: made });
    } else if (listIds.has(id)) {
      onPick({ action: { kind: 'remove-from-list', listId: id }, name });
    } else onPick({ action: { kind: 'add-to-list', listId: id }, name });
  };
  return (
    <Picker
      label={t('bulk.lists.choose')}
      placeholder={t('bulk.lists.placeholder')}
      trigger={trigger}
      options={options}
      chosen={listIds}
      onPick={pick}
      {...picker}
    />
  );
}

const NOTHING: ReadonlySet<string> = new Set();
