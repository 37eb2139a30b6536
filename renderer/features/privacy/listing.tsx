import type { UseQueryResult } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useFailure } from '@/renderer/app/failure';
import { useText } from '@/renderer/lib/text';
import { EmptyState, ErrorState, Loading, Skeleton } from '@/renderer/ui/states';

/** A list that is read: its outlines, what goes wrong, what goes here when there is nothing, and the list. */
export function Listing<T>({
  query,
  isEmpty,
  empty,
  children,
}: {
  readonly query: UseQueryResult<T>;
  readonly isEmpty: (data: T) => boolean;
  readonly empty: { readonly title: string; readonly text: string };
  readonly children: (data: T) => ReactNode;
}) {
  const t = useText();
  const failure = useFailure();
  if (query.isError) {
    return (
      <ErrorState
        title={t('privacy.failed')}
        details={failure(query.error).details}
        onRetry={() => void query.refetch()}
      >
        {failure(query.error).message}
      </ErrorState>
    );
  }
  if (query.data === undefined) {
    return (
      <Loading label={t('privacy.loading')} className="flex flex-col gap-2">
        <Skeleton className="h-11" />
        <Skeleton className="h-11" />
        <Skeleton className="h-11" />
      </Loading>
    );
  }
  if (isEmpty(query.data)) return <EmptyState title={empty.title}>{empty.text}</EmptyState>;
  return children(query.data);
}

/** A line of one: who or what at the left, what can be done at the right. */
export function Line({
  title,
  text,
  children,
}: {
  readonly title: ReactNode;
  readonly text: ReactNode;
  readonly children?: ReactNode;
}) {
  return (
    <li className="flex min-h-11 items-center gap-4 border-b border-line py-2">
      <div className="min-w-0 flex-1">
        <div className="truncate font-medium">{title}</div>
        <div className="text-sm text-ink-2">{text}</div>
      </div>
      <div className="flex shrink-0 gap-2">{children}</div>
    </li>
  );
}

export function PersonLink({ id, name }: { readonly id: string; readonly name: string }) {
  const t = useText();
  return (
    <Link to="/candidates/$id" params={{ id }} className="hover:underline">
      {name || t('candidates.no-name')}
    </Link>
  );
}
