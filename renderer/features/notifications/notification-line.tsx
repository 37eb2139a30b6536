import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import {
  Briefcase,
  CalendarCheck,
  Check,
  FileInput,
  Hourglass,
  Search,
  ShieldAlert,
  UserCheck,
  Users,
} from 'lucide-react';
import { useCallback } from 'react';
import { useApi } from '@/renderer/app/api';
import { useOpenSaved } from '@/renderer/features/searches';
import { cx } from '@/renderer/lib/cx';
import { useText } from '@/renderer/lib/text';
import { IconButton } from '@/renderer/ui/button';
import { RelativeTime } from '@/renderer/ui/time';
import type { Notification } from '@/shared/domain/notifications/records';

const ICONS = {
  'saved-search': Search,
  'import-finished': FileInput,
  'duplicates-found': Users,
  'new-matches': Briefcase,
  'stage-changed': Briefcase,
  'job-created': Briefcase,
  'interview-passed': CalendarCheck,
  'hiring-started': UserCheck,
  'candidate-shared': Users,
  'retention-due': Hourglass,
  'erased-person-returned': ShieldAlert,
  'backup-failed': ShieldAlert,
} as const;
const WORDS = {
  'saved-search': 'notifications.saved-search',
  'import-finished': 'notifications.import-finished',
  'duplicates-found': 'notifications.duplicates-found',
  'new-matches': 'notifications.new-matches',
  'stage-changed': 'notifications.stage-changed',
  'job-created': 'notifications.job-created',
  'interview-passed': 'notifications.interview-passed',
  'hiring-started': 'notifications.hiring-started',
  'candidate-shared': 'notifications.candidate-shared',
  'retention-due': 'notifications.retention-due',
  'erased-person-returned': 'notifications.erased-person-returned',
  'backup-failed': 'notifications.backup-failed',
} as const;

/** What is looked at on the board of the job. */
const OF_BOARD: ReadonlySet<Notification['kind']> = new Set([
  'stage-changed',
  'interview-passed',
  'hiring-started',
]);

/** What a notification says. */
export function useNews(): (notification: Notification) => string {
  const t = useText();
  return useCallback(
    ({ kind, subjectName, count }) => t(WORDS[kind], { name: subjectName, count }),
    [t],
  );
}

interface Props {
  readonly notification: Notification;
  readonly onRead: () => void;
  readonly close: () => void;
}

/** One thing that happened; choosing it leads there and marks it as read. */
export function NotificationLine({ notification, onRead, close }: Props) {
  const t = useText();
  const words = useNews();
  const open = useOpenSubject();
  const { kind, readAt, updatedAt, subjectName } = notification;
  const Icon = ICONS[kind];
  const isRead = readAt !== null;
  return (
    <li className="flex items-center gap-1 rounded-md pr-1 hover:bg-hover">
      <button
        type="button"
        onClick={() => {
          if (!isRead) onRead();
          close();
          open(notification);
        }}
        className="flex min-w-0 flex-1 items-start gap-2.5 rounded-md px-2 py-2 text-left"
      >
        <Icon size={16} aria-hidden className="mt-0.5 shrink-0 text-ink-3" />
        <span className="min-w-0 flex-1">
          <span className={cx('block', isRead ? 'text-ink-2' : 'font-medium')}>
            {words(notification)}
          </span>
          <RelativeTime value={updatedAt} className="text-sm text-ink-3" />
        </span>
        {isRead ? null : (
          <span className="mt-1.5 size-2 shrink-0 rounded-full bg-accent">
            <span className="sr-only">{t('notifications.is-unread')}</span>
          </span>
        )}
      </button>
      {isRead ? null : (
        <IconButton
          size="sm"
          label={t('notifications.read', { name: subjectName })}
          onPress={onRead}
        >
          <Check size={14} aria-hidden />
        </IconButton>
      )}
    </li>
  );
}

/** Leads to what a notification is about; to the list it is on, when it is gone itself. */
function useOpenSubject(): (notification: Notification) => void {
  const api = useApi();
  const navigate = useNavigate();
  const saved = useQuery(api.searches.saved.queryOptions());
  const openSaved = useOpenSaved();
  return useCallback(
    ({ kind, subjectId }) => {
      const search = saved.data?.find(({ id }) => id === subjectId);
      if (kind === 'saved-search' && search !== undefined) openSaved(search, true);
      else if (kind === 'import-finished' && subjectId !== null) {
        void navigate({ to: '/import', search: { id: subjectId } });
      } else if (kind === 'duplicates-found') void navigate({ to: '/duplicates' });
      else if (kind === 'new-matches' && subjectId !== null)
        void navigate({ to: '/jobs/$jobId/matches', params: { jobId: subjectId } });
      else if (OF_BOARD.has(kind) && subjectId !== null)
        void navigate({ to: '/pipeline', search: { job: subjectId } });
      else if (kind === 'job-created' && subjectId !== null)
        void navigate({ to: '/jobs/$jobId', params: { jobId: subjectId } });
      else if (kind === 'retention-due')
        void navigate({ to: '/privacy', search: { view: 'quarantine' } });
      else if (kind === 'erased-person-returned')
        void navigate({ to: '/privacy', search: { view: 'returned' } });
      else if (kind === 'backup-failed')
        void navigate({ to: '/settings', search: { section: 'backup' } });
      else if (kind === 'candidate-shared')
        void navigate({ to: '/candidates', search: { shared: true } });
      else void navigate({ to: '/candidates' });
    },
    [saved.data, openSaved, navigate],
  );
}
