import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '@/renderer/app/api';
import { ConsentForm } from '@/renderer/features/privacy/consent-form';
import { Line, Listing, PersonLink } from '@/renderer/features/privacy/listing';
import { basisName } from '@/renderer/features/privacy/words';
import { useFormat } from '@/renderer/lib/format';
import { useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { Badge } from '@/renderer/ui/chips';
import { Checkbox } from '@/renderer/ui/toggles';

const DAYS = 30;
const SHOWN = 200;

/** Whose consent ends within a month or is over, to ask them again; several are renewed at once. */
export function ConsentList() {
  const t = useText();
  const api = useApi();
  const format = useFormat();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [isEditing, setEditing] = useState(false);
  const query = useQuery(
    api.privacy.expiring.queryOptions({ input: { days: DAYS, limit: SHOWN } }),
  );
  return (
    <Listing
      query={query}
      isEmpty={({ rows }) => rows.length === 0}
      empty={{ title: t('privacy.consent.empty'), text: t('privacy.consent.empty.text') }}
    >
      {({ rows, total }) => (
        <>
          <div className="mb-2 flex items-center gap-3">
            <p className="flex-1 text-ink-2">{t('privacy.consent.count', { count: total })}</p>
            <Button isDisabled={chosen.length === 0} onPress={() => setEditing(true)}>
              {t('privacy.consent.renew', { count: chosen.length })}
            </Button>
          </div>
          {isEditing ? (
            <ConsentForm
              candidateIds={chosen}
              consent={{ basis: 'consent', givenAt: null, expiresAt: null }}
              onClose={() => {
                setEditing(false);
                setChosen([]);
              }}
            />
          ) : null}
          <ul aria-label={t('privacy.view.consent')} className="border-t border-line">
            {rows.map(({ candidateId, name, basis, expiresAt, expired }) => {
              const known = basisName(basis);
              return (
                <Line
                  key={candidateId}
                  title={
                    <span className="flex items-center gap-2">
                      <Checkbox
                        aria-label={t('privacy.choose', { name })}
                        isSelected={chosen.includes(candidateId)}
                        onChange={(isOn) =>
                          setChosen(
                            isOn
                              ? [...chosen, candidateId]
                              : chosen.filter((id) => id !== candidateId),
                          )
                        }
                      />
                      <PersonLink id={candidateId} name={name} />
                      <Badge tone={expired ? 'bad' : 'warn'}>
                        {t(expired ? 'privacy.consent.over' : 'privacy.consent.ends')}
                      </Badge>
                    </span>
                  }
                  text={t('privacy.consent.until', {
                    basis: known === null ? (basis ?? '') : t(known),
                    day: format.day(expiresAt.slice(0, 10)),
                  })}
                />
              );
            })}
          </ul>
        </>
      )}
    </Listing>
  );
}
