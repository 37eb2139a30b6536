import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Core } from '@/electron/core/core';
import { openDesk, type TestPlace, testPlace } from '@/electron/core/test-support/test-core';
import { EMPTY_DRAFT } from '@/shared/domain/jobs/draft';
import type { Actor } from '@/shared/domain/workspace/records';
import { type Id, newId } from '@/shared/kit/ids';

// A hiring manager posts the jobs of their own company, and comes to no other company by it.

describe('a client’s people', () => {
  let place: TestPlace;
  let core: Core;
  let own: Id;
  let other: Id;
  let manager: Actor;
  const draft = { ...EMPTY_DRAFT, title: 'Nurse “A” <b>' };
  beforeEach(async () => {
    place = testPlace();
    core = await openDesk(place, { background: false });
    own = (await core.client().clients.create({ companyName: 'Aster & Söhne' })).id;
    other = (await core.client().clients.create({ companyName: 'Birch' })).id;
    manager = { id: newId(), name: 'Mo', role: 'client_user', clientId: own };
    const row = { ...manager, clientId: own, email: null, phone: null, roleId: null };
    await core.session().deps.store.commit({
      actor: core.session().actor,
      action: 'user.created',
      changes: [{ op: 'insert', entity: 'user', row: { ...row, status: 'active' } }],
    });
  });
  afterEach(async () => {
    await core.close();
    place.remove();
  });
  const api = () => core.client(manager);

  it('post and edit a job of their own, and read no list of clients for it', async () => {
    await expect(api().clients.list({})).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const client = await api().jobs.ownClient();
    expect(client).toEqual({ id: own, companyName: 'Aster & Söhne' });
    const { draft: proposed } = await api().jobProposals.fromText({ text: 'Nurse\nGreen ward.' });
    const { id } = await api().jobs.create({
      clientId: own,
      draft: { ...proposed, title: draft.title },
      status: 'open',
    });
    const { job, clientName, team } = await api().jobs.get({ id });
    expect([job.title, clientName]).toEqual([draft.title, 'Aster & Söhne']);
    expect(team.map(({ role, userId }) => [role, userId])).toEqual([
      ['hiring_manager', manager.id],
    ]);
    await api().jobs.edit({ id, version: job.version, patch: { department: 'Ward 4' } });
    expect((await api().jobs.get({ id })).job.department).toBe('Ward 4');
  });

  it('make none for another client, move none there, and keep no template of the desk', async () => {
    const NOT_THERE = { code: 'NOT_FOUND' };
    await expect(api().jobs.create({ clientId: other, draft })).rejects.toMatchObject(NOT_THERE);
    const { id } = await api().jobs.create({ clientId: own, draft });
    const patch = { clientId: other };
    await expect(api().jobs.edit({ id, version: 1, patch })).rejects.toMatchObject(NOT_THERE);
    const { id: theirs } = await core.client().jobs.create({ clientId: other, draft });
    const edit = api().jobs.edit({ id: theirs, version: 1, patch: { title: 'Mine' } });
    await expect(edit).rejects.toMatchObject(NOT_THERE);
    const save = api().jobs.saveTemplate({ jobId: id, name: 'Nurse' });
    await expect(save).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(await core.client().jobs.ownClient()).toBeNull();
    expect((await core.client().jobs.list({})).rows.map(({ clientName }) => clientName)).toEqual(
      expect.arrayContaining(['Aster & Söhne', 'Birch']),
    );
  });
});
