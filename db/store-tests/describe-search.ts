import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CandidateSearchRequest } from '@/shared/domain/candidates/views';
import { newId } from '@/shared/kit/ids';
import {
  ADMIN,
  addPeople,
  type MakeStore,
  namesFound,
  request,
  type StoreHarness,
} from './harness';
import { HOSTILE_TEXTS } from './hostile-texts';

const PLACE = { start: 0, end: 2, page: 1, boxes: [] };
const BY_ADA = {
  source: 'person',
  by: ADMIN.id,
  byName: ADMIN.name,
  at: '2026-01-01T00:00:00.000Z',
} as const;

const skill = (name: string) => ({ name, minYears: null });

/** Search, sorting, filters and suggestions: what every database behind the port has to answer. */
export function describeSearch(name: string, makeStore: MakeStore): void {
  describe(`${name}: search`, () => {
    let harness: StoreHarness;
    beforeEach(async () => {
      harness = await makeStore();
    });
    afterEach(() => {
      expect(harness.check()).toEqual([]);
      harness.close();
    });
    const found = async (text: string) => [...(await namesFound(harness, { text }))].sort();

    it('finds words without case and accents, phrases, beginnings, and leaves out what is excluded', async () => {
      await addPeople(harness, [
        { name: 'Zoë Łukasiewicz', text: 'Senior Java developer. Straße. C++ and C#.' },
        { name: 'Søren Đorđević', text: 'JavaScript developer, senior at heart; node.js' },
        { name: 'İpek Işık', text: 'Développeuse confirmée, cœur de métier; oﬃce' },
      ]);
      expect(await found('zoe lukasiewicz ')).toEqual(['Zoë Łukasiewicz']);
      expect(await found('ZOË ŁUKASIEWICZ ')).toEqual(['Zoë Łukasiewicz']);
      expect(await found('soren dordevic ')).toEqual(['Søren Đorđević']);
      expect(await found('ipek isik ')).toEqual(['İpek Işık']);
      expect(await found('developpeuse confirmee coeur office ')).toEqual(['İpek Işık']);
      expect(await found('strasse ')).toEqual(['Zoë Łukasiewicz']);
      expect(await found('java ')).toEqual(['Zoë Łukasiewicz']);
      expect(await found('java')).toEqual(['Søren Đorđević', 'Zoë Łukasiewicz']);
      expect(await found('jav* -script* ')).toEqual(['Søren Đorđević', 'Zoë Łukasiewicz']);
      expect(await found('"senior java"')).toEqual(['Zoë Łukasiewicz']);
      expect(await found('senior -java ')).toEqual(['Søren Đorđević']);
      expect(await found('-java ')).toEqual(['Søren Đorđević', 'İpek Işık']);
      expect(await found('c++ ')).toEqual(['Zoë Łukasiewicz']);
      expect(await found('c# ')).toEqual(['Zoë Łukasiewicz']);
      expect(await found('node.js ')).toEqual(['Søren Đorđević']);
      expect(await found('js.node ')).toEqual([]);
    });

    it('looks in every field, and shows where it found it', async () => {
      const [mara] = await addPeople(harness, [
        {
          name: 'Mara Lind',
          headline: 'Chief Baker',
          city: 'Lyon',
          skills: ['Sourdough'],
          jobs: [{ company: 'Boulangerie Zed', title: 'Kneader' }],
          school: 'École de Pain',
          email: 'mara@brot.example',
          text: `${'filler '.repeat(300)}makes croissants daily. ${'more '.repeat(300)}`,
        },
        { name: 'Other One' },
      ]);
      const tagId = newId();
      await harness.store.commit({
        actor: ADMIN,
        action: 'tag.added',
        changes: [
          { op: 'insert', entity: 'tag', row: { id: tagId, name: 'Favourite', colour: 'red' } },
          {
            op: 'insert',
            entity: 'candidateTag',
            row: { id: newId(), candidateId: mara?.id ?? '', tagId },
          },
        ],
      });
      for (const word of [
        'mara',
        'baker',
        'kneader',
        'zed',
        'sourdough',
        'ecole',
        'lyon',
        'favourite',
        'brot',
        'croissants',
      ]) {
        expect([word, await found(`${word} `)]).toEqual([word, ['Mara Lind']]);
      }
      const page = await harness.search.search(ADMIN, request({ text: 'croissants chief' }));
      const row = page.rows[0];
      expect(row).toMatchObject({
        company: 'Boulangerie Zed',
        email: 'mara@brot.example',
        phone: null,
        headlineHits: [[0, 5]],
        nameHits: [],
      });
      const [hit] = row?.snippet?.hits ?? [];
      expect(row?.snippet?.text.slice(...(hit ?? [0, 0]))).toBe('croissants');
      expect(row?.snippet?.text.length).toBeLessThan(300);
      await harness.store.commit({
        actor: ADMIN,
        action: 'tag.created',
        changes: [{ op: 'update', entity: 'tag', id: tagId, version: 1, patch: { name: 'Hired' } }],
      });
      expect(await found('favourite ')).toEqual([]);
      expect(await found('hired ')).toEqual(['Mara Lind']);
    });

    it('ranks a hit in the name and the skills above one in the text', async () => {
      await addPeople(harness, [
        { name: 'In Text', text: 'once worked with a rust person' },
        { name: 'In Skills', skills: ['Rust'], text: 'nothing' },
        { name: 'Rust Nameson', text: 'nothing' },
      ]);
      expect(await namesFound(harness, { text: 'rust ' })).toEqual([
        'Rust Nameson',
        'In Skills',
        'In Text',
      ]);
    });

    it.each(HOSTILE_TEXTS)(
      'keeps %s as it is in every field, and is not confused by it as a query',
      async (_, hostile) => {
        const [made] = await addPeople(harness, [
          {
            name: hostile,
            headline: hostile,
            city: hostile,
            skills: [hostile],
            jobs: [{ company: hostile, title: hostile }],
            school: hostile,
            email: hostile,
            text: hostile,
            path: hostile,
          },
          { name: 'Bystander' },
        ]);
        await harness.store.commit({
          actor: ADMIN,
          action: 'note.added',
          changes: [
            {
              op: 'insert',
              entity: 'note',
              row: {
                id: newId(),
                candidateId: made?.id ?? '',
                body: hostile,
                authorId: ADMIN.id,
                authorName: hostile,
                visibility: 'team',
                applicationId: null,
              },
            },
          ],
        });
        const detail = await harness.candidates.get(ADMIN, made?.id ?? '');
        expect(detail?.candidate).toMatchObject({
          name: hostile,
          headline: hostile,
          city: hostile,
        });
        expect(detail?.skills[0]?.name).toBe(hostile);
        expect(detail?.experience[0]).toMatchObject({ company: hostile, title: hostile });
        expect(detail?.education[0]?.institution).toBe(hostile);
        expect(detail?.contactPoints[0]?.value).toBe(hostile);
        expect(detail?.notes[0]).toMatchObject({ body: hostile, authorName: hostile });
        expect((await harness.candidates.resume(ADMIN, made?.resumeId ?? ''))?.text).toBe(hostile);
        expect((await harness.imports.resumeByOriginPath(hostile))?.resumeId).toBe(made?.resumeId);
        const page = await harness.search.search(
          ADMIN,
          request({ text: hostile.slice(0, 10_000) }),
        );
        expect(page.total).toBeLessThanOrEqual(2);
        for (const by of ['name', 'company', 'location'] as const) {
          expect(await namesFound(harness, { sort: { by, direction: 'asc' } })).toHaveLength(2);
        }
        for (const kind of ['skill', 'company', 'city', 'tag'] as const) {
          await harness.search.suggest(ADMIN, { kind, prefix: hostile.slice(0, 200), limit: 5 });
        }
        const filtered = await namesFound(harness, {
          filters: { companies: [hostile.slice(0, 200)], cities: [hostile.slice(0, 200)] },
        });
        expect(filtered.filter((name) => name === 'Bystander')).toEqual([]);
      },
    );

    it.each([
      '"',
      '""',
      '*',
      '-',
      '--',
      '-*',
      'AND',
      'a OR b',
      'NEAR(a b)',
      'name:x',
      '^x',
      '{name cv}:x',
      '(',
      ')',
      'a AND',
      'x" OR "y',
      "x' OR 1=1 --",
      ':',
      '\u0000',
      '+',
      '#',
      '- -',
      '-"',
      '“',
      'ß*',
    ])('takes %j for words, never for the search language of the database', async (text) => {
      await addPeople(harness, [{ name: 'Only One', text: 'unrelated words' }]);
      const page = await harness.search.search(ADMIN, request({ text }));
      expect(page.total).toBeLessThanOrEqual(1);
    });

    it('filters by skills, tags, city, company, source, years, what is missing, and all at once', async () => {
      const made = await addPeople(harness, [
        {
          name: 'A',
          skills: ['go', 'sql'],
          city: 'Köln',
          years: 3,
          jobs: [{ company: 'Acme', title: 'x' }],
          email: 'a@x.org',
        },
        {
          name: 'B',
          skills: ['go'],
          city: 'Lyon',
          years: 9,
          jobs: [
            { company: 'Zed', title: 'x' },
            { company: 'ACME', title: 'y', end: '2019' },
          ],
        },
        { name: 'C', years: null },
      ]);
      expect(made).toHaveLength(3);
      const by = async (filters: Partial<CandidateSearchRequest['filters']>, text = '') =>
        [...(await namesFound(harness, { filters, text }))].sort();
      expect(await by({ skills: [skill('go')] })).toEqual(['A', 'B']);
      expect(await by({ skills: [skill('go'), skill('sql')] })).toEqual(['A']);
      expect(await by({ cities: ['koln', 'Paris'] })).toEqual(['A']);
      expect(await by({ companies: ['acme'] })).toEqual(['A', 'B']);
      expect(await by({ sources: ['folder'] })).toEqual(['A', 'B', 'C']);
      expect(await by({ sources: ['gmail'] })).toEqual([]);
      expect(await by({ minYears: 4 })).toEqual(['B']);
      expect(await by({ maxYears: 4 })).toEqual(['A']);
      expect(await by({ missing: ['email'] })).toEqual(['B', 'C']);
      expect(await by({ missing: ['experience', 'phone'] })).toEqual(['C']);
      expect(await by({ skills: [skill('go')], companies: ['zed'], minYears: 1 }, 'vitae')).toEqual(
        ['B'],
      );
      expect(await by({ taskId: newId() }, 'vitae')).toEqual([]);
      const page = await harness.search.search(
        ADMIN,
        request({ text: 'vitae', filters: { skills: [skill('go')] }, limit: 1 }),
      );
      expect(page).toMatchObject({ total: 2 });
    });

    it('filters by what waits for review, until a person has confirmed it', async () => {
      const [made] = await addPeople(harness, [{ name: 'A', skills: ['go'] }, { name: 'B' }]);
      const waiting = () => namesFound(harness, { filters: { review: true } });
      expect(await waiting()).toEqual([]);
      const mark = async (confidence: number | null): Promise<void> => {
        const skill = (await harness.candidates.get(ADMIN, made?.id ?? ''))?.skills[0];
        const read = {
          resumeId: made?.resumeId ?? '',
          confidence: confidence ?? 0,
          evidence: PLACE,
        };
        await harness.store.commit({
          actor: ADMIN,
          action: 'candidate.confirmed',
          changes: [
            {
              op: 'update',
              entity: 'candidateSkill',
              id: skill?.id ?? '',
              version: skill?.version ?? 0,
              patch: {
                provenance:
                  confidence === null
                    ? { ...BY_ADA, read: { ...read, words: ['go'] } }
                    : { source: 'resume', ...read },
              },
            },
          ],
        });
      };
      await mark(0.59);
      expect(await waiting()).toEqual(['A']);
      await mark(0.6);
      expect(await waiting()).toEqual([]);
      await mark(0.1);
      await mark(null);
      expect(await waiting()).toEqual([]);
    });

    it('sorts either way with what is missing last, and pages never overlap or leave out', async () => {
      await addPeople(
        harness,
        Array.from({ length: 25 }, (_, n) => ({
          name: `Same Name ${n % 3}`,
          years: n % 5 === 0 ? null : n % 4,
          city: n % 2 === 0 ? null : `City ${n % 4}`,
          headline: n % 6 === 0 ? null : 'h',
          jobs: n % 7 === 0 ? [] : [{ company: `C${n % 2}`, title: 't' }],
        })),
      );
      for (const text of ['', 'vitae ']) {
        for (const by of [
          'relevance',
          'name',
          'headline',
          'company',
          'location',
          'totalYears',
          'createdAt',
          'updatedAt',
        ] as const) {
          for (const direction of ['asc', 'desc'] as const) {
            const ids: string[] = [];
            const keys: (string | number | null)[] = [];
            for (let offset = 0; offset < 30; offset += 7) {
              const page = await harness.search.search(
                ADMIN,
                request({ text, sort: { by, direction }, offset, limit: 7 }),
              );
              expect(page.total).toBe(25);
              for (const row of page.rows) {
                ids.push(row.id);
                if (by !== 'relevance') keys.push(row[by]);
              }
            }
            expect(new Set(ids).size).toBe(25);
            const values = keys.filter((key) => key !== null);
            expect(keys.slice(0, values.length)).toEqual(values);
            const sorted = [...values].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
            expect(values).toEqual(direction === 'asc' ? sorted : sorted.reverse());
          }
        }
      }
    });

    it('suggests what begins with the letters, most frequent first, and forgets what nobody has', async () => {
      const made = await addPeople(harness, [
        {
          name: 'A',
          skills: ['Python', 'PyTorch'],
          city: 'Paris',
          jobs: [{ company: 'Pear', title: 't' }],
        },
        { name: 'B', skills: ['Python'], city: 'Pärnu' },
      ]);
      const suggest = (kind: 'skill' | 'city' | 'company' | 'tag', prefix: string) =>
        harness.search.suggest(ADMIN, { kind, prefix, limit: 10 });
      expect(await suggest('skill', 'PY')).toEqual([
        { value: 'Python', count: 2 },
        { value: 'PyTorch', count: 1 },
      ]);
      expect(await suggest('city', 'par')).toEqual([
        { value: 'Paris', count: 1 },
        { value: 'Pärnu', count: 1 },
      ]);
      expect(await suggest('company', 'q')).toEqual([]);
      await harness.store.commit({
        actor: ADMIN,
        action: 'candidate.archived',
        changes: [
          {
            op: 'update',
            entity: 'candidate',
            id: made[0]?.id ?? '',
            version: 1,
            patch: { archivedAt: '2026-01-01T00:00:00.000Z' },
          },
        ],
      });
      expect(await suggest('skill', 'py')).toEqual([{ value: 'Python', count: 1 }]);
    });
  });
}
