import { describe, expect, it } from 'vitest';
import { documentFromText } from './document-from-text';
import { parseResume } from './parse-resume';

const now = new Date('2026-03-01T00:00:00Z');
const read = (text: string) => parseResume(documentFromText(`Ada Byron\n${text}`), { now });

describe('the notice period', () => {
  it.each([
    ['Notice period: 2 months', 60],
    ['Notice Period – 15 days (negotiable)', 15],
    ['Kündigungsfrist: 3 Monate zum Quartalsende', 90],
    ['Préavis : un mois', 30],
    ['Available immediately', 0],
    ['Disponibilidad inmediata', 0],
    ['Verfügbar ab sofort', 0],
    ['Okres wypowiedzenia: 1 miesiąc', 30],
    ['Opzegtermijn: 4 weken', 28],
    ['Immediate joiner | Pune | ada@example.org', 0],
    ['Available from 1 March 2026', null],
    ['到岗时间：随时到岗', 0],
  ])('is read from %j', (text, days) => {
    expect(read(text).noticePeriod).toMatchObject({ days });
  });

  it.each([
    'References available upon request',
    'Disponibilidad para viajar',
    'Experience\nHR Manager, Acme Ltd   2019 – 2021\nReduced the average notice of leavers from 90 days to 60 days',
  ])('is not read from %j', (text) => {
    expect(read(text).noticePeriod).toBeNull();
  });
});

describe('the permission to work', () => {
  it.each([
    ['Work authorization: US citizen', 'unrestricted'],
    ['Authorized to work in the United States without sponsorship', 'unrestricted'],
    ['Visa status: H-1B', 'permit'],
    ['Requires visa sponsorship', 'needs_sponsorship'],
    ['Green Card holder', 'unrestricted'],
    ['Aufenthaltstitel: Blaue Karte EU', 'permit'],
    ['Arbeitserlaubnis: unbefristet', 'unrestricted'],
    ['Titre de séjour : salarié, valable jusqu’en 2028', 'permit'],
  ])('is read from %j', (text, kind) => {
    expect(read(text).workPermission).toMatchObject({ kind });
  });

  it.each([
    'Nationality: Indian',
    'Experience\nImmigration Adviser, Acme Ltd   2019 – 2021\nProcessed work permit applications for 200 clients',
  ])('is not read from %j', (text) => {
    expect(read(text).workPermission).toBeNull();
  });
});
