import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { ListOrdered } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useApi } from '@/renderer/app/api';
import { failureCode, useFailure } from '@/renderer/app/failure';
import { useCan } from '@/renderer/app/session';
import { useShell } from '@/renderer/app/shell';
import { Compared } from '@/renderer/features/pipeline/shortlist/compared';
import { OrderedPeople } from '@/renderer/features/pipeline/shortlist/ordered-people';
import { PrintedShortlist } from '@/renderer/features/pipeline/shortlist/printed-shortlist';
import { useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { EmptyState, ErrorState, Loading, Skeleton } from '@/renderer/ui/states';
import { showToast } from '@/renderer/ui/toast';
import { reasonsOf } from '@/shared/domain/pipeline/reasons';
import type { Shortlist } from '@/shared/domain/pipeline/views';
import type { Id } from '@/shared/kit/ids';

/** So many stand side by side. */
const MOST_COMPARED = 6;

/** The shortlist of a job: its people in an order, side by side on what the job asks for, and on paper. */
export function JobShortlist({ jobId }: { readonly jobId: Id }) {
  const t = useText();
  const api = useApi();
  const failure = useFailure();
  const query = useQuery(api.pipeline.shortlist.queryOptions({ input: { jobId } }));
  if (query.isPending) {
    return (
      <Loading label={t('pipeline.loading')} className="flex flex-col gap-3 p-5">
        <Skeleton className="h-10 w-80" />
        <Skeleton className="h-60" />
      </Loading>
    );
  }
  if (query.isError) {
    if (failureCode(query.error) === 'NOT_FOUND') {
      return <EmptyState className="flex-1" title={t('pipeline.job-gone')} />;
    }
    const { message, details } = failure(query.error);
    return (
      <ErrorState
        className="flex-1"
        title={t('pipeline.failed')}
        details={details}
        onRetry={() => void query.refetch()}
      >
        {message}
      </ErrorState>
    );
  }
  if (query.data.entries.length === 0) {
    return (
      <EmptyState
        className="flex-1"
        icon={<ListOrdered size={28} />}
        title={t('pipeline.shortlist.empty')}
      >
        {t('pipeline.shortlist.empty-hint')}
      </EmptyState>
    );
  }
  return <People shortlist={query.data} />;
}

function People({ shortlist }: { readonly shortlist: Shortlist }) {
  const t = useText();
  const { entries } = shortlist;
  const matches = useMatches(shortlist);
  const reasons = useMemo(() => reasonsOf(matches.data ?? []), [matches.data]);
  const [left, setLeft] = useState<ReadonlySet<Id>>(new Set());
  const [added, setAdded] = useState<ReadonlySet<Id>>(new Set());
  const ids = entries.map(({ application }) => application.id);
  const usual = ids.filter((id) => !left.has(id) && !added.has(id));
  const extra = ids.filter((id) => added.has(id));
  const chosen = new Set([...extra, ...usual].slice(0, MOST_COMPARED));
  const toggle = (id: Id): void => {
    const next = chosen.has(id);
    setLeft(with_(left, id, next));
    setAdded(with_(added, id, !next));
  };
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <Exports shortlist={shortlist} isReady={matches.isSuccess} />
      {matches.isError ? (
        <MatchesFailed error={matches.error} onRetry={() => void matches.refetch()} />
      ) : null}
      <div className="flex min-h-0 flex-1">
        <OrderedPeople
          shortlist={shortlist}
          compared={chosen}
          isFull={chosen.size >= MOST_COMPARED}
          onToggle={toggle}
        />
        {matches.isPending ? (
          <Loading label={t('pipeline.loading')} className="flex flex-1 flex-col gap-3 p-5">
            <Skeleton className="h-60" />
          </Loading>
        ) : (
          <Compared
            reasons={reasons}
            entries={entries.filter(({ application }) => chosen.has(application.id))}
          />
        )}
      </div>
      <PrintedShortlist shortlist={shortlist} reasons={reasons} />
      <p className="sr-only" role="status">
        {t('pipeline.shortlist.compared', { count: chosen.size })}
      </p>
    </div>
  );
}

/** How everybody on the shortlist fits the job; the same question whatever order they are in. */
function useMatches({ jobId, entries }: Shortlist) {
  const api = useApi();
  const candidateIds = entries.map(({ application }) => application.candidateId).sort();
  return useQuery({
    ...api.matching.explainSome.queryOptions({ input: { jobId, candidateIds } }),
    // Somebody more on the shortlist leaves the others where they are.
    placeholderData: keepPreviousData,
  });
}

function MatchesFailed({
  error,
  onRetry,
}: {
  readonly error: Error;
  readonly onRetry: () => void;
}) {
  const t = useText();
  const { message, details } = useFailure()(error);
  return (
    <ErrorState title={t('pipeline.shortlist.no-reasons')} details={details} onRetry={onRetry}>
      {message}
    </ErrorState>
  );
}

function with_(ids: ReadonlySet<Id>, id: Id, isIn: boolean): ReadonlySet<Id> {
  const next = new Set(ids);
  if (isIn) next.add(id);
  else next.delete(id);
  return next;
}

interface ExportsProps {
  readonly shortlist: Shortlist;
  /** Whether what is printed is there. */
  readonly isReady: boolean;
}

function Exports({ shortlist, isReady }: ExportsProps) {
  const t = useText();
  const api = useApi();
  const may = useCan();
  const { shell } = useShell();
  const { jobId, title, entries } = shortlist;
  const save = useMutation({
    mutationFn: async (format: 'csv' | 'xlsx') => {
      const chosen = await shell('chooseSave', { suggestedName: `${fileName(title)}.${format}` });
      if (chosen === null) return null;
      return api.pipeline.exportShortlist.call({ jobId, format, handle: chosen.handle });
    },
    onSuccess: (done) => {
      if (done) showToast({ message: t('pipeline.shortlist.saved', { count: done.candidates }) });
    },
  });
  const print = useMutation({
    mutationFn: async (format: 'print' | 'pdf') => {
      await api.pipeline.printed.call({ jobId, format });
      if (format === 'pdf') return shell('savePdf', { suggestedName: `${fileName(title)}.pdf` });
      window.print();
      return { saved: false };
    },
    onSuccess: ({ saved }) => {
      if (saved) showToast({ message: t('pipeline.shortlist.saved', { count: entries.length }) });
    },
  });
  return (
    <div
      role="toolbar"
      aria-label={t('pipeline.shortlist.out')}
      className="flex h-11 shrink-0 items-center gap-1 border-b border-line px-3"
    >
      <span className="flex-1 text-ink-2">{t('pipeline.people', { count: entries.length })}</span>
      {may('export.run') ? (
        <>
          <Button
            size="sm"
            isDisabled={!isReady || print.isPending}
            onPress={() => print.mutate('print')}
          >
            {t('pipeline.shortlist.print')}
          </Button>
          <Button
            size="sm"
            isDisabled={!isReady || print.isPending}
            onPress={() => print.mutate('pdf')}
          >
            {t('pipeline.shortlist.pdf')}
          </Button>
          <Button size="sm" isDisabled={save.isPending} onPress={() => save.mutate('xlsx')}>
            {t('pipeline.shortlist.xlsx')}
          </Button>
          <Button size="sm" isDisabled={save.isPending} onPress={() => save.mutate('csv')}>
            {t('pipeline.shortlist.csv')}
          </Button>
        </>
      ) : null}
    </div>
  );
}

/** A title as a name for a file, of letters and digits that every system takes. */
const fileName = (title: string): string =>
  title
    .replace(/[^\p{L}\p{N} -]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 80) || 'shortlist';
