import { describe, expect, it } from 'vitest';
import { candidateSearchRequestSchema } from '@/shared/domain/candidates/views';
import {
  clearFilters,
  countFilters,
  keptFilters,
  readListSearch,
  requestOf,
  searchOf,
  sortAfterClick,
} from './list-search';

const ID = '01890000-0000-7000-8000-000000000001';
const FILTERS = {
  skills: [{ name: 'python', minYears: 3 }],
  skillsAny: [{ name: 'sql', minYears: null }],
  skillsNone: ['cobol'],
  tagIds: [ID],
  listIds: [ID],
  titles: ['Nurse'],
  seniorities: ['senior'],
  companies: ['Northfold'],
  companiesWhen: 'now',
  schools: ['Reading'],
  degrees: ['master'],
  cities: ['Lyon'],
  countries: ['FR'],
  near: { place: 'Lyon', latitude: 45.76, longitude: 4.83, km: 50 },
  languages: [{ name: 'German', minLevel: 'B2' }],
  ownerIds: [ID],
  sources: ['folder'],
  consent: ['given'],
  doNotContact: false,
  minYears: 3,
  maxYears: 9.99,
  added: { from: '2026-01-01', to: null },
  updated: { from: null, to: '2026-02-01' },
  lastActivity: { from: '2026-01-01', to: '2026-02-01' },
  has: ['file'],
  missing: ['email'],
  custom: [{ fieldId: ID, values: ['yes'], min: null, max: null, days: null }],
  like: ID,
  newSince: '2026-01-01T00:00:00.000Z',
  review: true,
  archived: true,
  shared: true,
  taskId: ID,
} as const;
/** One of everything that an address can hold. */
const EVERYTHING = {
  ...FILTERS,
  q: '"project manager" sap ',
  sort: 'name',
  dir: 'desc',
  synonyms: false,
  spelling: false,
} as const;

describe('requestOf', () => {
  it('sorts by relevance while there is something to match and by the newest change otherwise', () => {
    expect(requestOf({}).sort).toEqual({ by: 'updatedAt', direction: 'desc' });
    expect(requestOf({ q: 'react' }).sort).toEqual({ by: 'relevance', direction: 'desc' });
    expect(requestOf({ like: ID }).sort).toEqual({ by: 'relevance', direction: 'desc' });
    // A list left sorted by relevance and then cleared must not ask for a relevance to nothing.
    expect(requestOf({ sort: 'relevance' }).sort.by).toBe('updatedAt');
  });

  it('keeps everything that an address can hold (a filter that is forgotten here shows people it excludes)', () => {
    const search = readListSearch(EVERYTHING);
    expect(search).toEqual(EVERYTHING);
    const request = candidateSearchRequestSchema.parse({ ...requestOf(search), offset: 0 });
    // The space at the end says that "sap" is a whole word: trimming it would search for "sapient" too.
    expect(request.text).toBe('"project manager" sap ');
    expect(requestOf({ q: '   ' }).text).toBe('');
    expect(request.filters).toEqual(FILTERS);
    expect([request.sort, request.synonyms, request.spelling]).toEqual([
      { by: 'name', direction: 'desc' },
      false,
      false,
    ]);
  });

  it('reads what the router leaves in a broken address (the screen would fail)', () => {
    // As the address bar has it, which no type guards.
    const broken = { degrees: ['wizard'], cities: '{', minYears: 3 } as object;
    expect(requestOf(broken).filters).toEqual(requestOf({ minYears: 3 }).filters);
  });

  it('is undone by searchOf (a saved search would open as another list)', () => {
    const request = requestOf(readListSearch(EVERYTHING));
    // The switched-off other words too: a search kept without them would find more people when it is opened.
    expect(searchOf({ ...request, filters: keptFilters(request) })).toEqual(EVERYTHING);
    expect(searchOf({ text: '', filters: keptFilters(requestOf({})), sort: null })).toEqual({});
  });
});

describe('readListSearch', () => {
  it('drops what makes no sense by itself, down to one value of a list (a broken address would blank the list)', () => {
    const search = readListSearch({
      q: 'java',
      minYears: 'many',
      tagIds: ['nope', ID],
      skills: [{ name: 'sql', minYears: 2 }, 'loose', null],
      near: { place: 'Nowhere' },
      sort: 'age',
      shoeSize: 44,
    });
    expect(search).toEqual({ q: 'java', tagIds: [ID], skills: [{ name: 'sql', minYears: 2 }] });
  });

  it('cuts a list to what the contract takes (the whole search would be refused)', () => {
    const titles = Array.from({ length: 40 }, (_, index) => `T${index}`);
    expect(readListSearch({ titles }).titles).toEqual(titles.slice(0, 20));
  });

  it('gives hostile text back as it came', () => {
    const nasty = ["Robert'); DROP TABLE", '‮abc', '🧑‍🚀', '<script>', '%_\\', 'a\u0000b'];
    expect(readListSearch({ q: nasty.join(' '), companies: nasty })).toEqual({
      q: nasty.join(' '),
      companies: nasty,
    });
  });
});

describe('changing the list', () => {
  it('counts what "clear" removes and keeps text, sort and what is looked for', () => {
    const search = readListSearch(EVERYTHING);
    expect(countFilters({})).toBe(0);
    // Everything but text, sort, the two switches and "now", which says how companies count; both ends of the years are one.
    expect(countFilters(search)).toBe(Object.keys(EVERYTHING).length - 7);
    expect(clearFilters(search)).toEqual({
      q: EVERYTHING.q,
      sort: 'name',
      dir: 'desc',
      synonyms: false,
      spelling: false,
    });
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
