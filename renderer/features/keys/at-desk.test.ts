import { describe, expect, it } from 'vitest';
import { createPresence } from './at-desk';

const MINUTES = 60_000;
const YEARS = 365 * 86_400_000;

describe('how long nobody was at the desk', () => {
  const begun = () => {
    let [wall, steady] = [Date.parse('2026-03-01T10:00:00.000Z'), 1_000];
    const presence = createPresence({ wall: () => wall, steady: () => steady });
    return {
      presence,
      pass: (ms: number): void => {
        wall += ms;
        steady += ms;
      },
      sleep: (ms: number): void => {
        wall += ms;
      },
      set: (ms: number): void => {
        wall += ms;
      },
    };
  };

  it('counts from the last sign of somebody', () => {
    const { presence, pass } = begun();
    pass(10 * MINUTES);
    presence.seen();
    pass(4 * MINUTES);
    expect(presence.awayFor()).toBe(4 * MINUTES);
  });

  it('counts a sleep of the computer (it would wake with an open desk)', () => {
    const { presence, sleep } = begun();
    sleep(8 * 60 * MINUTES);
    expect(presence.awayFor()).toBe(8 * 60 * MINUTES);
  });

  it('goes on counting when the clock is set back ten years (the desk would stay open for ten years)', () => {
    const { presence, pass, set } = begun();
    set(-10 * YEARS);
    pass(15 * MINUTES);
    expect(presence.awayFor()).toBe(15 * MINUTES);
  });
});
