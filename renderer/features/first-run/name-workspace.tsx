import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ArrowRight } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { Form } from 'react-aria-components';
import { useApi } from '@/renderer/app/api';
import { setFirstRunUnderWay } from '@/renderer/app/first-run-state';
import { showRecoveryKeyOf } from '@/renderer/app/recovery-key';
import { isUsable, NewPasswordFields, NO_PASSWORD, Refusal } from '@/renderer/features/people';
import { useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { TextField } from '@/renderer/ui/field';
import { Checkbox } from '@/renderer/ui/toggles';

/** First step: what the workspace is called, and who is at the desk. */
export function NameWorkspace() {
  const t = useText();
  const api = useApi();
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [userName, setUserName] = useState('');
  const [isAlone, setAlone] = useState(false);
  const [email, setEmail] = useState('');
  const [chosen, setChosen] = useState(NO_PASSWORD);
  const [passphrase, setPassphrase] = useState(NO_PASSWORD);
  const create = useMutation(
    api.workspace.create.mutationOptions({
      mutationFn: (input) => showRecoveryKeyOf(() => api.workspace.create.call(input), false),
      meta: { showsFailure: true },
      // Before the new status is known: there is a second step.
      onMutate: () => setFirstRunUnderWay(true),
      onError: () => setFirstRunUnderWay(false),
      onSuccess: ({ status }) => queries.setQueryData(api.workspace.status.queryKey(), status),
    }),
  );
  const keys = useQuery(api.keys.status.queryOptions());
  const needsPassphrase =
    keys.data !== undefined && keys.data.keychain !== 'works' && !keys.data.passphraseGiven;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if ((!isAlone && !isUsable(chosen)) || (needsPassphrase && !isUsable(passphrase))) return;
    create.mutate({
      name: name.trim(),
      userName: userName.trim(),
      ...(needsPassphrase && { passphrase: passphrase.password }),
      ...(!isAlone && { signIn: { email: email.trim(), password: chosen.password } }),
    });
  };
  return (
    <Form onSubmit={submit} className="flex flex-col gap-4">
      <div>
        <h1 className="text-xl font-semibold">{t('first-run.name.title')}</h1>
        <p className="mt-1 text-ink-2">{t('first-run.name.text')}</p>
      </div>
      <TextField
        autoFocus
        isRequired
        maxLength={200}
        label={t('first-run.name.workspace')}
        placeholder={t('first-run.name.workspace.example')}
        value={name}
        onChange={setName}
        validate={(value) => (value.trim() === '' ? t('first-run.name.needed') : null)}
        validationBehavior="native"
      />
      <TextField
        isRequired
        maxLength={200}
        label={t('first-run.name.you')}
        description={t('first-run.name.you.why')}
        value={userName}
        onChange={setUserName}
        validate={(value) => (value.trim() === '' ? t('first-run.name.needed') : null)}
        validationBehavior="native"
      />
      <Checkbox isSelected={isAlone} onChange={setAlone}>
        <span>{t('first-run.alone')}</span>
      </Checkbox>
      {isAlone ? <p className="text-sm text-ink-3">{t('first-run.alone.why')}</p> : null}
      {isAlone ? null : (
        <>
          <TextField
            isRequired
            type="email"
            autoComplete="username"
            maxLength={320}
            label={t('people.email')}
            value={email}
            onChange={setEmail}
            validationBehavior="native"
          />
          <NewPasswordFields value={chosen} onChange={setChosen} />
        </>
      )}
      {needsPassphrase ? (
        <>
          <p className="border-t border-line pt-4 text-ink-2">{t('keys.needed')}</p>
          <NewPasswordFields kind="passphrase" value={passphrase} onChange={setPassphrase} />
        </>
      ) : null}
      <Refusal error={create.error} />
      <div className="flex justify-end">
        <Button type="submit" variant="primary" isPending={create.isPending}>
          {t('first-run.continue')}
          <ArrowRight size={14} aria-hidden />
        </Button>
      </div>
    </Form>
  );
}
