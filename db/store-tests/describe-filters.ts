import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CandidateSearchRequest, Facet } from '@/shared/domain/candidates/views';
import type { Change, EntityMap } from '@/shared/domain/history/change';
import { newId } from '@/shared/kit/ids';
import {
  ADMIN,
  addPeople,
  type MakeStore,
  namesFound,
  RECRUITER,
  request,
  type StoreHarness,
} from './harness';
import { HOSTILE_TEXTS } from './hostile-texts';

type Filters = Partial<CandidateSearchRequest['filters']>;
const skill = (name: string, minYears: number | null = null) => ({ name, minYears });
const BY_ADA = {
  source: 'person',
  by: ADMIN.id,
  byName: ADMIN.name,
  at: '2026-01-01T00:00:00.000Z',
} as const;

/** Every filter and every facet, each with what only it can get wrong. */
export function describeFilters(name: string, makeStore: MakeStore): void {
  describe(`${name}: filters and facets`, () => {
    let harness: StoreHarness;
    beforeEach(async () => {
      harness = await makeStore();
    });
    afterEach(() => {
      expect(harness.check()).toEqual([]);
      harness.close();
    });
    const by = async (filters: Filters, text = '', actor = ADMIN) =>
      [...(await namesFound(harness, { filters, text }, actor))].sort();
    const commit = async (...changes: Change[]) =>
      harness.store.commit({ actor: ADMIN, action: 'candidate.edited', changes });
    const patch = async (id: string, fields: Partial<EntityMap['candidate']>): Promise<void> => {
      const version = (await harness.candidates.get(ADMIN, id))?.candidate.version ?? 0;
      await commit({ op: 'update', entity: 'candidate', id, version, patch: fields });
    };
    const facet = async (
      kind: Facet['kind'],
      given: Parameters<typeof request>[0] = {},
      fieldId: string | null = null,
    ): Promise<Record<string, number>> => {
      const page = await harness.search.search(
        ADMIN,
        request({ ...given, facets: [{ kind, fieldId }] }),
      );
      return Object.fromEntries(
        page.facets[0]?.values.map(({ label, count }) => [label, count]) ?? [],
      );
    };

    it('asks for all, any or none of some skills, with years, under any of their names', async () => {
      const [a, b] = await addPeople(harness, [
        { name: 'A', skills: ['JavaScript', 'Go'] },
        { name: 'B', skills: ['JS'] },
        { name: 'C', skills: ['Sourdough'] },
      ]);
      const years = async (id: string, years: number | null): Promise<void> => {
        const one = (await harness.candidates.get(ADMIN, id))?.skills[0];
        await commit({
          op: 'update',
          entity: 'candidateSkill',
          id: one?.id ?? '',
          version: one?.version ?? 0,
          patch: { years },
        });
      };
      await years(a?.id ?? '', 4.9);
      await years(b?.id ?? '', 5);
      expect(await by({ skills: [skill('javascript')] })).toEqual(['A', 'B']);
      expect(await by({ skills: [skill('javascript', 5)] })).toEqual(['B']);
      expect(await by({ skills: [skill('js', 4.9)] })).toEqual(['A', 'B']);
      expect(await by({ skills: [skill('go', 1)] })).toEqual([]);
      expect(await by({ skillsAny: [skill('sourdough'), skill('go')] })).toEqual(['A', 'C']);
      expect(await by({ skillsNone: ['js'] })).toEqual(['C']);
      await years(b?.id ?? '', 3);
      expect(await by({ skills: [skill('javascript', 4)] })).toEqual(['A']);
      const page = await harness.search.search(
        ADMIN,
        request({ filters: { skills: [skill('js')] }, synonyms: false }),
      );
      expect(page.rows.map((row) => row.name)).toEqual(['B']);
      expect(await facet('skill')).toEqual({ JavaScript: 2, Go: 1, Sourdough: 1 });
    });

    it('asks for titles as written and as the table has them, and for seniority', async () => {
      await addPeople(harness, [
        { name: 'A', headline: 'Senior Software Engineer' },
        { name: 'B', jobs: [{ company: 'Acme', title: 'Software Engineer (m/w/d)' }] },
        { name: 'C', headline: 'Kneader of doughs' },
      ]);
      expect(await by({ titles: ['software engineer'] })).toEqual(['A', 'B']);
      expect(await by({ titles: ['Software Engineer (m/w/d)'] })).toEqual(['B']);
      expect(await by({ titles: ['kneader of doughs'] })).toEqual(['C']);
      expect(await by({ seniorities: ['senior'] })).toEqual(['A']);
      expect(await facet('title')).toEqual({ 'Software engineer': 2, 'Kneader of doughs': 1 });
      expect(await facet('seniority')).toEqual({ senior: 1 });
    });

    it('tells the employer of today from those there ever were', async () => {
      await addPeople(harness, [
        {
          name: 'A',
          jobs: [
            { company: 'Acme', title: 't' },
            { company: 'Zed', title: 't', end: '2019' },
          ],
        },
        { name: 'B', jobs: [{ company: 'Zed', title: 't' }] },
      ]);
      expect(await by({ companies: ['zed'] })).toEqual(['A', 'B']);
      expect(await by({ companies: ['zed'], companiesWhen: 'now' })).toEqual(['B']);
      expect(await facet('company')).toEqual({ Zed: 2, Acme: 1 });
    });

    it('asks for schools, degrees, languages with their level, countries', async () => {
      const [a, b] = await addPeople(harness, [
        { name: 'A', school: 'École de Pain' },
        { name: 'B', school: 'Trinity' },
        { name: 'C' },
      ]);
      const school = (await harness.candidates.get(ADMIN, a?.id ?? ''))?.education[0];
      const speaks = (candidateId: string, level: 'B1' | 'C1' | null): Change => ({
        op: 'insert',
        entity: 'candidateLanguage',
        row: {
          id: newId(),
          candidateId,
          position: 0,
          provenance: BY_ADA,
          name: 'German',
          level,
          levelText: null,
        },
      });
      await commit(
        {
          op: 'update',
          entity: 'education',
          id: school?.id ?? '',
          version: 1,
          patch: { degree: 'Master of Science' },
        },
        speaks(a?.id ?? '', 'B1'),
        speaks(b?.id ?? '', null),
      );
      await patch(a?.id ?? '', { country: 'DE' });
      expect(await by({ schools: ['ecole de pain'] })).toEqual(['A']);
      expect(await by({ degrees: ['master'] })).toEqual(['A']);
      expect(await by({ languages: [{ name: 'german', minLevel: null }] })).toEqual(['A', 'B']);
      expect(await by({ languages: [{ name: 'German', minLevel: 'B1' }] })).toEqual(['A']);
      expect(await by({ languages: [{ name: 'German', minLevel: 'C1' }] })).toEqual([]);
      expect(await by({ countries: ['DE'] })).toEqual(['A']);
      expect(await facet('language')).toEqual({ German: 2 });
      expect(await facet('degree')).toEqual({ master: 1 });
    });

    it('finds who lives within so many kilometres of a place', async () => {
      await addPeople(harness, [
        { name: 'In Bonn', city: 'Bonn' },
        { name: 'In Köln', city: 'Köln' },
        { name: 'In Berlin', city: 'Berlin' },
        { name: 'Somewhere', city: 'Nowhere at all' },
      ]);
      const near = (km: number) =>
        by({ near: { place: 'Köln', latitude: 50.94, longitude: 6.96, km } });
      expect(await near(5)).toEqual(['In Köln']);
      expect(await near(40)).toEqual(['In Bonn', 'In Köln']);
      expect(await near(600)).toEqual(['In Berlin', 'In Bonn', 'In Köln']);
    });

    it('keeps tags, lists and owners in step with what a person does, also when a tag is renamed', async () => {
      const [a, b] = await addPeople(harness, [
        { name: 'A' },
        { name: 'B', ownerId: RECRUITER.id },
      ]);
      const tagId = newId();
      const listId = newId();
      const link = newId();
      await commit(
        { op: 'insert', entity: 'tag', row: { id: tagId, name: 'Ready', colour: 'red' } },
        {
          op: 'insert',
          entity: 'candidateList',
          row: { id: listId, name: 'Pool', description: '' },
        },
        {
          op: 'insert',
          entity: 'candidateTag',
          row: { id: link, candidateId: a?.id ?? '', tagId },
        },
        {
          op: 'insert',
          entity: 'listMember',
          row: { id: newId(), candidateId: b?.id ?? '', listId },
        },
      );
      expect(await by({ tagIds: [tagId] })).toEqual(['A']);
      expect(await by({ listIds: [listId] })).toEqual(['B']);
      expect(await by({ ownerIds: [RECRUITER.id] })).toEqual(['B']);
      expect(await by({}, 'tag:ready')).toEqual(['A']);
      expect(await facet('tag')).toEqual({ Ready: 1 });
      expect(await facet('list')).toEqual({ Pool: 1 });
      expect(await facet('owner')).toEqual({ [ADMIN.name]: 1, [RECRUITER.name]: 1 });
      await commit({
        op: 'update',
        entity: 'tag',
        id: tagId,
        version: 1,
        patch: { name: 'Steady' },
      });
      expect(await by({}, 'tag:ready')).toEqual([]);
      expect(await by({}, 'steady ')).toEqual(['A']);
      const page = await harness.search.search(ADMIN, request({ filters: { tagIds: [tagId] } }));
      expect(page.rows[0]?.tags).toEqual([{ id: tagId, name: 'Steady', colour: 'red' }]);
      await commit({ op: 'delete', entity: 'candidateTag', id: link, version: 1 });
      expect(await by({ tagIds: [tagId] })).toEqual([]);
      expect(await facet('tag')).toEqual({});
    });

    it('shows a recruiter only their own: rows, totals, facets, suggestions', async () => {
      await addPeople(harness, [
        { name: 'A', skills: ['Go'], text: 'zeppelin' },
        { name: 'B', skills: ['Go'], text: 'zeppelin', ownerId: RECRUITER.id },
      ]);
      const page = await harness.search.search(
        RECRUITER,
        request({ text: 'zeppelin ', facets: [{ kind: 'skill', fieldId: null }] }),
      );
      expect([page.total, page.rows.map((row) => row.name)]).toEqual([1, ['B']]);
      expect(page.facets[0]?.values).toEqual([{ value: 'Go', label: 'Go', count: 1 }]);
      expect(
        await harness.search.suggest(RECRUITER, { kind: 'skill', prefix: 'g', limit: 5 }),
      ).toEqual([{ value: 'Go', count: 1 }]);
      expect(await by({}, '', RECRUITER)).toEqual(['B']);
    });

    it('tells consent that is not there, given, ending soon and over', async () => {
      const made = await addPeople(
        harness,
        ['None', 'Given', 'Expiring', 'Expired'].map((one) => ({ name: one })),
      );
      const ends = [undefined, null, '2026-01-20T00:00:00.000Z', '2025-12-01T00:00:00.000Z'];
      for (const [at, consentExpiresAt] of ends.entries()) {
        if (consentExpiresAt === undefined) continue;
        await patch(made[at]?.id ?? '', {
          consentGivenAt: '2025-06-01T00:00:00.000Z',
          consentExpiresAt,
        });
      }
      expect(await by({ consent: ['none'] })).toEqual(['None']);
      expect(await by({ consent: ['given'] })).toEqual(['Given']);
      expect(await by({ consent: ['expiring', 'expired'] })).toEqual(['Expired', 'Expiring']);
      expect(await facet('consent')).toEqual({ none: 1, given: 1, expiring: 1, expired: 1 });
      harness.setNow(new Date('2026-02-01T00:00:00.000Z'));
      expect(await by({ consent: ['expired'] })).toEqual(['Expired', 'Expiring']);
    });

    it('asks for days, for news since a moment, for what there is and is not', async () => {
      const [a] = await addPeople(harness, [{ name: 'A', email: 'a@x.org' }, { name: 'B' }]);
      harness.setNow(new Date('2026-03-05T10:00:00.000Z'));
      await addPeople(harness, [{ name: 'C' }]);
      const days = (from: string | null, to: string | null) => ({ from, to });
      expect(await by({ added: days('2026-03-05', '2026-03-05') })).toEqual(['C']);
      expect(await by({ added: days(null, '2026-03-04') })).toEqual(['A', 'B']);
      expect(await by({ newSince: '2026-02-01T00:00:00.000Z' })).toEqual(['C']);
      expect(await by({ has: ['email'] })).toEqual(['A']);
      expect(await by({ missing: ['email', 'experience'] })).toEqual(['B', 'C']);
      expect(await facet('has')).toEqual({ file: 3, email: 1 });
      harness.setNow(new Date('2026-04-01T00:00:00.000Z'));
      await patch(a?.id ?? '', { doNotContact: true });
      expect(await by({ doNotContact: true })).toEqual(['A']);
      expect(await by({ doNotContact: false })).toEqual(['B', 'C']);
      expect(await by({ updated: days('2026-04-01', null) })).toEqual(['A']);
      expect(await by({ lastActivity: days('2026-04-01', null) })).toEqual(['A']);
      expect(
        await namesFound(harness, { sort: { by: 'lastActivity', direction: 'desc' } }),
      ).toEqual(['A', 'C', 'B']);
      const old = (await harness.candidates.get(ADMIN, a?.id ?? ''))?.candidate.currentResumeId;
      const resume = await harness.candidates.resume(ADMIN, old ?? '');
      if (resume === null) throw new Error('no resume');
      await commit({
        op: 'insert',
        entity: 'resume',
        row: {
          ...resume,
          id: newId(),
          sha256: 'f'.repeat(64),
          origin: { kind: 'upload', path: '' },
        },
      });
      expect(await by({ newSince: '2026-03-20T00:00:00.000Z' })).toEqual(['A']);
    });

    it('counts years in buckets', async () => {
      await addPeople(
        harness,
        [0, 0.9, 1, 4, 5, 30, null].map((years, at) => ({ name: `P${at}`, years })),
      );
      expect(await facet('years')).toEqual({ 0: 2, 1: 1, 3: 1, 5: 1, 20: 1 });
      expect(await facet('years', { filters: { minYears: 5 } })).toEqual({
        0: 2,
        1: 1,
        3: 1,
        5: 1,
        20: 1,
      });
      expect(await by({ minYears: 1, maxYears: 4 })).toEqual(['P2', 'P3']);
    });

    it('asks for custom fields of every kind', async () => {
      const [a, b] = await addPeople(harness, [{ name: 'A' }, { name: 'B' }]);
      const fields = (['text', 'choice', 'yes-no', 'number', 'date'] as const).map(
        (kind, position) => ({
          kind,
          id: newId(),
          position,
        }),
      );
      const [text, choice, yesNo, number, date] = fields.map((field) => field.id);
      const value = (
        candidateId: string,
        fieldId: string | undefined,
        text: string | null,
        amount: number | null,
      ): Change => ({
        op: 'insert',
        entity: 'customValue',
        row: { id: newId(), candidateId, fieldId: fieldId ?? '', text, number: amount },
      });
      await commit(
        ...fields.map(
          ({ id, kind, position }): Change => ({
            op: 'insert',
            entity: 'customField',
            row: {
              id,
              entity: 'candidate',
              label: kind,
              kind,
              options: kind === 'choice' ? ['Remote', 'On site'] : [],
              position,
              archivedAt: null,
            },
          }),
        ),
        value(a?.id ?? '', text, 'Größe M', null),
        value(a?.id ?? '', choice, 'Remote', null),
        value(a?.id ?? '', yesNo, null, 1),
        value(b?.id ?? '', yesNo, null, 0),
        value(a?.id ?? '', number, null, 55_000),
        value(b?.id ?? '', number, null, 70_000.5),
        value(b?.id ?? '', date, '2026-05-01', null),
      );
      const custom = (fieldId: string | undefined, given: object) =>
        by({
          custom: [
            { fieldId: fieldId ?? '', values: [], min: null, max: null, days: null, ...given },
          ],
        });
      expect(await custom(text, { values: ['grosse m'] })).toEqual(['A']);
      expect(await custom(choice, { values: ['remote', 'On site'] })).toEqual(['A']);
      expect(await custom(yesNo, { values: ['no'] })).toEqual(['B']);
      expect(await custom(number, { min: 55_000, max: 60_000 })).toEqual(['A']);
      expect(await custom(number, { min: 60_000 })).toEqual(['B']);
      expect(await custom(date, { days: { from: '2026-05-01', to: null } })).toEqual(['B']);
      expect(await custom(number, {})).toEqual(['A', 'B']);
      expect(await facet('custom', {}, choice)).toEqual({ Remote: 1 });
      expect(await facet('custom', {}, yesNo)).toEqual({ yes: 1, no: 1 });
    });

    it('counts the values of a group in force as if it were not, and of all others with it', async () => {
      await addPeople(harness, [
        { name: 'A', city: 'Lyon', skills: ['Go'] },
        { name: 'B', city: 'Köln', skills: ['Go', 'SQL'] },
        { name: 'C', city: 'Köln', skills: ['SQL'] },
      ]);
      const filters = { cities: ['Köln'] };
      expect(await facet('city', { filters })).toEqual({ Köln: 2, Lyon: 1 });
      expect(await facet('skill', { filters })).toEqual({ SQL: 2, Go: 1 });
      expect(await facet('skill', { filters, text: 'b ' })).toEqual({ Go: 1, SQL: 1 });
    });

    it('finds people like one, the most alike first, and never the one', async () => {
      const [a] = await addPeople(harness, [
        { name: 'A', skills: ['Rust', 'Kafka', 'Go'], headline: 'Software Engineer' },
        { name: 'Close', skills: ['Rust', 'Kafka'], headline: 'Software Engineer' },
        { name: 'Far', skills: ['Go', 'Baking'] },
        ...Array.from({ length: 6 }, (_, at) => ({ name: `Other ${at}`, skills: ['Go'] })),
        { name: 'Stranger', skills: ['Welding'], ownerId: RECRUITER.id },
      ]);
      const found = await namesFound(harness, {
        filters: { like: a?.id ?? '' },
        sort: { by: 'relevance', direction: 'desc' },
      });
      expect(found[0]).toBe('Close');
      // Who shares neither a skill nor a title is not like them at all.
      expect(found).not.toContain('Stranger');
      expect(found).toContain('Far');
      expect(found).not.toContain('A');
      // Whom an actor does not reach tells them nothing, not even by who is like them.
      expect(await by({ like: a?.id ?? '' }, '', RECRUITER)).toEqual([]);
      expect(await by({ like: newId() })).toEqual([]);
    });

    it('has a merged candidate in no list, and has both again when they are taken apart', async () => {
      const [a, b] = await addPeople(harness, [
        { name: 'A', skills: ['Go'] },
        { name: 'B', skills: ['Go'], text: 'zeppelin' },
      ]);
      await patch(b?.id ?? '', { mergedIntoId: a?.id ?? '' });
      expect(await by({})).toEqual(['A']);
      expect(await by({}, 'zeppelin ')).toEqual([]);
      expect(await facet('skill')).toEqual({ Go: 1 });
      await commit({
        op: 'update',
        entity: 'candidate',
        id: b?.id ?? '',
        version: 2,
        patch: { mergedIntoId: null },
      });
      expect(await by({}, 'zeppelin ')).toEqual(['B']);
      expect(await facet('skill')).toEqual({ Go: 2 });
    });

    it.each(HOSTILE_TEXTS)('takes %s as a value of any filter', async (_, hostile) => {
      const text = hostile.slice(0, 200);
      await addPeople(harness, [{ name: 'Bystander', skills: ['Go'] }]);
      for (const filters of [
        { skills: [skill(text)] },
        { skillsAny: [skill(text, 2)] },
        { titles: [text] },
        { companies: [text], companiesWhen: 'now' as const },
        { schools: [text] },
        { cities: [text] },
        { languages: [{ name: text, minLevel: 'A1' as const }] },
        { custom: [{ fieldId: newId(), values: [text], min: null, max: null, days: null }] },
      ]) {
        expect(await by(filters)).toEqual([]);
      }
      expect(await by({ skillsNone: [text] })).toEqual(['Bystander']);
    });
  });
}
