import { getRouteApi } from '@tanstack/react-router';
import { UsersRound } from 'lucide-react';
import { useBlind } from '@/renderer/app/blind';
import { useFailure } from '@/renderer/app/failure';
import { HiddenScreen } from '@/renderer/features/blind';
import { Compare } from '@/renderer/features/duplicates/compare';
import { MergedList } from '@/renderer/features/duplicates/merged-list';
import { Queue } from '@/renderer/features/duplicates/queue';
import { useQueue } from '@/renderer/features/duplicates/use-queue';
import { useFormat } from '@/renderer/lib/format';
import { useText } from '@/renderer/lib/text';
import { EmptyState, ErrorState, Loading, Skeleton } from '@/renderer/ui/states';
import { Tabs } from '@/renderer/ui/tabs';

const route = getRouteApi('/duplicates');

/** People who may be one person: the queue at the left, those of one entry side by side at the right; and what was merged. */
export function DuplicatesScreen() {
  return useBlind()() ? <HiddenScreen /> : <Screen />;
}

function Screen() {
  const t = useText();
  const format = useFormat();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const queue = useQueue();
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <h1 className="shrink-0 px-4 pt-4 pb-1 text-lg font-semibold">{t('duplicates.title')}</h1>
      <Tabs<'queue' | 'merged'>
        className="flex-1"
        label={t('duplicates.title')}
        selected={search.tab ?? 'queue'}
        onSelect={(tab) => void navigate({ search: tab === 'merged' ? { tab } : {} })}
        tabs={[
          {
            id: 'queue',
            label: t('duplicates.tab.queue'),
            ...(queue.total === null ? {} : { count: format.number(queue.total) }),
          },
          { id: 'merged', label: t('duplicates.tab.merged') },
        ]}
      >
        {search.tab === 'merged' ? <MergedList /> : <Review queue={queue} />}
      </Tabs>
    </div>
  );
}

function Review({ queue }: { readonly queue: ReturnType<typeof useQueue> }) {
  const t = useText();
  const failure = useFailure();
  if (queue.error !== null) {
    return (
      <ErrorState
        className="flex-1"
        title={t('duplicates.failed')}
        details={failure(queue.error).details}
        onRetry={queue.retry}
      >
        {failure(queue.error).message}
      </ErrorState>
    );
  }
  return (
    <div className="flex min-h-0 flex-1">
      <Queue queue={queue} />
      <div className="flex min-w-0 flex-1 flex-col">
        {queue.shown !== null ? (
          <Compare
            // Who is compared has changed: what was left out or chosen before says nothing of them.
            key={queue.shown.people.map(({ id }) => id).join(' ')}
            group={queue.shown}
            onDone={queue.goOn}
          />
        ) : queue.groups === null ? (
          <Loading label={t('duplicates.loading')} className="flex flex-col gap-3 p-5">
            <Skeleton className="h-6 w-60" />
            <Skeleton className="h-40" />
            <Skeleton className="h-60" />
          </Loading>
        ) : (
          <EmptyState
            className="flex-1"
            icon={<UsersRound size={28} />}
            title={t('duplicates.empty.title')}
          >
            {t('duplicates.empty.text')}
          </EmptyState>
        )}
      </div>
    </div>
  );
}
