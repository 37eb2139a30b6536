import { useInfiniteQuery } from '@tanstack/react-query';
import { ScrollText } from 'lucide-react';
import { useCallback, useMemo } from 'react';
import { useApi } from '@/renderer/app/api';
import { useFailure } from '@/renderer/app/failure';
import { useSettings } from '@/renderer/app/workspace';
import { personOf, useAuditAction, useRecordName } from '@/renderer/features/audit/words';
import { useFormat } from '@/renderer/lib/format';
import { useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { EmptyState, ErrorState, Loading, Skeleton } from '@/renderer/ui/states';
import { RelativeTime } from '@/renderer/ui/time';
import { VirtualRows } from '@/renderer/ui/virtual-rows';
import { type AuditFilters, type AuditLine, isNarrowed } from '@/shared/domain/audit/views';

const AT_ONCE = 100;
const LAYOUT =
  'grid grid-cols-[5rem_9rem_9rem_minmax(0,1fr)_minmax(0,1fr)] items-center gap-3 px-5';

interface Props {
  readonly filters: AuditFilters;
  readonly open: number | null;
  readonly onOpen: (seq: number) => void;
  readonly onShowAll: () => void;
}

/** The entries, newest first, as many as there are. */
export function AuditList({ filters, open, onOpen, onShowAll }: Props) {
  const t = useText();
  const api = useApi();
  const failure = useFailure();
  const { density } = useSettings();
  const query = useInfiniteQuery(
    api.audit.list.infiniteOptions({
      input: (before: number | null) => ({ filters, before, limit: AT_ONCE }),
      initialPageParam: null,
      getNextPageParam: (page) => page.nextBefore,
    }),
  );
  const lines = useMemo(() => query.data?.pages.flatMap((page) => page.lines) ?? [], [query.data]);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  const onReach = useCallback(
    (row: number) => {
      if (row >= lines.length - 20 && hasNextPage && !isFetchingNextPage) void fetchNextPage();
    },
    [lines.length, hasNextPage, isFetchingNextPage, fetchNextPage],
  );
  if (query.isPending) {
    return (
      <Loading label={t('audit.loading')} className="flex flex-1 flex-col gap-2 px-5 pt-10">
        {[1, 2, 3, 4, 5, 6].map((row) => (
          <Skeleton key={row} className="h-9" />
        ))}
      </Loading>
    );
  }
  if (query.isError) {
    const { message, details } = failure(query.error);
    return (
      <ErrorState
        className="flex-1"
        title={t('audit.failed')}
        details={details}
        onRetry={() => void query.refetch()}
      >
        {message}
      </ErrorState>
    );
  }
  if (lines.length === 0) {
    const narrowed = isNarrowed(filters);
    return (
      <EmptyState
        className="flex-1"
        icon={<ScrollText size={28} />}
        title={t(narrowed ? 'audit.empty-narrowed' : 'audit.empty')}
        {...(narrowed && {
          action: <Button onPress={onShowAll}>{t('audit.show-all')}</Button>,
        })}
      >
        {t(narrowed ? 'audit.empty-narrowed-hint' : 'audit.empty-hint')}
      </EmptyState>
    );
  }
  return (
    <VirtualRows
      label={t('audit.title')}
      className="min-w-0 flex-1"
      count={lines.length}
      rowHeight={density === 'compact' ? 36 : 44}
      rowKey={(index) => String(lines[index]?.entry.seq ?? index)}
      rowClassName={LAYOUT}
      columns={[
        t('audit.column.number'),
        t('audit.column.when'),
        t('audit.column.who'),
        t('audit.column.what'),
        t('audit.column.record'),
      ]}
      renderRow={(index) => {
        const line = lines[index];
        return line === undefined ? null : (
          <Row line={line} isOpen={line.entry.seq === open} onOpen={onOpen} />
        );
      }}
      onReach={onReach}
    />
  );
}

interface RowProps {
  readonly line: AuditLine;
  readonly isOpen: boolean;
  readonly onOpen: (seq: number) => void;
}

function Row({ line, isOpen, onOpen }: RowProps) {
  const format = useFormat();
  const action = useAuditAction()(line.entry.action);
  const record = useRecordName()(line.record);
  return (
    <>
      <span role="cell" className="tabular text-ink-3">
        {format.number(line.entry.seq)}
      </span>
      <span role="cell" className="truncate text-ink-2">
        <RelativeTime value={line.entry.at} />
      </span>
      <span role="cell" className="truncate font-medium">
        {personOf(line)}
      </span>
      <span role="cell" className="truncate">
        <a
          href={`#/audit?entry=${line.entry.seq}`}
          aria-current={isOpen ? 'true' : undefined}
          className="rounded-sm text-accent-ink hover:underline aria-[current=true]:font-semibold"
          onClick={(event) => {
            // The address keeps what the list is narrowed to.
            event.preventDefault();
            onOpen(line.entry.seq);
          }}
        >
          {action}
        </a>
      </span>
      <span
        role="cell"
        className={line.record.state === 'named' ? 'truncate' : 'truncate text-ink-3'}
      >
        {record}
      </span>
    </>
  );
}
