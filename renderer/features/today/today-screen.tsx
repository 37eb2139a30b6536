import { Link } from '@tanstack/react-router';
import { CircleCheck, KeyRound } from 'lucide-react';
import type { ReactNode } from 'react';
import { useFailure } from '@/renderer/app/failure';
import { useRecoveryKeyMissing } from '@/renderer/features/keys';
import { openNotifications } from '@/renderer/features/notifications';
import { useOpenSaved } from '@/renderer/features/searches';
import {
  CONSENT_ENDS_SOON,
  TO_REVIEW,
  useToday,
  WAITING,
  WAITS_LONG,
} from '@/renderer/features/today/use-today';
import { useDay, useFormat } from '@/renderer/lib/format';
import { useText } from '@/renderer/lib/text';
import { EmptyState, ErrorState, Loading, Skeleton } from '@/renderer/ui/states';
import { RelativeTime } from '@/renderer/ui/time';
import type { FigureRow } from '@/shared/domain/reports/figures';

/** What is worth doing today. Every number opens its list and is as long as it. */
export function TodayScreen() {
  const t = useText();
  const format = useFormat();
  const failure = useFailure();
  const openSaved = useOpenSaved();
  const day = useDay();
  const today = useToday();
  const { toReview, waiting, interviews, consent, closing } = today;
  const { duplicates, unread, searches, imports } = today;
  const isKeyMissing = useRecoveryKeyMissing();
  const isQuiet =
    !isKeyMissing &&
    (toReview?.total ?? 0) + (waiting?.total ?? 0) + (consent?.total ?? 0) + duplicates === 0 &&
    (interviews?.total ?? 0) + unread === 0 &&
    searches.length + imports.length + closing.length === 0;
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <header className="flex shrink-0 items-baseline gap-3 border-b border-line px-5 py-3">
        <h1 className="text-lg font-semibold">{t('today.title')}</h1>
        <p className="text-ink-2">{format.day(day)}</p>
      </header>
      {today.failed !== null ? (
        <ErrorState
          className="flex-1"
          title={t('today.failed')}
          details={failure(today.failed).details}
          onRetry={today.retry}
        >
          {failure(today.failed).message}
        </ErrorState>
      ) : today.isPending ? (
        <Loading label={t('today.loading')} className="flex flex-col gap-3 p-5">
          {[1, 2, 3, 4].map((row) => (
            <Skeleton key={row} className="h-14" />
          ))}
        </Loading>
      ) : isQuiet ? (
        <EmptyState
          className="flex-1"
          icon={<CircleCheck size={28} />}
          title={t('today.empty')}
          action={
            <Link to="/candidates" className="text-accent-ink hover:underline">
              {t('today.empty-next')}
            </Link>
          }
        >
          {t('today.empty-hint')}
        </EmptyState>
      ) : (
        <div className="min-h-0 flex-1 overflow-auto px-5 py-4">
          <ul className="flex max-w-200 flex-col gap-3">
            {isKeyMissing ? (
              <Item
                title={
                  <Link to="/settings" search={{ section: 'security' }} className={LINK}>
                    {t('today.recovery-key')}
                  </Link>
                }
              >
                <Line>{t('today.recovery-key.why')}</Line>
              </Item>
            ) : null}
            {interviews !== undefined && interviews.total > 0 ? (
              <Item
                count={interviews.total}
                title={
                  <Link to="/interviews" search={{ day }} className={LINK}>
                    <Counted count={interviews.total}>
                      {t('today.interviews', { count: interviews.total })}
                    </Counted>
                  </Link>
                }
              >
                {interviews.rows.map(({ interview, candidateName, jobTitle }) => (
                  <Line
                    key={interview.id}
                    end={interview.start === null ? '' : <RelativeTime value={interview.start} />}
                  >
                    {candidateName === '' ? t('today.no-name') : candidateName}
                    <span className="text-ink-2"> · {jobTitle}</span>
                  </Line>
                ))}
              </Item>
            ) : null}
            {toReview !== undefined && toReview.total > 0 ? (
              <Item
                count={toReview.total}
                title={
                  <Link to="/reports" search={{ figure: TO_REVIEW }} className={LINK}>
                    <Counted count={toReview.total}>
                      {t('today.to-review', { count: toReview.total })}
                    </Counted>
                  </Link>
                }
              >
                <People rows={toReview.rows} />
              </Item>
            ) : null}
            {waiting !== undefined && waiting.total > 0 ? (
              <Item
                count={waiting.total}
                title={
                  <Link to="/reports" search={{ figure: WAITING }} className={LINK}>
                    <Counted count={waiting.total}>
                      {t('today.waiting', { count: waiting.total, days: WAITS_LONG })}
                    </Counted>
                  </Link>
                }
              >
                <People rows={waiting.rows} />
              </Item>
            ) : null}
            {consent !== undefined && consent.total > 0 ? (
              <Item
                count={consent.total}
                title={
                  <Link
                    to="/candidates"
                    search={{ consent: ['expiring', 'expired'] }}
                    className={LINK}
                  >
                    <Counted count={consent.total}>
                      {t('today.consent', { count: consent.total, days: CONSENT_ENDS_SOON })}
                    </Counted>
                  </Link>
                }
              >
                {consent.rows.map(({ candidateId, name, expiresAt }) => (
                  <Line
                    key={candidateId}
                    end={expiresAt === null ? '' : <RelativeTime value={expiresAt} />}
                  >
                    <Link
                      to="/candidates/$id"
                      params={{ id: candidateId }}
                      className="hover:underline"
                    >
                      {name === '' ? t('today.no-name') : name}
                    </Link>
                  </Line>
                ))}
              </Item>
            ) : null}
            {closing.length > 0 ? (
              <Item
                count={closing.length}
                title={
                  <span className="font-medium">
                    <Counted count={closing.length}>
                      {t('today.closing', { count: closing.length })}
                    </Counted>
                  </span>
                }
              >
                {closing.map(({ id, title, clientName, closesOn }) => (
                  <Line key={id} end={closesOn === null ? '' : format.day(closesOn)}>
                    <Link to="/jobs/$jobId" params={{ jobId: id }} className="hover:underline">
                      {title}
                    </Link>
                    <span className="text-ink-2"> · {clientName}</span>
                  </Line>
                ))}
              </Item>
            ) : null}
            {searches.map(({ search, fresh }) => (
              <Item
                key={search.id}
                count={fresh}
                title={
                  <button type="button" className={LINK} onClick={() => openSaved(search, true)}>
                    <Counted count={fresh}>
                      {t('today.search', { count: fresh, name: search.name })}
                    </Counted>
                  </button>
                }
              />
            ))}
            {duplicates > 0 ? (
              <Item
                count={duplicates}
                title={
                  <Link to="/duplicates" className={LINK}>
                    <Counted count={duplicates}>
                      {t('today.duplicates', { count: duplicates })}
                    </Counted>
                  </Link>
                }
              />
            ) : null}
            {unread > 0 ? (
              <Item
                count={unread}
                title={
                  <button type="button" className={LINK} onClick={openNotifications}>
                    <Counted count={unread}>{t('today.unread', { count: unread })}</Counted>
                  </button>
                }
              />
            ) : null}
            {imports.flatMap(({ id, label, counts }) =>
              (
                [
                  ['failed', 'today.import.failed'],
                  ['missing_information', 'today.import.missing'],
                ] as const
              ).map(([tab, words]) =>
                counts[tab] === 0 ? null : (
                  <Item
                    key={`${id}:${tab}`}
                    count={counts[tab]}
                    title={
                      <Link to="/import" search={{ id, tab }} className={LINK}>
                        <Counted count={counts[tab]}>
                          {t(words, { count: counts[tab], name: label })}
                        </Counted>
                      </Link>
                    }
                  />
                ),
              ),
            )}
          </ul>
        </div>
      )}
    </div>
  );
}

