import { describe, expect, it } from 'vitest';
import { HOSTILE_TEXTS } from '@/db/store-tests/hostile-texts';
import { alsoNamed } from './also-named';
import { kilometresBetween, placeOf, suggestPlaces } from './gazetteer';

const near = (place: ReturnType<typeof placeOf>, latitude: number, longitude: number): number =>
  place === null ? Number.POSITIVE_INFINITY : kilometresBetween(place, { latitude, longitude });

describe('the gazetteer with coordinates', () => {
  it('finds a town, also under another name and in another spelling (coordinates one entry off would be anywhere)', () => {
    expect(near(placeOf('München', null, 'DE'), 48.137, 11.576)).toBeLessThan(15);
    expect(near(placeOf('koln', null, null), 50.938, 6.96)).toBeLessThan(15);
    expect(near(placeOf('Lyon', null, 'FR'), 45.76, 4.84)).toBeLessThan(15);
    expect(near(placeOf('São Paulo', null, 'BR'), -23.55, -46.63)).toBeLessThan(20);
    expect(near(placeOf('東京', null, null), 35.68, 139.69)).toBeLessThan(30);
  });

  it('takes the town of the country and state that stand beside it, not the largest of its name', () => {
    expect(near(placeOf('Portland', 'ME', 'US'), 43.66, -70.26)).toBeLessThan(15);
    expect(near(placeOf('Portland', 'OR', 'US'), 45.52, -122.68)).toBeLessThan(15);
    expect(near(placeOf('Cambridge', null, 'GB'), 52.2, 0.12)).toBeLessThan(15);
    expect(near(placeOf('Cambridge', 'MA', 'US'), 42.37, -71.11)).toBeLessThan(15);
    expect(placeOf('Köln', null, 'FR')).toBeNull();
  });

  it('has a town for every other name (a misspelt line of the table)', () => {
    for (const [name, place] of Object.entries(alsoNamed())) {
      expect([name, place, placeOf(name, null, place.slice(0, 2)) !== null]).toEqual([
        name,
        place,
        true,
      ]);
    }
  });

  it('suggests the largest towns first, and one that is named just so before all', () => {
    expect(suggestPlaces('berl', 3)[0]).toMatchObject({ name: 'Berlin', country: 'DE' });
    expect(suggestPlaces('Münch', 3)[0]).toMatchObject({ name: 'Munich', country: 'DE' });
    expect(suggestPlaces('bath', 20)[0]?.name).toBe('Bath');
    expect(suggestPlaces('b', 5)).toEqual([]);
  });

  it.each(HOSTILE_TEXTS)('takes %s for a place it does not know', (_, text) => {
    expect(suggestPlaces(text, 5).length).toBeLessThanOrEqual(5);
    placeOf(text, text, null);
  });
});
