import { useCallback, useMemo } from 'react';
import { useIntl } from 'react-intl';
import { useLabelOf } from '@/renderer/features/candidates/list/facets/facet-labels';
import { GROUPS } from '@/renderer/features/candidates/list/facets/sections';
import type { ValueFilter } from '@/renderer/features/candidates/list/filter-values';
import { FIXED_NAMES } from '@/renderer/features/candidates/list/filter-words';
import { type MessageId, useText } from '@/renderer/lib/text';

/** What a value of a filter is called on screen; an id whose name is not known yet is a mark of three dots. */
export function useValueName(): (filter: ValueFilter, value: string) => string {
  const t = useText();
  const labelOf = useLabelOf();
  const country = useCountryName();
  return useCallback(
    (filter, value) => {
      if (filter === 'countries') return country(value);
      if (filter in FIXED_NAMES) {
        // A name for every value that the filter takes.
        const names: Readonly<Record<string, MessageId>> =
          FIXED_NAMES[filter as keyof typeof FIXED_NAMES];
        const name = names[value];
        return name === undefined ? value : t(name);
      }
      const facet = filter === 'missing' ? 'has' : GROUPS[filter].facet;
      return labelOf(facet, value) ?? (IDS.has(filter) ? '…' : value);
    },
    [t, labelOf, country],
  );
}

/** Filters whose values are ids, which say nothing to people. */
const IDS: ReadonlySet<ValueFilter> = new Set(['tagIds', 'listIds', 'ownerIds']);

/** Countries by their codes, in the language of the texts. */
export function useCountryName(): (code: string) => string {
  const { locale } = useIntl();
  const names = useMemo(
    () => new Intl.DisplayNames([locale], { type: 'region', fallback: 'code' }),
    [locale],
  );
  return useCallback(
    (code) => {
      // Two signs that are no letters are no code, for which the names throw.
      return /^[a-z]{2}$/i.test(code) ? (names.of(code.toUpperCase()) ?? code) : code;
    },
    [names],
  );
}
