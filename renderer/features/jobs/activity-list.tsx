import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import { useApi } from '@/renderer/app/api';
import { DeedTold } from '@/renderer/app/deed-told';
import { useFailure } from '@/renderer/app/failure';
import { PART_NAMES } from '@/renderer/app/match-words';
import { STAGE_NAMES } from '@/renderer/app/stage-words';
import { RECORD_FIELD_NAMES, wordOf } from '@/renderer/features/jobs/words';
import { moneyText } from '@/renderer/lib/money';
import { useReasonText } from '@/renderer/app/reason-text';
import { useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { Badge } from '@/renderer/ui/chips';
import { ErrorState, Loading, Skeleton } from '@/renderer/ui/states';
import { RelativeTime } from '@/renderer/ui/time';
import type { ActivityCursor, ActivityEntry } from '@/shared/domain/history/activity';
import { PARTS } from '@/shared/domain/matching/score-types';

const AT_ONCE = 50;

interface Props {
  readonly subject: 'job' | 'client';
  readonly id: string;
}

/** What happened to a job or a client, newest first: who, when, and what changed. */
export function ActivityList({ subject, id }: Props) {
  const t = useText();
  const api = useApi();
  const failure = useFailure();
  const procedure = subject === 'job' ? api.jobs.activity : api.clients.activity;
  const activity = useInfiniteQuery(
    procedure.infiniteOptions({
      input: (before: ActivityCursor | null) => ({ id, before, limit: AT_ONCE }),
      initialPageParam: null,
      getNextPageParam: (page) => page.nextBefore,
    }),
  );
  if (activity.isError) {
    const { message, details } = failure(activity.error);
    return (
      <ErrorState
        title={t('jobs.activity.failed')}
        details={details}
        onRetry={() => void activity.refetch()}
      >
        {message}
      </ErrorState>
    );
  }
  if (activity.data === undefined) {
    return (
      <Loading label={t('jobs.loading')} className="flex flex-col gap-3 p-5">
        <Skeleton className="h-4 w-64" />
        <Skeleton className="h-4 w-52" />
      </Loading>
    );
  }
  const entries = activity.data.pages.flatMap((page) => page.entries);
  return (
    <div className="flex flex-col px-5 py-4">
      <ol className="flex flex-col gap-3">
        {entries.map((entry) => (
          <li
            key={entry.id}
            className="relative border-l border-line pl-4 before:absolute before:top-1.5 before:-left-[3.5px] before:size-1.5 before:rounded-full before:bg-line-strong"
          >
            {entry.kind === 'deed' ? (
              <Deed entry={entry} subject={subject} id={id} />
            ) : (
              <Step entry={entry} subject={subject} />
            )}
          </li>
        ))}
      </ol>
      {activity.hasNextPage ? (
        <Button
          size="sm"
          className="mt-3 self-start"
          isDisabled={activity.isFetchingNextPage}
          onPress={() => void activity.fetchNextPage()}
        >
          {t('jobs.activity.more')}
        </Button>
      ) : null}
    </div>
  );
}

type DeedEntry = Extract<ActivityEntry, { readonly kind: 'deed' }>;
type StepEntry = Extract<ActivityEntry, { readonly kind: 'step' }>;

function Deed({ entry, subject, id }: Props & { readonly entry: DeedEntry }) {
  const t = useText();
  const api = useApi();
  const custom = useQuery(
    api.customFields.list.queryOptions({ input: { entity: subject, archived: true } }),
  );
  const { locale } = useIntl();
  const job = useQuery({
    ...api.jobs.get.queryOptions({ input: { id } }),
    enabled: subject === 'job',
  });
  const currency = job.data?.job.salaryCurrency ?? null;
  const customField = (field: string) => custom.data?.find((one) => one.id === field);
  const nameOf = (entity: string, field: string): string | null => {
    if (entity === 'contact' && field === 'title') return t('clients.contact.title');
    if (entity === 'jobSkill' && field === 'name') return t('jobs.skills.skill');
    const part = PARTS.find((one) => field === `weights.${one}`);
    if (part !== undefined) return t('jobs.activity.weight', { part: t(PART_NAMES[part]) });
    const known = RECORD_FIELD_NAMES[field];
    return known === undefined ? (customField(field)?.label ?? null) : t(known);
  };
  const said = (field: string, value: string | null): string | null => {
    if (value === null) return isUsual(field) ? t('jobs.activity.usual') : null;
    if (field === 'salaryMin' || field === 'salaryMax') {
      return moneyText(Number(value), currency, locale);
    }
    if (customField(field)?.kind === 'yes-no') return t(value === '1' ? 'jobs.yes' : 'jobs.no');
    const word = wordOf(field, value);
    return word === null ? value : t(word);
  };
  const fields = entry.fields.flatMap(({ entity, field, before, after }) => {
    const name = nameOf(entity, field);
    return name === null ? [] : [{ name, before: said(field, before), after: said(field, after) }];
  });
  return <DeedTold deed={entry} fields={fields} />;
}

/** What has a usual value, which is as good as any. */
const isUsual = (field: string): boolean => field === 'board' || field.startsWith('weights.');

function Step({
  entry,
  subject,
}: {
  readonly entry: StepEntry;
  readonly subject: Props['subject'];
}) {
  const t = useText();
  const reason = useReasonText()(entry);
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-2">
        <span>
          <span className="font-medium">{entry.actorName}</span>{' '}
          {entry.fromStage === null
            ? t('jobs.activity.put-on', { stage: t(STAGE_NAMES[entry.toStage]) })
            : t('jobs.activity.moved', {
                from: t(STAGE_NAMES[entry.fromStage]),
                to: t(STAGE_NAMES[entry.toStage]),
              })}
        </span>
        <Link
          to="/candidates/$id"
          params={{ id: entry.candidateId }}
          className="rounded-sm text-accent-ink hover:underline"
        >
          {entry.candidateName || t('candidates.no-name')}
        </Link>
        {subject === 'client' ? <Badge>{entry.jobTitle}</Badge> : null}
        <RelativeTime value={entry.at} className="text-sm text-ink-3" />
      </p>
      {reason === null ? null : <p className="mt-0.5 break-words text-ink-2">{reason}</p>}
    </>
  );
}
