import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Form } from 'react-aria-components';
import { useApi } from '@/renderer/app/api';
import { showRecoveryKeyOf } from '@/renderer/app/recovery-key';
import { DEED_WORDS, type KeyDeed, wordsOf } from '@/renderer/features/keys/key-deeds';
import {
  isUsable,
  NewPasswordFields,
  NO_PASSWORD,
  Refusal,
  useWait,
} from '@/renderer/features/people';
import { useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { Dialog } from '@/renderer/ui/dialog';
import { TextField } from '@/renderer/ui/field';
import { showToast } from '@/renderer/ui/toast';
import type { KeyStatus } from '@/shared/contract/api/keys';

interface Props {
  readonly deed: KeyDeed;
  readonly slots: KeyStatus['slots'];
  readonly onClose: () => void;
}

/** Asks for the passphrase there is, and for what the deed needs beside it. */
export function KeyDeedDialog({ deed, slots, onClose }: Props) {
  const { passphrase: hasPassphrase } = slots;
  const words = wordsOf(deed, slots);
  const t = useText();
  const api = useApi();
  const queries = useQueryClient();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState(NO_PASSWORD);
  const run = useMutation({
    mutationFn: async () => {
      const passphrase = hasPassphrase ? current : null;
      switch (deed) {
        case 'change':
          await api.keys.changePassphrase.call({ passphrase, next: next.password });
          return;
        case 'remove':
          await api.keys.removePassphrase.call({ passphrase });
          return;
        case 'recovery':
          await showRecoveryKeyOf(() => api.keys.newRecoveryKey.call({ passphrase }), false);
          return;
        case 'rotate':
          await showRecoveryKeyOf(() => api.keys.rotate.call({ passphrase }), true);
          return;
      }
    },
    meta: { showsFailure: true },
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: api.keys.status.key() });
      if (deed === 'change') showToast({ message: t('keys.change.done') });
      if (deed === 'remove') showToast({ message: t('keys.remove.done') });
      onClose();
    },
  });
  const wait = useWait(run.error);
  const isReady =
    wait === 0 && (!hasPassphrase || current !== '') && (deed !== 'change' || isUsable(next));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (isReady && !run.isPending) run.mutate();
  };
  return (
    <Dialog isOpen size="sm" onOpenChange={(open) => open || onClose()} title={t(words.title)}>
      <Form onSubmit={submit} className="flex flex-col gap-4 p-4">
        <p className="text-ink-2">{t(words.text)}</p>
        {hasPassphrase ? (
          <TextField
            autoFocus
            isRequired
            type="password"
            autoComplete="off"
            maxLength={1000}
            label={t('keys.passphrase.current')}
            value={current}
            onChange={setCurrent}
            validationBehavior="aria"
          />
        ) : null}
        {deed === 'change' ? (
          <NewPasswordFields
            autoFocus={!hasPassphrase}
            kind="passphrase"
            value={next}
            onChange={setNext}
          />
        ) : null}
        <Refusal error={run.error} wait={wait} />
        <div className="flex justify-end gap-2">
          <Button variant="ghost" onPress={onClose}>
            {t('keys.cancel')}
          </Button>
          <Button type="submit" variant="primary" isPending={run.isPending} isDisabled={!isReady}>
            {t(DEED_WORDS[deed].button)}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
