import type { ListSearch } from '@/renderer/features/candidates/list/list-search';
import type { Facet, FacetKind } from '@/shared/domain/candidates/views';

/** A change of the list, made of whatever it is when the change comes. */
export type ChangeSearch = (change: (search: ListSearch) => ListSearch) => void;

/** What the answer counted. */
export interface Counts {
  readonly facets: readonly Facet[];
  /** They belong to the search before, and new ones are long on their way. */
  readonly isOld: boolean;
  /** While it stays, values keep their order under the hand: a pointer or the keyboard is among them. Null: they may move. */
  readonly held: string | null;
}

export interface SectionProps {
  readonly search: ListSearch;
  readonly counts: Counts;
  readonly onChange: ChangeSearch;
}

/** What was counted of a kind; undefined when it was not asked for. */
export const facetOf = (
  { facets }: Counts,
  kind: FacetKind,
  fieldId: string | null = null,
): Facet | undefined => facets.find((facet) => facet.kind === kind && facet.fieldId === fieldId);
