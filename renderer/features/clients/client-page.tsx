import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Ellipsis, Plus, Trash2 } from 'lucide-react';
import { useCallback, useMemo } from 'react';
import { Allowed } from '@/renderer/app/allowed';
import { useApi } from '@/renderer/app/api';
import { type Command, useCommands } from '@/renderer/app/commands';
import { RecordHead, RecordPage } from '@/renderer/app/record-page';
import { STAGE_NAMES } from '@/renderer/app/stage-words';
import { ClientCard } from '@/renderer/features/clients/client-card';
import type { ClientTab } from '@/renderer/features/clients/clients-search';
import { Contacts } from '@/renderer/features/clients/contacts';
import { ActivityList, StatusMenu, useBeginJob, useRecordDeed } from '@/renderer/features/jobs';
import { useFormat } from '@/renderer/lib/format';
import { useText } from '@/renderer/lib/text';
import { Button, IconButton } from '@/renderer/ui/button';
import { Badge } from '@/renderer/ui/chips';
import { Menu } from '@/renderer/ui/menu';
import { EmptyState } from '@/renderer/ui/states';
import { Tabs } from '@/renderer/ui/tabs';
import { RelativeTime } from '@/renderer/ui/time';
import { showToast } from '@/renderer/ui/toast';
import type { ClientDetail } from '@/shared/domain/clients/views';
import { OPEN_STAGES } from '@/shared/domain/pipeline/board';

/** One client: the company, its people, its jobs, and who was put forward to it. */
export function ClientPage() {
  const { clientId } = useParams({ from: '/clients/$clientId' });
  const api = useApi();
  const navigate = useNavigate();
  const query = useQuery(api.clients.get.queryOptions({ input: { id: clientId } }));
  return (
    <RecordPage query={query} words={WORDS} onBack={() => void navigate({ to: '/clients' })}>
      {(detail) => <Page key={clientId} detail={detail} />}
    </RecordPage>
  );
}

const WORDS = {
  loading: 'clients.loading',
  failed: 'clients.page-failed',
  notFound: 'clients.not-found',
  notFoundHint: 'clients.not-found-hint',
  back: 'clients.back',
} as const;

function Page({ detail }: { readonly detail: ClientDetail }) {
  const t = useText();
  const format = useFormat();
  const navigate = useNavigate();
  const { tab = 'overview' } = useSearch({ from: '/clients/$clientId' });
  const { client, contacts, putForward } = detail;
  const actions = useClientActions(detail);
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <RecordHead
        title={client.companyName}
        back={WORDS.back}
        onBack={() => void navigate({ to: '/clients' })}
      >
        {client.status === 'inactive' ? <Badge>{t('clients.status.inactive')}</Badge> : null}
        {client.offLimits ? <Badge tone="bad">{t('clients.off-limits')}</Badge> : null}
        <span className="flex-1" />
        <Allowed to="job.edit">
          <Button
            icon={<Plus size={14} aria-hidden />}
            isDisabled={client.status === 'inactive'}
            onPress={actions.newJob}
          >
            {t('jobs.new')}
          </Button>
        </Allowed>
        <Allowed to="client.edit">
          <Menu
            label={t('clients.more')}
            trigger={
              <IconButton label={t('clients.more')}>
                <Ellipsis size={16} aria-hidden />
              </IconButton>
            }
            groups={[
              {
                entries: [
                  {
                    id: 'delete',
                    label: t('clients.delete'),
                    icon: <Trash2 size={14} />,
                    isDanger: true,
                    onAction: actions.remove,
                  },
                ],
              },
            ]}
          />
        </Allowed>
      </RecordHead>
      <Tabs<ClientTab>
        className="flex-1"
        label={t('clients.tabs')}
        selected={tab}
        onSelect={(next) =>
          void navigate({
            to: '/clients/$clientId',
            params: { clientId: client.id },
            search: { tab: next },
            replace: true,
          })
        }
        tabs={[
          { id: 'overview', label: t('clients.tab.overview') },
          {
            id: 'people',
            label: t('clients.tab.people'),
            count: format.number(putForward.length),
          },
          { id: 'activity', label: t('clients.tab.activity') },
        ]}
      >
        <div className="min-h-0 flex-1 overflow-y-auto">
          {tab === 'overview' ? (
            <div className="grid min-h-full grid-cols-[minmax(0,1fr)_22rem]">
              <div className="flex flex-col gap-5 px-5 py-4">
                <Jobs detail={detail} onNew={actions.newJob} />
                <Contacts clientId={client.id} contacts={contacts} />
              </div>
              <div className="border-l border-line px-5 py-4">
                <ClientCard client={client} />
              </div>
            </div>
          ) : null}
          {tab === 'people' ? <PutForwardList detail={detail} /> : null}
          {tab === 'activity' ? <ActivityList subject="client" id={client.id} /> : null}
        </div>
      </Tabs>
    </div>
  );
}

