import { useCallback } from 'react';
import { create } from 'zustand';
import type { Facet, FacetKind } from '@/shared/domain/candidates/views';

/** Names of values by kind and value, as answers brought them: what a tag, an owner or a folded skill is called. */
const useLabels = create<{ readonly labels: ReadonlyMap<string, string> }>(() => ({
  labels: new Map(),
}));

/** Keeps the names that an answer brings. */
export function rememberLabels(facets: readonly Facet[]): void {
  const before = useLabels.getState().labels;
  const isNew = (kind: FacetKind, value: string, label: string): boolean =>
    value !== label && before.get(keyOf(kind, value)) !== label;
  const more = facets.flatMap((facet) =>
    facet.values
      .filter(({ value, label }) => isNew(facet.kind, value, label))
      .map(({ value, label }) => [keyOf(facet.kind, value), label] as const),
  );
  if (more.length > 0) useLabels.setState({ labels: new Map([...before, ...more]) });
}

/** What a value is called, or undefined when no answer said so. */
export function useLabelOf(): (kind: FacetKind, value: string) => string | undefined {
  const labels = useLabels((state) => state.labels);
  return useCallback((kind, value) => labels.get(keyOf(kind, value)), [labels]);
}

const keyOf = (kind: FacetKind, value: string): string => `${kind}:${value}`;
