import { ChevronDown } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';
import { useCan } from '@/renderer/app/session';
import { useJobDeeds } from '@/renderer/features/jobs/use-job-deeds';
import {
  PRIORITY_NAMES,
  PRIORITY_TONES,
  STATUS_NAMES,
  STATUS_TONES,
} from '@/renderer/features/jobs/words';
import { cx } from '@/renderer/lib/cx';
import { useText } from '@/renderer/lib/text';
import { Badge, TONES, type Tone } from '@/renderer/ui/chips';
import { Menu } from '@/renderer/ui/menu';
import { JOB_PRIORITIES, type Job } from '@/shared/domain/jobs/records';
import { STATUS_MOVES } from '@/shared/domain/jobs/status';

type Shown = Pick<Job, 'id' | 'version' | 'status' | 'priority' | 'title'>;

/** The state of a job, and the states it can go to. */
export function StatusMenu({ job }: { readonly job: Shown }) {
  const t = useText();
  const deeds = useJobDeeds();
  const mayChange = useCan()('job.edit');
  const status = t(STATUS_NAMES[job.status]);
  if (!mayChange) return <Badge tone={STATUS_TONES[job.status]}>{status}</Badge>;
  return (
    <Menu
      label={t('jobs.status.change')}
      placement="bottom start"
      trigger={
        <MenuBadge tone={STATUS_TONES[job.status]} label={t('jobs.status.of', { status })}>
          {status}
        </MenuBadge>
      }
      groups={[
        {
          entries: STATUS_MOVES[job.status].map((to) => ({
            id: to,
            label: t('jobs.status.to', { status: t(STATUS_NAMES[to]) }),
            onAction: () => deeds.setStatus(job, to),
          })),
        },
      ]}
    />
  );
}

/** How pressing a job is, to be changed in place. */
export function PriorityMenu({ job }: { readonly job: Shown }) {
  const t = useText();
  const deeds = useJobDeeds();
  const mayChange = useCan()('job.edit');
  const priority = t(PRIORITY_NAMES[job.priority]);
  if (!mayChange) return <Badge tone={PRIORITY_TONES[job.priority]}>{priority}</Badge>;
  return (
    <Menu
      label={t('jobs.priority.change')}
      placement="bottom start"
      trigger={
        <MenuBadge tone={PRIORITY_TONES[job.priority]} label={t('jobs.priority.of', { priority })}>
          {priority}
        </MenuBadge>
      }
      groups={[
        {
          entries: JOB_PRIORITIES.toReversed().map((to) => ({
            id: to,
            label: t(PRIORITY_NAMES[to]),
            isSelected: to === job.priority,
            onAction: () => {
              if (to !== job.priority) deeds.setPriority(job, to);
            },
          })),
        },
      ]}
    />
  );
}

interface BadgeProps {
  readonly tone: Tone;
  readonly label: string;
  readonly children: string;
}

/** A badge that opens a menu. */
function MenuBadge({ tone, label, children }: BadgeProps) {
  return (
    <AriaButton
      aria-label={label}
      className={cx(
        'inline-flex h-5 max-w-full cursor-default items-center gap-1 rounded-sm px-1.5 text-sm font-medium whitespace-nowrap',
        TONES[tone],
      )}
    >
      <span className="truncate">{children}</span>
      <ChevronDown size={12} aria-hidden className="shrink-0" />
    </AriaButton>
  );
}
