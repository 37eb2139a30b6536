import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Core } from '@/electron/core/core';
import { openDesk, type TestPlace, testPlace } from '@/electron/core/test-support/test-core';
import { LINES } from './lines';
import { holesIn, PROCEDURES, refuseWriting } from './matrix';
import { everybodySaid, makeWorld, type World } from './world';

describe('who may do what to whom', () => {
  let place: TestPlace;
  let core: Core;
  let world: World;
  beforeAll(async () => {
    place = testPlace();
    core = await openDesk(place, { background: false });
    world = await makeWorld(core);
    await everybodySaid(core, place);
    refuseWriting(core);
  });
  afterAll(async () => {
    await core.close();
    place.remove();
  });

  it('has a line for every procedure, and none for one that there is not', () => {
    const paths = PROCEDURES.map(({ path }) => path);
    expect(Object.keys(LINES).toSorted()).toEqual(paths.toSorted());
  });

  it('has no hole: every procedure, every role, every way a record can stand to somebody', async () => {
    expect(await holesIn(core, world)).toEqual([]);
  });
});
