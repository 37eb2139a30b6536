import { Link } from '@tanstack/react-router';
import { REASON_NAMES } from '@/renderer/features/candidates';
import { LookForDuplicates } from '@/renderer/features/duplicates/look-for-duplicates';
import type { useQueue } from '@/renderer/features/duplicates/use-queue';
import { cx } from '@/renderer/lib/cx';
import { useFormat } from '@/renderer/lib/format';
import { useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { Select } from '@/renderer/ui/select';
import { Loading, Skeleton } from '@/renderer/ui/states';
import type { DuplicateGroupView } from '@/shared/contract/api/duplicates';

/** Groups of people who may be one person, most likely first. */
export function Queue({ queue }: { readonly queue: ReturnType<typeof useQueue> }) {
  const t = useText();
  const { groups, shown, reason, reasons, more } = queue;
  return (
    <div className="flex w-68 shrink-0 flex-col border-r border-line">
      <div className="flex flex-col gap-2 border-b border-line p-3">
        <Select<string>
          label={t('duplicates.reason')}
          hideLabel
          value={reason ?? ''}
          onChange={(value) =>
            queue.narrow(reasons.find((each) => each.reason === value)?.reason ?? null)
          }
          options={[
            { value: '', label: t('duplicates.reason.any') },
            ...reasons
              .filter((each) => each.groups > 0 || each.reason === reason)
              .map((each) => ({
                value: each.reason,
                label: t('duplicates.reason.one', {
                  reason: t(REASON_NAMES[each.reason]),
                  count: each.groups,
                }),
              })),
          ]}
        />
        <LookForDuplicates />
      </div>
      {groups === null ? (
        <Loading label={t('duplicates.loading')} className="flex flex-col gap-2 p-3">
          <Skeleton className="h-12" />
          <Skeleton className="h-12" />
          <Skeleton className="h-12" />
        </Loading>
      ) : groups.length === 0 ? (
        <p className="p-4 text-ink-2">{t('duplicates.queue.empty')}</p>
      ) : (
        <ul
          aria-label={t('duplicates.queue')}
          className="flex min-h-0 flex-1 flex-col gap-0.5 overflow-y-auto p-2"
        >
          {groups.map((group) => (
            <li key={group.id}>
              <QueueLine group={group} reason={reason} isShown={group.id === shown?.id} />
            </li>
          ))}
          {more === null ? null : (
            <li className="p-2">
              <Button size="sm" onPress={more}>
                {t('duplicates.more')}
              </Button>
            </li>
          )}
        </ul>
      )}
    </div>
  );
}

function QueueLine({
  group,
  reason,
  isShown,
}: {
  readonly group: DuplicateGroupView;
  readonly reason: ReturnType<typeof useQueue>['reason'];
  readonly isShown: boolean;
}) {
  const t = useText();
  const format = useFormat();
  const names = [...new Set(group.people.map(({ name }) => name || t('candidates.no-name')))];
  const reasons = [...new Set(group.pairs.flatMap((pair) => pair.reasons))];
  const best = group.pairs[0]?.score ?? 0;
  return (
    <Link
      to="/duplicates"
      search={{ group: group.id, ...(reason !== null && { reason }) }}
      replace
      aria-current={isShown ? 'true' : undefined}
      className={cx(
        'flex flex-col rounded-md px-2 py-1.5 hover:bg-hover',
        isShown && 'bg-press hover:bg-press',
      )}
    >
      <span className="flex items-center gap-2">
        <span className="min-w-0 flex-1 truncate font-medium">{names.join(' · ')}</span>
        <span className="tabular shrink-0 text-sm text-ink-2">
          {t('duplicates.score', { score: best })}
        </span>
      </span>
      <span className="truncate text-sm text-ink-2">
        {[
          group.size > 2 ? t('duplicates.people', { count: group.size }) : null,
          format.list(reasons.map((reason) => t(REASON_NAMES[reason]))),
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </Link>
  );
}
