import { useFormat } from '@/renderer/lib/format';
import { useText } from '@/renderer/lib/text';
import type { RestorePlan } from '@/shared/contract/api/backup';

const COUNTS = [
  ['candidates', 'backup.count.candidates'],
  ['jobs', 'backup.count.jobs'],
  ['clients', 'backup.count.clients'],
] as const;

/** What will happen, in words, and what is in the backup beside what is there now. */
export function RestorePlanText({
  plan,
}: {
  readonly plan: Extract<RestorePlan, { state: 'ready' }>;
}) {
  const t = useText();
  const format = useFormat();
  const { backup, replaces, workspaceName, ledger, lacking } = plan;
  const now = replaces?.counts ?? null;
  return (
    <>
      <p>
        {t('backup.restore.what', { name: workspaceName, when: format.absolute(backup.madeAt) })}
      </p>
      <table className="w-full text-left tabular">
        <thead className="text-sm text-ink-3">
          <tr className="border-b border-line">
            <th scope="col">
              <span className="sr-only">{t('backup.count')}</span>
            </th>
            <th scope="col" className="py-1 text-right font-medium">
              {t('backup.restore.in-backup')}
            </th>
            {now === null ? null : (
              <th scope="col" className="py-1 text-right font-medium">
                {t('backup.restore.now')}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {COUNTS.map(([kind, words]) => (
            <tr key={kind} className="border-b border-line">
              <th scope="row" className="py-1 font-normal text-ink-2">
                {t(words)}
              </th>
              <td className="py-1 text-right">{format.number(backup.counts[kind])}</td>
              {now === null ? null : (
                <td className="py-1 text-right">{format.number(now[kind])}</td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <ul className="flex list-disc flex-col gap-1 pl-4 text-ink-2">
        {replaces === null ? null : (
          <li>
            {t(replaces.isSame ? 'backup.restore.replaces' : 'backup.restore.replaces-other')}{' '}
            <span className="wrap-anywhere text-ink select-text">{replaces.aside}</span>
          </li>
        )}
        <li>{t(ledger === 'read' ? 'backup.restore.erasures' : 'backup.restore.no-ledger')}</li>
        {lacking > 0 ? <li>{t('backup.restore.lacking', { count: lacking })}</li> : null}
      </ul>
    </>
  );
}
