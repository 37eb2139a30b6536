import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Form } from 'react-aria-components';
import { useApi } from '@/renderer/app/api';
import { isUsable, NewPasswordFields, NO_PASSWORD } from '@/renderer/features/people/new-password';
import { Refusal } from '@/renderer/features/people/refusal';
import { useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { TextField } from '@/renderer/ui/field';
import { showToast } from '@/renderer/ui/toast';

/** The first password of a desk that opened by itself: from then on one signs in. */
export function FirstPassword({ name }: { readonly name: string }) {
  const t = useText();
  const api = useApi();
  const queries = useQueryClient();
  const [email, setEmail] = useState('');
  const [chosen, setChosen] = useState(NO_PASSWORD);
  const set = useMutation(
    api.auth.setFirstPassword.mutationOptions({
      meta: { showsFailure: true },
      onSuccess: (status) => {
        queries.setQueryData(api.workspace.status.queryKey(), status);
        void queries.invalidateQueries({ queryKey: api.auth.key() });
        showToast({ message: t('people.first-password.done') });
      },
    }),
  );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (isUsable(chosen)) set.mutate({ email, password: chosen.password });
  };
  return (
    <Form onSubmit={submit} className="flex flex-col gap-3">
      <p className="text-ink-2">{t('people.first-password.text', { name })}</p>
      <TextField
        autoFocus
        isRequired
        type="email"
        autoComplete="username"
        maxLength={320}
        label={t('people.email')}
        value={email}
        onChange={setEmail}
        validationBehavior="aria"
      />
      <NewPasswordFields value={chosen} onChange={setChosen} />
      <Refusal error={set.error} />
      <div className="flex justify-end">
        <Button
          type="submit"
          variant="primary"
          isPending={set.isPending}
          isDisabled={email.trim() === '' || !isUsable(chosen)}
        >
          {t('people.first-password.save')}
        </Button>
      </div>
    </Form>
  );
}
