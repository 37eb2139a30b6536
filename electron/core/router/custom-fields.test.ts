import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Core } from '@/electron/core/core';
import {
  cvText,
  importAll,
  openDesk,
  type TestPlace,
  testPlace,
} from '@/electron/core/test-support/test-core';
import type { Actor } from '@/shared/domain/workspace/records';
import { newId } from '@/shared/kit/ids';

describe('custom fields', () => {
  let place: TestPlace;
  let core: Core;
  let candidateId: string;
  beforeEach(async () => {
    place = testPlace();
    core = await openDesk(place);
    await importAll(core, [
      place.file('Anna.txt', cvText({ name: 'Anna Lindqvist', email: 'anna@example.org' })),
    ]);
    candidateId = (await api().candidates.search({})).rows[0]?.id ?? '';
  });
  afterEach(async () => {
    await core.close();
    place.remove();
  });
  const api = () => core.client();
  const list = (archived = false) => api().customFields.list({ archived });
  const labels = async () => (await list()).map((field) => field.label);
  const one = async (id: string) => {
    const field = (await list(true)).find((each) => each.id === id);
    if (field === undefined) throw new Error('No such field');
    return field;
  };
  const values = async () => (await api().candidates.get({ id: candidateId })).custom;

  it('are added, renamed, ordered, archived and brought back', async () => {
    const a = await api().customFields.create({ label: 'Salary', kind: 'number' });
    const b = await api().customFields.create({ label: 'Visa', kind: 'yes-no' });
    expect(await labels()).toEqual(['Salary', 'Visa']);
    await api().customFields.reorder({ ids: [b.id, a.id] });
    await api().customFields.edit({ ...(await one(a.id)), label: "'; DROP TABLE \u202e" });
    expect(await labels()).toEqual(['Visa', "'; DROP TABLE \u202e"]);
    await api().customFields.archive({ ...(await one(b.id)), archived: true });
    expect(await labels()).toEqual(["'; DROP TABLE \u202e"]);
    expect(await list(true)).toHaveLength(2);
    await api().customFields.archive({ ...(await one(b.id)), archived: false });
    expect(await labels()).toEqual(["'; DROP TABLE \u202e", 'Visa']);
    await api().history.undo({});
    expect(await labels()).toEqual(["'; DROP TABLE \u202e"]);
  });

  it('refuse what would leave two of them alike, or a choice without choices', async () => {
    const { id } = await api().customFields.create({ label: 'Größe', kind: 'text' });
    const create = (input: Parameters<ReturnType<typeof api>['customFields']['create']>[0]) =>
      api().customFields.create(input);
    await expect(create({ label: ' GROSSE ', kind: 'text' })).rejects.toMatchObject({
      code: 'INVALID',
    });
    await expect(create({ label: 'Level', kind: 'choice' })).rejects.toMatchObject({
      code: 'INVALID',
    });
    await expect(
      create({ label: 'Level', kind: 'choice', options: ['A', 'a'] }),
    ).rejects.toMatchObject({ code: 'INVALID' });
    await expect(api().customFields.reorder({ ids: [id, newId()] })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
    await expect(api().customFields.edit({ id, version: 99, label: 'X' })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
  });

  it('hold values of their kind, who changed them when, and give them back on undo', async () => {
    const { id } = await api().customFields.create({
      label: 'Level',
      kind: 'choice',
      options: ['Junior', 'Senior'],
    });
    const set = (value: string | number | boolean | null, version = 0) =>
      api().customFields.setValue({ candidateId, fieldId: id, version, value });
    await expect(set('Other')).rejects.toMatchObject({ code: 'INVALID' });
    await set('Junior');
    await expect(set('Senior')).rejects.toMatchObject({ code: 'CONFLICT' });
    await set('Senior', 1);
    expect(await values()).toMatchObject([
      { fieldId: id, text: 'Senior', number: null, version: 2 },
    ]);
    const [latest] = await api().candidates.timeline({ id: candidateId });
    expect(latest).toMatchObject({
      action: 'custom-value.changed',
      fields: [{ entity: 'customValue', field: id, before: 'Junior', after: 'Senior' }],
    });
    // A choice that goes stays with those who have it.
    await api().customFields.edit({ ...(await one(id)), options: ['Junior'] });
    expect(await values()).toMatchObject([{ text: 'Senior' }]);
    await set(null, 2);
    expect(await values()).toEqual([]);
    await api().history.undo({});
    expect(await values()).toMatchObject([{ text: 'Senior' }]);
  });

  it('keep a value out of a field no longer offered, and a stranger away from all', async () => {
    const { id } = await api().customFields.create({ label: 'Level', kind: 'text' });
    await api().customFields.archive({ ...(await one(id)), archived: true });
    await expect(
      api().customFields.setValue({ candidateId, fieldId: id, version: 0, value: 'x' }),
    ).rejects.toMatchObject({ code: 'INVALID' });
    const recruiter: Actor = { id: newId(), name: 'Rita', role: 'recruiter' };
    await expect(
      core.client(recruiter).customFields.create({ label: 'Mine', kind: 'text' }),
    ).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await api().customFields.archive({ ...(await one(id)), archived: false });
    // The candidate belongs to someone else: for this recruiter they are not there.
    await expect(
      core
        .client(recruiter)
        .customFields.setValue({ candidateId, fieldId: id, version: 0, value: 'x' }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
