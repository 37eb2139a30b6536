import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Form } from 'react-aria-components';
import { useApi } from '@/renderer/app/api';
import { DeskCard } from '@/renderer/app/desk-card';
import { forgetEverything } from '@/renderer/app/session';
import { Refusal, useWait } from '@/renderer/features/people/refusal';
import { useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { TextField } from '@/renderer/ui/field';

/** Who is it? E-mail and password, and where it is on a code of the authenticator app. */
export function SignInScreen({ workspace }: { readonly workspace: string }) {
  const t = useText();
  const api = useApi();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState<string | null>(null);
  const signIn = useMutation(
    api.auth.signIn.mutationOptions({
      meta: { showsFailure: true },
      onSuccess: (answer) => {
        if (answer.state === 'code-needed') setCode('');
        else forgetEverything();
      },
      onError: () => setCode((before) => (before === null ? null : '')),
    }),
  );
  const wait = useWait(signIn.error);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (wait > 0 || signIn.isPending) return;
    signIn.mutate({ email, password, ...(code !== null && { code }) });
  };
  const startAgain = (): void => {
    setCode(null);
    setPassword('');
    signIn.reset();
  };
  return (
    <DeskCard>
      <Form onSubmit={submit} className="flex flex-col gap-4">
        <div>
          <h1 className="text-xl font-semibold">{t('people.sign-in.title')}</h1>
          <p className="mt-1 wrap-break-word text-ink-2">
            {code === null ? workspace : t('people.sign-in.code.text')}
          </p>
        </div>
        {code === null ? (
          <>
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
            <TextField
              isRequired
              type="password"
              autoComplete="current-password"
              maxLength={1024}
              label={t('people.password')}
              value={password}
              onChange={setPassword}
              validationBehavior="aria"
            />
          </>
        ) : (
          <TextField
            autoFocus
            isRequired
            autoComplete="one-time-code"
            maxLength={100}
            label={t('people.code')}
            description={t('people.code.why')}
            value={code}
            onChange={setCode}
            validationBehavior="aria"
          />
        )}
        <Refusal error={signIn.error} wait={wait} />
        <div className="flex items-center justify-end gap-2">
          {code === null ? null : (
            <Button variant="ghost" onPress={startAgain}>
              {t('people.sign-in.again')}
            </Button>
          )}
          <Button
            type="submit"
            variant="primary"
            isPending={signIn.isPending}
            isDisabled={wait > 0 || email.trim() === '' || password === '' || code === ''}
          >
            {t('people.sign-in')}
          </Button>
        </div>
        <p className="text-sm text-ink-3">{t('people.sign-in.forgotten')}</p>
      </Form>
    </DeskCard>
  );
}
