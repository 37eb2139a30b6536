import { describe, expect, it } from 'vitest';
import { documentFromText } from './document-from-text';
import type { ExtractedDocument } from './extracted-document';
import { parseResume } from './parse-resume';

const now = new Date('2026-03-01T00:00:00Z');
const phonesOf = (text: string, extra: Partial<ExtractedDocument> = {}): readonly string[] =>
  parseResume({ ...documentFromText(`Ada Byron\n${text}`), ...extra }, { now }).phones.map(
    (phone) => phone.value,
  );

describe('telephone numbers', () => {
  it.each([
    ['Boston, MA\n(617) 555-0123 x204', ['+16175550123']],
    ['+1.617.555.0123 ext. 7', ['+16175550123']],
    ['Mobile: +91 98765 43210 / 98765 43211', ['+919876543210', '+919876543211']],
    ['Pune, India\n9876543210/9876543211', ['+919876543210', '+919876543211']],
    ['91-9876543210', ['+919876543210']],
    ['9876543210', ['+919876543210']],
    ['+ 49 30 2345678', ['+49302345678']],
    ['+44 (0) 20 7946 0018', ['+442079460018']],
    ['WhatsApp: +55 (11) 91234-5678', ['+5511912345678']],
    ['＋81 90－1234－5678', ['+819012345678']],
    ['T +33 6 12 34 56 78', ['+33612345678']],
    ['M+1 617 555 0123', ['+16175550123']],
    ['+1 617 555 0123jane@example.com', ['+16175550123']],
    ['617-555-0123 617-555-0124', ['+16175550123', '+16175550124']],
    ['Тел.: 8 (912) 345-67-89\nМосква, образование и опыт работы в компании', ['+79123456789']],
  ])('are read from %j', (text, expected) => {
    expect(phonesOf(text)).toEqual(expected);
  });

  it.each([
    'Passport No. Z1234567',
    'Aadhaar number: 1234 5678 9012',
    'IBAN DE02 1203 0000 0000 2020 51',
    'Account no: 1234567890',
    'Date of birth: 12.05.1990',
    '01/2015 - 12/2018',
    '10115 Berlin, 2015 – 2019',
    'Credential ID 123456789012',
    'CPF: 123.456.789-09',
    'linkedin.com/in/ada-byron-123456789',
  ])('are not read from %j', (text) => {
    expect(phonesOf(text)).toEqual([]);
  });

  it('takes the country of a number from the code of another', () => {
    expect(phonesOf('Mobile +48 512 345 678, home 22 345 67 89')).toEqual([
      '+48512345678',
      '+48223456789',
    ]);
  });

  it('puts the fax and the numbers of referees behind the person’s own', () => {
    expect(
      phonesOf(
        'Fax: +49 30 2345670\nTel: 030 2345678\nReferences\nDr. Karl Benz, +49 89 2345678',
      )[0],
    ).toBe('+49302345678');
  });

  it('reads the number behind an icon that opens the telephone or a chat', () => {
    const link = (url: string) => ({ url, text: '', page: 1, box: null });
    expect(
      phonesOf('', { links: [link('tel:+1%20617-555-0123'), link('https://wa.me/4917123457')] }),
    ).toEqual(['+16175550123', '+4917123457']);
  });
});
