import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useApi } from '@/renderer/app/api';
import { useAtDesk, useCan } from '@/renderer/app/session';
import { useRecordDeed } from '@/renderer/features/jobs/use-job-deeds';
import { useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { Chips } from '@/renderer/ui/chips';
import { Menu } from '@/renderer/ui/menu';
import { showToast } from '@/renderer/ui/toast';
import type { JobMember } from '@/shared/domain/jobs/records';
import type { JobDetail } from '@/shared/domain/jobs/views';

type Member = Pick<JobMember, 'role' | 'userId' | 'contactId'>;

/** Who is on the job: recruiters of this desk, hiring managers of the client. */
export function TeamEditor({ detail }: { readonly detail: JobDetail }) {
  const t = useText();
  const api = useApi();
  const deed = useRecordDeed();
  const { job, team } = detail;
  const can = useCan();
  const mayEdit = useAtDesk() && can('job.edit');
  const owners = useQuery({ ...api.workspace.owners.queryOptions(), enabled: mayEdit });
  const client = useQuery({
    ...api.clients.get.queryOptions({ input: { id: job.clientId } }),
    enabled: mayEdit && can('client.read'),
  });
  const set = (next: readonly Member[]): void =>
    void deed(
      api.jobs.setTeam.call({
        jobId: job.id,
        seen: team.map(({ id, version }) => ({ id, version })),
        team: next.map(({ role, userId, contactId }) => ({ role, userId, contactId })),
      }),
      t('jobs.done.team'),
    ).then((problem) => {
      if (problem !== null) showToast({ tone: 'bad', message: problem });
    });
  const recruiters = (owners.data ?? []).map(({ id, name }) => ({
    id,
    name,
    member: { role: 'recruiter', userId: id, contactId: null } as const,
  }));
  const managers = [
    ...(client.data?.contacts ?? []).map(({ id, name }) => ({
      id,
      name,
      member: { role: 'hiring_manager', userId: null, contactId: id } as const,
    })),
    ...(owners.data ?? []).map(({ id, name }) => ({
      id,
      name,
      member: { role: 'hiring_manager', userId: id, contactId: null } as const,
    })),
  ];
  const row = (
    role: JobMember['role'],
    title: string,
    add: string,
    offered: readonly { readonly id: string; readonly name: string; readonly member: Member }[],
  ) => {
    const own = team.filter((member) => member.role === role);
    const free = offered.filter(
      ({ id }) => !own.some(({ userId, contactId }) => userId === id || contactId === id),
    );
    return (
      <div className="flex flex-wrap items-center gap-2">
        <span className="w-32 text-ink-3">{title}</span>
        {own.length === 0 ? (
          mayEdit ? null : (
            '–'
          )
        ) : (
          <Chips
            label={title}
            chips={own.map(({ id, name, title: work }) => ({
              id,
              label: work === null ? name : `${name} · ${work}`,
            }))}
            {...(mayEdit && {
              onRemove: (id: string) => set(team.filter((member) => member.id !== id)),
            })}
          />
        )}
        {mayEdit ? (
          <Menu
            label={add}
            placement="bottom start"
            trigger={
              <Button
                size="sm"
                variant="ghost"
                icon={<Plus size={12} aria-hidden />}
                isDisabled={free.length === 0}
              >
                {add}
              </Button>
            }
            groups={[
              {
                entries: free.map(({ id, name, member }) => ({
                  id,
                  label: name,
                  onAction: () => set([...team, member]),
                })),
              },
            ]}
          />
        ) : null}
      </div>
    );
  };
  return (
    <section aria-label={t('jobs.team')} className="flex flex-col gap-1.5">
      <h3 className="font-medium">{t('jobs.team')}</h3>
      {row('recruiter', t('jobs.team.recruiters'), t('jobs.team.add-recruiter'), recruiters)}
      {row('hiring_manager', t('jobs.team.managers'), t('jobs.team.add-manager'), managers)}
      {managers.length > 0 && client.data?.contacts.length === 0 ? (
        <p className="text-sm text-ink-3">{t('jobs.team.contacts-hint')}</p>
      ) : null}
    </section>
  );
}
