import { DaysFields } from '@/renderer/features/candidates/list/facets/dates-section';
import { FacetValues } from '@/renderer/features/candidates/list/facets/facet-values';
import { RangeFields } from '@/renderer/features/candidates/list/facets/range-fields';
import {
  facetOf,
  type SectionProps,
} from '@/renderer/features/candidates/list/facets/section-props';
import { isNumberRange, numberIn } from '@/renderer/features/candidates/list/facets/typed-range';
import {
  type CustomFilter,
  customOf,
  isSame,
  withCustom,
} from '@/renderer/features/candidates/list/filter-values';
import { useText } from '@/renderer/lib/text';
import type { CustomField } from '@/shared/domain/custom-fields/records';

interface Props extends SectionProps {
  readonly field: CustomField;
}

/** A field of this workspace: its values to tick, or a range of its numbers or days. */
export function CustomSection({ field, search, counts, onChange }: Props) {
  const t = useText();
  const wanted = customOf(search, field.id);
  const set = (change: (now: CustomFilter) => Partial<CustomFilter>): void =>
    onChange((now) => {
      const before = customOf(now, field.id);
      return withCustom(now, { ...before, ...change(before) });
    });
  switch (field.kind) {
    case 'number':
      return (
        <RangeFields
          label={field.label}
          kind="number"
          from={wanted.min?.toString() ?? ''}
          to={wanted.max?.toString() ?? ''}
          check={(from, to) => isNumberRange(from, to, -Infinity, Infinity)}
          wrong={t('filters.range-wrong-numbers')}
          onRange={(from, to) =>
            set(() => ({ min: numberIn(from) ?? null, max: numberIn(to) ?? null }))
          }
        />
      );
    case 'date':
      return (
        <DaysFields
          label={field.label}
          days={wanted.days}
          onDays={(days) => set(() => ({ days }))}
        />
      );
    default:
      return (
        <FacetValues
          label={field.label}
          facet={facetOf(counts, 'custom', field.id)}
          counts={counts}
          chosen={wanted.values.map((value) => ({ value }))}
          {...(field.kind === 'choice' && field.options.length <= MOST_IN_PLACE
            ? { all: field.options }
            : field.kind === 'yes-no'
              ? { all: YES_NO }
              : {})}
          nameOf={(value) =>
            field.kind !== 'yes-no' ? value : t(value === 'yes' ? 'filters.yes' : 'filters.no')
          }
          onToggle={(value) =>
            set(({ values }) => {
              const others = values.filter((one) => !isSame(one, value));
              return { values: others.length < values.length ? others : [...values, value] };
            })
          }
        />
      );
  }
}

const YES_NO = ['yes', 'no'];
/** Choices up to so many keep the order they were given; more are listed by how many have them. */
const MOST_IN_PLACE = 12;
