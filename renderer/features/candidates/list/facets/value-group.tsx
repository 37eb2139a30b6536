import { FacetValues } from '@/renderer/features/candidates/list/facets/facet-values';
import {
  facetOf,
  type SectionProps,
} from '@/renderer/features/candidates/list/facets/section-props';
import { GROUPS } from '@/renderer/features/candidates/list/facets/sections';
import { toggleValue, valuesOf } from '@/renderer/features/candidates/list/filter-values';
import { FIXED_NAMES } from '@/renderer/features/candidates/list/filter-words';
import { useNamedValues } from '@/renderer/features/candidates/list/use-named-values';
import { useValueName } from '@/renderer/features/candidates/list/use-value-name';
import { useText } from '@/renderer/lib/text';

interface Props extends SectionProps {
  readonly group: keyof typeof GROUPS;
  /** Whether the group is one of several in its section, and so needs its title said. */
  readonly isTitled?: boolean;
}

/** A filter whose values are ticked. */
export function ValueGroupFilter({ group, isTitled = false, search, counts, onChange }: Props) {
  const t = useText();
  const valueName = useValueName();
  const { title, facet, filter, suggest } = GROUPS[group];
  const fixed = filter in FIXED_NAMES;
  const others = useNamedValues(filter);
  return (
    <>
      {isTitled ? <GroupTitle>{t(title)}</GroupTitle> : null}
      <FacetValues
        label={t(title)}
        facet={facetOf(counts, facet)}
        counts={counts}
        chosen={valuesOf(search, filter).map((value) => ({ value }))}
        {...(fixed ? { all: Object.keys(FIXED_NAMES[filter as keyof typeof FIXED_NAMES]) } : {})}
        suggest={suggest}
        others={others}
        nameOf={(value) => valueName(filter, value)}
        onToggle={(value) => onChange((now) => toggleValue(now, filter, value))}
      />
    </>
  );
}

/** The title of a part of a section. */
export function GroupTitle({ children }: { readonly children: string }) {
  return <h4 className="px-1.5 pt-0.5 text-sm font-medium text-ink-3">{children}</h4>;
}
