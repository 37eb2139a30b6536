import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '@/renderer/app/api';
import {
  endOf,
  PERMISSION_NAMES,
  type Span,
  SPAN_NAMES,
  SPANS,
} from '@/renderer/features/sharing/words';
import { useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { Select } from '@/renderer/ui/select';
import { SHARE_PERMISSIONS, type Share, type ShareReceiver } from '@/shared/domain/access/records';

export interface ShareChoice {
  readonly with: ShareReceiver;
  readonly name: string;
  readonly permission: Share['permission'];
  readonly expiresAt: string | null;
}

interface Props {
  readonly isBusy: boolean;
  readonly onShare: (choice: ShareChoice) => void;
}

/** With whom, what they may do, and for how long. */
export function ShareForm({ isBusy, onShare }: Props) {
  const t = useText();
  const receivers = useReceivers();
  const [chosen, setChosen] = useState('');
  const [permission, setPermission] = useState<Share['permission']>('view');
  const [span, setSpan] = useState<Span>('always');
  const receiver = receivers?.find(({ value }) => value === chosen) ?? receivers?.[0];
  if (receivers === null) return null;
  if (receiver === undefined) return <p className="text-ink-2">{t('sharing.nobody')}</p>;
  const allowed = SHARE_PERMISSIONS.filter((one) => one !== 'edit' || receiver.mayEdit);
  const given = allowed.includes(permission) ? permission : 'comment';
  return (
    <form
      aria-label={t('sharing.title')}
      className="flex flex-wrap items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        onShare({
          with: receiver.receiver,
          name: receiver.label,
          permission: given,
          expiresAt: endOf(span),
        });
      }}
    >
      <Select
        autoFocus
        className="min-w-48 flex-1"
        label={t('sharing.with')}
        options={receivers}
        value={receiver.value}
        onChange={setChosen}
      />
      <Select
        label={t('sharing.may')}
        options={allowed.map((value) => ({ value, label: t(PERMISSION_NAMES[value]) }))}
        value={given}
        onChange={setPermission}
      />
      <Select
        label={t('sharing.for')}
        // The keys of a table of spans are its spans.
        options={(Object.keys(SPANS) as Span[]).map((value) => ({
          value,
          label: t(SPAN_NAMES[value]),
        }))}
        value={span}
        onChange={setSpan}
      />
      <Button type="submit" variant="primary" isDisabled={isBusy}>
        {t('sharing.go.share')}
      </Button>
    </form>
  );
}

interface Option {
  readonly value: string;
  readonly label: string;
  readonly receiver: ShareReceiver;
  readonly mayEdit: boolean;
}

/** Null while they are read. */
function useReceivers(): readonly Option[] | null {
  const t = useText();
  const api = useApi();
  const { data } = useQuery(api.shares.receivers.queryOptions());
  if (data === undefined) return null;
  return [
    ...data.users.map(
      ({ id, name, role, clientName }): Option => ({
        value: `user:${id}`,
        label: clientName === null ? name : t('sharing.person-of', { name, client: clientName }),
        receiver: { kind: 'user', id },
        mayEdit: role === 'recruiter',
      }),
    ),
    ...data.clients.map(
      ({ id, name }): Option => ({
        value: `client:${id}`,
        label: t('sharing.client', { name }),
        receiver: { kind: 'client', id },
        mayEdit: false,
      }),
    ),
  ];
}
