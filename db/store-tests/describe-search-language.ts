import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '@/shared/domain/workspace/records';
import {
  ADMIN,
  addPeople,
  type MakeStore,
  namesFound,
  PORTAL,
  RECRUITER,
  request,
  type StoreHarness,
} from './harness';
import { HOSTILE_TEXTS } from './hostile-texts';

/** The people that the examples of docs/search.md speak of. */
const SEARCH_PEOPLE: Parameters<typeof addPeople>[1] = [
  {
    name: 'Amélie Roux',
    headline: 'Product Owner',
    city: 'Lyon',
    years: 9,
    skills: ['Scrum', 'SQL'],
    email: 'amelie@example.org',
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

/** Those of its examples in other scripts. */
const OTHER_SCRIPTS: Parameters<typeof addPeople>[1] = [
  {
    name: '李伟',
    headline: '软件工程师',
    skills: ['Kubernetes'],
    text: '负责Python后端开发和软件测试。',
  },
  {
    name: 'محمد علي',
    headline: 'مدير المبيعات',
    text: 'خبرة في إدارة المبيعات، مُدِير فريق.',
  },
  {
    name: 'Dana Cohen',
    headline: 'מנכ״ל',
    city: 'Haifa',
    skills: ['Accounting'],
    text: 'מְנַהֶלֶת מוצר.',
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
      await addPeople(harness, [...SEARCH_PEOPLE, ...OTHER_SCRIPTS]);
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

    it('says of a value that there is none, and what the filters in force keep out', async () => {
      await addPeople(harness, SEARCH_PEOPLE);
      const asked = (text: string, more: Parameters<typeof request>[0] = {}) =>
        harness.search.search(ADMIN, request({ text, ...more }));
      for (const value of [
        'country:Atlantis',
        'near:Nowhereville,50',
        'list:xyz',
        'language:Klingon',
        'tag:unknown',
        'owner:nobody',
      ]) {
        expect(await asked(`${value} `)).toMatchObject({
          total: 0,
          query: { problems: [{ code: 'unknown-value', start: 0, end: value.length }] },
        });
        const beside = await asked(`java OR (${value}) `);
        expect(beside.total).toBe(2);
        expect(beside.query.problems.map(({ code }) => code)).toEqual(['unknown-value']);
      }
      expect((await asked('near:Lyon,50 ')).query.problems).toEqual([]);
      const filters = { ...request({}).filters, cities: ['Lyon'], has: ['phone' as const] };
      expect(await asked('', { filters })).toMatchObject({
        total: 0,
        withoutFilters: [{ group: 'has', total: 1 }],
      });
      expect((await asked('nurse ', { filters })).withoutFilters).toEqual([]);
    });

    it('always says what of an empty search removes the most', async () => {
      await addPeople(harness, [...SEARCH_PEOPLE, ...OTHER_SCRIPTS]);
      const fewest = async (text: string, more: Parameters<typeof request>[0] = {}) => {
        const page = await harness.search.search(ADMIN, request({ text, ...more }));
        return [page.total, page.fewest];
      };
      // A language there is, but nobody here speaks it: nothing about it is wrong, and yet nobody is found.
      expect(await fewest('language:Welsh ')).toEqual([0, { start: 0, end: 14, total: 0 }]);
      expect(await fewest('java language:Welsh ')).toEqual([0, { start: 5, end: 19, total: 0 }]);
      // Two that find nobody, and three of which no two have anybody in common: leaving out one helps nothing.
      expect(await fewest('language:Welsh language:Basque ')).toEqual([
        0,
        { start: 0, end: 14, total: 0 },
      ]);
      expect(await fewest('java title:owner python ')).toEqual([
        0,
        { start: 5, end: 16, total: 1 },
      ]);
      const filters = (some: object) => ({ filters: { ...request({}).filters, ...some } });
      const spoken = [{ name: 'Welsh', minLevel: null }];
      expect(await fewest('java ', filters({ cities: ['Lyon'], languages: spoken }))).toEqual([
        0,
        { group: 'language', total: 0 },
      ]);
      expect(await fewest('java ')).toEqual([2, null]);
      expect(await fewest('java ', filters({ archived: true }))).toEqual([
        0,
        { start: 0, end: 4, total: 0 },
      ]);
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

    it('looks for other names of skills and jobs too, says so, marks them, and leaves it when told', async () => {
      await addPeople(harness, [
        { name: 'Kim K', skills: ['Kubernetes'], text: 'Runs Kubernetes clusters' },
        { name: 'Jo J', headline: 'Krankenschwester', text: 'Krankenschwester in Berlin' },
      ]);
      const page = await harness.search.search(ADMIN, request({ text: 'k8s ' }));
      expect(page.rows.map((row) => row.snippet)).toEqual([
        { text: 'Runs Kubernetes clusters', hits: [[5, 15]] },
      ]);
      expect(page.expanded).toEqual([{ start: 0, end: 3, words: ['Kubernetes'], why: 'synonym' }]);
      expect(page.query.root).toMatchObject({ kind: 'term', text: 'k8s' });
      expect(await found('title:nurse ')).toEqual(['Jo J']);
      expect(await namesFound(harness, { text: 'k8s ', synonyms: false })).toEqual([]);
    });

    it('looks for what a word that nobody has may have meant, says so, and leaves it when told', async () => {
      await addPeople(harness, SEARCH_PEOPLE);
      const page = await harness.search.search(ADMIN, request({ text: 'intensve nurse ' }));
      expect(page.rows.map((row) => row.name)).toEqual(['Carmen Ruiz']);
      expect(page.rows[0]?.snippet?.hits).toEqual([
        [0, 9],
        [15, 20],
      ]);
      expect(page.expanded.filter(({ why }) => why === 'spelling')).toEqual([
        { start: 0, end: 8, words: ['intensive'], why: 'spelling' },
      ]);
      expect(await namesFound(harness, { text: 'intensve ', spelling: false })).toEqual([]);
      // In its field: "student" is in a CV, and no title is near to it.
      expect(await found('title:studnt ')).toEqual([]);
      expect(await found('cv:studnt ')).toEqual(['Boris Petrov']);
      expect(await found('"intensve" ')).toEqual([]);
      expect(await found('intensv3 ')).toEqual([]);
      // A word that came in since is known.
      await addPeople(harness, [{ name: 'Nora N', text: 'Zephyrologist' }]);
      expect(await found('zephirologist ')).toEqual(['Nora N']);
    });

    it('offers what the word at the caret may become: values, people by any of their names, fields, past searches', async () => {
      await addPeople(harness, SEARCH_PEOPLE);
      const offered = async (text: string, caret = text.length) =>
        (await harness.search.complete(ADMIN, { text, caret, limit: 8 })).map(
          ({ kind, label, insert, start, end }) => [
            kind,
            label,
            text.slice(0, start) + insert + text.slice(end),
          ],
        );
      expect(await offered('rui')).toEqual([['person', 'Carmen Ruiz', 'name:"Carmen Ruiz" ']]);
      expect((await offered('go ja', 5))[0]).toEqual(['skill', 'Java', 'go skill:Java ']);
      expect(await offered('hospital la p')).toContainEqual([
        'company',
        'Hospital La Paz',
        'company:"Hospital La Paz" ',
      ]);
      expect(await offered('skill:wou')).toEqual([['skill', 'Wound care', 'skill:"Wound care" ']]);
      expect(await offered('skill:"wound c')).toEqual([
        ['skill', 'Wound care', 'skill:"Wound care" '],
      ]);
      expect((await offered('jav services', 3))[0]).toEqual([
        'skill',
        'Java',
        'skill:Java services',
      ]);
      expect(await offered('compa')).toEqual([['field', 'company:', 'company:']]);
      expect(await offered('has:e')).toEqual([['field', 'has:email', 'has:email ']]);
      expect(await offered('java ')).toEqual([]);
      expect(await offered('years>=')).toEqual([]);
    });

    it('offers nobody and nothing that the actor may not see', async () => {
      await addPeople(harness, SEARCH_PEOPLE);
      await addPeople(harness, [
        { name: 'Cara Own', ownerId: RECRUITER.id, skills: ['Carpentry'] },
      ]);
      const labels = async (actor: Actor, text: string) =>
        (await harness.search.complete(actor, { text, caret: text.length, limit: 8 })).map(
          ({ label }) => label,
        );
      expect(await labels(RECRUITER, 'car')).toEqual(['Carpentry', 'Cara Own']);
      expect(await labels(RECRUITER, 'wou')).toEqual([]);
      expect(await labels(PORTAL, 'car')).toEqual([]);
    });

    it.each(HOSTILE_TEXTS)(
      'takes %s in the search box and offers, without a failure',
      async (_, text) => {
        await addPeople(harness, [{ name: text.slice(0, 300), skills: [text.slice(0, 200)] }]);
        for (const typed of [text, `skill:${text}`, `"${text}`, `name:"${text}"`, `-(${text}`]) {
          const asked = typed.slice(0, 10_000);
          await harness.search.complete(ADMIN, { text: asked, caret: asked.length, limit: 8 });
          await harness.search.complete(ADMIN, {
            text: asked,
            caret: Math.min(asked.length, 3),
            limit: 8,
          });
          await harness.search.suggest(ADMIN, {
            kind: 'skill',
            prefix: asked.slice(0, 200),
            limit: 8,
          });
          await harness.search.search(ADMIN, request({ text: asked }));
        }
      },
    );

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
