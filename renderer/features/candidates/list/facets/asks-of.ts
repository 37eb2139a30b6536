import { SECTIONS, type SectionId } from '@/renderer/features/candidates/list/facets/sections';
import type { FacetKind } from '@/shared/domain/candidates/views';

export interface FacetAsk {
  readonly kind: FacetKind;
  readonly fieldId: string | null;
}

/** The questions of some open sections, each once and in the order of the sections, so that the same sections ask the same. */
export function asksOf(
  open: readonly SectionId[],
  more: readonly FacetKind[],
): readonly FacetAsk[] {
  const fixed = Object.entries(SECTIONS).flatMap(([id, { facets }]): readonly FacetKind[] =>
    facets.filter((kind) => open.some((one) => one === id) || more.includes(kind)),
  );
  const custom = open.filter((id) => id.startsWith(CUSTOM)).map((id) => id.slice(CUSTOM.length));
  return [
    ...fixed.map((kind) => ({ kind, fieldId: null })),
    ...custom.toSorted().map((fieldId) => ({ kind: 'custom' as const, fieldId })),
  ].slice(0, MOST_ASKED);
}

const CUSTOM = 'custom:';
/** The most that one search counts. */
const MOST_ASKED = 30;
