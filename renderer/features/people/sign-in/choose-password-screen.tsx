import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Form } from 'react-aria-components';
import { useApi } from '@/renderer/app/api';
import { DeskCard } from '@/renderer/app/desk-card';
import { useSignOut } from '@/renderer/app/session';
import { isUsable, NewPasswordFields, NO_PASSWORD } from '@/renderer/features/people/new-password';
import { Refusal, useWait } from '@/renderer/features/people/refusal';
import { useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { TextField } from '@/renderer/ui/field';

/** Whoever signed in with a password that was given to them chooses one that nobody else knows, before anything else. */
export function ChoosePasswordScreen({ userName }: { readonly userName: string }) {
  const t = useText();
  const api = useApi();
  const queries = useQueryClient();
  const signOut = useSignOut();
  const [old, setOld] = useState('');
  const [chosen, setChosen] = useState(NO_PASSWORD);
  const change = useMutation(
    api.auth.changePassword.mutationOptions({
      meta: { showsFailure: true },
      onSuccess: (status) => queries.setQueryData(api.workspace.status.queryKey(), status),
    }),
  );
  const wait = useWait(change.error);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (wait > 0 || !isUsable(chosen)) return;
    change.mutate({ old, password: chosen.password });
  };
  return (
    <DeskCard>
      <Form onSubmit={submit} className="flex flex-col gap-4">
        <div>
          <h1 className="text-xl font-semibold">{t('people.choose-password.title')}</h1>
          <p className="mt-1 text-ink-2">{t('people.choose-password.text', { name: userName })}</p>
        </div>
        <TextField
          autoFocus
          isRequired
          type="password"
          autoComplete="current-password"
          maxLength={1024}
          label={t('people.password.one-time')}
          value={old}
          onChange={setOld}
          validationBehavior="aria"
        />
        <NewPasswordFields value={chosen} onChange={setChosen} />
        <Refusal error={change.error} wait={wait} />
        <div className="flex justify-end gap-2">
          <Button variant="ghost" onPress={signOut}>
            {t('people.sign-out')}
          </Button>
          <Button
            type="submit"
            variant="primary"
            isPending={change.isPending}
            isDisabled={wait > 0 || old === '' || !isUsable(chosen)}
          >
            {t('people.choose-password.save')}
          </Button>
        </div>
      </Form>
    </DeskCard>
  );
}
