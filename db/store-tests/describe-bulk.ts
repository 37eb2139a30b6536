import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NO_FILTERS } from '@/shared/domain/candidates/views';
import { ADMIN, addPeople, type MakeStore, RECRUITER, type StoreHarness } from './harness';

/** What is done to many at once, and taken back at once: what every database behind the ports has to do. */
export function describeBulk(name: string, makeStore: MakeStore): void {
  describe(`${name}: bulk`, () => {
    let harness: StoreHarness;
    beforeEach(async () => {
      harness = await makeStore();
    });
    afterEach(() => {
      expect(harness.check()).toEqual([]);
      harness.close();
    });

    it('gives everybody a search finds, each once, in an order that stays (a page lost or read twice)', async () => {
      const people = await addPeople(
        harness,
        Array.from({ length: 230 }, (_, n) => ({
          name: `Person ${n}`,
          text: n % 2 === 0 ? 'welding' : 'baking',
          ownerId: n % 3 === 0 ? RECRUITER.id : ADMIN.id,
        })),
      );
      const ids = (text: string, actor = ADMIN) =>
        harness.search.ids(actor, { text, filters: NO_FILTERS, synonyms: true, spelling: true });
      const welders = people.filter((_, n) => n % 2 === 0).map(({ id }) => id);
      expect([...(await ids('welding'))].sort()).toEqual([...welders].sort());
      expect(await ids('welding')).toEqual(await ids('welding'));
      expect(await ids('')).toHaveLength(230);
      expect(await ids('', RECRUITER)).toHaveLength(77);
      expect(await ids('zeppelin')).toEqual([]);
    });
  });
}
