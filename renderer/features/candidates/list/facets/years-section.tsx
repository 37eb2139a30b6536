import { useMemo } from 'react';
import { FacetValues } from '@/renderer/features/candidates/list/facets/facet-values';
import { RangeFields } from '@/renderer/features/candidates/list/facets/range-fields';
import {
  facetOf,
  type SectionProps,
} from '@/renderer/features/candidates/list/facets/section-props';
import { endIn, isRange, numberIn } from '@/renderer/features/candidates/list/facets/typed-range';
import {
  endsBefore,
  toggleYears,
  yearsRun,
} from '@/renderer/features/candidates/list/filter-values';
import { changed } from '@/renderer/features/candidates/list/list-search';
import { useText } from '@/renderer/lib/text';
import { YEAR_BUCKETS } from '@/shared/domain/candidates/views';

const MOST_YEARS = 80;
const BUCKETS = YEAR_BUCKETS.map(String);

/** Years of work: buckets to tick, which make one range, or the range itself. */
export function YearsSection({ search, counts, onChange }: SectionProps) {
  const t = useText();
  const run = yearsRun(search, YEAR_BUCKETS);
  const isChosen = (index: number): boolean => run !== null && index >= run[0] && index <= run[1];
  const nameOf = (value: string): string => {
    const index = BUCKETS.indexOf(value);
    const next = YEAR_BUCKETS[index + 1];
    if (next === undefined) return t('filters.bucket-last', { from: Number(value) });
    return next === 1
      ? t('filters.bucket-first')
      : t('filters.bucket', { from: Number(value), to: next });
  };
  const facet = facetOf(counts, 'years');
  const { maxYears } = search;
  const next = maxYears === undefined ? null : endsBefore(maxYears);
  const endAsTyped = next === null ? (maxYears?.toString() ?? '') : t('filters.under', { next });
  const endOf = (typed: string): number | undefined | null =>
    endIn(typed, t('filters.under', { next: '' }).trim());
  // The answer may name its buckets; they are named here as their range is typed.
  const bare = useMemo(
    () => facet && { ...facet, values: facet.values.map((one) => ({ ...one, label: one.value })) },
    [facet],
  );
  return (
    <>
      <FacetValues
        label={t('filters.section.years')}
        facet={bare}
        counts={counts}
        all={BUCKETS}
        chosen={BUCKETS.filter((_, index) => isChosen(index)).map((value) => ({ value }))}
        nameOf={nameOf}
        onToggle={(value) => onChange((now) => toggleYears(now, YEAR_BUCKETS, Number(value)))}
      />
      <RangeFields
        label={t('filters.section.years')}
        kind="number"
        from={search.minYears?.toString() ?? ''}
        to={endAsTyped}
        check={(from, to) => isRange(numberIn(from), endOf(to), 0, MOST_YEARS)}
        wrong={t('filters.range-wrong', { min: 0, max: MOST_YEARS })}
        onRange={(from, to) =>
          onChange((now) =>
            changed(now, {
              minYears: numberIn(from) ?? undefined,
              maxYears: endOf(to) ?? undefined,
            }),
          )
        }
      />
    </>
  );
}
