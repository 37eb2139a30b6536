import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ArrowRight } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { Form } from 'react-aria-components';
import { useApi } from '@/renderer/app/api';
import { useFailure } from '@/renderer/app/failure';
import { setFirstRunUnderWay } from '@/renderer/app/first-run-state';
import { useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { TextField } from '@/renderer/ui/field';

/** First step: what the workspace is called, and who is at the desk. */
export function NameWorkspace() {
  const t = useText();
  const api = useApi();
  const queries = useQueryClient();
  const failure = useFailure();
  const [name, setName] = useState('');
  const [userName, setUserName] = useState('');
  const create = useMutation(
    api.workspace.create.mutationOptions({
      meta: { showsFailure: true },
      // Before the new status is known: there is a second step.
      onMutate: () => setFirstRunUnderWay(true),
      onError: () => setFirstRunUnderWay(false),
      onSuccess: (status) => queries.setQueryData(api.workspace.status.queryKey(), status),
    }),
  );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    create.mutate({ name: name.trim(), userName: userName.trim() });
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
      {create.isError ? (
        <p role="alert" className="text-bad-ink">
          {failure(create.error).message}
        </p>
      ) : null}
      <div className="flex justify-end">
        <Button type="submit" variant="primary" isPending={create.isPending}>
          {t('first-run.continue')}
          <ArrowRight size={14} aria-hidden />
        </Button>
      </div>
    </Form>
  );
}
