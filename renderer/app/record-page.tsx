import type { UseQueryResult } from '@tanstack/react-query';
import { ChevronLeft } from 'lucide-react';
import { type ReactNode, useEffect } from 'react';
import { failureCode, useFailure } from '@/renderer/app/failure';
import { useFocusOnArrival } from '@/renderer/app/list-focus';
import { type MessageId, useText } from '@/renderer/lib/text';
import { Button, IconButton } from '@/renderer/ui/button';
import { EmptyState, ErrorState, Loading, Skeleton } from '@/renderer/ui/states';

interface PageWords {
  readonly loading: MessageId;
  readonly failed: MessageId;
  readonly notFound: MessageId;
  readonly notFoundHint: MessageId;
  readonly back: MessageId;
}

interface Props<T> {
  readonly query: UseQueryResult<T>;
  readonly words: PageWords;
  /** To the list of its like. */
  readonly onBack: () => void;
  readonly children: (record: T) => ReactNode;
}

/** The page of one record once it is read; until then its outlines, or what is wrong and the way back. */
export function RecordPage<T>({ query, words, onBack, children }: Props<T>) {
  const t = useText();
  const failure = useFailure();
  if (query.data !== undefined) return children(query.data);
  if (!query.isError) {
    return (
      <Loading label={t(words.loading)} className="flex flex-col gap-2 px-5 py-4">
        <Skeleton className="h-6 w-60" />
        <Skeleton className="h-4 w-96" />
      </Loading>
    );
  }
  if (failureCode(query.error) === 'NOT_FOUND') {
    return (
      <EmptyState
        className="flex-1"
        title={t(words.notFound)}
        action={<Button onPress={onBack}>{t(words.back)}</Button>}
      >
        {t(words.notFoundHint)}
      </EmptyState>
    );
  }
  const { message, details } = failure(query.error);
  return (
    <ErrorState
      className="flex-1"
      title={t(words.failed)}
      details={details}
      onRetry={() => void query.refetch()}
    >
      {message}
    </ErrorState>
  );
}

interface HeadProps {
  readonly title: string;
  readonly back: MessageId;
  readonly onBack: () => void;
  /** What is said of it beside its name, and what can be done with it. */
  readonly children: ReactNode;
}

/** The head of a record's page; the window is called what the record is called while it is shown. */
export function RecordHead({ title, back, onBack, children }: HeadProps) {
  const t = useText();
  useFocusOnArrival();
  useEffect(() => {
    document.title = title;
    return () => {
      document.title = 'Longlist';
    };
  }, [title]);
  return (
    <header className="flex shrink-0 items-center gap-3 px-4 pt-2.5 pb-1">
      <IconButton label={t(back)} keys="escape" onPress={onBack}>
        <ChevronLeft size={16} aria-hidden />
      </IconButton>
      <h1 className="min-w-0 truncate text-lg font-semibold">{title}</h1>
      {children}
    </header>
  );
}
