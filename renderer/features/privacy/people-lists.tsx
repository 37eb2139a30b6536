import { useQuery } from '@tanstack/react-query';
import { useApi } from '@/renderer/app/api';
import { Line, Listing, PersonLink } from '@/renderer/features/privacy/listing';
import { useStanding } from '@/renderer/features/privacy/use-privacy-deeds';
import { ENDED_NAMES } from '@/renderer/features/privacy/words';
import { useFormat } from '@/renderer/lib/format';
import { useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { RelativeTime } from '@/renderer/ui/time';

/** Who must not be erased, why, and who said so. */
export function HoldList() {
  const t = useText();
  const api = useApi();
  const query = useQuery(api.privacy.holds.queryOptions());
  const release = useStanding(
    (candidateId: string) => api.privacy.releaseHold.call({ candidateId }),
    'privacy.hold.released',
  );
  return (
    <Listing
      query={query}
      isEmpty={(rows) => rows.length === 0}
      empty={{ title: t('privacy.hold.empty'), text: t('privacy.hold.text') }}
    >
      {(rows) => (
        <ul aria-label={t('privacy.view.holds')} className="border-t border-line">
          {rows.map((row) => (
            <Line
              key={row.id}
              title={<PersonLink id={row.candidateId} name={row.name} />}
              text={`${row.reason} · ${t('privacy.hold.by', { name: row.placedByName })}`}
            >
              <Button size="sm" onPress={() => release.mutate(row.candidateId)}>
                {t('privacy.hold.release')}
              </Button>
            </Line>
          ))}
        </ul>
      )}
    </Listing>
  );
}

/** Files that would bring back somebody who was erased: in, or out for good. */
export function ReturnedList() {
  const t = useText();
  const api = useApi();
  const format = useFormat();
  const query = useQuery(api.privacy.returned.queryOptions());
  const decide = useStanding(
    (input: { readonly itemId: string; readonly letIn: boolean }) =>
      api.privacy.decideReturned.call(input),
    'privacy.returned.decided',
  );
  return (
    <Listing
      query={query}
      isEmpty={(rows) => rows.length === 0}
      empty={{ title: t('privacy.returned.empty'), text: t('privacy.returned.empty.text') }}
    >
      {(rows) => (
        <ul aria-label={t('privacy.view.returned')} className="border-t border-line">
          {rows.map(({ itemId, fileName, erasedAt, seenAt }) => (
            <Line
              key={itemId}
              title={fileName}
              text={
                <>
                  {erasedAt === null
                    ? t('privacy.returned.unknown')
                    : t('privacy.returned.text', { day: format.day(erasedAt.slice(0, 10)) })}
                  {' · '}
                  <RelativeTime value={seenAt} />
                </>
              }
            >
              <Button
                size="sm"
                isDisabled={decide.isPending}
                onPress={() => decide.mutate({ itemId, letIn: false })}
              >
                {t('privacy.returned.keep-out')}
              </Button>
              <Button
                size="sm"
                isDisabled={decide.isPending}
                onPress={() => decide.mutate({ itemId, letIn: true })}
              >
                {t('privacy.returned.let-in')}
              </Button>
            </Line>
          ))}
        </ul>
      )}
    </Listing>
  );
}

/** That people were erased, when and why; not who. */
export function ErasedList() {
  const t = useText();
  const api = useApi();
  const letIn = useStanding(
    (erasureId: string) => api.privacy.letIn.call({ erasureId }),
    'privacy.erased.let-in.done',
  );
  const query = useQuery(api.privacy.erasures.queryOptions());
  return (
    <Listing
      query={query}
      isEmpty={(rows) => rows.length === 0}
      empty={{ title: t('privacy.erased.empty'), text: t('privacy.erased.empty.text') }}
    >
      {(rows) => (
        <ul aria-label={t('privacy.view.erased')} className="border-t border-line">
          {rows.map(({ id, kind, reason, erasedAt, counts, isKnown }) => (
            <Line
              key={id}
              title={t(ENDED_NAMES[kind])}
              text={
                <>
                  {reason === '' ? t('privacy.erased.no-reason') : reason} ·{' '}
                  {t('privacy.erased.rows', {
                    count: Object.values(counts).reduce((sum, count) => sum + count, 0),
                  })}
                </>
              }
            >
              <RelativeTime value={erasedAt} className="self-center text-sm text-ink-3" />
              {isKnown ? (
                <Button size="sm" isDisabled={letIn.isPending} onPress={() => letIn.mutate(id)}>
                  {t('privacy.erased.let-in')}
                </Button>
              ) : null}
            </Line>
          ))}
        </ul>
      )}
    </Listing>
  );
}
