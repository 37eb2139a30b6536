import { describe, expect, it } from 'vitest';
import type { CandidateRow } from '@/shared/domain/candidates/views';
import { loadedAround, PAGE_SIZE, pagesFor, rowAt } from './row-pages';

const row = (id: string): CandidateRow => ({
  id,
  name: id,
  nameHits: [],
  headline: null,
  headlineHits: [],
  company: null,
  location: null,
  totalYears: null,
  skills: [],
  tags: [],
  email: null,
  phone: null,
  source: 'folder',
  archivedAt: null,
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
  snippet: null,
});
const page = (from: number, count: number): readonly CandidateRow[] =>
  Array.from({ length: count }, (_, index) => row(`r${from + index}`));

describe('pagesFor', () => {
  it('asks for nothing beyond page 0 at the top of the list (would load a page nobody sees)', () => {
    expect(pagesFor({ start: 0, end: 30 }, 100_000)).toEqual([]);
  });

  it('asks for the next page before its first row shows (would flash placeholders at every page edge)', () => {
    expect(pagesFor({ start: 30, end: 45 }, 100_000)).toEqual([1]);
  });

  it('asks for both pages a view straddles, in the middle of a large list', () => {
    expect(pagesFor({ start: 24_990, end: 25_020 }, 100_000)).toEqual([499, 500]);
  });

  it('never asks past the last page (the store would be asked for rows that cannot be)', () => {
    expect(pagesFor({ start: 90, end: 101 }, 101)).toEqual([1, 2]);
    expect(pagesFor({ start: 75, end: 100 }, 100)).toEqual([1]);
    expect(pagesFor({ start: 0, end: 0 }, 0)).toEqual([]);
  });
});

describe('rowAt', () => {
  const pages = new Map([
    [0, page(0, PAGE_SIZE)],
    [2, page(100, 7)],
  ]);

  it('finds rows across pages and tells the missing ones (would show a neighbour page’s row)', () => {
    expect(rowAt(pages, 49)?.id).toBe('r49');
    expect(rowAt(pages, 50)).toBeNull();
    expect(rowAt(pages, 106)?.id).toBe('r106');
    expect(rowAt(pages, 107)).toBeNull();
  });

  it('walks only through rows without a break (J would jump over the fifty that are not loaded)', () => {
    expect(loadedAround(pages, 105)).toEqual({
      start: 100,
      ids: ['r100', 'r101', 'r102', 'r103', 'r104', 'r105', 'r106'],
    });
    expect(loadedAround(pages, 3).ids.length).toBe(50);
    expect(loadedAround(pages, 75).ids).toEqual([]);
  });
});
