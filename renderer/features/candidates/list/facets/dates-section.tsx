import { useState } from 'react';
import { RangeFields } from '@/renderer/features/candidates/list/facets/range-fields';
import type { SectionProps } from '@/renderer/features/candidates/list/facets/section-props';
import { GroupTitle } from '@/renderer/features/candidates/list/facets/value-group';
import { DAYS_NAMES, type DaysFilter } from '@/renderer/features/candidates/list/filter-words';
import { changed } from '@/renderer/features/candidates/list/list-search';
import { useNow } from '@/renderer/lib/format';
import { useText } from '@/renderer/lib/text';
import { Select } from '@/renderer/ui/select';
import type { CandidateFilters } from '@/shared/domain/candidates/views';

export type Days = NonNullable<CandidateFilters['added']>;

const SPANS = ['7', '30', '90', '365'] as const;
const SPAN_NAMES = {
  any: 'filters.days.any',
  '7': 'filters.days.7',
  '30': 'filters.days.30',
  '90': 'filters.days.90',
  '365': 'filters.days.365',
  own: 'filters.days.own',
} as const;
type Span = keyof typeof SPAN_NAMES;
// The keys of the record above.
const CHOICES = ['any', ...SPANS, 'own'] as const;
const DAY = 86_400_000;

const FILTERS = ['added', 'updated', 'lastActivity'] as const;

/** When candidates came in, were changed, and when anything last happened. */
export function DatesSection({ search, onChange }: Omit<SectionProps, 'counts'>) {
  const t = useText();
  return FILTERS.map((filter: DaysFilter) => (
    <div key={filter} className="flex flex-col gap-1.5">
      <GroupTitle>{t(DAYS_NAMES[filter])}</GroupTitle>
      <DaysFields
        label={t(DAYS_NAMES[filter])}
        days={search[filter] ?? null}
        onDays={(days) => onChange((now) => changed(now, { [filter]: days ?? undefined }))}
      />
    </div>
  ));
}

interface FieldsProps {
  readonly label: string;
  readonly days: Days | null;
  readonly onDays: (days: Days | null) => void;
}

/** The last so many days, or from one day to another. Days are those of UTC, as the search has them. */
export function DaysFields({ label, days, onDays }: FieldsProps) {
  const t = useText();
  const now = useNow();
  const [isOwn, setOwn] = useState(false);
  const since = (span: Span): string => dayBefore(now, Number(span));
  const span: Span =
    days === null
      ? isOwn
        ? 'own'
        : 'any'
      : (SPANS.find((one) => days.to === null && days.from === since(one)) ?? 'own');
  const choose = (chosen: Span): void => {
    setOwn(chosen === 'own');
    if (chosen === 'any') onDays(null);
    else if (chosen !== 'own') onDays({ from: since(chosen), to: null });
  };
  return (
    <>
      <Select
        label={label}
        hideLabel
        options={CHOICES.map((value) => ({ value, label: t(SPAN_NAMES[value]) }))}
        value={isOwn ? 'own' : span}
        onChange={choose}
      />
      {isOwn || span === 'own' ? (
        <RangeFields
          label={label}
          kind="date"
          from={days?.from ?? ''}
          to={days?.to ?? ''}
          check={(from, to) => from === '' || to === '' || from <= to}
          wrong={t('filters.range-wrong-days')}
          onRange={(from, to) =>
            onDays(from === '' && to === '' ? null : { from: from || null, to: to || null })
          }
        />
      ) : null}
    </>
  );
}

/** The day so many days before a moment in ms, in UTC. */
export const dayBefore = (now: number, days: number): string =>
  new Date(now - days * DAY).toISOString().slice(0, 10);
