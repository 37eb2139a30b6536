import { createORPCClient } from '@orpc/client';
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { gatherTopics, keysOf } from '@/renderer/app/live-events';
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

describe('topics that come close together', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  /** How often the window reads again when a batch comes every 100 ms for that long. */
  const readsIn = (ms: number): readonly ReadonlySet<string>[] => {
    const reads: ReadonlySet<string>[] = [];
    const topics = gatherTopics((gathered) => reads.push(gathered));
    for (let at = 0; at < ms; at += 100) {
      topics.add([`candidate:${at}`]);
      vi.advanceTimersByTime(100);
    }
    vi.advanceTimersByTime(10_000);
    topics.stop();
    return reads;
  };

  it('are read at once when they are the first, and the last are not lost', () => {
    const reads = readsIn(1000);
    expect([...(reads[0] ?? [])]).toEqual(['candidate:0']);
    expect(reads.flatMap((read) => [...read])).toHaveLength(10);
  });

  it('are read ever less often while they keep coming, or an import would make the list re-read itself all the time', () => {
    const inAMinute = readsIn(60_000).length;
    expect(inAMinute).toBeLessThan(30);
    expect(inAMinute).toBeGreaterThan(15);
  });

  it('are read at once again after a quiet time', () => {
    const reads: ReadonlySet<string>[] = [];
    const topics = gatherTopics((gathered) => reads.push(gathered));
    for (let batch = 0; batch < 100; batch++) {
      topics.add(['candidates']);
      vi.advanceTimersByTime(100);
    }
    vi.advanceTimersByTime(10_000);
    const before = reads.length;
    topics.add(['tags']);
    expect(reads).toHaveLength(before + 1);
    topics.add(['candidates']);
    vi.advanceTimersByTime(400);
    expect(reads).toHaveLength(before + 2);
    topics.stop();
  });

  it('of a deed done here are read at once, after many others too, or whoever did it would look at what was before', () => {
    const reads: ReadonlySet<string>[] = [];
    const topics = gatherTopics((gathered) => reads.push(gathered));
    const deeds = 6;
    for (let deed = 0; deed < deeds; deed++) {
      topics.add([`candidate:${deed}`]);
      topics.hurry();
      expect(reads).toHaveLength(deed + 1);
      vi.advanceTimersByTime(300);
    }
    // The answer may be there before the news.
    topics.hurry();
    topics.add(['settings']);
    expect([...(reads.at(-1) ?? [])]).toEqual(['settings']);
    topics.add(['tags']);
    expect(reads).toHaveLength(deeds + 1);
    vi.advanceTimersByTime(400);
    expect(reads).toHaveLength(deeds + 2);
    topics.stop();
  });

  it('wait while somebody scrolls, or the rows would move under the hand; not for ever, and none is lost', () => {
    const reads: ReadonlySet<string>[] = [];
    let isScrolling = true;
    const topics = gatherTopics(
      (gathered) => reads.push(gathered),
      () => isScrolling,
    );
    topics.add(['candidates']);
    vi.advanceTimersByTime(5_000);
    expect(reads).toEqual([]);
    topics.add(['tags']);
    vi.advanceTimersByTime(6_000);
    expect(reads.map((read) => [...read])).toEqual([['candidates', 'tags']]);
    topics.add(['imports']);
    isScrolling = false;
    vi.advanceTimersByTime(1_000);
    expect(reads.map((read) => [...read])).toEqual([['candidates', 'tags'], ['imports']]);
    topics.stop();
  });
});
