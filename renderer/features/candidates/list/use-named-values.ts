import { useQuery } from '@tanstack/react-query';
import { useApi } from '@/renderer/app/api';
import type { ValueFilter } from '@/renderer/features/candidates/list/filter-values';

export interface NamedValue {
  readonly id: string;
  readonly name: string;
}

const NONE: readonly NamedValue[] = [];

/** Everything there is of a filter whose values have ids: tags and lists. */
export function useNamedValues(filter: ValueFilter | null): readonly NamedValue[] {
  const api = useApi();
  const tags = useQuery({ ...api.candidates.tags.queryOptions(), enabled: filter === 'tagIds' });
  const lists = useQuery({ ...api.lists.all.queryOptions(), enabled: filter === 'listIds' });
  switch (filter) {
    case 'tagIds':
      return tags.data ?? NONE;
    case 'listIds':
      return lists.data ?? NONE;
    default:
      return NONE;
  }
}
