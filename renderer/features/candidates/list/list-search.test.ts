import { describe, expect, it } from 'vitest';
import { candidateSearchRequestSchema } from '@/shared/domain/candidates/views';
import {
  clearFilters,
  countFilters,
  listSearchSchema,
  requestOf,
  sortAfterClick,
  toggleFilter,
} from './list-search';

describe('requestOf', () => {
  it('sorts by relevance while searching and by the newest change otherwise', () => {
    expect(requestOf({}).sort).toEqual({ by: 'updatedAt', direction: 'desc' });
    expect(requestOf({ q: 'react' }).sort).toEqual({ by: 'relevance', direction: 'desc' });
    // A list left sorted by relevance and then cleared must not ask for a relevance to nothing.
    expect(requestOf({ sort: 'relevance' }).sort.by).toBe('updatedAt');
  });

  it('makes a request the contract accepts from everything an address can hold', () => {
    const search = listSearchSchema.parse({
      q: '"project manager" sap ',
      skills: ['python'],
      missing: ['email'],
      min: 3,
      archived: true,
      sort: 'name',
    });
    const request = candidateSearchRequestSchema.parse({ ...requestOf(search), offset: 0 });
    // The space at the end says that "sap" is a whole word: trimming it would search for "sapient" too.
    expect(request.text).toBe('"project manager" sap ');
    expect(requestOf({ q: '   ' }).text).toBe('');
    expect(request.filters.skills).toEqual([{ name: 'python', minYears: null }]);
    expect(request.filters.archived).toBe(true);
    expect(request.sort).toEqual({ by: 'name', direction: 'asc' });
  });
});

describe('listSearchSchema', () => {
  it('drops what makes no sense and keeps the rest (a broken address would blank the list)', () => {
    const search = listSearchSchema.parse({ q: 'java', min: 'many', tags: ['nope'], sort: 'age' });
    expect(search).toEqual({ q: 'java' });
  });
});

describe('changing filters', () => {
  it('adds, removes, counts and clears without touching the text', () => {
    const one = toggleFilter({ q: 'java' }, 'skills', 'sql');
    expect(one).toEqual({ q: 'java', skills: ['sql'] });
    expect(countFilters({ ...one, min: 2, max: 5, archived: true })).toBe(3);
    expect(toggleFilter(one, 'skills', 'sql')).toEqual({ q: 'java' });
    expect(clearFilters({ ...one, sort: 'name' })).toEqual({ q: 'java', sort: 'name' });
  });

  it('goes through first direction, other direction, none on header clicks', () => {
    const first = sortAfterClick({}, 'name');
    expect(first).toEqual({ sort: 'name', dir: 'asc' });
    const second = sortAfterClick(first, 'name');
    expect(second).toEqual({ sort: 'name', dir: 'desc' });
    expect(sortAfterClick(second, 'name')).toEqual({});
    expect(sortAfterClick(second, 'totalYears')).toEqual({ sort: 'totalYears', dir: 'desc' });
  });
});