function Jobs({ detail, onNew }: { readonly detail: ClientDetail; readonly onNew: () => void }) {
  const t = useText();
  const { jobs, client } = detail;
  return (
    <section aria-label={t('clients.jobs')} className="flex flex-col gap-1">
      <h3 className="font-medium">{t('clients.jobs')}</h3>
      {jobs.length === 0 ? (
        <p className="text-ink-3">
          {t('clients.jobs.none')}{' '}
          {client.status === 'active' ? (
            <Allowed to="job.edit">
              <Button size="sm" variant="ghost" onPress={onNew}>
                {t('jobs.new')}
              </Button>
            </Allowed>
          ) : null}
        </p>
      ) : null}
      <ul className="flex flex-col">
        {jobs.map((job) => (
          <li
            key={job.id}
            className="-mx-2 flex items-center gap-3 rounded-md px-2 py-1 hover:bg-hover"
          >
            <Link
              to="/jobs/$jobId"
              params={{ jobId: job.id }}
              className="min-w-0 flex-1 truncate rounded-sm font-medium hover:underline"
            >
              {job.title}
            </Link>
            <span className="tabular shrink-0 text-sm text-ink-3">
              {t('clients.in-progress', {
                count: OPEN_STAGES.reduce((sum, stage) => sum + job.stages[stage], 0),
              })}
            </span>
            <StatusMenu job={job} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function PutForwardList({ detail }: { readonly detail: ClientDetail }) {
  const t = useText();
  if (detail.putForward.length === 0) {
    return <EmptyState title={t('clients.people.none')}>{t('clients.people.hint')}</EmptyState>;
  }
  return (
    <ul className="flex flex-col px-5 py-3">
      {detail.putForward.map((person) => (
        <li
          key={person.applicationId}
          className="-mx-2 flex flex-wrap items-center gap-x-3 rounded-md px-2 py-1.5 hover:bg-hover"
        >
          <Link
            to="/candidates/$id"
            params={{ id: person.candidateId }}
            className="min-w-40 flex-1 truncate rounded-sm font-medium hover:underline"
          >
            {person.candidateName || t('candidates.no-name')}
          </Link>
          <Link
            to="/jobs/$jobId"
            params={{ jobId: person.jobId }}
            className="min-w-0 truncate rounded-sm text-accent-ink hover:underline"
          >
            {person.jobTitle}
          </Link>
          <Badge>{t(STAGE_NAMES[person.stage])}</Badge>
          <RelativeTime value={person.submittedAt} className="text-sm text-ink-3" />
        </li>
      ))}
    </ul>
  );
}

/** What can be done here, as buttons and as commands. */
function useClientActions({ client }: ClientDetail) {
  const t = useText();
  const api = useApi();
  const navigate = useNavigate();
  const begin = useBeginJob();
  const deed = useRecordDeed();
  const { id, version } = client;
  const newJob = useCallback(() => begin(undefined, id), [begin, id]);
  const remove = useCallback(() => {
    void deed(api.clients.delete.call({ id, version }), t('clients.done.deleted')).then(
      (problem) => {
        if (problem === null) void navigate({ to: '/clients' });
        else showToast({ tone: 'bad', message: problem });
      },
    );
  }, [deed, api, id, version, t, navigate]);
  const commands = useMemo((): readonly Command[] => {
    const group = t('clients.this');
    return [
      {
        id: 'client.new-job',
        permission: 'job.edit',
        title: t('clients.command.new-job'),
        group,
        icon: Plus,
        run: newJob,
      },
      {
        id: 'client.delete',
        permission: 'client.edit',
        title: t('clients.delete'),
        group,
        icon: Trash2,
        run: remove,
      },
      {
        id: 'client.back',
        title: t('clients.back'),
        group,
        keys: 'escape',
        isKeysOnly: true,
        run: () => void navigate({ to: '/clients' }),
      },
    ];
  }, [t, newJob, remove, navigate]);
  useCommands(commands);
  return useMemo(() => ({ newJob, remove }), [newJob, remove]);
}
