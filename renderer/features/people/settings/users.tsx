import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useApi } from '@/renderer/app/api';
import { useFailure } from '@/renderer/app/failure';
import { OneTimePassword } from '@/renderer/features/people/settings/one-time-password';
import { useUserDeeds } from '@/renderer/features/people/settings/use-user-deeds';
import { UserForm } from '@/renderer/features/people/settings/user-form';
import { UserRow } from '@/renderer/features/people/settings/user-row';
import { useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { ErrorState, Loading, Skeleton } from '@/renderer/ui/states';

const ADDING = 'adding';

/** Everybody who is let in, and those who were. */
export function Users() {
  const t = useText();
  const api = useApi();
  const failure = useFailure();
  /** The id of the user in the form. */
  const [open, setOpen] = useState<string | null>(null);
  const users = useQuery(api.users.list.queryOptions());
  const deeds = useUserDeeds();
  if (users.isError) {
    return (
      <ErrorState
        title={t('people.users.failed')}
        details={failure(users.error).details}
        onRetry={() => void users.refetch()}
      >
        {failure(users.error).message}
      </ErrorState>
    );
  }
  if (users.isPending) {
    return (
      <Loading label={t('people.users.loading')} className="flex flex-col gap-2">
        <Skeleton className="h-13" />
        <Skeleton className="h-13" />
      </Loading>
    );
  }
  const close = (): void => setOpen(null);
  return (
    <>
      {deeds.told === null ? null : <OneTimePassword told={deeds.told} onDone={deeds.forget} />}
      <ul aria-label={t('people.users')} className="border-t border-line">
        {users.data.map((user) => (
          <li key={user.id} className="border-b border-line">
            {open === user.id ? (
              <UserForm user={user} onClose={close} onTold={deeds.tell} />
            ) : (
              <UserRow user={user} deeds={deeds} onEdit={() => setOpen(user.id)} />
            )}
          </li>
        ))}
        {open === ADDING ? (
          <li className="border-b border-line">
            <UserForm user={null} onClose={close} onTold={deeds.tell} />
          </li>
        ) : null}
      </ul>
      {open === ADDING ? null : (
        <Button
          className="mt-3"
          icon={<Plus size={14} aria-hidden />}
          onPress={() => setOpen(ADDING)}
        >
          {t('people.user.add')}
        </Button>
      )}
    </>
  );
}
