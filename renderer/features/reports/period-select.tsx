import { PERIOD_NAMES } from '@/renderer/features/reports/period-names';
import { type Period, PERIODS } from '@/renderer/features/reports/reports-search';
import { useText } from '@/renderer/lib/text';
import { Select } from '@/renderer/ui/select';

/** Of which time figures are. */
export function PeriodSelect({
  value,
  onChange,
}: {
  readonly value: Period;
  readonly onChange: (period: Period) => void;
}) {
  const t = useText();
  return (
    <Select<Period>
      label={t('reports.period')}
      hideLabel
      className="w-40"
      value={value}
      options={PERIODS.map((period) => ({ value: period, label: t(PERIOD_NAMES[period]) }))}
      onChange={onChange}
    />
  );
}
