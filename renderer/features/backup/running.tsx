import { useMutation } from '@tanstack/react-query';
import { useApi } from '@/renderer/app/api';
import { type MessageId, useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { ProgressBar } from '@/renderer/ui/progress-bar';
import type { BackupStatus } from '@/shared/contract/api/backup';
import type { BackupStep } from '@/shared/domain/backup/views';

const STEPS: Readonly<Record<BackupStep, MessageId>> = {
  database: 'backup.step.database',
  files: 'backup.step.files',
  checking: 'backup.step.checking',
  removing: 'backup.step.removing',
  copying: 'backup.step.files',
};

/** What is under way, how far it is, and the way to end it. */
export function Running({ running }: { readonly running: NonNullable<BackupStatus['running']> }) {
  const t = useText();
  const api = useApi();
  const stop = useMutation(api.backup.stop.mutationOptions());
  const title = t(running.work === 'verifying' ? 'backup.verifying' : 'backup.making');
  return (
    <div className="flex items-center gap-4">
      <div className="min-w-0 flex-1">
        <p role="status" className="mb-1 font-medium">
          {title} <span className="font-normal text-ink-2">{t(STEPS[running.step])}</span>
        </p>
        <ProgressBar label={title} value={running.done} />
      </div>
      <Button isPending={!stop.isIdle} onPress={() => stop.mutate({})}>
        {t('backup.stop')}
      </Button>
    </div>
  );
}
