import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useApi } from '@/renderer/app/api';
import { useFailure } from '@/renderer/app/failure';
import { useReadAgain } from '@/renderer/features/privacy/use-privacy-deeds';
import { useFormat } from '@/renderer/lib/format';
import { useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { TextField } from '@/renderer/ui/field';
import { Segments, Switch } from '@/renderer/ui/toggles';
import type { RetentionRule } from '@/shared/domain/privacy/records';
import type { RetentionRuleView } from '@/shared/domain/privacy/views';
import { squeeze } from '@/shared/kit/text';

interface Props {
  /** Null for a new one. */
  readonly rule: RetentionRuleView | null;
  readonly onClose: () => void;
}

type Applied = 'any' | 'yes' | 'no';

/** A rule of retention, with what it would do today. Escape leaves it as it was. */
export function RuleForm({ rule, onClose }: Props) {
  const t = useText();
  const api = useApi();
  const failure = useFailure();
  const readAgain = useReadAgain();
  const [name, setName] = useState(rule?.name ?? '');
  const [least, setLeast] = useState(String(rule?.minimumDays ?? ''));
  const [most, setMost] = useState(String(rule?.maximumDays ?? (rule === null ? 730 : '')));
  const [countries, setCountries] = useState((rule?.about.countries ?? []).join(' '));
  const [applied, setApplied] = useState<Applied>(
    rule?.about.applied === undefined ? 'any' : rule.about.applied ? 'yes' : 'no',
  );
  const [end, setEnd] = useState<RetentionRule['end']>(rule?.end ?? 'erase');
  const [automatic, setAutomatic] = useState(rule?.about.automatic ?? false);
  const [enabled, setEnabled] = useState(rule?.enabled ?? true);
  const codes = countries.toUpperCase().match(/[A-Z]{2}/g) ?? [];
  const draft = {
    name: squeeze(name),
    about: {
      ...rule?.about,
      countries: codes,
      applied: applied === 'any' ? undefined : applied === 'yes',
      automatic,
    },
    minimumDays: daysOf(least),
    maximumDays: daysOf(most),
    end,
    enabled,
  };
  const isWhole = draft.minimumDays !== null || draft.maximumDays !== null;
  const save = useMutation({
    mutationFn: () =>
      api.privacy.saveRule.call({ id: rule?.id ?? null, version: rule?.version ?? 0, rule: draft }),
    onSuccess: () => {
      readAgain();
      onClose();
    },
    meta: { showsFailure: true },
  });
  const remove = useMutation({
    mutationFn: (given: { readonly id: string; readonly version: number }) =>
      api.privacy.deleteRule.call(given),
    onSuccess: () => {
      readAgain();
      onClose();
    },
  });
  const isReady = draft.name !== '' && isWhole && !save.isPending;
  return (
    <form
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        if (isReady) save.mutate();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
      className="my-2 flex flex-col gap-3 rounded-lg border border-line p-3"
    >
      <TextField
        autoFocus
        label={t('privacy.rule.name')}
        value={name}
        onChange={setName}
        maxLength={200}
        isInvalid={save.isError}
        errorMessage={save.isError ? failure(save.error).message : ''}
      />
      <div className="grid grid-cols-2 gap-3">
        <TextField
          type="number"
          label={t('privacy.rule.least')}
          value={least}
          onChange={setLeast}
        />
        <TextField type="number" label={t('privacy.rule.most')} value={most} onChange={setMost} />
      </div>
      <TextField
        label={t('privacy.rule.countries')}
        description={t('privacy.rule.countries.hint')}
        value={countries}
        onChange={setCountries}
      />
      <Segments<Applied>
        label={t('privacy.rule.applied')}
        value={applied}
        onChange={setApplied}
        options={[
          { value: 'any', label: t('privacy.rule.applied.any') },
          { value: 'yes', label: t('privacy.rule.applied.yes') },
          { value: 'no', label: t('privacy.rule.applied.no') },
        ]}
      />
      <Segments<RetentionRule['end']>
        label={t('privacy.rule.end')}
        value={end}
        onChange={setEnd}
        options={[
          { value: 'erase', label: t('privacy.end.erase') },
          { value: 'anonymise', label: t('privacy.end.anonymise') },
        ]}
      />
      <Switch isSelected={automatic} onChange={setAutomatic}>
        {t('privacy.rule.automatic')}
      </Switch>
      <Switch isSelected={enabled} onChange={setEnabled}>
        {t('privacy.rule.enabled')}
      </Switch>
      {isWhole ? <Preview draft={{ ...draft, name: 'draft', id: rule?.id ?? null }} /> : null}
      <div className="flex gap-2">
        {rule === null ? null : (
          <Button
            isPending={remove.isPending}
            onPress={() => remove.mutate({ id: rule.id, version: rule.version })}
          >
            {t('privacy.rule.delete')}
          </Button>
        )}
        <span className="flex-1" />
        <Button onPress={onClose}>{t('privacy.cancel')}</Button>
        <Button type="submit" variant="primary" isDisabled={!isReady}>
          {t('privacy.save')}
        </Button>
      </div>
    </form>
  );
}

type Draft = Pick<RetentionRule, 'name' | 'minimumDays' | 'maximumDays' | 'end' | 'enabled'> & {
  readonly about: { countries: string[]; applied: boolean | undefined; automatic: boolean };
  readonly id: string | null;
};

/** What the rules would do today with this one as it stands in the form. */
function Preview({ draft }: { readonly draft: Draft }) {
  const t = useText();
  const api = useApi();
  const format = useFormat();
  const preview = useQuery({
    ...api.privacy.previewRules.queryOptions({ input: { draft } }),
    staleTime: 0,
  });
  const { data } = preview;
  return (
    <p aria-live="polite" className="min-h-10 rounded-md bg-sunken p-2 text-sm text-ink-2">
      {data === undefined
        ? t('privacy.rule.looking')
        : `${t('privacy.rule.preview', {
            go: data.quarantined,
            kept: data.kept,
            held: data.held,
            unruled: data.unruled,
          })}${
            data.nextAt === null
              ? ''
              : ` ${t('privacy.rule.next', { day: format.day(data.nextAt.slice(0, 10)) })}`
          }`}
    </p>
  );
}

function daysOf(text: string): number | null {
  const days = Number(text);
  return text.trim() === '' || !Number.isInteger(days) || days < 0 ? null : days;
}
