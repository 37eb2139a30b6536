import { describe, expect, it } from 'vitest';
import { documentFromText } from './document-from-text';
import { parseResume } from './parse-resume';
import { readPlace } from './places';

describe('readPlace', () => {
  it.each([
    ['München', 'DE'],
    ['Munich', 'DE'],
    ['Warszawa', 'PL'],
    ['Firenze', 'IT'],
    ['北京', 'CN'],
    ['Москва', 'RU'],
    ['القاهرة', 'EG'],
    ['서울', 'KR'],
    ['Pune, Maharashtra', 'IN'],
    ['Pune IN', 'IN'],
    ['Austin TX', 'US'],
    ['Austin, TX 78701', 'US'],
    ['Cardiff CF10 2EU GB', 'GB'],
    ['CH-Basel', 'CH'],
    ['Rowville VIC', 'AU'],
    ['Greater Boston Area', 'US'],
    ['Lyon, Frankreich', 'FR'],
    ['Wien, Österreich', 'AT'],
    ['Praha, Česko', 'CZ'],
    ['Santiago de Chile', 'CL'],
  ])('knows %s', (text, country) => {
    expect(readPlace(text)).toMatchObject({ country });
  });

  it.each(['Mobile', 'Reading', 'Officer', 'Sales Manager', 'Date', 'March 2024 – May 2025'])(
    'takes %s by itself for no town',
    (text) => {
      expect(readPlace(text)?.city ?? null).toBeNull();
    },
  );
});

describe('where the person lives', () => {
  const locationOf = (text: string) =>
    parseResume(documentFromText(text), { now: new Date('2026-03-01T00:00:00Z') }).location;

  it.each([
    ['Ada Byron\nMobile: 98765 43210\nExperience\nCook 2019 – 2021', null],
    ['Ada Byron\nExperience\nCook, Hilton, Leeds 2019 – 2021\nPlace: Pune\nDate:', 'Pune'],
    ['Ada Byron\nPlace of birth: Kraków\nResidence: Gdańsk', 'Gdańsk'],
    ['Ada Byron\nPreferred location: London\nLeeds, UK\nada@example.org', 'Leeds'],
    ['Ada Byron\nSpokane, WA - Email me on Indeed: indeed.com/r/ada', 'Spokane'],
    ['Ada Byron\nAdress: Storgatan 5, 722 11 Västerås', 'Västerås'],
    ['Ada Byron\nada@example.org\nPlaza de España 2 Bilbao', 'Bilbao'],
    ['Ada Byron\nResidenza: Corso Garibaldi 88, 37121\nVerona (VR)', 'Verona'],
  ])('is read from %j', (text, city) => {
    expect(locationOf(text)?.city ?? null).toBe(city);
  });
});
