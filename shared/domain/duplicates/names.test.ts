import { describe, expect, it } from 'vitest';
import { nameForms } from './name-forms';
import { employer, sameOrganisation, school } from './organisation';
import { compareNames, personName } from './person-name';
import { samePhone } from './phone-digits';

const differences = (a: string, b: string) => compareNames(personName(a), personName(b));

describe('compareNames', () => {
  it.each([
    ['Anna Müller', 'MÜLLER, Anna', []],
    ['Anna Müller', 'Muller Anna', []],
    ['Dr. Anna Müller', 'Anna Müller, PhD', []],
    ['Anna Müller', 'Anna Mueller', ['spelling']],
    ['Евгений Петров', 'Yevgeny Petrov', ['spelling']],
    ['Evgeny Petrov', 'Yevgeny Petrov', ['spelling']],
    ['Juan González', 'Juan Gonzales', ['spelling']],
    ['Anna Müller', 'A. Müller', ['initial']],
    ['Bob Smith', 'Robert Smith', ['nickname']],
    ['Sasha Ivanov', 'Alexander Ivanov', ['nickname']],
    ['José García', 'Pepe García', ['nickname']],
    ['Anna Müller', 'Anna Maria Müller', ['more-words']],
    ['Anna Müller', 'Anna Müller-Lüdenscheidt', ['more-words']],
    ['Anna Lindqvist', 'Anna Lindqvst', ['typo']],
    ['Anna Lindqvist', 'Anan Lindqvist', ['typo']],
  ])('takes %s and %s for one name', (a, b, expected) => {
    expect(differences(a, b)).toEqual(expected);
    expect(differences(b, a)).toEqual(expected);
  });

  it.each([
    ['Anna Müller', 'Johan Müller', ['other-given-name']],
    ['Maria Rossi', 'Mario Rossi', ['other-given-name']],
    ['Anna Müller', 'Anna Petersen', ['other-family-name']],
    ['Anna Müller', 'Boris Petrov', ['different']],
    ['Anna', 'Anna Müller', ['no-name']],
    ['A. M.', 'Anna Müller', ['no-name']],
    ['', 'Anna Müller', ['no-name']],
    ['Annkia Lindqvst', 'Annika Lindqvist', ['different']],
  ])('does not take %s and %s for one', (a, b, expected) => {
    expect(differences(a, b)).toEqual(expected);
    expect(differences(b, a)).toEqual(expected);
  });
});

describe('sameOrganisation', () => {
  it.each([
    ['Siemens AG', 'SIEMENS'],
    ['Siemens', 'Siemens Healthineers GmbH'],
    ['Tata Consultancy Services', 'TCS Ltd.'],
    ['Acme S.p.A.', 'Acme'],
    ['The Nordwind Group', 'Nordwind Pvt. Ltd.'],
  ])('employers %s and %s', (a, b) => {
    expect(sameOrganisation(employer(a), employer(b))).toBe(true);
    expect(sameOrganisation(employer(b), employer(a))).toBe(true);
  });
  it.each([
    ['University of Lund', 'Lund University'],
    ['Technische Universität München', 'Technical University of Munich'],
    ['IIT Bombay', 'Indian Institute of Technology, Bombay'],
    ['MIT', 'Massachusetts Institute of Technology'],
  ])('schools %s and %s', (a, b) => {
    expect(sameOrganisation(school(a), school(b))).toBe(true);
    expect(sameOrganisation(school(b), school(a))).toBe(true);
  });
  it.each([
    ['University of Technology', 'University of Technology Sydney'],
    ['Deutsche Bank', 'Deutsche Bahn'],
    ['', ''],
  ])('tells %s and %s apart', (a, b) => {
    const apart = sameOrganisation(school(a), school(b));
    expect(apart).toBe(false);
  });
});

describe('samePhone', () => {
  it('knows a number dialled at home, and no other', () => {
    expect(samePhone('+46701234567', '0701234567')).toBe(true);
    expect(samePhone('701234567', '+46701234567')).toBe(true);
    expect(samePhone('+490401234567', '+49401234567')).toBe(true);
    expect(samePhone('+46701234567', '+47701234567')).toBe(false);
    expect(samePhone('+46701234567', '234567')).toBe(false);
  });
});

describe('nameForms', () => {
  it('holds the ways the same person is stored, and is never long', () => {
    expect(nameForms('Robert Müller')).toEqual(
      expect.arrayContaining([
        'robert muller',
        'muller, robert',
        'bob muller',
        'r. muller',
        'robert mueller',
      ]),
    );
    expect(nameForms('')).toEqual([]);
    expect(nameForms('Alex '.repeat(10_000)).length).toBeLessThan(200);
  });
});
