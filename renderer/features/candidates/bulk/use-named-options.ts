import { useMemo } from 'react';
import type { PickerOption } from '@/renderer/features/candidates/picker';
import { useFormat } from '@/renderer/lib/format';
import { type MessageId, useText } from '@/renderer/lib/text';
import { fold, squeeze } from '@/shared/kit/text';

interface Named {
  readonly id: string;
  readonly name: string;
  readonly candidates?: number;
}

/** The id of the option that makes a new one. */
export const NEW = 'new';

/** Tags or lists whose name holds what is typed; with `create`, a new one of that name where there is none. Null while they are read. */
export function useNamedOptions(
  all: readonly Named[] | undefined,
  text: string,
  create: MessageId | null,
): readonly PickerOption[] | null {
  const t = useText();
  const format = useFormat();
  return useMemo(() => {
    if (all === undefined) return null;
    const typed = squeeze(text);
    const wanted = fold(typed);
    const found: PickerOption[] = all
      .filter(({ name }) => fold(name).includes(wanted))
      .map(({ id, name, candidates }) => ({
        id,
        label: name,
        ...(candidates !== undefined && { note: format.number(candidates) }),
      }));
    const isNew =
      create !== null && typed !== '' && !all.some(({ name }) => squeeze(fold(name)) === wanted);
    return isNew ? [...found, { id: NEW, label: t(create, { name: typed }) }] : found;
  }, [all, text, create, format, t]);
}
