import { useNavigate } from '@tanstack/react-router';
import { BriefcaseBusiness, Plus } from 'lucide-react';
import { useMemo } from 'react';
import { type Command, useCommands } from '@/renderer/app/commands';
import { useBeginJob } from '@/renderer/features/jobs/begin-job';
import { useJobsFor } from '@/renderer/features/jobs/own-client';
import { useText } from '@/renderer/lib/text';

/** The commands of this feature that work on every screen. */
export function useJobsCommands(): void {
  const t = useText();
  const navigate = useNavigate();
  const begin = useBeginJob();
  const mayBegin = useJobsFor().kind !== 'nobody';
  const commands = useMemo(
    (): readonly Command[] => [
      ...(mayBegin
        ? [
            {
              id: 'jobs.new',
              title: t('jobs.new'),
              group: t('jobs.title'),
              icon: Plus,
              run: () => begin(),
            },
          ]
        : []),
      {
        id: 'jobs.open',
        permission: 'job.read',
        title: t('jobs.command.open'),
        group: t('jobs.title'),
        icon: BriefcaseBusiness,
        run: () => void navigate({ to: '/jobs', search: { status: ['open'] } }),
      },
    ],
    [t, navigate, begin, mayBegin],
  );
  useCommands(commands);
}
