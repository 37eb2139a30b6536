import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { Form } from 'react-aria-components';
import { useApi } from '@/renderer/app/api';
import { QrCode } from '@/renderer/features/people/account/qr-code';
import { RecoveryCodes } from '@/renderer/features/people/account/recovery-codes';
import { Refusal, useWait } from '@/renderer/features/people/refusal';
import { useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { TextField } from '@/renderer/ui/field';
import { showToast } from '@/renderer/ui/toast';

interface Props {
  readonly isOn: boolean;
  readonly onDone: () => void;
}

/** Two-step sign-in: set up with an authenticator app, or, where it is on, new recovery codes and turning it off. */
export function TwoStep({ isOn, onDone }: Props) {
  const api = useApi();
  const queries = useQueryClient();
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const readAgain = () => queries.invalidateQueries({ queryKey: api.auth.key() });
  const finish = (): void => {
    void readAgain();
    onDone();
  };
  // Read again only when the codes were seen: what is shown here depends on whether it is on.
  if (codes !== null) return <RecoveryCodes codes={codes} onDone={finish} />;
  return isOn ? (
    <TurnOff onCodes={setCodes} onDone={finish} onCancel={onDone} />
  ) : (
    <SetUp onCodes={setCodes} onCancel={onDone} />
  );
}

interface SetUpProps {
  readonly onCodes: (codes: readonly string[]) => void;
  readonly onCancel: () => void;
}

function SetUp({ onCodes, onCancel }: SetUpProps) {
  const t = useText();
  const api = useApi();
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const start = useMutation(
    api.auth.startTwoStep.mutationOptions({ meta: { showsFailure: true } }),
  );
  const confirm = useMutation(
    api.auth.confirmTwoStep.mutationOptions({
      meta: { showsFailure: true },
      onSuccess: ({ recoveryCodes }) => onCodes(recoveryCodes),
    }),
  );
  const wait = useWait(start.error);
  if (start.data === undefined) {
    return (
      <Steps
        onSubmit={() => start.mutate({ password })}
        onCancel={onCancel}
        next={
          <Button
            type="submit"
            variant="primary"
            isPending={start.isPending}
            isDisabled={wait > 0 || password === ''}
          >
            {t('people.two-step.next')}
          </Button>
        }
      >
        <OwnPassword value={password} onChange={setPassword} />
        <Refusal error={start.error} wait={wait} />
      </Steps>
    );
  }
  return (
    <Steps
      onSubmit={() => confirm.mutate({ code })}
      onCancel={onCancel}
      next={
        <Button
          type="submit"
          variant="primary"
          isPending={confirm.isPending}
          isDisabled={code.trim() === ''}
        >
          {t('people.two-step.turn-on')}
        </Button>
      }
    >
      <p className="text-ink-2">{t('people.two-step.scan')}</p>
      <div className="flex items-start gap-4">
        <QrCode text={start.data.address} label={t('people.two-step.qr')} />
        <div className="min-w-0">
          <p className="text-sm text-ink-2">{t('people.two-step.secret')}</p>
          <p data-testid="totp-secret" className="mt-1 font-mono text-sm wrap-anywhere select-text">
            {start.data.secret.replace(/.{4}(?=.)/g, '$& ')}
          </p>
        </div>
      </div>
      <TextField
        autoFocus
        isRequired
        autoComplete="one-time-code"
        maxLength={20}
        label={t('people.two-step.first-code')}
        value={code}
        onChange={setCode}
        validationBehavior="aria"
      />
      <Refusal error={confirm.error} />
    </Steps>
  );
}

function TurnOff({ onCodes, onDone, onCancel }: SetUpProps & { readonly onDone: () => void }) {
  const t = useText();
  const api = useApi();
  const [password, setPassword] = useState('');
  const renew = useMutation(
    api.auth.renewRecoveryCodes.mutationOptions({
      meta: { showsFailure: true },
      onSuccess: ({ recoveryCodes }) => onCodes(recoveryCodes),
    }),
  );
  const stop = useMutation(
    api.auth.stopTwoStep.mutationOptions({
      meta: { showsFailure: true },
      onSuccess: () => {
        showToast({ message: t('people.two-step.is-off') });
        onDone();
      },
    }),
  );
  const error = renew.error ?? stop.error;
  const wait = useWait(error);
  const cannot = wait > 0 || password === '' || stop.isPending;
  const turnOff = (): void => {
    renew.reset();
    stop.mutate({ password });
  };
  return (
    <Steps
      onSubmit={() => {
        stop.reset();
        renew.mutate({ password });
      }}
      onCancel={onCancel}
      next={
        <>
          <Button variant="danger" isDisabled={cannot} onPress={turnOff}>
            {t('people.two-step.turn-off')}
          </Button>
          <Button type="submit" variant="primary" isPending={renew.isPending} isDisabled={cannot}>
            {t('people.two-step.new-codes')}
          </Button>
        </>
      }
    >
      <OwnPassword value={password} onChange={setPassword} />
      <Refusal error={error} wait={wait} />
    </Steps>
  );
}

interface StepsProps {
  readonly onSubmit: () => void;
  readonly onCancel: () => void;
  readonly next: ReactNode;
  readonly children: ReactNode;
}

function Steps({ onSubmit, onCancel, next, children }: StepsProps) {
  const t = useText();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <Form onSubmit={submit} className="flex flex-col gap-3">
      {children}
      <div className="flex justify-end gap-2">
        <Button variant="ghost" onPress={onCancel}>
          {t('people.cancel')}
        </Button>
        {next}
      </div>
    </Form>
  );
}

interface OwnPasswordProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function OwnPassword({ value, onChange }: OwnPasswordProps) {
  const t = useText();
  return (
    <TextField
      autoFocus
      isRequired
      type="password"
      autoComplete="current-password"
      maxLength={1024}
      label={t('people.password.own')}
      value={value}
      onChange={onChange}
      validationBehavior="aria"
    />
  );
}
