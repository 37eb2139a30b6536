import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Form } from 'react-aria-components';
import { useApi } from '@/renderer/app/api';
import { isUsable, NewPasswordFields, NO_PASSWORD } from '@/renderer/features/people/new-password';
import { Refusal, useWait } from '@/renderer/features/people/refusal';
import { useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { TextField } from '@/renderer/ui/field';
import { showToast } from '@/renderer/ui/toast';

/** Another password; the old one proves who is asking. */
export function ChangePassword({ onDone }: { readonly onDone: () => void }) {
  const t = useText();
  const api = useApi();
  const queries = useQueryClient();
  const [old, setOld] = useState('');
  const [chosen, setChosen] = useState(NO_PASSWORD);
  const change = useMutation(
    api.auth.changePassword.mutationOptions({
      meta: { showsFailure: true },
      onSuccess: () => {
        void queries.invalidateQueries({ queryKey: api.auth.key() });
        showToast({ message: t('people.password.changed') });
        onDone();
      },
    }),
  );
  const wait = useWait(change.error);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (wait === 0 && isUsable(chosen)) change.mutate({ old, password: chosen.password });
  };
  return (
    <Form onSubmit={submit} className="flex flex-col gap-3">
      <TextField
        autoFocus
        isRequired
        type="password"
        autoComplete="current-password"
        maxLength={1024}
        label={t('people.password.old')}
        value={old}
        onChange={setOld}
        validationBehavior="aria"
      />
      <NewPasswordFields value={chosen} onChange={setChosen} />
      <Refusal error={change.error} wait={wait} />
      <div className="flex justify-end gap-2">
        <Button variant="ghost" onPress={onDone}>
          {t('people.cancel')}
        </Button>
        <Button
          type="submit"
          variant="primary"
          isPending={change.isPending}
          isDisabled={wait > 0 || old === '' || !isUsable(chosen)}
        >
          {t('people.password.change')}
        </Button>
      </div>
    </Form>
  );
}
