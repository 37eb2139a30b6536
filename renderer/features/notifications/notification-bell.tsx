import { useMutation, useQuery } from '@tanstack/react-query';
import { Bell } from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import { create } from 'zustand';
import { useApi } from '@/renderer/app/api';
import { useCommands } from '@/renderer/app/commands';
import { useFailure } from '@/renderer/app/failure';
import { useShell } from '@/renderer/app/shell';
import { NotificationLine, useNews } from '@/renderer/features/notifications/notification-line';
import { useText } from '@/renderer/lib/text';
import { AFTER_ROWS, useLate } from '@/renderer/lib/use-late';
import { Button, IconButton } from '@/renderer/ui/button';
import { Popover } from '@/renderer/ui/popover';
import { EmptyState, ErrorState, Loading, Skeleton } from '@/renderer/ui/states';

const SHOWN = 50;

const useBell = create<{ readonly isOpen: boolean }>(() => ({ isOpen: false }));

/** Opens the panel of what happened. */
export const openNotifications = (): void => useBell.setState({ isOpen: true });

/** How much is unread, and a panel of what happened. */
export function NotificationBell() {
  const t = useText();
  const api = useApi();
  const isOpen = useBell((bell) => bell.isOpen);
  const isCalm = useLate(AFTER_ROWS);
  const unread = useQuery({ ...api.notifications.countUnread.queryOptions(), enabled: isCalm });
  const count = unread.data ?? 0;
  useNewsOutside(count);
  useCommands(
    useMemo(
      () => [
        {
          id: 'notifications.open',
          title: t('notifications.open'),
          group: t('app.group.general'),
          icon: Bell,
          keys: 'g n',
          run: openNotifications,
        },
      ],
      [t],
    ),
  );
  return (
    <Popover
      label={t('notifications.title')}
      placement="bottom end"
      className="w-90"
      isOpen={isOpen}
      onOpenChange={(open) => useBell.setState({ isOpen: open })}
      trigger={
        <IconButton label={t('notifications.unread', { count })} keys="g n" className="relative">
          <Bell size={16} aria-hidden />
          {count === 0 ? null : (
            <span
              aria-hidden
              className="tabular absolute -top-1 -right-1 flex h-4 min-w-4 items-center justify-center rounded-full bg-accent px-1 text-xs font-medium text-on-accent"
            >
              {t('notifications.count', { count: Math.min(count, 99) })}
            </span>
          )}
        </IconButton>
      }
    >
      {(close) => <Panel close={close} />}
    </Popover>
  );
}

function Panel({ close }: { readonly close: () => void }) {
  const t = useText();
  const api = useApi();
  const failure = useFailure();
  const list = useQuery(api.notifications.list.queryOptions({ input: { limit: SHOWN } }));
  const { mutate: read } = useMutation(api.notifications.read.mutationOptions());
  return (
    <div className="flex max-h-[70vh] flex-col">
      <header className="flex h-11 shrink-0 items-center justify-between border-b border-line px-3">
        <h2 className="font-semibold">{t('notifications.title')}</h2>
        {/* It keeps the keyboard when all is read: a disabled button would drop it, and Escape with it. */}
        <Button size="sm" variant="ghost" onPress={() => read({ id: null })}>
          {t('notifications.read-all')}
        </Button>
      </header>
      {list.isError ? (
        <ErrorState
          title={t('notifications.failed')}
          details={failure(list.error).details}
          onRetry={() => void list.refetch()}
        />
      ) : list.data === undefined ? (
        <Loading label={t('notifications.loading')} className="flex flex-col gap-2 p-3">
          <Skeleton className="h-4 w-52" />
          <Skeleton className="h-4 w-40" />
        </Loading>
      ) : list.data.length === 0 ? (
        <EmptyState icon={<Bell size={20} />} title={t('notifications.empty')}>
          {t('notifications.empty-hint')}
        </EmptyState>
      ) : (
        <ul className="min-h-0 flex-1 overflow-y-auto p-1">
          {list.data.map((one) => (
            <NotificationLine
              key={one.id}
              notification={one}
              onRead={() => read({ id: one.id })}
              close={close}
            />
          ))}
        </ul>
      )}
    </div>
  );
}

/** While the window is behind others the system tells of what is new; what was unread at the start is not. */
function useNewsOutside(unread: number): void {
  const api = useApi();
  const { shell } = useShell();
  const words = useNews();
  const before = useRef<number | null>(null);
  const newest = useQuery({
    ...api.notifications.list.queryOptions({ input: { limit: 1 } }),
    enabled: unread > 0,
  }).data?.[0];
  useEffect(() => {
    const known = before.current;
    before.current = unread;
    if (known === null || unread <= known || document.hasFocus()) return;
    if (newest === undefined || newest.readAt !== null) return;
    void shell('notify', { title: newest.subjectName, body: words(newest) });
  }, [unread, newest, shell, words]);
}
