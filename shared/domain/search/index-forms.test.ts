import { describe, expect, it } from 'vitest';
import { cpuMs } from '@/tests/support/cpu-ms';
import { HOSTILE_TEXTS } from '@/db/store-tests/hostile-texts';
import { cjkPieces, glyphsIn } from './cjk';
import { indexForms, withForms } from './index-forms';
import { bareForm, bareWords } from './rtl';

describe('cjkPieces', () => {
  it.each<[string, string]>([
    ['软件工程师', '软件 件工 工程 程师 师'],
    ['プログラマー', 'プロ ログ グラ ラマ マー ー'],
    ['개발자', '개발 발자 자'],
    ['高级 Java工程师', '高级 级 Java 工程 程师 师'],
    ['师', '师'],
    // Narrow letters, single letters of Korean and radicals, as old systems and PDF files have them.
    ['ﾌﾟﾛ', 'プロ ロ'],
    ['개발'.normalize('NFD'), '개발 발'],
    ['\u2f2f程', '工程 程'],
    ['𠮷野', '𠮷野 野'],
    ['Lyon, 2020', ''],
    ['、。', ''],
  ])('cuts %s', (text, pieces) => {
    expect(cjkPieces(text)).toBe(pieces);
  });

  it('asks for the same pieces as are kept, and for one character as a beginning', () => {
    expect(glyphsIn('工程师')).toEqual({
      runs: [{ pieces: ['工程', '程师'], prefix: false }],
      rest: ' ',
    });
    expect(glyphsIn('师')).toEqual({ runs: [{ pieces: ['师'], prefix: true }], rest: ' ' });
    expect(glyphsIn('Java工程')).toEqual({
      runs: [{ pieces: ['工程'], prefix: false }],
      rest: 'Java ',
    });
  });
});

describe('bareForm', () => {
  it.each<[string, string, string]>([
    ['vowel marks', 'مُحَمَّد', 'محمد'],
    ['stretching', 'محـــمد', 'محمد'],
    ['alef with hamza, te marbuta', 'أخصائية', 'اخصاييه'],
    ['the shapes of letters in a PDF file', '\ufee3\ufea4\ufee4\ufeaa', 'محمد'],
    ['Persian kaf and yeh', 'کتابی', 'كتابي'],
    ['Hebrew points', 'מְנַהֵל', 'מנהל'],
    ['nothing to change', 'מנהל Lyon', 'מנהל Lyon'],
  ])('takes off %s', (_, text, form) => {
    expect(bareForm(text)).toBe(form);
  });

  it('keeps neighbours together, so that a phrase of marked and plain words is found', () => {
    expect(bareWords('Name: مدير المبيعاتِ 2020')).toBe('مدير المبيعات');
    expect(bareWords('مدير')).toBe('');
  });
});

describe('indexForms', () => {
  it('adds nothing to what needs nothing', () => {
    expect(withForms('Amélie Roux, Łódź')).toBe('Amélie Roux, Łódź');
  });

  it.each(HOSTILE_TEXTS)('stays small and quick with %s', (_, text) => {
    expect(indexForms(text).length).toBeLessThanOrEqual(text.length * 3);
  });

  it('cuts a text of two million characters short', () => {
    const start = cpuMs();
    expect(indexForms('软件'.repeat(1_000_000)).length).toBeLessThan(8_000_000);
    expect(indexForms('软件 '.repeat(700_000)).length).toBeLessThan(250_000);
    expect(indexForms('مُ'.repeat(1_000_000)).length).toBeLessThan(2_000_000);
    expect(cpuMs() - start).toBeLessThan(5_000);
  });
});
