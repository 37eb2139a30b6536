import { CircleCheck, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useFormat } from '@/renderer/lib/format';
import { useText } from '@/renderer/lib/text';
import { RelativeTime } from '@/renderer/ui/time';
import type { BackupStatus } from '@/shared/contract/api/backup';

/** How the last ones went, when the next is due, and what was restored. */
export function BackupStanding({ state }: { readonly state: BackupStatus }) {
  const t = useText();
  const format = useFormat();
  const { lastGood, failures, nextAt, lastRestore } = state;
  return (
    <dl className="border-t border-line">
      <Line title={t('backup.last')}>
        {lastGood === null ? (
          t('backup.last.none')
        ) : (
          <span className="flex items-center justify-end gap-1.5">
            <CircleCheck size={14} aria-hidden className="text-good-ink" />
            <RelativeTime value={lastGood.at} />
            <span className="text-ink-2">
              {t('backup.last.size', {
                candidates: lastGood.candidates,
                size: format.bytes(lastGood.bytes),
              })}
            </span>
          </span>
        )}
      </Line>
      <Line title={t('backup.next')}>
        {nextAt === null ? t('backup.next.none') : <RelativeTime value={nextAt} />}
      </Line>
      {lastRestore === null ? null : (
        <Line title={t('backup.restored')}>
          <span>
            {t('backup.restored.text', {
              when: format.absolute(lastRestore.at),
              made: format.absolute(lastRestore.backupMadeAt),
              erased: lastRestore.erased,
            })}
            {lastRestore.lacking > 0
              ? ` ${t('backup.restored.lacking', { count: lastRestore.lacking })}`
              : null}
            {lastRestore.aside === null ? null : (
              <span className="block text-sm wrap-anywhere text-ink-2 select-text">
                {t('backup.restored.aside')} {lastRestore.aside}
              </span>
            )}
          </span>
        </Line>
      )}
      {failures === null ? null : (
        <div role="alert" className="my-3 flex items-start gap-2 rounded-lg bg-bad-soft p-3">
          <TriangleAlert size={16} aria-hidden className="mt-0.5 shrink-0 text-bad-ink" />
          <div>
            <p className="font-medium text-bad-ink">
              {t('backup.failures', { count: failures.count })}
            </p>
            <p>{failures.message}</p>
          </div>
        </div>
      )}
      {lastGood !== null && lastGood.lacking > 0 ? (
        <p className="py-2 text-warn-ink">{t('backup.lacking', { count: lastGood.lacking })}</p>
      ) : null}
    </dl>
  );
}

function Line({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className="flex items-baseline justify-between gap-6 border-b border-line py-2.5">
      <dt className="shrink-0 text-ink-2">{title}</dt>
      <dd className="min-w-0 text-right">{children}</dd>
    </div>
  );
}
