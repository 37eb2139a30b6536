import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '@/renderer/app/api';
import { EraseDialog } from '@/renderer/features/privacy/erase-dialog';
import { Line, Listing, PersonLink } from '@/renderer/features/privacy/listing';
import { useStanding } from '@/renderer/features/privacy/use-privacy-deeds';
import { END_NAMES } from '@/renderer/features/privacy/words';
import { useFormat, useNow } from '@/renderer/lib/format';
import { useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { Badge } from '@/renderer/ui/chips';
import { Checkbox } from '@/renderer/ui/toggles';
import type { Erasure } from '@/shared/domain/privacy/records';
import type { QuarantineView } from '@/shared/domain/privacy/views';

const SHOWN = 200;

/** Those who go next: brought back with one deed, or erased by a person once their time is over. */
export function QuarantineList() {
  const t = useText();
  const api = useApi();
  const format = useFormat();
  const now = useNow();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [erasing, setErasing] = useState<Erasure['kind'] | null>(null);
  const query = useQuery({
    ...api.privacy.quarantines.queryOptions({
      input: { dueOnly: false, limit: SHOWN, offset: 0 },
    }),
    placeholderData: keepPreviousData,
  });
  const release = useStanding(
    (candidateId: string) => api.privacy.release.call({ candidateId }),
    'privacy.quarantine.released',
  );
  const toggle = (id: string, isOn: boolean): void => {
    const next = new Set(chosen);
    if (isOn) next.add(id);
    else next.delete(id);
    setChosen(next);
  };
  const isDue = (row: QuarantineView): boolean => Date.parse(row.until) <= now;
  return (
    <Listing
      query={query}
      isEmpty={({ rows }) => rows.length === 0}
      empty={{ title: t('privacy.quarantine.empty'), text: t('privacy.quarantine.empty.text') }}
    >
      {({ rows, total }) => {
        const there = rows.filter((row) => chosen.has(row.candidateId) && !row.held);
        return (
          <>
            <div className="mb-2 flex items-center gap-3">
              <p className="flex-1 text-ink-2">
                {t('privacy.quarantine.count', { count: total, due: rows.filter(isDue).length })}
              </p>
              <Button
                variant="danger"
                isDisabled={there.length === 0}
                onPress={() => setErasing(there[0]?.end ?? 'erase')}
              >
                {t('privacy.erase.chosen', { count: there.length })}
              </Button>
            </div>
            <ul aria-label={t('privacy.view.quarantine')} className="border-t border-line">
              {rows.map((row) => (
                <Line
                  key={row.id}
                  title={
                    <span className="flex items-center gap-2">
                      <Checkbox
                        aria-label={t('privacy.choose', { name: row.name })}
                        isSelected={chosen.has(row.candidateId)}
                        isDisabled={row.held}
                        onChange={(isOn) => toggle(row.candidateId, isOn)}
                      />
                      <PersonLink id={row.candidateId} name={row.name} />
                      {row.held ? <Badge tone="violet">{t('privacy.hold.badge')}</Badge> : null}
                      {isDue(row) ? <Badge tone="warn">{t('privacy.quarantine.due')}</Badge> : null}
                    </span>
                  }
                  text={`${t('privacy.quarantine.until', {
                    day: format.day(row.until.slice(0, 10)),
                    end: t(END_NAMES[row.end]),
                  })} ${row.ruleName ?? row.reason}`}
                >
                  <Button size="sm" onPress={() => release.mutate(row.candidateId)}>
                    {t('privacy.quarantine.release')}
                  </Button>
                </Line>
              ))}
            </ul>
            {erasing === null ? null : (
              <EraseDialog
                candidateIds={there.map(({ candidateId }) => candidateId)}
                kind={erasing}
                onClose={() => setErasing(null)}
                onDone={() => {
                  setErasing(null);
                  setChosen(new Set());
                }}
              />
            )}
          </>
        );
      }}
    </Listing>
  );
}
