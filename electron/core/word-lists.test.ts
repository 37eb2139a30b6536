import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createWordLists } from './word-lists';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it('reads one list at a time, each once, and none before somebody may write (the first deed would wait for all of them)', () => {
  const read: string[] = [];
  const lists = createWordLists(
    ['skills', 'titles', 'places'].map((name) => () => read.push(name)),
    { after: 500, between: 100 },
  );
  vi.advanceTimersByTime(60_000);
  expect(read).toEqual([]);
  lists.soon();
  lists.soon();
  vi.advanceTimersByTime(500);
  expect(read).toEqual(['skills']);
  vi.advanceTimersByTime(99);
  expect(read).toEqual(['skills']);
  lists.soon();
  vi.advanceTimersByTime(60_000);
  expect(read).toEqual(['skills', 'titles', 'places']);
});

it('reads nothing any more once the workspace is closed', () => {
  const read = vi.fn();
  const lists = createWordLists([read, read], { after: 500, between: 100 });
  lists.soon();
  vi.advanceTimersByTime(500);
  lists.close();
  vi.advanceTimersByTime(60_000);
  expect(read).toHaveBeenCalledOnce();
});
