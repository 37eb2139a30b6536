import { type FormEvent, useState } from 'react';
import { useFailure } from '@/renderer/app/failure';
import { useSaveList } from '@/renderer/features/lists/use-list-deeds';
import { useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { TextField } from '@/renderer/ui/field';
import type { ListView } from '@/shared/contract/api/lists';
import { squeeze } from '@/shared/kit/text';

interface Props {
  /** Null for a new one. */
  readonly list: ListView | null;
  readonly onClose: () => void;
}

/** The name of a list and what it is for. Escape leaves it as it was. */
export function ListForm({ list, onClose }: Props) {
  const t = useText();
  const failure = useFailure();
  const [name, setName] = useState(list?.name ?? '');
  const [description, setDescription] = useState(list?.description ?? '');
  const save = useSaveList(list, onClose);
  const isReady = squeeze(name) !== '' && !save.isPending;
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (isReady) save.mutate({ name, description });
  };
  return (
    <form
      onSubmit={onSubmit}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        // The form is closed, not the dialog around it.
        event.stopPropagation();
        onClose();
      }}
      className="flex flex-col gap-3 px-2.5 py-2"
    >
      <TextField
        autoFocus
        label={t('lists.name')}
        value={name}
        onChange={setName}
        maxLength={200}
        isInvalid={save.isError}
        errorMessage={save.isError ? failure(save.error).message : ''}
      />
      <TextField
        label={t('lists.description')}
        rows={2}
        value={description}
        onChange={setDescription}
        maxLength={2000}
      />
      <div className="flex justify-end gap-2">
        <Button onPress={onClose}>{t('lists.cancel')}</Button>
        <Button type="submit" variant="primary" isDisabled={!isReady}>
          {t(list === null ? 'lists.make' : 'lists.save')}
        </Button>
      </div>
    </form>
  );
}
