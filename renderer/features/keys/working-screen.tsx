import { DeskCard } from '@/renderer/app/desk-card';
import { type MessageId, useText } from '@/renderer/lib/text';
import { ProgressBar } from '@/renderer/ui/progress-bar';
import type { WorkspaceStatus } from '@/shared/contract/api/workspace';

type Work = Extract<WorkspaceStatus, { state: 'working' }>['work'];

const TITLES: Readonly<Record<Work, MessageId>> = {
  encrypting: 'keys.working.encrypting',
  'changing-key': 'keys.working.changing-key',
  restoring: 'keys.working.restoring',
};

/** Everything is being encrypted, or put back from a backup, and the desk opens when that is done. */
export function WorkingScreen({ work, done }: { readonly work: Work; readonly done: number }) {
  const t = useText();
  return (
    <DeskCard>
      <div className="flex flex-col gap-4">
        <div>
          <h1 className="text-xl font-semibold">{t(TITLES[work])}</h1>
          <p className="mt-1 text-ink-2">{t('keys.working.text')}</p>
        </div>
        <ProgressBar label={t(TITLES[work])} value={done} />
        <p role="status" className="tabular text-sm text-ink-2">
          {t('keys.working.done', { percent: Math.floor(done * 100) })}
        </p>
      </div>
    </DeskCard>
  );
}
