import { describe, expect, it } from 'vitest';
import { STAGES, type Stage } from './board';
import { mayBring, mayMove, movesFrom, nextStage, sharedMoves } from './stage-moves';

/** Written out apart from the code: a row is where an application stands, an `x` where it may go. */
const TABLE = `
              new in_review shortlisted in_progress selected rejected withdrawn
  new          .      x          x           x          .        x         x
  in_review    .      .          x           x          .        x         x
  shortlisted  .      x          .           x          .        x         x
  in_progress  .      x          x           .          x        x         x
  selected     .      x          x           x          .        x         x
  rejected     .      x          .           .          .        .         .
  withdrawn    .      x          .           .          .        .         .
`;

const [heads = [], ...rows] = TABLE.trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/));
const cells = rows.flatMap(([from = '', ...marks]) =>
  heads.map((to, at) => ({ from, to, allowed: marks[at] === 'x' })),
);
const stage = (name: string): Stage => {
  const found = STAGES.find((one) => one === name);
  if (found === undefined) throw new Error(`${name} is no stage`);
  return found;
};

describe('moves between stages', () => {
  it('covers every stage from every stage (one that nobody thought of)', () => {
    expect(cells).toHaveLength(STAGES.length ** 2);
    expect(new Set(cells.map(({ from }) => from))).toEqual(new Set(STAGES));
    expect(heads).toEqual([...STAGES]);
  });

  it('lets a client judge whom it was shown, and do nothing else to them', () => {
    const client = { mayDecide: true, mayEdit: false };
    const theirs = STAGES.filter((to) => mayBring(client, to));
    expect(theirs).toEqual(['shortlisted', 'in_progress', 'selected', 'rejected']);
    expect(STAGES.filter((to) => mayBring({ mayDecide: false, mayEdit: false }, to))).toEqual([]);
  });

  it.each(cells)('$from → $to: $allowed', ({ from, to, allowed }) => {
    expect(mayMove(stage(from), stage(to))).toBe(allowed);
    expect(movesFrom(stage(from)).includes(stage(to))).toBe(allowed);
  });

  it('offers a selection what every one of it may do, and nothing to nobody', () => {
    expect(sharedMoves(['new', 'in_progress'])).toEqual([
      'in_review',
      'shortlisted',
      'rejected',
      'withdrawn',
    ]);
    expect(sharedMoves(['rejected', 'new'])).toEqual(['in_review']);
    expect(sharedMoves(['rejected', 'in_review'])).toEqual([]);
    expect(sharedMoves([])).toEqual([]);
  });

  it('advances only where a step is allowed (a shortcut that is refused each time)', () => {
    for (const from of STAGES) {
      const next = nextStage(from);
      if (next !== null) expect(mayMove(from, next)).toBe(true);
    }
    expect(nextStage('selected')).toBeNull();
    expect(nextStage('rejected')).toBeNull();
  });
});
