import { describe, expect, it } from 'vitest';
import { contactKey, nameKey } from './contact-key';
import { monthsBetween } from './months-between';

describe('contactKey', () => {
  it('is the same for the same contact however it is written', () => {
    expect(contactKey('email', ' Anna@Example.ORG ')).toBe(
      contactKey('email', 'mailto:anna@example.org'),
    );
    expect(contactKey('phone', '+49 (0)40-1234567')).toBe('+49401234567');
    expect(contactKey('phone', '0049 40 1234567')).toBe(contactKey('phone', '+49 40 1234567'));
    const profile = 'linkedin.com/in/anna-b';
    for (const link of [
      'https://www.linkedin.com/in/Anna-B/',
      'http://de.linkedin.com/in/anna-b?utm=1',
      profile,
    ]) {
      expect(contactKey('link', link)).toBe(profile);
    }
  });

  it('differs where the contact does: two accounts of one site, two paths that differ in case', () => {
    expect(contactKey('link', 'https://example.org/Anna')).not.toBe(
      contactKey('link', 'https://example.org/anna'),
    );
    expect(contactKey('link', 'github.com/anna')).not.toBe(contactKey('link', 'github.com/boris'));
  });

  it('is empty for what tells nobody apart: a year, an extension', () => {
    expect(contactKey('phone', '2019')).toBe('');
    expect(contactKey('phone', 'ext. 12')).toBe('');
  });
});

describe('nameKey', () => {
  it('folds case, accents, dots and spaces', () => {
    expect(nameKey('  José  A. Müller ')).toBe(nameKey('JOSE A MULLER'));
  });
});

describe('monthsBetween', () => {
  it('counts the last month, takes a year for its middle, and refuses what runs backwards', () => {
    expect(monthsBetween('2020-01', '2020-03', '2026-01')).toBe(3);
    expect(monthsBetween('2018', '2020', '2026-01')).toBe(24);
    expect(monthsBetween('2025-11', 'present', '2026-01')).toBe(3);
    expect(monthsBetween('2026-05', '2020-01', '2026-01')).toBeNull();
    expect(monthsBetween(null, 'present', '2026-01')).toBeNull();
  });
});
