import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { entityTable } from '@/db/sqlite/entities';
import type { Core } from '@/electron/core/core';
import {
  cvText,
  importAll,
  openDesk,
  type TestPlace,
  testPlace,
} from '@/electron/core/test-support/test-core';
import { MOVED_ENTITIES } from '@/shared/domain/duplicates/person-rows';
import type { Id } from '@/shared/kit/ids';

/** First names and family names of people who do not exist. */
const FIRST = [
  'Aino',
  'Bela',
  'Carsten',
  'Dita',
  'Elmar',
  'Fenja',
  'Gero',
  'Hilke',
  'Ivo',
  'Jette',
];

describe('duplicates at the desk', () => {
  let place: TestPlace;
  let core: Core;
  beforeEach(async () => {
    place = testPlace();
    core = await openDesk(place);
  });
  afterEach(async () => {
    const problems = await core.session().checkDatabase();
    await core.close();
    place.remove();
    if (problems.length > 0) throw new Error(problems.join('; '));
  });
  const api = () => core.client();
  const total = async (text = '') => (await api().candidates.search({ text })).total;
  const merge = async (candidateIds: Id[]) => {
    const { choice, stamp } = await api().duplicates.preview({ candidateIds });
    return api().duplicates.merge({ candidateIds, choice, stamp });
  };
  /** Everything of everybody, without what each writing changes. */
  const dump = () =>
    (['candidate', ...MOVED_ENTITIES, 'duplicatePair'] as const).map((entity) => {
      const { select, sql } = entityTable(entity);
      const rows = core.session().database.db.prepare(`SELECT ${select} FROM ${sql} ORDER BY id`);
      return rows.all().map((row) => {
        // The driver gives rows as objects of column names.
        const { version: _, updatedAt: _at, ...rest } = row as Record<string, unknown>;
        return rest;
      });
    });

  const only = (id: Id, rows: ReturnType<typeof dump>) =>
    rows.map((kind) => kind.filter((row) => (row.candidateId ?? row.id) === id));

  it('finds twenty planted duplicates, merges them and takes them apart again bit for bit', async () => {
    for (let index = 0; index < 20; index++) {
      const first = FIRST[index % FIRST.length] ?? '';
      const family = index < 10 ? 'Falkenrath' : 'Oberlin';
      const email = `${first}.${family}@example.org`.toLowerCase();
      const phone = `+49 30 555${String(1000 + index)}`;
      place.file(`a/${index}.txt`, cvText({ name: `${first} ${family}`, email, phone }));
      place.file(
        `b/${index}.txt`,
        cvText({
          name: `${first} Maria ${family}-Weber`,
          email,
          phone,
          company: 'Second Works Ltd',
          more: 'Rust, Kubernetes',
        }),
      );
    }
    await importAll(core, [place.files]);
    expect(await total()).toBe(40);
    const { groups, total: found } = await api().duplicates.groups({ limit: 100 });
    expect(found).toBe(20);
    const before = dump();
    for (const { people } of groups) {
      const ids = people.map(({ id }) => id);
      expect(ids).toHaveLength(2);
      await merge(ids);
    }
    expect(await total()).toBe(20);
    expect((await api().duplicates.groups({})).total).toBe(0);
    // Days later, and in another order.
    const merges = await api().duplicates.merges({});
    expect(merges).toHaveLength(20);
    for (const { id } of merges) {
      const { commitId: _, ...kept } = await api().duplicates.unmerge({ mergeId: id });
      expect(kept).toMatchObject({ fields: [], changed: 0, added: 0 });
    }
    expect(dump()).toEqual(before);
    expect(await total()).toBe(40);
  });

  it('gives a CV of the merged one to the one who was kept, and it stays there when they are taken apart', async () => {
    const email = 'nele.brook@example.org';
    const old = cvText({ name: 'Nele Brook', email });
    place.file('1.txt', old);
    place.file('2.txt', cvText({ name: 'N. Brook-Sander', email, company: 'Second Works Ltd' }));
    await importAll(core, [place.files]);
    const [group] = (await api().duplicates.groups({})).groups;
    const [a = '', b = ''] = group?.people.map(({ id }) => id) ?? [];
    const before = only(b, dump());
    const { choice, stamp } = await api().duplicates.preview({ candidateIds: [a, b] });
    await api().duplicates.merge({
      candidateIds: [a, b],
      choice: { ...choice, survivorId: a, fields: { ...choice.fields, name: a } },
      stamp,
    });
    const hidden = (await api().candidates.get({ id: a })).merged[0];
    expect(hidden).toMatchObject({ candidateId: b });

    // The same bytes are known, and a new CV under the name of the hidden one is one of the survivor.
    place.file('again.txt', old);
    place.file(
      '3.txt',
      cvText({ name: hidden?.name ?? '', email, company: 'Third Works Ltd', more: 'Newest' }),
    );
    const view = await importAll(core, [place.files]);
    expect(view.counts).toMatchObject({ already_here: 3, updated: 1, loaded: 0 });
    const one = await api().candidates.get({ id: b });
    expect(one.candidate.id).toBe(a);
    expect(one.resumes).toHaveLength(3);
    expect(await total()).toBe(1);

    const back = await api().duplicates.unmerge({ mergeId: hidden?.mergeId ?? '' });
    expect(back).toMatchObject({ survivorId: a, mergedId: b });
    const [first, second] = [
      await api().candidates.get({ id: a }),
      await api().candidates.get({ id: b }),
    ];
    expect(first.resumes).toHaveLength(2);
    expect(second.resumes).toHaveLength(1);
    expect(second.candidate.currentResumeId).toBe(second.resumes[0]?.id);
    expect(first.resumes.map(({ id }) => id)).toContain(first.candidate.currentResumeId);
    // The newest CV stays with what it says; the other one has their own job again.
    expect(first.experience.map(({ company }) => company)).toContain('Third Works Ltd');
    expect(second.experience.map(({ company }) => company)).toEqual([
      expect.stringMatching(/^(Second|Example) Works Ltd$/),
    ]);
    // Bit for bit.
    expect(only(b, dump())).toEqual(before);
    expect(await total()).toBe(2);
  });

  it('tells the story of both on the page of the one who was kept', async () => {
    const email = 'ole.brook@example.org';
    place.file('1.txt', cvText({ name: 'Ole Brook', email }));
    place.file('2.txt', cvText({ name: 'Ole P. Brook', email }));
    await importAll(core, [place.files]);
    const { rows } = await api().candidates.search({});
    const [a = '', b = ''] = rows.map(({ id }) => id).sort();
    await api().candidates.addNote({ candidateId: b, body: 'Called' });
    await merge([a, b]);
    const actions = (await api().candidates.timeline({ id: a })).map(({ action }) => action);
    expect(actions).toEqual([
      'candidate.merged',
      'note.added',
      'resume.imported',
      'resume.imported',
    ]);
  });
});
