import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  ADMIN,
  addPeople,
  type MakeStore,
  namesFound,
  request,
  type StoreHarness,
} from './harness';

/** The people that the examples of docs/search.md speak of. */
const SEARCH_PEOPLE: Parameters<typeof addPeople>[1] = [
  {
    name: 'Amélie Roux',
    headline: 'Product Owner',
    city: 'Lyon',
    years: 9,
    skills: ['Scrum', 'SQL'],
    jobs: [{ company: 'Crédit Nord', title: 'Product Owner' }],
    school: 'Université Lyon 2',
    text: 'Product owner for an agile payments team. SQL.',
  },
  {
    name: 'Boris Petrov',
    headline: 'Java Developer',
    city: 'Berlin',
    years: 4,
    skills: ['Java', 'Go'],
    jobs: [{ company: 'Acme GmbH', title: 'Java Developer' }],
    school: 'TU Berlin',
    text: 'Java and Go services. Before that a student.',
  },
  {
    name: 'Carmen Ruiz',
    headline: 'Nurse',
    city: 'Madrid',
    years: 12,
    skills: ['Wound care'],
    jobs: [{ company: 'Hospital La Paz', title: 'Registered Nurse' }],
    school: 'Universidad de Madrid',
    text: 'Intensive care nurse. Knows the language Java from a course only.',
  },
];

/** The search language (docs/search.md), as every database behind the port has to answer it. */
export function describeSearchLanguage(name: string, makeStore: MakeStore): void {
  describe(`${name}: the search language`, () => {
    let harness: StoreHarness;
    beforeEach(async () => {
      harness = await makeStore();
    });
    afterEach(() => harness.close());
    const found = async (text: string) => [...(await namesFound(harness, { text }))].sort();

    it('answers every example of the language as the documentation says', async () => {
      await addPeople(harness, SEARCH_PEOPLE);
      const text = readFileSync('docs/search.md', 'utf8');
      const examples = [...text.matchAll(/^\| `([^`]+)` \|[^|]*\| ([^|]*) \|$/gmu)];
      expect(examples.length).toBeGreaterThan(20);
      for (const [, typed = '', names = ''] of examples) {
        const wanted = names === 'nobody' ? [] : names.split(', ');
        // Bars would end the cell of the table: they are written with a backslash there.
        const query = typed.replaceAll('\\|', '|');
        expect([query, await found(`${query} `)]).toEqual([query, wanted]);
      }
    });

    it('joins words, fields and ranges by and, or and not as sets are joined', async () => {
      await addPeople(harness, SEARCH_PEOPLE);
      const all = await found('');
      const leaves = ['java', 'go', 'skill:java', 'years>=5', 'city:berlin', '"product owner"'];
      const sets = new Map<string, ReadonlySet<string>>();
      for (const leaf of leaves) sets.set(leaf, new Set(await found(`${leaf} `)));
      const has = (leaf: string, name: string) => sets.get(leaf)?.has(name) ?? false;
      for (const a of leaves) {
        for (const b of leaves) {
          for (const c of leaves) {
            const by = (test: (name: string) => boolean) => all.filter(test);
            expect(await found(`(${a} OR ${b}) ${c} `)).toEqual(
              by((name) => (has(a, name) || has(b, name)) && has(c, name)),
            );
            expect(await found(`${a} OR (${b} NOT ${c}) `)).toEqual(
              by((name) => has(a, name) || (has(b, name) && !has(c, name))),
            );
            expect(await found(`${a} NOT (${b} OR NOT ${c}) `)).toEqual(
              by((name) => has(a, name) && !(has(b, name) || !has(c, name))),
            );
          }
        }
      }
    }, 60_000);

    it('says which part of a search that finds nothing is in the way, the worst first', async () => {
      await addPeople(harness, SEARCH_PEOPLE);
      const withoutIn = async (text: string, filters = {}) => {
        const page = await harness.search.search(ADMIN, request({ text, filters }));
        return page.without.map(({ start, end, total }) => [text.slice(start, end), total]);
      };
      expect(await withoutIn('java owner ')).toEqual([
        ['owner', 2],
        ['java', 1],
      ]);
      expect(await withoutIn('java years>=5 -nurse ')).toEqual([
        ['java', 1],
        ['years>=5', 1],
        ['-nurse', 1],
      ]);
      expect(await withoutIn('java owner ', { cities: ['Lyon'] })).toEqual([['java', 1]]);
      expect(await withoutIn('zeppelin unicorn ')).toEqual([]);
      expect(await withoutIn('zeppelin ')).toEqual([]);
      expect(await withoutIn('java ')).toEqual([]);
    });
  });
}
