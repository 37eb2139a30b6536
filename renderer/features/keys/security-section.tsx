import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '@/renderer/app/api';
import { useFailure } from '@/renderer/app/failure';
import { useLock } from '@/renderer/app/session';
import { KeyDeedDialog } from '@/renderer/features/keys/key-deed-dialog';
import { DEED_WORDS, DEEDS, type KeyDeed, wordsOf } from '@/renderer/features/keys/key-deeds';
import { useFormat } from '@/renderer/lib/format';
import { type MessageId, useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { Select } from '@/renderer/ui/select';
import { ErrorState, Loading, Skeleton } from '@/renderer/ui/states';
import type { KeyStatus } from '@/shared/contract/api/keys';

const MINUTES = [5, 10, 15, 30, 60, 240] as const;

/** What opens the workspace, and changing it. */
export function SecuritySection() {
  const t = useText();
  const api = useApi();
  const failure = useFailure();
  const format = useFormat();
  const lock = useLock();
  const queries = useQueryClient();
  const [asked, setAsked] = useState<KeyDeed | null>(null);
  const status = useQuery(api.keys.status.queryOptions());
  const autoLock = useMutation(
    api.keys.setAutoLock.mutationOptions({
      onSuccess: () => queries.invalidateQueries({ queryKey: api.keys.status.key() }),
    }),
  );
  if (status.isPending) {
    return (
      <Loading label={t('keys.loading')}>
        <Skeleton className="h-40" />
      </Loading>
    );
  }
  if (status.isError) {
    const { message, details } = failure(status.error);
    return (
      <ErrorState title={t('keys.failed')} details={details} onRetry={() => void status.refetch()}>
        {message}
      </ErrorState>
    );
  }
  const { slots, keychain, autoLockMinutes, rotatedAt } = status.data;
  const deeds = DEEDS.filter(
    (deed) => deed !== 'remove' || (slots.passphrase && keychain === 'works'),
  );
  return (
    <>
      <p className="mb-3 text-ink-2">{t('keys.text')}</p>
      {slots.recoveryKey ? null : (
        <p className="mb-3 rounded-md bg-warn-soft p-2.5 text-warn-ink">
          {t('keys.recovery-key.missing')}
        </p>
      )}
      <dl className="border-t border-line">
        <Line title={t('keys.opened-by')}>{t(openedBy(slots))}</Line>
        <Line title={t('keys.changed')}>
          {rotatedAt === null ? t('keys.changed.never') : format.absolute(rotatedAt)}
        </Line>
      </dl>
      <ul className="border-b border-line">
        {deeds.map((deed) => (
          <li
            key={deed}
            className="flex items-center justify-between gap-6 border-b border-line py-3 last:border-b-0"
          >
            <div>
              <p className="font-medium">{t(wordsOf(deed, slots).title)}</p>
              <p className="text-sm text-ink-2">{t(wordsOf(deed, slots).text)}</p>
            </div>
            <Button onPress={() => setAsked(deed)}>{t(DEED_WORDS[deed].button)}</Button>
          </li>
        ))}
      </ul>
      <div className="flex items-end justify-between gap-6 py-3">
        <Select
          label={t('keys.auto-lock')}
          className="w-60"
          options={[
            { value: 'never', label: t('keys.auto-lock.never') },
            ...MINUTES.map((minutes) => ({
              value: String(minutes),
              label: t('keys.auto-lock.after', { minutes }),
            })),
          ]}
          value={autoLockMinutes === null ? 'never' : String(autoLockMinutes)}
          onChange={(value) =>
            autoLock.mutate({ minutes: value === 'never' ? null : Number(value) })
          }
        />
        <Button onPress={lock}>{t('keys.lock-now')}</Button>
      </div>
      {asked === null ? null : (
        <KeyDeedDialog deed={asked} slots={slots} onClose={() => setAsked(null)} />
      )}
    </>
  );
}

function openedBy({ passphrase, recoveryKey }: KeyStatus['slots']): MessageId {
  if (passphrase) {
    return recoveryKey ? 'keys.opened-by.passphrase' : 'keys.opened-by.passphrase-alone';
  }
  return recoveryKey ? 'keys.opened-by.keychain' : 'keys.opened-by.keychain-alone';
}

function Line({ title, children }: { readonly title: string; readonly children: string }) {
  return (
    <div className="flex items-baseline justify-between gap-6 border-b border-line py-2.5">
      <dt className="text-ink-2">{title}</dt>
      <dd>{children}</dd>
    </div>
  );
}
