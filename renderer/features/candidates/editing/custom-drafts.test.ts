import { describe, expect, it } from 'vitest';
import { readCustomDraft } from './custom-drafts';

describe('what is typed into a custom field', () => {
  it('reads numbers as people write them, and nothing for an empty field', () => {
    const number = { kind: 'number' as const, options: [] };
    expect(readCustomDraft(number, ' 7,5 ')).toEqual({ ok: true, value: 7.5 });
    expect(readCustomDraft(number, '  ')).toEqual({ ok: true, value: null });
    expect(readCustomDraft(number, '7 apples')).toEqual({ ok: false, problem: 'number' });
    expect(readCustomDraft(number, 'Infinity')).toEqual({ ok: false, problem: 'number' });
  });

  it('keeps a text to the letter, spaces included', () => {
    const text = { kind: 'text' as const, options: [] };
    expect(readCustomDraft(text, ' \u202eabc ')).toEqual({ ok: true, value: ' \u202eabc ' });
  });

  it('tells yes from no from nothing', () => {
    const flag = { kind: 'yes-no' as const, options: [] };
    expect(readCustomDraft(flag, 'no')).toEqual({ ok: true, value: false });
    expect(readCustomDraft(flag, '')).toEqual({ ok: true, value: null });
  });
});
