import { Ellipsis, KeyRound, Pencil, ShieldOff, UserRoundCheck, UserRoundX } from 'lucide-react';
import { useWorkspace } from '@/renderer/app/workspace';
import type { UserDeeds } from '@/renderer/features/people/settings/use-user-deeds';
import { ROLE_NAMES } from '@/renderer/features/people/words';
import { useFormat, useNow } from '@/renderer/lib/format';
import { useText } from '@/renderer/lib/text';
import { IconButton } from '@/renderer/ui/button';
import { Badge } from '@/renderer/ui/chips';
import { Menu, type MenuEntry } from '@/renderer/ui/menu';
import type { PersonView } from '@/shared/contract/api/users';

interface Props {
  readonly user: PersonView;
  readonly deeds: UserDeeds;
  readonly onEdit: () => void;
}

/** Somebody, as what they are let in, and what can be done about it. */
export function UserRow({ user, deeds, onEdit }: Props) {
  const t = useText();
  const format = useFormat();
  const now = useNow();
  const isSelf = useWorkspace()?.userId === user.id;
  const isActive = user.status === 'active';
  const entries: readonly MenuEntry[] = [
    {
      id: 'edit',
      label: t('people.user.edit'),
      icon: <Pencil size={14} />,
      onAction: onEdit,
    },
    ...(isActive && !isSelf
      ? [
          {
            id: 'reset-password',
            label: t('people.user.reset-password'),
            icon: <KeyRound size={14} />,
            onAction: () => deeds.resetPassword(user),
          },
        ]
      : []),
    ...(isActive && !isSelf && user.twoStep
      ? [
          {
            id: 'reset-two-step',
            label: t('people.user.reset-two-step'),
            icon: <ShieldOff size={14} />,
            onAction: () => deeds.resetTwoStep(user),
          },
        ]
      : []),
    isActive
      ? {
          id: 'deactivate',
          label: t('people.user.deactivate'),
          icon: <UserRoundX size={14} />,
          isDanger: true,
          onAction: () => deeds.deactivate(user),
        }
      : {
          id: 'reactivate',
          label: t('people.user.reactivate'),
          icon: <UserRoundCheck size={14} />,
          onAction: () => deeds.reactivate(user),
        },
  ];
  const facts = [user.email, user.roleName ?? t(ROLE_NAMES[user.role]), user.clientName];
  return (
    <div className="flex items-center gap-3 py-2">
      <div className="min-w-0 flex-1">
        <p className="flex min-w-0 items-center gap-2">
          <span className={isActive ? 'truncate font-medium' : 'truncate text-ink-3'}>
            {user.name}
          </span>
          {isSelf ? <Badge tone="accent">{t('people.user.self')}</Badge> : null}
          {isActive ? null : <Badge>{t('people.user.deactivated')}</Badge>}
          {isActive && user.mustChangePassword ? (
            <Badge tone="warn">{t('people.user.must-change')}</Badge>
          ) : null}
          {user.twoStep ? <Badge tone="good">{t('people.two-step')}</Badge> : null}
        </p>
        <p className="truncate text-sm text-ink-2">
          {facts.filter((fact) => fact !== null).join(' · ')}
        </p>
      </div>
      <span
        className="shrink-0 text-sm text-ink-3"
        title={user.lastSeenAt === null ? undefined : format.absolute(user.lastSeenAt)}
      >
        {user.lastSeenAt === null
          ? t('people.user.never-seen')
          : t('people.user.seen', { when: format.relative(user.lastSeenAt, now) })}
      </span>
      <Menu
        label={t('people.user.deeds', { name: user.name })}
        trigger={
          <IconButton label={t('people.user.deeds', { name: user.name })}>
            <Ellipsis size={16} aria-hidden />
          </IconButton>
        }
        groups={[{ entries }]}
      />
    </div>
  );
}
