import { useMemo } from 'react';
import { asksOf, type FacetAsk } from '@/renderer/features/candidates/list/facets/asks-of';
import { useLabelOf } from '@/renderer/features/candidates/list/facets/facet-labels';
import type { ListSearch } from '@/renderer/features/candidates/list/list-search';
import { isPanelOpen, useListView } from '@/renderer/features/candidates/list/list-view';

/** What is to be counted: the open sections, and owners in force whose names are not known yet. */
export function useFacetAsks(search: ListSearch): readonly FacetAsk[] {
  const hasPanel = useListView(isPanelOpen);
  const openSections = useListView((view) => view.openSections);
  const labelOf = useLabelOf();
  const isOwnerUnnamed = search.ownerIds?.some((id) => labelOf('owner', id) === undefined) ?? false;
  return useMemo(
    () => asksOf(hasPanel ? openSections : [], isOwnerUnnamed ? ['owner'] : []),
    [hasPanel, openSections, isOwnerUnnamed],
  );
}
