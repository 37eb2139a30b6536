import { createORPCClient } from '@orpc/client';
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import { QueryClient } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';
import { keysOf } from '@/renderer/app/live-events';
import type { ApiClient } from '@/shared/contract/api/index';
import { newId } from '@/shared/kit/ids';

// No call is made: only the keys are looked at.
const api = createTanstackQueryUtils(
  createORPCClient<ApiClient>({ call: () => Promise.reject(new Error('not called')) }),
);

function staleAfter(topic: string, keys: readonly (readonly unknown[])[]): readonly boolean[] {
  const queries = new QueryClient();
  for (const key of keys) queries.setQueryData(key, 'read');
  for (const queryKey of keysOf(api, topic) ?? []) void queries.invalidateQueries({ queryKey });
  return keys.map((key) => queries.getQueryState(key)?.isInvalidated ?? false);
}

describe('what a topic makes stale', () => {
  it('is known for every topic of the store, or each import batch would re-read the whole window', () => {
    const topics = [
      'candidates',
      `candidate:${newId()}`,
      'duplicates',
      'imports',
      'settings',
      'tags',
      'users',
      'watched-folders',
      'workspace',
    ];
    expect(topics.filter((topic) => keysOf(api, topic) === null)).toEqual([]);
    expect(keysOf(api, 'something-newer')).toBeNull();
  });

  it('is one candidate for that candidate, not every open one', () => {
    const [id, other] = [newId(), newId()];
    const keys = [
      api.candidates.get.queryKey({ input: { id } }),
      api.candidates.timeline.queryKey({ input: { id } }),
      api.candidates.get.queryKey({ input: { id: other } }),
    ];
    expect(staleAfter(`candidate:${id}`, keys)).toEqual([true, true, false]);
  });

  it('is the candidate list, whatever was searched, when candidates change', () => {
    const keys = [
      api.candidates.search.queryKey({ input: { text: 'python' } }),
      api.imports.list.queryKey({ input: {} }),
    ];
    expect(staleAfter('candidates', keys)).toEqual([true, false]);
  });
});
