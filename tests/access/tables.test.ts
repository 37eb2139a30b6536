import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Core } from '@/electron/core/core';
import { openDesk, type TestPlace, testPlace } from '@/electron/core/test-support/test-core';
import { holds } from '@/shared/domain/access/roles';
import { STATES, WHO } from './standings';
import { emailOf, makeWorld, openTable, type World } from './world';

// A table may hold anybody's address. What becomes of its rows tells nothing of people who are not theirs to change, neither a name nor an
// id. That somebody like that is here it may say, as with a CV (docs/access.md).

describe('a table with the addresses of everybody', () => {
  let place: TestPlace;
  let core: Core;
  let world: World;
  beforeAll(async () => {
    place = testPlace();
    core = await openDesk(place, { background: false });
    world = await makeWorld(core);
  });
  afterAll(async () => {
    await core.close();
    place.remove();
  });

  it('is started by who opened it alone', async () => {
    const asked = { id: world.draftId, targets: ['name', 'email'] };
    for (const who of ['recruiter', 'recruiter of one client'] as const) {
      const api = core.client(world.actors[who]).tables;
      await expect(api.start(asked)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
    expect((await core.client(world.actors.admin).tables.draft(asked)).id).toBe(world.draftId);
  });

  const importers = WHO.filter((who) => who !== 'nobody');

  it.each(importers)(
    'tells %s of those who are theirs to change, and of nobody else',
    async (who) => {
      const actor = world.actors[who];
      if (!holds(actor, 'import.run')) {
        await expect(openTable(core, actor, ['Email'])).rejects.toMatchObject({
          code: 'FORBIDDEN',
        });
        return;
      }
      const states = STATES.map((state) => emailOf({ who, state }));
      for (const name of ['', 'Somebody Else']) {
        const id = await openTable(core, actor, [
          'Name,Email,Skills',
          ...states.map((email) => `${name},${email},Rowing`),
        ]);
        const api = core.client(actor).tables;
        await api.check({ id, targets: ['name', 'email', 'skills'] });
        await vi.waitFor(
          async () => expect((await api.draft({ id })).check).toMatchObject({ state: 'done' }),
          { timeout: 20_000 },
        );
        const { fates } = await api.fates({ id, limit: 200 });
        expect(fates).toHaveLength(STATES.length);
        for (const [at, state] of STATES.entries()) {
          const subject = world.subjects.find((one) => one.who === who && one.state === state);
          const fate = fates[at];
          const isTheirs = subject?.level === 'edit' && name === '';
          expect([state, fate?.kind]).toEqual([state, isTheirs ? 'update' : 'create']);
          expect([state, fate?.candidateId === subject?.candidateId]).toEqual([state, isTheirs]);
          expect([state, fate?.name]).toEqual([state, isTheirs ? subject.mark : name]);
        }
      }
    },
  );
});
