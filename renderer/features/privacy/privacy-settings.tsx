import { useMutation, useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useApi } from '@/renderer/app/api';
import { failureCode, useFailure } from '@/renderer/app/failure';
import { BlindSettings } from '@/renderer/features/blind';
import { Listing } from '@/renderer/features/privacy/listing';
import { RuleForm } from '@/renderer/features/privacy/rule-form';
import { useReadAgain } from '@/renderer/features/privacy/use-privacy-deeds';
import { END_NAMES } from '@/renderer/features/privacy/words';
import { useFormat } from '@/renderer/lib/format';
import { useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { Badge } from '@/renderer/ui/chips';
import { TextField } from '@/renderer/ui/field';
import { showToast } from '@/renderer/ui/toast';
import { Switch } from '@/renderer/ui/toggles';
import type { PrivacySettings as Settings } from '@/shared/domain/privacy/settings';
import type { RetentionRuleView } from '@/shared/domain/privacy/views';

const ADDING = 'adding';

/** How long people are kept, and what is written down of searches. */
export function PrivacySettings() {
  const t = useText();
  return (
    <>
      <p className="mb-4 text-ink-2">{t('privacy.settings.text')}</p>
      <General />
      <BlindSettings />
      <Rules />
      <Look />
    </>
  );
}

function General() {
  const t = useText();
  const api = useApi();
  const readAgain = useReadAgain();
  const settings = useQuery(api.privacy.settings.queryOptions());
  const change = useMutation({
    mutationFn: (patch: Partial<Settings>) => api.privacy.changeSettings.call(patch),
    onSettled: readAgain,
  });
  const { data } = settings;
  if (data === undefined) return null;
  const months =
    (key: 'searchLogMonths' | 'consentMonths') =>
    (value: string): void => {
      const number = Number(value);
      if (Number.isInteger(number) && number >= 1 && number <= 120)
        change.mutate({ [key]: number });
    };
  return (
    <div className="mb-6 flex flex-col gap-3 border-y border-line py-3">
      <Switch isSelected={data.searchLog} onChange={(searchLog) => change.mutate({ searchLog })}>
        {t('privacy.settings.search-log')}
      </Switch>
      <div className="grid grid-cols-2 gap-4">
        <TextField
          key={`log-${data.searchLogMonths}`}
          type="number"
          label={t('privacy.settings.search-log-months')}
          defaultValue={String(data.searchLogMonths)}
          onBlur={(event) => months('searchLogMonths')(valueOf(event.target))}
        />
        <TextField
          key={`consent-${data.consentMonths}`}
          type="number"
          label={t('privacy.settings.consent-months')}
          defaultValue={String(data.consentMonths)}
          onBlur={(event) => months('consentMonths')(valueOf(event.target))}
        />
      </div>
    </div>
  );
}

const valueOf = (target: EventTarget): string =>
  target instanceof HTMLInputElement ? target.value : '';

function Rules() {
  const t = useText();
  const api = useApi();
  const [open, setOpen] = useState<string | null>(null);
  const rules = useQuery(api.privacy.rules.queryOptions());
  const close = (): void => setOpen(null);
  return (
    <section aria-labelledby="privacy-rules" className="mb-6">
      <h3 id="privacy-rules" className="mb-2 font-semibold">
        {t('privacy.rules')}
      </h3>
      <Listing
        query={rules}
        isEmpty={(rows) => rows.length === 0 && open !== ADDING}
        empty={{ title: t('privacy.rules.empty'), text: t('privacy.rules.empty.text') }}
      >
        {(rows) => (
          <ul aria-label={t('privacy.rules')} className="border-t border-line">
            {rows.map((rule) => (
              <li key={rule.id} className="border-b border-line">
                {open === rule.id ? (
                  <RuleForm rule={rule} onClose={close} />
                ) : (
                  <RuleLine rule={rule} onEdit={() => setOpen(rule.id)} />
                )}
              </li>
            ))}
          </ul>
        )}
      </Listing>
      {open === ADDING ? (
        <RuleForm rule={null} onClose={close} />
      ) : (
        <Button
          className="mt-3"
          icon={<Plus size={14} aria-hidden />}
          onPress={() => setOpen(ADDING)}
        >
          {t('privacy.rules.add')}
        </Button>
      )}
    </section>
  );
}

function RuleLine({
  rule,
  onEdit,
}: {
  readonly rule: RetentionRuleView;
  readonly onEdit: () => void;
}) {
  const t = useText();
  const parts = [
    rule.minimumDays === null ? null : t('privacy.rules.least', { days: rule.minimumDays }),
    rule.maximumDays === null ? null : t('privacy.rules.most', { days: rule.maximumDays }),
    rule.maximumDays === null ? null : t(END_NAMES[rule.end]),
  ].filter((part) => part !== null);
  return (
    <div className="flex min-h-11 items-center gap-3 py-2">
      <div className="min-w-0 flex-1">
        <p className="flex items-center gap-2 font-medium">
          {rule.name}
          {rule.enabled ? null : <Badge>{t('privacy.rules.off')}</Badge>}
        </p>
        <p className="text-sm text-ink-2">{parts.join(' · ')}</p>
      </div>
      <Button size="sm" onPress={onEdit}>
        {t('privacy.rules.edit')}
      </Button>
    </div>
  );
}

/** The daily look at the rules: when it was, and doing it now. A clock that jumped has to be confirmed. */
function Look() {
  const t = useText();
  const api = useApi();
  const format = useFormat();
  const failure = useFailure();
  const readAgain = useReadAgain();
  const status = useQuery({ ...api.privacy.retentionStatus.queryOptions(), staleTime: 0 });
  const run = useMutation({
    mutationFn: (clockIsRight: boolean) => api.privacy.runRetention.call({ clockIsRight }),
    onSuccess: ({ quarantined, erased, due }) => {
      showToast({ message: t('privacy.look.done', { quarantined, erased, due }) });
    },
    onSettled: readAgain,
    meta: { showsFailure: true },
  });
  const { data } = status;
  if (data === undefined) return null;
  return (
    <section aria-labelledby="privacy-look">
      <h3 id="privacy-look" className="mb-1 font-semibold">
        {t('privacy.look')}
      </h3>
      <p className="text-sm text-ink-2">
        {data.lastRunAt === null
          ? t('privacy.look.never')
          : t('privacy.look.last', { at: format.absolute(data.lastRunAt) })}
      </p>
      {data.clockJumped ? (
        <p className="mt-2 rounded-md bg-warn-soft p-2 text-warn-ink">
          {t('privacy.look.clock', { now: format.absolute(data.now) })}
        </p>
      ) : null}
      {run.isError && failureCode(run.error) !== 'CONFLICT' ? (
        <p className="mt-2 text-bad-ink">{failure(run.error).message}</p>
      ) : null}
      <Button
        className="mt-3"
        isPending={run.isPending}
        onPress={() => run.mutate(data.clockJumped)}
      >
        {t(data.clockJumped ? 'privacy.look.confirm' : 'privacy.look.now')}
      </Button>
    </section>
  );
}
