import { useFormat } from '@/renderer/lib/format';
import { useText } from '@/renderer/lib/text';
import type { MessageId } from '@/renderer/lib/text';
import { Badge, type Tone } from '@/renderer/ui/chips';
import type { ReactNode } from 'react';
import type { BackupView } from '@/shared/domain/backup/views';

const STATES: Readonly<
  Record<
    Exclude<BackupView['state'], 'whole' | 'unknown'>,
    { readonly words: MessageId; readonly tone: Tone }
  >
> = {
  changed: { words: 'backup.state.changed', tone: 'bad' },
  foreign: { words: 'backup.state.foreign', tone: 'warn' },
};

/** Backups, newest first, each with what can be done with it. */
export function BackupList({
  label,
  backups,
  children,
}: {
  readonly label: string;
  readonly backups: readonly BackupView[];
  readonly children: (backup: BackupView) => ReactNode;
}) {
  const t = useText();
  const format = useFormat();
  return (
    <ul aria-label={label} className="border-t border-line">
      {backups.map((backup) => (
        <li
          key={backup.id}
          className="flex items-center justify-between gap-4 border-b border-line py-2"
        >
          <div className="min-w-0">
            <p className="flex items-center gap-2 font-medium">
              {format.absolute(backup.madeAt)}
              {backup.state === 'changed' || backup.state === 'foreign' ? (
                <Badge tone={STATES[backup.state].tone}>{t(STATES[backup.state].words)}</Badge>
              ) : null}
              {backup.isOlderKey && backup.state === 'whole' ? (
                <Badge>{t('backup.state.older-key')}</Badge>
              ) : null}
            </p>
            <p className="text-sm text-ink-2 tabular">
              {t('backup.holds', {
                candidates: backup.counts.candidates,
                jobs: backup.counts.jobs,
                files: backup.counts.originals,
                size: format.bytes(backup.bytes + backup.originalBytes),
              })}
            </p>
          </div>
          <div className="flex shrink-0 gap-1">{children(backup)}</div>
        </li>
      ))}
    </ul>
  );
}
