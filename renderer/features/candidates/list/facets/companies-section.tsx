import type { SectionProps } from '@/renderer/features/candidates/list/facets/section-props';
import { ValueGroupFilter } from '@/renderer/features/candidates/list/facets/value-group';
import { changed } from '@/renderer/features/candidates/list/list-search';
import { useText } from '@/renderer/lib/text';
import { Segments } from '@/renderer/ui/toggles';

/** Employers, those of today or those of any time. */
export function CompaniesSection(props: SectionProps) {
  const t = useText();
  const { search, onChange } = props;
  return (
    <>
      <Segments
        label={t('filters.when')}
        hideLabel
        options={[
          { value: 'ever', label: t('filters.when.ever') },
          { value: 'now', label: t('filters.when.now') },
        ]}
        value={search.companiesWhen ?? 'ever'}
        onChange={(companiesWhen) => onChange((now) => changed(now, { companiesWhen }))}
      />
      <ValueGroupFilter {...props} group="companies" />
    </>
  );
}
