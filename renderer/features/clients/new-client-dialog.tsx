import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useEffect, useState } from 'react';
import { create } from 'zustand';
import { useApi } from '@/renderer/app/api';
import { useRecordDeed } from '@/renderer/features/jobs';
import { useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { Dialog } from '@/renderer/ui/dialog';
import { TextField } from '@/renderer/ui/field';

/** Whether the dialog is open: the list, its empty state and the command bar open it. */
export const useNewClient = create<{ readonly isOpen: boolean }>(() => ({ isOpen: false }));

/** Asks for the name of a new client; all else is filled in on its page. */
export function NewClientDialog() {
  const t = useText();
  const api = useApi();
  const navigate = useNavigate();
  const deed = useRecordDeed();
  const isOpen = useNewClient((state) => state.isOpen);
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    if (!isOpen) return;
    setName('');
    setProblem(null);
  }, [isOpen]);
  const close = (): void => useNewClient.setState({ isOpen: false });
  const save = async (): Promise<void> => {
    if (name.trim() === '') return;
    const made = api.clients.create.call({ companyName: name });
    const why = await deed(made, t('clients.done.created'));
    setProblem(why);
    if (why !== null) return;
    close();
    await navigate({ to: '/clients/$clientId', params: { clientId: (await made).id } });
  };
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={(open) => useNewClient.setState({ isOpen: open })}
      title={t('clients.new')}
      size="sm"
    >
      <form
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          void save();
        }}
        className="flex flex-col gap-3 p-4"
      >
        <TextField
          autoFocus
          label={t('clients.field.name')}
          value={name}
          onChange={(next) => {
            setName(next);
            setProblem(null);
          }}
          maxLength={300}
          isInvalid={problem !== null}
          errorMessage={problem ?? ''}
        />
        <div className="flex justify-end gap-2">
          <Button variant="ghost" onPress={close}>
            {t('ui.inline.cancel')}
          </Button>
          <Button type="submit" variant="primary" isDisabled={name.trim() === ''}>
            {t('ui.inline.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
