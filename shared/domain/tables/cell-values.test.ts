import { describe, expect, it } from 'vitest';
import {
  dateOrderOf,
  readDay,
  readName,
  readWholeNumber,
  readYesNo,
  splitList,
  splitPhones,
} from './cell-values';
import { joinList } from './export-columns';
import { readLanguage } from './read-language';
import { cellText, safeCell } from './safe-cell';

describe('what stands in a cell', () => {
  it.each([
    ['52,000', 52_000],
    ['1.234.567,5', 1_234_567.5],
    ['7,5', 7.5],
    ["1'200", 1200],
    ['-3.25', -3.25],
    ['1e3', 1000],
    ['plenty', null],
    ['12 apples', null],
    ['', null],
  ])('reads the number %s', (cell, value) => {
    expect(readWholeNumber(cell)).toBe(value);
  });

  it('reads days as tables write them, and none that there is not', () => {
    expect(readDay('25.3.2026', 'month-first')).toBe('2026-03-25');
    expect(readDay('3/4/2026', 'day-first')).toBe('2026-04-03');
    expect(readDay('3/4/2026', 'month-first')).toBe('2026-03-04');
    expect(readDay('2026-02-03T10:00:00', 'day-first')).toBe('2026-02-03');
    for (const none of ['31/02/2026', '2026-02-31', '13/13/2026', 'soon', '9999']) {
      expect(readDay(none, 'day-first')).toBeNull();
    }
    expect(dateOrderOf(['3/4/2026', '25/12/2026'])).toBe('day-first');
    expect(dateOrderOf(['3/4/2026'])).toBeNull();
  });

  it('takes lists apart, but nothing inside brackets', () => {
    expect(splitList('Java, Go (web, cli), Java')).toEqual(['Java', 'Go (web, cli)']);
    expect(splitList('C, C++; Rust')).toEqual(['C, C++', 'Rust']);
    expect(splitPhones('+49 30 / 123 45; 0170 1')).toEqual(['+49 30 / 123 45', '0170 1']);
    expect(splitPhones('0170 1234567 / 030 1234567')).toEqual(['0170 1234567', '030 1234567']);
  });

  it('writes lists so that they are taken apart the same way', () => {
    for (const items of [['C, C++'], ['a', 'b, c'], ['x; y', 'z'], ['one'], ['x | y'], []]) {
      expect(splitList(joinList(items))).toEqual(items);
    }
  });

  it('turns names round where that is what the comma means', () => {
    expect(readName('Lindqvist, Anna')).toBe('Anna Lindqvist');
    expect(readName('Anna Lindqvist, PhD')).toBe('Anna Lindqvist, PhD');
    expect(readName('a, b, c')).toBe('a, b, c');
  });

  it('tells yes from no from neither, and a language from its level', () => {
    expect([readYesNo('Ja'), readYesNo(' NEIN '), readYesNo('vielleicht')]).toEqual([
      true,
      false,
      null,
    ]);
    expect(readLanguage('English (C1)')).toEqual({ name: 'English', levelText: 'C1' });
    expect(readLanguage('Deutsch - Muttersprache')).toEqual({
      name: 'Deutsch',
      levelText: 'Muttersprache',
    });
    expect(readLanguage('French')).toEqual({ name: 'French', levelText: null });
  });

  it('disarms what a spreadsheet would run, and gives the same text back', () => {
    for (const text of ['=1', '+1', '-1', '@x', '\t=', '\r', "'=1", "''=1", '＝1', "it's", "'a"]) {
      expect(safeCell(text)).not.toMatch(/^[=+\-@\t\r＝]/);
      expect(cellText(safeCell(text))).toBe(text);
    }
  });
});
