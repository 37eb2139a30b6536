import { useQuery } from '@tanstack/react-query';
import { Link, Outlet, useNavigate, useParams, useRouterState } from '@tanstack/react-router';
import { Copy, Ellipsis, FileStack, Trash2 } from 'lucide-react';
import { useCallback, useMemo, useState } from 'react';
import { Allowed } from '@/renderer/app/allowed';
import { useApi } from '@/renderer/app/api';
import { type Command, useCommands } from '@/renderer/app/commands';
import { RecordHead, RecordPage } from '@/renderer/app/record-page';
import { JOB_TABS } from '@/renderer/app/job-tabs';
import { useAtDesk, useCan } from '@/renderer/app/session';
import { PriorityMenu, StatusMenu } from '@/renderer/features/jobs/status-menus';
import { TemplateDialog } from '@/renderer/features/jobs/template-dialog';
import { useJobDeeds } from '@/renderer/features/jobs/use-job-deeds';
import { STATUS_NAMES } from '@/renderer/features/jobs/words';
import { cx } from '@/renderer/lib/cx';
import { useText } from '@/renderer/lib/text';
import { IconButton } from '@/renderer/ui/button';
import { Badge } from '@/renderer/ui/chips';
import { Menu } from '@/renderer/ui/menu';
import { STATUS_MOVES } from '@/shared/domain/jobs/status';
import type { JobDetail } from '@/shared/domain/jobs/views';

/** One job: its head, its tabs, and the tab that the address names. */
export function JobPage() {
  const { jobId } = useParams({ from: '/jobs/$jobId' });
  const api = useApi();
  const navigate = useNavigate();
  const query = useQuery(api.jobs.get.queryOptions({ input: { id: jobId } }));
  return (
    <RecordPage query={query} words={WORDS} onBack={() => void navigate({ to: '/jobs' })}>
      {(detail) => <Page key={jobId} detail={detail} />}
    </RecordPage>
  );
}

const WORDS = {
  loading: 'jobs.loading',
  failed: 'jobs.page-failed',
  notFound: 'jobs.not-found',
  notFoundHint: 'jobs.not-found-hint',
  back: 'jobs.back',
} as const;

function Page({ detail }: { readonly detail: JobDetail }) {
  const { job, clientName } = detail;
  const [isNaming, setNaming] = useState(false);
  const onTemplate = useCallback(() => setNaming(true), []);
  usePageCommands(detail, onTemplate);
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <Head detail={detail} onTemplate={onTemplate} />
      <TabBar jobId={job.id} />
      <Outlet />
      <TemplateDialog
        jobId={job.id}
        suggested={`${job.title} (${clientName})`}
        isOpen={isNaming}
        onOpenChange={setNaming}
      />
    </div>
  );
}

function Head({
  detail,
  onTemplate,
}: {
  readonly detail: JobDetail;
  readonly onTemplate: () => void;
}) {
  const t = useText();
  const navigate = useNavigate();
  const deeds = useJobDeeds();
  const can = useCan();
  const atDesk = useAtDesk();
  const { job } = detail;
  return (
    <RecordHead title={job.title} back={WORDS.back} onBack={() => void navigate({ to: '/jobs' })}>
      {can('client.read') ? (
        <Link
          to="/clients/$clientId"
          params={{ clientId: job.clientId }}
          className="min-w-0 truncate rounded-sm text-accent-ink hover:underline"
        >
          {detail.clientName}
        </Link>
      ) : (
        <span className="min-w-0 truncate text-ink-2">{detail.clientName}</span>
      )}
      {detail.clientOffLimits ? <Badge tone="bad">{t('jobs.client-off-limits')}</Badge> : null}
      <StatusMenu job={job} />
      <PriorityMenu job={job} />
      <span className="flex-1" />
      <Allowed to="job.edit">
        <Menu
          label={t('jobs.more')}
          trigger={
            <IconButton label={t('jobs.more')}>
              <Ellipsis size={16} aria-hidden />
            </IconButton>
          }
          groups={[
            {
              entries: [
                {
                  id: 'duplicate',
                  label: t('jobs.duplicate'),
                  icon: <Copy size={14} />,
                  onAction: () => void deeds.duplicate(job),
                },
                ...(atDesk
                  ? [
                      {
                        id: 'template',
                        label: t('jobs.template.save'),
                        icon: <FileStack size={14} />,
                        onAction: onTemplate,
                      },
                    ]
                  : []),
              ],
            },
            ...(atDesk
              ? [
                  {
                    entries: [
                      {
                        id: 'delete',
                        label: t('jobs.delete'),
                        icon: <Trash2 size={14} />,
                        isDanger: true,
                        onAction: () => void deeds.remove(job),
                      },
                    ],
                  },
                ]
              : []),
          ]}
        />
      </Allowed>
    </RecordHead>
  );
}

/** The tabs are addresses: links, of which the one that is shown is marked. */
function TabBar({ jobId }: { readonly jobId: string }) {
  const t = useText();
  return (
    <nav
      aria-label={t('jobs.tabs')}
      className="flex shrink-0 gap-1 overflow-x-auto border-b border-line px-3"
    >
      {JOB_TABS.map(({ to, title }) => (
        <Link
          key={to}
          to={to}
          params={{ jobId }}
          activeOptions={{ exact: true }}
          className={cx(
            'flex h-9 shrink-0 items-center px-2 text-ink-2 -outline-offset-2 hover:text-ink',
            'aria-[current=page]:font-medium aria-[current=page]:text-ink aria-[current=page]:shadow-[inset_0_-2px_var(--accent)]',
          )}
        >
          {t(title)}
        </Link>
      ))}
    </nav>
  );
}

function usePageCommands(detail: JobDetail, onTemplate: () => void): void {
  const t = useText();
  const navigate = useNavigate();
  const deeds = useJobDeeds();
  const atDesk = useAtDesk();
  const { job } = detail;
  const isHome = useRouterState({
    select: (state) => state.location.pathname === `/jobs/${job.id}`,
  });
  const commands = useMemo((): readonly Command[] => {
    const group = t('jobs.this');
    return [
      ...JOB_TABS.map(({ to, title, keys }) => ({
        id: `job.tab.${to}`,
        title: t('jobs.command.tab', { tab: t(title) }),
        group,
        keys,
        run: () => void navigate({ to, params: { jobId: job.id } }),
      })),
      ...STATUS_MOVES[job.status].map((to) => ({
        id: `job.status.${to}`,
        permission: 'job.edit' as const,
        title: t('jobs.status.to', { status: t(STATUS_NAMES[to]) }),
        group,
        run: () => deeds.setStatus(job, to),
      })),
      {
        id: 'job.duplicate',
        permission: 'job.edit',
        title: t('jobs.duplicate'),
        group,
        icon: Copy,
        run: () => void deeds.duplicate(job),
      },
      ...(atDesk
        ? [
            {
              id: 'job.template',
              permission: 'job.edit' as const,
              title: t('jobs.template.save'),
              group,
              icon: FileStack,
              run: onTemplate,
            },
            {
              id: 'job.delete',
              permission: 'job.edit' as const,
              title: t('jobs.delete'),
              group,
              icon: Trash2,
              run: () => void deeds.remove(job),
            },
          ]
        : []),
      ...(isHome
        ? [
            {
              id: 'job.back',
              title: t('jobs.back'),
              group,
              keys: 'escape',
              isKeysOnly: true,
              run: () => void navigate({ to: '/jobs' }),
            },
          ]
        : []),
    ];
  }, [t, navigate, deeds, atDesk, job, isHome, onTemplate]);
  useCommands(commands);
}
