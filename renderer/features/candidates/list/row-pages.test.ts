import { describe, expect, it } from 'vitest';
import type { CandidateRow } from '@/shared/domain/candidates/views';
import { loadedAround, pagesBetween, pagesFor, rowAt } from './row-pages';

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
    expect(pagesFor({ start: 60, end: 80 }, 100_000)).toEqual([1]);
  });

  it('asks for both pages a view straddles, in the middle of a large list', () => {
    expect(pagesFor({ start: 49_990, end: 50_020 }, 100_000)).toEqual([499, 500]);
  });

  it('never asks past the last page (the store would be asked for rows that cannot be)', () => {
    expect(pagesFor({ start: 180, end: 201 }, 201)).toEqual([1, 2]);
    expect(pagesFor({ start: 150, end: 200 }, 200)).toEqual([1]);
    expect(pagesFor({ start: 0, end: 0 }, 0)).toEqual([]);
  });
});

describe('rowAt', () => {
  const pages = new Map([
    [0, page(0, 100)],
    [2, page(200, 7)],
  ]);

  it('finds rows across pages and tells the missing ones (would show a neighbour page’s row)', () => {
    expect(rowAt(pages, 99)?.id).toBe('r99');
    expect(rowAt(pages, 100)).toBeNull();
    expect(rowAt(pages, 206)?.id).toBe('r206');
    expect(rowAt(pages, 207)).toBeNull();
  });

  it('walks only through rows without a break (J would jump over the hundred that are not loaded)', () => {
    expect(loadedAround(pages, 205)).toEqual({
      start: 200,
      ids: ['r200', 'r201', 'r202', 'r203', 'r204', 'r205', 'r206'],
    });
    expect(loadedAround(pages, 3).ids.length).toBe(100);
    expect(loadedAround(pages, 150).ids).toEqual([]);
  });
});

describe('pagesBetween', () => {
  it('covers a range drawn upwards as well as downwards, up to the limit', () => {
    expect(pagesBetween(250, 90, 500)).toEqual([0, 1, 2]);
    expect(pagesBetween(0, 99_999, 500)).toEqual([0, 1, 2, 3, 4]);
  });
});
