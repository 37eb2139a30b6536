import { describe, expect, it } from 'vitest';
import { createPace } from './pace';

describe('the time a table still takes', () => {
  it('is told at the pace so far, once that tells something (an hour would stand there in the first second)', () => {
    let now = 50_000;
    const pace = createPace(() => now);
    expect(pace.at(0)).toEqual({ part: 0, secondsLeft: null });
    now += 1000;
    expect(pace.at(0.01).secondsLeft).toBeNull();
    now += 9000;
    expect(pace.at(0.25)).toEqual({ part: 0.25, secondsLeft: 30 });
    now += 30_000;
    expect(pace.at(1)).toEqual({ part: 1, secondsLeft: 0 });
  });

  it('counts from where an import goes on after a crash, not from the first row', () => {
    let now = 0;
    const pace = createPace(() => now);
    pace.at(0.8);
    now = 10_000;
    expect(pace.at(0.9).secondsLeft).toBeCloseTo(10);
  });

  it('is not told of what stands still', () => {
    let now = 0;
    const pace = createPace(() => now);
    pace.at(0);
    now = 60_000;
    expect(pace.at(0).secondsLeft).toBeNull();
  });
});
