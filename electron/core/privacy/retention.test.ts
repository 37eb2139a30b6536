import { expect, it } from 'vitest';
import { cvText, importAll, openDesk, testPlace } from '@/electron/core/test-support/test-core';

const DAY = 86_400_000;

it('does nothing at all while the clock is ten years off, then quarantines, and brings back exactly as before', async () => {
  const place = testPlace();
  let now = new Date();
  const core = await openDesk(place, { clock: { now: () => now } });
  try {
    const api = core.client();
    await importAll(core, [place.file('a.txt', cvText({ name: 'Nora Noone' }))]);
    const find = async (archived: boolean) =>
      (await api.candidates.search({ text: 'Nora', filters: { archived } })).rows.map(
        ({ id }) => id,
      );
    const [id = ''] = await find(false);
    await api.privacy.saveRule({
      id: null,
      version: 0,
      rule: {
        name: 'Three weeks',
        about: { automatic: true },
        minimumDays: null,
        maximumDays: 21,
        end: 'erase',
        enabled: true,
      },
    });
    const start = now.getTime();
    for (const days of [3650, -3650]) {
      now = new Date(start + days * DAY);
      expect(await api.privacy.retentionStatus()).toMatchObject({ clockJumped: true });
      await expect(api.privacy.runRetention({ clockIsRight: false })).rejects.toMatchObject({
        code: 'CONFLICT',
      });
      expect(await find(false)).toEqual([id]);
    }
    // Even confirmed, ten years take nobody away at once: they wait, and can be released.
    now = new Date(start + 3650 * DAY);
    const done = await api.privacy.runRetention({ clockIsRight: true });
    expect(done).toEqual({ quarantined: 1, erased: 0, due: 0 });
    expect(await find(false)).toEqual([]);
    const {
      name,
      archivedAt: _,
      version: _v,
      updatedAt: _u,
      ...rest
    } = (await api.candidates.get({ id })).candidate;
    await api.privacy.release({ candidateId: id });
    const back = (await api.candidates.get({ id })).candidate;
    expect(back).toMatchObject({ ...rest, name, archivedAt: null });
    expect(await find(false)).toEqual([id]);

    // Day by day the rule does what it says: quarantine, and after thirty days the erasure nobody has to confirm.
    for (const days of [22, 23, 30]) {
      now = new Date(now.getTime() + days * DAY);
      await api.privacy.runRetention({ clockIsRight: days === 23 });
    }
    expect([...(await find(true)), ...(await find(false))]).toEqual([]);
    expect(await api.privacy.erasures()).toHaveLength(1);
  } finally {
    await core.close();
    place.remove();
  }
}, 180_000);
