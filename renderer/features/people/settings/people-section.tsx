import { useState } from 'react';
import { useCan } from '@/renderer/app/session';
import { useWorkspace } from '@/renderer/app/workspace';
import { setAccountOpen } from '@/renderer/features/people/account-state';
import { AccessMatrix } from '@/renderer/features/people/settings/access-matrix';
import { Roles } from '@/renderer/features/people/settings/roles';
import { Users } from '@/renderer/features/people/settings/users';
import { useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { EmptyState } from '@/renderer/ui/states';
import { Segments } from '@/renderer/ui/toggles';

type View = 'users' | 'roles' | 'access';

/** Who is let in, as what, and what that comes to. */
export function PeopleSection() {
  const t = useText();
  const can = useCan();
  const [view, setView] = useState<View>('users');
  if (useWorkspace()?.guarded === false) {
    return (
      <EmptyState
        title={t('people.unguarded.title')}
        action={
          <Button variant="primary" onPress={() => setAccountOpen(true)}>
            {t('people.account.set-password')}
          </Button>
        }
      >
        {t('people.unguarded.text')}
      </EmptyState>
    );
  }
  return (
    <>
      <Segments<View>
        label={t('people.views')}
        hideLabel
        className="mb-4"
        value={view}
        onChange={setView}
        options={[
          { value: 'users', label: t('people.users') },
          { value: 'roles', label: t('people.roles') },
          { value: 'access', label: t('people.access') },
        ]}
      />
      {view === 'users' ? <Users /> : null}
      {view === 'roles' ? <Roles mayChange={can('role.manage')} /> : null}
      {view === 'access' ? <AccessMatrix /> : null}
    </>
  );
}
