import type { DraftForm } from '@/renderer/features/jobs/draft-form';
import {
  EDUCATION_NAMES,
  EMPLOYMENT_NAMES,
  PERIOD_NAMES,
  PRIORITY_NAMES,
  REMOTE_NAMES,
} from '@/renderer/features/jobs/words';
import { type MessageId, useText } from '@/renderer/lib/text';
import { TextField } from '@/renderer/ui/field';
import { Select } from '@/renderer/ui/select';
import {
  EMPLOYMENT_TYPES,
  JOB_PRIORITIES,
  REMOTE_KINDS,
  SALARY_PERIODS,
} from '@/shared/domain/jobs/records';
import { EDUCATION_LEVELS } from '@/shared/domain/parsing/education-level';

interface Props {
  readonly form: DraftForm;
  readonly onChange: (patch: Partial<DraftForm>) => void;
}

/** Everything about a new job but its title, client, description and skills. */
export function DraftFields({ form, onChange }: Props) {
  const t = useText();
  return (
    <div className="flex flex-col gap-3">
      <TextField
        label={t('jobs.field.department')}
        value={form.department}
        onChange={(department) => onChange({ department })}
        maxLength={200}
      />
      <TextField
        label={t('jobs.field.location')}
        value={form.location}
        onChange={(location) => onChange({ location })}
        maxLength={300}
      />
      <Choice
        label={t('jobs.field.remote')}
        values={REMOTE_KINDS}
        names={REMOTE_NAMES}
        value={form.remote}
        onChange={(remote) => onChange({ remote })}
      />
      <Choice
        label={t('jobs.field.employment')}
        values={EMPLOYMENT_TYPES}
        names={EMPLOYMENT_NAMES}
        value={form.employmentType}
        onChange={(employmentType) => onChange({ employmentType })}
      />
      <div className="grid grid-cols-2 gap-3">
        <TextField
          label={t('jobs.field.experience-min')}
          inputMode="decimal"
          value={form.experienceMin}
          onChange={(experienceMin) => onChange({ experienceMin })}
        />
        <TextField
          label={t('jobs.field.experience-max')}
          inputMode="decimal"
          value={form.experienceMax}
          onChange={(experienceMax) => onChange({ experienceMax })}
        />
        <TextField
          label={t('jobs.field.salary-min')}
          inputMode="decimal"
          value={form.salaryMin}
          onChange={(salaryMin) => onChange({ salaryMin })}
        />
        <TextField
          label={t('jobs.field.salary-max')}
          inputMode="decimal"
          value={form.salaryMax}
          onChange={(salaryMax) => onChange({ salaryMax })}
        />
        <TextField
          label={t('jobs.field.currency')}
          placeholder={t('jobs.currency-example')}
          value={form.salaryCurrency}
          onChange={(salaryCurrency) => onChange({ salaryCurrency })}
          maxLength={3}
        />
        <Choice
          label={t('jobs.field.period')}
          values={SALARY_PERIODS}
          names={PERIOD_NAMES}
          value={form.salaryPeriod}
          onChange={(salaryPeriod) => onChange({ salaryPeriod })}
        />
      </div>
      <Choice
        label={t('jobs.field.education')}
        values={EDUCATION_LEVELS}
        names={EDUCATION_NAMES}
        value={form.educationMin}
        onChange={(educationMin) => onChange({ educationMin })}
      />
      <Select
        label={t('jobs.field.priority')}
        value={form.priority}
        options={JOB_PRIORITIES.map((value) => ({ value, label: t(PRIORITY_NAMES[value]) }))}
        onChange={(priority) => onChange({ priority })}
      />
      <div className="grid grid-cols-2 gap-3">
        <TextField
          label={t('jobs.field.openings')}
          inputMode="numeric"
          value={form.openings}
          onChange={(openings) => onChange({ openings })}
        />
        <TextField
          label={t('jobs.field.closes')}
          placeholder={t('jobs.day-example')}
          value={form.closesOn}
          onChange={(closesOn) => onChange({ closesOn })}
        />
      </div>
    </div>
  );
}

interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly values: readonly Value[];
  readonly names: Readonly<Record<Value, MessageId>>;
  readonly value: Value | null;
  readonly onChange: (value: Value | null) => void;
}

/** One of a few, or nothing. */
function Choice<Value extends string>({
  label,
  values,
  names,
  value,
  onChange,
}: ChoiceProps<Value>) {
  const t = useText();
  return (
    <Select
      label={label}
      value={value === null ? '' : String(value)}
      options={[
        { value: '', label: t('jobs.any') },
        ...values.map((one) => ({ value: String(one), label: t(names[one]) })),
      ]}
      onChange={(chosen) => onChange(values.find((one) => one === chosen) ?? null)}
    />
  );
}
