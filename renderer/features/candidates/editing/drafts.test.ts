import { describe, expect, it } from 'vitest';
import { candidatePartSchema } from '@/shared/contract/api/candidates';
import { readEndDate, readYearMonth } from './draft-values';
import { draftOf, readDraft } from './drafts';
import { readField } from './field-drafts';

describe('dates as people type them', () => {
  it.each([
    ['2019-09', '2019-09'],
    ['9/2019', '2019-09'],
    ['09.2019', '2019-09'],
    ['Sept 2019', '2019-09'],
    ['december 1999', '1999-12'],
    ['2019', '2019'],
    ['13/2019', null],
    ['2019-00', null],
    ['31 February', null],
    ['9999', null],
  ])('%s', (typed, stored) => {
    expect(readYearMonth(typed)).toBe(stored);
  });

  it('knows that a job goes on', () => {
    expect(readEndDate(' Now ')).toBe('present');
  });
});

describe('readDraft', () => {
  it('makes a part the contract accepts, with empty text as "not known"', () => {
    const read = readDraft('experience', {
      ...draftOf('experience', null),
      title: ' Nurse ',
      start: '3/2020',
      end: 'present',
    });
    expect(read.ok).toBe(true);
    if (!read.ok) return;
    expect(candidatePartSchema.parse(read.part)).toEqual({
      entity: 'experience',
      values: {
        title: 'Nurse',
        company: null,
        location: null,
        start: '2020-03',
        end: 'present',
        description: '',
      },
    });
  });

  it('blames the field that is wrong, and saves nothing', () => {
    const empty = readDraft('experience', draftOf('experience', null));
    expect(empty).toEqual({ ok: false, problems: { title: 'required' } });
    const dates = readDraft('education', { institution: 'X', start: '2020-05', end: '2019' });
    expect(dates).toEqual({ ok: false, problems: { end: 'order' } });
    const mail = readDraft('contactPoint', { kind: 'email', value: 'a@b' });
    expect(mail).toEqual({ ok: false, problems: { value: 'email' } });
  });

  it('does not call a period backwards when one date is only a year', () => {
    expect(readDraft('education', { degree: 'BSc', start: '2019-09', end: '2019' }).ok).toBe(true);
  });

  it('shows a stored part and reads the same values back', () => {
    const read = readDraft('candidateLanguage', { name: 'German', level: 'C1', levelText: '' });
    expect(read).toEqual({
      ok: true,
      part: {
        entity: 'candidateLanguage',
        values: { name: 'German', level: 'C1', levelText: null },
      },
    });
  });
});

describe('readField', () => {
  it('clears with empty text, except the name', () => {
    expect(readField('headline', '  ')).toEqual({ ok: true, patch: { headline: null } });
    expect(readField('name', ' ')).toEqual({ ok: false, problem: 'required' });
  });

  it('takes years with a comma and refuses what cannot be', () => {
    expect(readField('totalYears', '7,5')).toEqual({ ok: true, patch: { totalYears: 7.5 } });
    expect(readField('totalYears', '-1')).toEqual({ ok: false, problem: 'years' });
    expect(readField('totalYears', 'ten')).toEqual({ ok: false, problem: 'years' });
    expect(readField('headline', 'x'.repeat(501))).toEqual({ ok: false, problem: 'tooLong' });
  });
});
