import { PersonReader, type ReadPerson } from './person-reader';

/** A property of a jCard (RFC 7095): name, parameters, kind of value, values. */
export type JCardProperty = readonly [
  string,
  Readonly<Record<string, unknown>>,
  string,
  ...unknown[],
];

const TEXTS_MAX = 50;

/** A person out of a vCard, version 3.0 or 4.0, given as the properties of its jCard. */
export function personFromVCard(properties: readonly JCardProperty[]): ReadPerson {
  const read = new PersonReader();
  const values = (name: string): readonly string[] =>
    properties
      .filter(([own]) => own === name)
      .flatMap(([, , , ...all]) => all.map(flat))
      .filter((value) => value !== '')
      .slice(0, TEXTS_MAX);
  const first = (name: string): string => values(name)[0] ?? '';
  const company = read.text('ORG', first('org').split(SEPARATOR)[0] ?? '', 500);
  const title = read.text('TITLE', first('title') || first('role'), 500);
  const job = { location: null, start: null, end: 'present' as const, description: '' };
  return {
    person: {
      ...read.nobody(),
      name: read.text('FN', first('fn') || nameOf(properties), 300) ?? '',
      emails: read.emails(values('email')),
      phones: read.list(
        'TEL',
        values('tel').map((tel) => tel.replace(/^tel:/i, '')),
        100,
        50,
      ),
      links: read.list('URL', [...values('url'), ...values('x-socialprofile')], 2000, 50),
      headline: read.text('X-HEADLINE', first('x-longlist-headline'), 500),
      location: read.text('ADR', first('x-longlist-location') || addressOf(properties), 300),
      summary: read.text('X-SUMMARY', first('x-longlist-summary'), 20_000),
      experience: company === null && title === null ? [] : [{ company, title, ...job }],
      tags: read.list('CATEGORIES', values('categories'), 60, 50),
      notes: read.list('NOTE', values('note'), 20_000, 50),
      languages: read
        .list('LANG', values('lang'), 100, 50)
        .map((name) => ({ name, levelText: null })),
    },
    customByLabel: {},
    leftOut: read.leftOut,
  };
}

/** Between the parts of a value that has several. */
const SEPARATOR = '\u001f';

function flat(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(flat).join(SEPARATOR);
  return '';
}

const partsOf = (properties: readonly JCardProperty[], name: string): readonly string[] => {
  const value = properties.find(([own]) => own === name)?.[3];
  return (Array.isArray(value) ? value : [value]).map((part) =>
    flat(part).replaceAll(SEPARATOR, ' ').trim(),
  );
};

/** N: family name; given name; additional names; prefixes; suffixes. */
function nameOf(properties: readonly JCardProperty[]): string {
  const [family = '', given = '', additional = ''] = partsOf(properties, 'n');
  return [given, additional, family].filter((part) => part !== '').join(' ');
}

/** ADR: post office box; extended address; street; locality; region; postal code; country. Street and codes are not taken. */
function addressOf(properties: readonly JCardProperty[]): string {
  const [, , , city = '', region = '', , country = ''] = partsOf(properties, 'adr');
  return [city, region, country].filter((part) => part !== '').join(', ');
}
