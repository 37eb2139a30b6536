import { describe, expect, it } from 'vitest';
import { choiceLike, customInputOf, isDay, LONGEST_TEXT, readCustomInput } from './custom-value';
import { CUSTOM_FIELD_KINDS } from './records';

const field = (kind: (typeof CUSTOM_FIELD_KINDS)[number], options: string[] = []) => ({
  kind,
  options,
});

describe('what is entered in a custom field', () => {
  it('is kept as it was entered, by its kind', () => {
    const hostile = '\u202e<img onerror>\0 __proto__ =cmd| \u{1f469}\u200d\u{1f4bb}';
    expect(readCustomInput(field('text'), hostile)).toEqual({
      ok: true,
      stored: { text: hostile, number: null },
    });
    expect(readCustomInput(field('number'), -1.5)).toMatchObject({ stored: { number: -1.5 } });
    expect(readCustomInput(field('yes-no'), false)).toMatchObject({ stored: { number: 0 } });
    expect(readCustomInput(field('date'), '9999-12-31')).toMatchObject({
      stored: { text: '9999-12-31' },
    });
    expect(readCustomInput(field('choice', ['A', 'B']), 'B')).toMatchObject({
      stored: { text: 'B' },
    });
  });

  it('comes back as it was entered', () => {
    const all = [
      [field('text'), 'x'],
      [field('number'), 0],
      [field('yes-no'), false],
      [field('yes-no'), true],
    ] as const;
    for (const [of, input] of all) {
      const read = readCustomInput(of, input);
      expect(read.ok && read.stored && customInputOf(of.kind, read.stored)).toBe(input);
    }
  });

  it('is nothing when it is blank, whatever the kind', () => {
    for (const kind of CUSTOM_FIELD_KINDS) {
      expect(readCustomInput(field(kind), null)).toEqual({ ok: true, stored: null });
      expect(readCustomInput(field(kind), ' \n')).toEqual({ ok: true, stored: null });
    }
  });

  it.each([
    ['text', 5, 'text'],
    ['text', 'x'.repeat(LONGEST_TEXT + 1), 'too-long'],
    ['number', '5', 'number'],
    ['number', Number.NaN, 'number'],
    ['number', Number.POSITIVE_INFINITY, 'number'],
    ['date', '2026-02-31', 'date'],
    ['date', '31.12.2026', 'date'],
    ['choice', 'C', 'choice'],
    ['choice', '__proto__', 'choice'],
    ['yes-no', 'yes', 'yes-no'],
  ] as const)('refuses in a field of %s: %s', (kind, input, problem) => {
    expect(readCustomInput(field(kind, ['A', 'B']), input)).toEqual({ ok: false, problem });
  });

  it('knows the days that there are', () => {
    expect(isDay('2024-02-29')).toBe(true);
    expect(isDay('2025-02-29')).toBe(false);
    expect(isDay('2026-13-01')).toBe(false);
  });

  it('finds a choice however it is cased', () => {
    expect(choiceLike(['Zürich', 'Basel'], ' zurich ')).toBe('Zürich');
    expect(choiceLike(['Zürich'], 'Bern')).toBeNull();
  });
});
