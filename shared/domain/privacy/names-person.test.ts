import { describe, expect, it } from 'vitest';
import { HOSTILE_TEXTS } from '@/db/store-tests/hostile-texts';
import { monthsLater } from '@/shared/domain/privacy/consent';
import { escapeHtml } from '@/shared/domain/privacy/data-request-page';
import { knownAgainBy } from '@/shared/domain/privacy/known-again';
import { mentionsOf } from '@/shared/domain/privacy/names-person';

const HOSTILE = HOSTILE_TEXTS.map(([, text]) => text);
const person = mentionsOf({
  names: ['Anna-Lena Müller', 'Prince'],
  contacts: [
    { kind: 'email', value: 'Anna@Example.org', key: 'anna@example.org' },
    { kind: 'phone', value: '+44 7700 900417', key: '+447700900417' },
    { kind: 'link', value: 'https://github.com/annalena', key: 'github.com/annalena' },
  ],
});

describe('mentions of a person', () => {
  it('finds them by name in any order, address, number and link, in any writing', () => {
    for (const text of [
      'müller, ANNA lena',
      'Muller Anna Lena java',
      'write to anna@example.org',
      'call 07700-900 417',
      '"github.com/AnnaLena"',
      'Prince',
    ])
      expect([text, person(text)]).toEqual([text, true]);
  });

  it('leaves alone what only shares a word, a year or a short number', () => {
    for (const text of [
      '',
      'Anna',
      'Müller java',
      'Prince of Persia developer',
      '900417',
      ...HOSTILE,
    ])
      expect([text.slice(0, 60), person(text)]).toEqual([text.slice(0, 60), false]);
  });

  it('knows a number again with and without its country code, and no kind by another', () => {
    const keys = (key: string) =>
      knownAgainBy([{ kind: 'phone', key }], []).map(({ text }) => text);
    expect(keys('+447700900417')).toEqual(keys('07700900417'));
    expect(
      knownAgainBy(
        [
          { kind: 'email', key: 'x' },
          { kind: 'link', key: 'x' },
        ],
        ['x'],
      ),
    ).toHaveLength(3);
    expect(
      knownAgainBy(
        [
          { kind: 'phone', key: '' },
          { kind: 'email', key: 'a' },
          { kind: 'email', key: 'a' },
        ],
        [],
      ),
    ).toHaveLength(1);
  });

  it('leaves no markup of a text in a page', () => {
    for (const text of HOSTILE) expect(escapeHtml(text)).not.toMatch(/[<>"']/);
    expect(escapeHtml('<img onerror=a> & "b"')).toBe('&lt;img onerror=a&gt; &amp; &quot;b&quot;');
  });

  it('counts months by the calendar', () => {
    expect(monthsLater('2026-01-31T10:00:00.000Z', 1)).toBe('2026-02-28T10:00:00.000Z');
    expect(monthsLater('2024-02-29T10:00:00.000Z', 12)).toBe('2025-02-28T10:00:00.000Z');
    expect(monthsLater('2026-03-31T00:00:00.000Z', -1)).toBe('2026-02-28T00:00:00.000Z');
  });
});
