import { KeyRound, LogOut, UserRoundCog, UsersRound } from 'lucide-react';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { type Command, useCommands } from '@/renderer/app/commands';
import { useCan, useSignOut } from '@/renderer/app/session';
import { useWorkspace } from '@/renderer/app/workspace';
import { setAccountOpen } from '@/renderer/features/people/account-state';
import { useText } from '@/renderer/lib/text';

/** One's own account, going, and the people of the desk, from any screen. */
export function usePeopleCommands(): void {
  const t = useText();
  const navigate = useNavigate();
  const signOut = useSignOut();
  const can = useCan();
  const isGuarded = useWorkspace()?.guarded === true;
  const commands = useMemo((): readonly Command[] => {
    const group = t('people.group');
    return [
      {
        id: 'people.account',
        title: t('people.account'),
        group,
        icon: isGuarded ? UserRoundCog : KeyRound,
        run: () => setAccountOpen(true),
      },
      ...(can('user.manage')
        ? [
            {
              id: 'people.manage',
              title: t('people.manage'),
              group,
              icon: UsersRound,
              run: () => void navigate({ to: '/settings', search: { section: 'people' } }),
            },
          ]
        : []),
      ...(isGuarded
        ? [
            {
              id: 'people.switch',
              title: t('people.switch'),
              group,
              icon: UsersRound,
              run: signOut,
            },
            {
              id: 'people.sign-out',
              title: t('people.sign-out'),
              group,
              icon: LogOut,
              run: signOut,
            },
          ]
        : []),
    ];
  }, [t, navigate, signOut, can, isGuarded]);
  useCommands(commands);
}
