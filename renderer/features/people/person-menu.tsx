import { useNavigate } from '@tanstack/react-router';
import { CircleUserRound, KeyRound, Lock, LogOut, UserRoundCog, UsersRound } from 'lucide-react';
import { useCan, useLock, useSignOut } from '@/renderer/app/session';
import { useWorkspace } from '@/renderer/app/workspace';
import { setAccountOpen, useAccountOpen } from '@/renderer/features/people/account-state';
import { ROLE_NAMES } from '@/renderer/features/people/words';
import { partOnDemand } from '@/renderer/lib/on-demand';
import { useText } from '@/renderer/lib/text';
import { useOnce } from '@/renderer/lib/use-once';
import { Button, IconButton } from '@/renderer/ui/button';
import { Menu, type MenuEntry } from '@/renderer/ui/menu';

const AccountDialog = partOnDemand(
  () => import('@/renderer/features/people/account/account-dialog'),
  'AccountDialog',
);

/** Who is at the desk, and what they can do about it. */
export function PersonMenu({ isCollapsed }: { readonly isCollapsed: boolean }) {
  const t = useText();
  const navigate = useNavigate();
  const signOut = useSignOut();
  const lock = useLock();
  const can = useCan();
  const workspace = useWorkspace();
  const hasAccount = useOnce(useAccountOpen((account) => account.isOpen));
  if (!workspace) return null;
  const account: readonly MenuEntry[] = [
    {
      id: 'account',
      label: t(workspace.guarded ? 'people.account' : 'people.account.set-password'),
      icon: workspace.guarded ? <UserRoundCog size={14} /> : <KeyRound size={14} />,
      onAction: () => setAccountOpen(true),
    },
    ...(can('user.manage')
      ? [
          {
            id: 'manage',
            label: t('people.manage'),
            icon: <UsersRound size={14} />,
            onAction: () => void navigate({ to: '/settings', search: { section: 'people' } }),
          },
        ]
      : []),
  ];
  const leaving: readonly MenuEntry[] = [
    {
      id: 'switch',
      label: t('people.switch'),
      icon: <UsersRound size={14} />,
      onAction: signOut,
    },
    {
      id: 'sign-out',
      label: t('people.sign-out'),
      icon: <LogOut size={14} />,
      onAction: signOut,
    },
  ];
  return (
    <>
      <Menu
        label={t('people.menu')}
        placement="top start"
        trigger={
          isCollapsed ? (
            <IconButton label={t('people.menu.of', { name: workspace.userName })}>
              <CircleUserRound size={16} aria-hidden />
            </IconButton>
          ) : (
            <Button
              variant="ghost"
              size="sm"
              icon={<CircleUserRound size={16} aria-hidden />}
              className="min-w-0 flex-1 justify-start!"
              aria-label={t('people.menu.of', { name: workspace.userName })}
            >
              <span className="truncate">{workspace.userName}</span>
            </Button>
          )
        }
        groups={[
          { title: t(ROLE_NAMES[workspace.role]), entries: account },
          ...(workspace.guarded ? [{ entries: leaving }] : []),
          {
            entries: [
              {
                id: 'lock',
                label: t('keys.lock-now'),
                icon: <Lock size={14} />,
                onAction: lock,
              },
            ],
          },
        ]}
      />
      {hasAccount ? <AccountDialog /> : null}
    </>
  );
}
