import { useQuery } from '@tanstack/react-query';
import { useContext } from 'react';
import { useIntl } from 'react-intl';
import { useApi } from '@/renderer/app/api';
import { useCan } from '@/renderer/app/session';
import { useSaveField } from '@/renderer/features/jobs/use-brief';
import {
  EDUCATION_NAMES,
  EMPLOYMENT_NAMES,
  PERIOD_NAMES,
  REMOTE_NAMES,
} from '@/renderer/features/jobs/words';
import { useFormat } from '@/renderer/lib/format';
import { majorText, minorOf, moneyText } from '@/renderer/lib/money';
import { type MessageId, useText } from '@/renderer/lib/text';
import { InlineField, InlineReadOnly } from '@/renderer/ui/inline-field';
import { isDay } from '@/shared/domain/custom-fields/custom-value';
import { EMPLOYMENT_TYPES, REMOTE_KINDS, SALARY_PERIODS } from '@/shared/domain/jobs/records';
import type { JobDetail } from '@/shared/domain/jobs/views';
import { EDUCATION_LEVELS } from '@/shared/domain/parsing/education-level';

/** Everything about a job but its description, skills and team, each edited in its place. */
export function JobFields({ detail }: { readonly detail: JobDetail }) {
  const t = useText();
  const format = useFormat();
  const { locale } = useIntl();
  const save = useSaveField(detail);
  const { job } = detail;
  const choice = useChoice();
  const currency = job.salaryCurrency;
  const money = (field: 'salaryMin' | 'salaryMax') => ({
    shown: moneyText(job[field], currency, locale),
    value: majorText(job[field], currency),
    inputMode: 'decimal' as const,
    onSave: async (typed: string) => {
      const minor = minorOf(typed, currency);
      return minor === undefined ? t('jobs.wrong.money') : save({ [field]: minor });
    },
  });
  const years = (field: 'experienceMin' | 'experienceMax') => ({
    shown: job[field] === null ? '' : t('jobs.years', { years: job[field] }),
    value: job[field] === null ? '' : String(job[field]),
    inputMode: 'decimal' as const,
    onSave: async (typed: string) => {
      const read = typed.trim() === '' ? null : Number(typed.replace(',', '.'));
      const isWrong = read !== null && !(read >= 0 && read <= 60);
      return isWrong ? t('jobs.skills.years-wrong') : save({ [field]: read });
    },
  });
  return (
    <div className="flex flex-col">
      <InlineField
        label={t('jobs.field.title')}
        shown={job.title}
        value={job.title}
        onSave={async (title) => (title.trim() === '' ? t('jobs.wrong.title') : save({ title }))}
      />
      <ClientField detail={detail} />
      <InlineField
        label={t('jobs.field.department')}
        shown={job.department ?? ''}
        value={job.department ?? ''}
        onSave={(department) => save({ department })}
      />
      <InlineField
        label={t('jobs.field.location')}
        shown={job.location ?? ''}
        value={job.location ?? ''}
        onSave={(location) => save({ location })}
      />
      <InlineField
        label={t('jobs.field.remote')}
        {...choice(REMOTE_KINDS, REMOTE_NAMES, job.remote, (remote) => save({ remote }))}
      />
      <InlineField
        label={t('jobs.field.employment')}
        {...choice(EMPLOYMENT_TYPES, EMPLOYMENT_NAMES, job.employmentType, (employmentType) =>
          save({ employmentType }),
        )}
      />
      <InlineField label={t('jobs.field.experience-min')} {...years('experienceMin')} />
      <InlineField label={t('jobs.field.experience-max')} {...years('experienceMax')} />
      <InlineField label={t('jobs.field.salary-min')} {...money('salaryMin')} />
      <InlineField label={t('jobs.field.salary-max')} {...money('salaryMax')} />
      <InlineField
        label={t('jobs.field.currency')}
        shown={currency ?? ''}
        value={currency ?? ''}
        description={t('jobs.currency-hint')}
        onSave={async (typed) => {
          const code = typed.trim().toUpperCase();
          if (code !== '' && !/^[A-Z]{3}$/.test(code)) return t('jobs.wrong.currency');
          // The amounts stay what they say, also where the new currency has other digits behind the point.
          return save({
            salaryCurrency: code === '' ? null : code,
            salaryMin: minorOf(majorText(job.salaryMin, currency), code || null) ?? null,
            salaryMax: minorOf(majorText(job.salaryMax, currency), code || null) ?? null,
          });
        }}
      />
      <InlineField
        label={t('jobs.field.period')}
        {...choice(SALARY_PERIODS, PERIOD_NAMES, job.salaryPeriod, (salaryPeriod) =>
          save({ salaryPeriod }),
        )}
      />
      <InlineField
        label={t('jobs.field.education')}
        {...choice(EDUCATION_LEVELS, EDUCATION_NAMES, job.educationMin, (educationMin) =>
          save({ educationMin }),
        )}
      />
      <InlineField
        label={t('jobs.field.openings')}
        shown={format.number(job.openings)}
        value={String(job.openings)}
        inputMode="numeric"
        onSave={async (typed) => {
          const openings = Number(typed);
          const isWrong = !Number.isInteger(openings) || openings < 1 || openings > 10_000;
          return isWrong ? t('jobs.wrong.openings') : save({ openings });
        }}
      />
      <InlineField
        label={t('jobs.field.closes')}
        shown={job.closesOn === null ? '' : format.day(job.closesOn)}
        value={job.closesOn ?? ''}
        placeholder={t('jobs.day-example')}
        onSave={async (typed) => {
          const day = typed.trim();
          if (day !== '' && !isDay(day)) return t('jobs.wrong.day');
          return save({ closesOn: day === '' ? null : day });
        }}
      />
    </div>
  );
}

/** The parts of an inline field that is one of a few, or nothing. */
function useChoice() {
  const t = useText();
  return <Value extends string>(
    values: readonly Value[],
    names: Readonly<Record<Value, MessageId>>,
    chosen: Value | null,
    onSave: (value: Value | null) => Promise<string | null>,
  ) => ({
    shown: chosen === null ? '' : t(names[chosen]),
    value: chosen ?? '',
    options: [
      { value: '', label: t('jobs.any') },
      ...values.map((value) => ({ value, label: t(names[value]) })),
    ],
    onSave: (value: string) => onSave(values.find((one) => one === value) ?? null),
  });
}

function ClientField({ detail }: { readonly detail: JobDetail }) {
  const t = useText();
  const api = useApi();
  const save = useSaveField(detail);
  const mayChoose = useCan()('client.read');
  const clients = useQuery({
    ...api.clients.list.queryOptions({ input: { status: 'active', limit: 500 } }),
    enabled: mayChoose,
  });
  const { job, clientName } = detail;
  const others = (clients.data?.rows ?? []).filter(({ id }) => id !== job.clientId);
  const isReadOnly = useContext(InlineReadOnly) || !mayChoose;
  return (
    <InlineReadOnly value={isReadOnly}>
      <InlineField
        label={t('jobs.field.client')}
        shown={clientName}
        value={job.clientId}
        options={[
          { value: job.clientId, label: clientName },
          ...others.map(({ id, companyName }) => ({ value: id, label: companyName })),
        ]}
        onSave={(clientId) => save({ clientId })}
      />
    </InlineReadOnly>
  );
}
