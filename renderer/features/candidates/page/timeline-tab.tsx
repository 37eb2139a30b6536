import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { dayOf } from '@/renderer/features/candidates/page/past-moment';
import { useApi } from '@/renderer/app/api';
import { useFailure } from '@/renderer/app/failure';
import { ACTION_NAMES } from '@/renderer/app/undo';
import { FIELD_NAMES, PART_FIELD_NAMES } from '@/renderer/features/candidates/editing/labels';
import { useCustomText } from '@/renderer/features/candidates/page/custom-text';
import { cx } from '@/renderer/lib/cx';
import { useNow } from '@/renderer/lib/format';
import { type MessageId, useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { Badge } from '@/renderer/ui/chips';
import { ErrorState, Loading, Skeleton } from '@/renderer/ui/states';
import { RelativeTime } from '@/renderer/ui/time';
import type { TimelineEntry } from '@/shared/contract/api/candidates';
import { PART_ENTITIES } from '@/shared/domain/candidates/part-identity';
import { CANDIDATE_FIELDS } from '@/shared/domain/candidates/records';

const AT_ONCE = 50;

/** What happened to the candidate, newest first: who, when, and what changed. */
export function TimelineTab({ id }: { readonly id: string }) {
  const t = useText();
  const api = useApi();
  const failure = useFailure();
  const today = dayOf(useNow());
  const timeline = useInfiniteQuery(
    api.candidates.timeline.infiniteOptions({
      input: (beforeCommitId: string | null) => ({ id, beforeCommitId, limit: AT_ONCE }),
      initialPageParam: null,
      getNextPageParam: (page) => (page.length < AT_ONCE ? null : (page.at(-1)?.commitId ?? null)),
    }),
  );
  if (timeline.isError) {
    const { message, details } = failure(timeline.error);
    return (
      <ErrorState
        title={t('candidates.timeline.failed')}
        details={details}
        onRetry={() => void timeline.refetch()}
      >
        {message}
      </ErrorState>
    );
  }
  if (timeline.data === undefined) {
    return (
      <Loading label={t('candidates.loading')} className="flex flex-col gap-3 p-5">
        <Skeleton className="h-4 w-64" />
        <Skeleton className="h-4 w-52" />
        <Skeleton className="h-4 w-60" />
      </Loading>
    );
  }
  const entries = timeline.data.pages.flat();
  if (entries.length === 0)
    return <p className="p-5 text-ink-3">{t('candidates.timeline.none')}</p>;
  return (
    <div className="flex flex-col px-5 py-4">
      <p className="mb-3 self-end">
        <SeeThen id={id} asOf={today}>
          {t('past.see-day')}
        </SeeThen>
      </p>
      <ol className="flex flex-col gap-3">
        {entries.map((entry) => (
          <Entry key={entry.commitId} id={id} entry={entry} />
        ))}
      </ol>
      {timeline.hasNextPage ? (
        <Button
          size="sm"
          className="mt-3"
          isDisabled={timeline.isFetchingNextPage}
          onPress={() => void timeline.fetchNextPage()}
        >
          {t('candidates.timeline.more')}
        </Button>
      ) : null}
    </div>
  );
}

function Entry({ id, entry }: { readonly id: string; readonly entry: TimelineEntry }) {
  const t = useText();
  const custom = useCustomChange();
  const fields = entry.fields.flatMap((field) => {
    if (field.entity === 'customValue') return custom(field);
    const name = fieldName(field.entity, field.field);
    return name === null ? [] : [{ ...field, name: t(name) }];
  });
  return (
    <li className="relative border-l border-line pl-4 before:absolute before:top-1.5 before:-left-[3.5px] before:size-1.5 before:rounded-full before:bg-line-strong">
      <p className={cx('flex flex-wrap items-center gap-x-2', entry.undone && 'text-ink-3')}>
        <span>
          <span className="font-medium">{entry.actorName}</span> {t(ACTION_NAMES[entry.action])}
        </span>
        <RelativeTime value={entry.at} className="text-sm text-ink-3" />
        {entry.undone ? <Badge>{t('candidates.timeline.undone')}</Badge> : null}
        <span className="ml-auto">
          <SeeThen id={id} asOf={entry.commitId}>
            {t('past.see')}
          </SeeThen>
        </span>
      </p>
      {fields.length === 0 ? null : (
        <ul className="mt-0.5 text-ink-2">
          {fields.map((field, index) => (
            // What happened does not change any more.
            <li key={index} className="break-words">
              <span className="text-ink-3">{field.name}: </span>
              {field.before === null ? null : (
                <>
                  <del className="decoration-ink-3">{field.before}</del>
                  <span aria-hidden> → </span>
                </>
              )}
              {field.after === null ? (
                <span className="text-ink-3">{t('candidates.timeline.emptied')}</span>
              ) : (
                <ins className="no-underline">{field.after}</ins>
              )}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

type ChangedField = TimelineEntry['fields'][number];

/** A change of a custom field, whose name and kind stand in the settings; nothing for one that is gone. */
function useCustomChange(): (
  change: ChangedField,
) => readonly (ChangedField & { readonly name: string })[] {
  const api = useApi();
  const textOf = useCustomText();
  const fields = useQuery(api.customFields.list.queryOptions({ input: { archived: true } }));
  return (change) => {
    const field = fields.data?.find((each) => each.id === change.field);
    if (field === undefined) return [];
    const isNumber = field.kind === 'number' || field.kind === 'yes-no';
    const shown = (raw: string | null): string | null =>
      raw === null
        ? null
        : textOf(
            field.kind,
            isNumber ? { text: null, number: Number(raw) } : { text: raw, number: null },
          );
    return [
      {
        ...change,
        name: field.label,
        before: shown(change.before),
        after: shown(change.after),
      },
    ];
  };
}

interface SeeThenProps {
  readonly id: string;
  readonly asOf: string;
  readonly children: string;
}

/** Leads to the candidate as they were. */
function SeeThen({ id, asOf, children }: SeeThenProps) {
  return (
    <Link
      to="/candidates/$id"
      params={{ id }}
      search={(before) => ({ ...before, asOf })}
      className="rounded-sm text-sm text-accent-ink hover:underline"
    >
      {children}
    </Link>
  );
}

/** What a field is called; null for the ones the store keeps for itself, which tell a person nothing. */
function fieldName(entity: string, field: string): MessageId | null {
  if (entity === 'note') return field === 'body' ? 'candidates.page.note' : null;
  if (entity === 'candidate') {
    const own = CANDIDATE_FIELDS.find((name) => name === field);
    return own === undefined ? null : FIELD_NAMES[own];
  }
  const part = PART_ENTITIES.find((name) => name === entity);
  return part === undefined ? null : (PART_FIELD_NAMES[part][field] ?? null);
}
