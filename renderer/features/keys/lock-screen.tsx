import { useMutation } from '@tanstack/react-query';
import { LockKeyhole } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { Form } from 'react-aria-components';
import { useApi } from '@/renderer/app/api';
import { DeskCard } from '@/renderer/app/desk-card';
import { KeyField } from '@/renderer/app/key-field';
import { forgetEverything } from '@/renderer/app/session';
import { RestoreOffer } from '@/renderer/features/backup';
import { Refusal, useWait } from '@/renderer/features/people';
import { type MessageId, useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import type { KeyStatus, LockReason } from '@/shared/contract/api/keys';

const REASONS: Readonly<Record<LockReason, MessageId>> = {
  locked: 'keys.reason.locked',
  passphrase: 'keys.reason.passphrase',
  'keychain-missing': 'keys.reason.keychain-missing',
  'keychain-changed': 'keys.reason.keychain-changed',
  'keychain-unavailable': 'keys.reason.keychain-unavailable',
  'keychain-no-answer': 'keys.reason.keychain-no-answer',
  'wrong-key': 'keys.reason.wrong-key',
  'not-encrypted': 'keys.protect.text',
};

export interface Props {
  readonly reason: LockReason;
  readonly slots: KeyStatus['slots'];
}

/** The workspace is locked: why, and every way in that there is. Nothing here can change or replace it. */
export function LockScreen({ reason, slots }: Props) {
  const t = useText();
  const api = useApi();
  const [isRecovering, setRecovering] = useState(false);
  const [given, setGiven] = useState('');
  const unlock = useMutation(
    api.keys.unlock.mutationOptions({
      meta: { showsFailure: true },
      onSuccess: () => forgetEverything(),
    }),
  );
  const wait = useWait(unlock.error);
  const byKey = isRecovering || !slots.passphrase;
  const hasField = slots.passphrase || isRecovering || !slots.keychain;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (wait > 0 || unlock.isPending) return;
    if (!hasField) unlock.mutate({ keychain: true });
    else if (given !== '') unlock.mutate(byKey ? { recoveryKey: given } : { passphrase: given });
  };
  const change = (recovering: boolean): void => {
    setRecovering(recovering);
    setGiven('');
    unlock.reset();
  };
  return (
    <DeskCard>
      <Form onSubmit={submit} className="flex flex-col gap-4">
        <LockKeyhole size={22} aria-hidden className="text-ink-3" />
        <div>
          <h1 className="text-xl font-semibold">{t('keys.locked')}</h1>
          <p className="mt-1 text-ink-2">{t(REASONS[reason])}</p>
        </div>
        {hasField ? <KeyField byKey={byKey} value={given} onChange={setGiven} /> : null}
        <Refusal error={unlock.error} wait={wait} />
        <div className="flex flex-wrap items-center justify-end gap-2">
          {slots.passphrase || slots.keychain ? (
            <Button variant="ghost" onPress={() => change(!isRecovering)}>
              {t(isRecovering ? 'keys.use-other' : 'keys.use-recovery-key')}
            </Button>
          ) : null}
          <Button
            type="submit"
            variant="primary"
            autoFocus={!hasField}
            isPending={unlock.isPending}
            isDisabled={wait > 0 || (hasField && given === '')}
          >
            {t(hasField ? 'keys.unlock' : 'keys.ask-keychain')}
          </Button>
        </div>
        <p className="text-sm text-ink-3">{t('keys.no-other-way')}</p>
        <div className="border-t border-line pt-3">
          <RestoreOffer />
        </div>
      </Form>
    </DeskCard>
  );
}
