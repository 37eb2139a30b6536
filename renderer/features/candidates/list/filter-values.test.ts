import { describe, expect, it } from 'vitest';
import { YEAR_BUCKETS } from '@/shared/domain/candidates/views';
import {
  chosenSkills,
  customOf,
  endsBefore,
  toggleValue,
  toggleYears,
  withCustom,
  withLanguage,
  withSkill,
  yearsRun,
} from './filter-values';

const FIELD = '01890000-0000-7000-8000-000000000001';

describe('values', () => {
  it('takes a value out however it is written (a second Lyon would stand beside lyon)', () => {
    const one = toggleValue({ q: 'java' }, 'cities', 'Lyon');
    expect(one).toEqual({ q: 'java', cities: ['Lyon'] });
    expect(toggleValue(one, 'cities', 'LYON')).toEqual({ q: 'java' });
    expect(toggleValue({}, 'degrees', 'wizard')).toEqual({});
  });
});

describe('skills', () => {
  it('moves a skill between the groups instead of asking for it twice (all of and none of find nobody)', () => {
    const all = withSkill({}, 'Java', { mode: 'all', minYears: 3 });
    expect(all).toEqual({ skills: [{ name: 'Java', minYears: 3 }] });
    const none = withSkill(all, 'java', { mode: 'none', minYears: null });
    expect(none).toEqual({ skillsNone: ['Java'] });
    const any = withSkill(none, 'SQL', { mode: 'any', minYears: null });
    expect(chosenSkills(any).map(({ name, mode }) => `${mode} ${name}`)).toEqual([
      'any SQL',
      'none Java',
    ]);
    expect(withSkill(withSkill(any, 'JAVA', null), 'sql', null)).toEqual({});
  });
});

describe('languages', () => {
  it('changes the level in place and lets go', () => {
    const two = withLanguage(withLanguage({}, 'German', null), 'French', 'B2');
    const higher = withLanguage(two, 'german', 'C1');
    expect(higher.languages).toEqual([
      { name: 'german', minLevel: 'C1' },
      { name: 'French', minLevel: 'B2' },
    ]);
    expect(withLanguage(higher, 'German', undefined).languages).toHaveLength(1);
  });
});

describe('custom fields', () => {
  it('drops a condition that says nothing (an empty one would count as a filter in force)', () => {
    const set = withCustom({}, { ...customOf({}, FIELD), min: 3 });
    expect(set.custom?.[0]?.min).toBe(3);
    expect(withCustom(set, { ...customOf(set, FIELD), min: null })).toEqual({});
  });
});

describe('years', () => {
  const click = (search: object, bucket: number) => toggleYears(search, YEAR_BUCKETS, bucket);

  it('is one bucket, grows by its neighbours, shrinks from its ends and starts anew elsewhere', () => {
    const three = click({}, 3);
    expect(three).toEqual({ minYears: 3, maxYears: 4.99 });
    const upToTen = click(three, 5);
    expect(upToTen).toEqual({ minYears: 3, maxYears: 9.99 });
    expect(yearsRun(upToTen, YEAR_BUCKETS)).toEqual([2, 3]);
    expect(click(upToTen, 3)).toEqual({ minYears: 5, maxYears: 9.99 });
    expect(click(upToTen, 20)).toEqual({ minYears: 20 });
    expect(click(three, 3)).toEqual({});
  });

  it('leaves out who has just reached the next bucket (its count would not be the length of the list)', () => {
    expect(click({}, 0)).toEqual({ minYears: 0, maxYears: 0.99 });
    expect(endsBefore(4.99)).toBe(5);
    expect(endsBefore(5)).toBeNull();
    expect(endsBefore(4.5)).toBeNull();
    expect(endsBefore(7.49)).toBe(7.5);
  });

  it('shows no bucket as chosen for a range that was typed across them', () => {
    expect(yearsRun({ minYears: 2, maxYears: 7 }, YEAR_BUCKETS)).toBeNull();
    expect(yearsRun({ minYears: 5 }, YEAR_BUCKETS)).toEqual([3, 6]);
  });
});