const LINK = 'inline-block cursor-default text-left font-medium hover:underline';

interface ItemProps {
  /** Nothing for what is not counted. */
  readonly count?: number;
  readonly title: ReactNode;
  /** The first of them. */
  readonly children?: ReactNode;
}

function Item({ count, title, children }: ItemProps) {
  const format = useFormat();
  return (
    <li className="flex gap-4 rounded-lg border border-line bg-raised px-4 py-3">
      <span aria-hidden className="tabular w-12 shrink-0 text-right text-xl font-semibold">
        {count === undefined ? (
          <KeyRound size={20} aria-hidden className="mt-1 ml-auto text-warn-ink" />
        ) : (
          format.number(count)
        )}
      </span>
      <div className="min-w-0 flex-1 pt-1">
        {title}
        {children === undefined ? null : <ul className="pt-1">{children}</ul>}
      </div>
    </li>
  );
}

/** What a line is called: for who does not see the number beside it, with the number. */
function Counted({ count, children }: { readonly count: number; readonly children: string }) {
  const format = useFormat();
  return (
    <>
      <span className="sr-only">{format.number(count)} </span>
      {children}
    </>
  );
}

function People({ rows }: { readonly rows: readonly FigureRow[] }) {
  const t = useText();
  return rows.map(({ id, candidateId, candidateName, jobTitle, at }) =>
    candidateId === null ? null : (
      <Line key={id} end={<RelativeTime value={at} />}>
        <Link to="/candidates/$id" params={{ id: candidateId }} className="hover:underline">
          {candidateName === '' ? t('today.no-name') : candidateName}
        </Link>
        <span className="text-ink-2"> · {jobTitle}</span>
      </Line>
    ),
  );
}

function Line({ end, children }: { readonly end?: ReactNode; readonly children: ReactNode }) {
  return (
    <li className="flex items-baseline gap-3 py-0.5">
      <span className="min-w-0 flex-1 truncate">{children}</span>
      <span className="shrink-0 text-sm text-ink-3">{end}</span>
    </li>
  );
}
