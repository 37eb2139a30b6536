import type { SectionProps } from '@/renderer/features/candidates/list/facets/section-props';
import {
  GroupTitle,
  ValueGroupFilter,
} from '@/renderer/features/candidates/list/facets/value-group';
import { toggleValue, valuesOf } from '@/renderer/features/candidates/list/filter-values';
import { FIXED_NAMES } from '@/renderer/features/candidates/list/filter-words';
import { useText } from '@/renderer/lib/text';
import { ValueList } from '@/renderer/ui/value-list';
import { MISSING_FILTERS } from '@/shared/domain/candidates/views';

/** What is known of candidates and what is missing. */
export function InformationSection(props: SectionProps) {
  const t = useText();
  const { search, onChange } = props;
  return (
    <>
      <ValueGroupFilter {...props} group="has" isTitled />
      <GroupTitle>{t('filters.missing')}</GroupTitle>
      <ValueList
        label={t('filters.missing')}
        values={MISSING_FILTERS.map((value) => ({
          value,
          label: t(FIXED_NAMES.missing[value]),
          isChosen: valuesOf(search, 'missing').includes(value),
        }))}
        onToggle={(value) => onChange((now) => toggleValue(now, 'missing', value))}
      />
    </>
  );
}
