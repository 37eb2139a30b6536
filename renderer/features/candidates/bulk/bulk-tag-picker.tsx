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
  readonly onPick: (deed: BulkDeed) => void;
}

/** Chooses a tag to add, an old one or a new one. */
export function BulkTagPicker({ trigger, picker, onPick }: Props) {
  const t = useText();
  const api = useApi();
  const tags = useQuery({ ...api.candidates.tags.queryOptions(), enabled: picker.isOpen });
  const options = useNamedOptions(tags.data, picker.text, 'bulk.tags.create');
  return (
    <Picker
      label={t('bulk.tags.choose')}
      placeholder={t('bulk.tags.placeholder')}
      trigger={trigger}
      options={options}
      chosen={NOTHING}
      onPick={(id) => {
        const name = tags.data?.find((tag) => tag.id === id)?.name ?? squeeze(picker.text);
        picker.onOpenChange(false);
        onPick({ action: { kind: 'add-tag', name: name.slice(0, 60), colour: 'grey' }, name });
      }}
      {...picker}
    />
  );
}

const NOTHING: ReadonlySet<string> = new Set();
