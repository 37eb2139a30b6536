import { describe, expect, it } from 'vitest';
import { documentFromText } from './document-from-text';
import type { ExtractedDocument } from './extracted-document';
import { parseResume } from './parse-resume';

const now = new Date('2026-03-01T00:00:00Z');
const emailsOf = (text: string, extra: Partial<ExtractedDocument> = {}): readonly string[] =>
  parseResume({ ...documentFromText(`Ada Byron\n${text}`), ...extra }, { now }).emails.map(
    (email) => email.value,
  );

describe('e-mail addresses', () => {
  it.each([
    ['ada [at] example [dot] org', 'ada@example.org'],
    ['ada.byron(at)example.org', 'ada.byron@example.org'],
    ['ada AT example DOT org', 'ada@example.org'],
    ['ada.byron @ example.org', 'ada.byron@example.org'],
    ['ada. byron@example. org', 'ada.byron@example.org'],
    ['ada.byron©example.org', 'ada.byron@example.org'],
    ['ada@example.comLinkedIn', 'ada@example.com'],
    ['ada@example.co.ukPhone: 020 7946 0018', 'ada@example.co.uk'],
    ['Email:ada@example.org', 'ada@example.org'],
    ['+44 7700 900035ada@example.org', 'ada@example.org'],
    ['#ada_b-1@mail.example.org|London', 'ada_b-1@mail.example.org'],
    ['mailto:ada@example.org', 'ada@example.org'],
  ])('are read from %j', (text, expected) => {
    expect(emailsOf(text)).toEqual([expected]);
  });

  it.each(['follow @ada on the site', 'ada@', 'version 2 @ 3.5 GHz', 'a@b'])(
    'are not read from %j',
    (text) => {
      expect(emailsOf(text)).toEqual([]);
    },
  );

  it('are completed by the link they carry, when the column broke them', () => {
    const link = { url: 'mailto:ada.byron@example.org', text: 'ada.', page: 1, box: null };
    expect(emailsOf('ada.\nLondon\nbyron@example.org', { links: [link] })).toEqual([
      'ada.byron@example.org',
    ]);
  });

  it('of referees stand behind the person’s own', () => {
    expect(emailsOf('References\nKarl Benz, karl@example.com\n\nContact\nada@example.org')).toEqual(
      ['ada@example.org', 'karl@example.com'],
    );
  });
});
