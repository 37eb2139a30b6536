import { describe, expect, it } from 'vitest';
import { JOB_STATUSES } from './records';
import { mayBecome, timesAfter } from './status';

const AT = '2026-05-01T09:00:00.000Z';
const BEFORE = '2026-02-01T09:00:00.000Z';

// The whole table: a move that is added or lost by a slip changes a line of it.
const TABLE = [
  // from: draft, open, on_hold, filled, closed
  ['draft', [false, true, false, false, true]],
  ['open', [false, false, true, true, true]],
  ['on_hold', [false, true, false, true, true]],
  ['filled', [false, true, false, false, true]],
  ['closed', [false, true, false, false, false]],
] as const;

describe('the state of a job', () => {
  it('changes by the moves of the table and no others', () => {
    expect(TABLE.map(([from]) => from)).toEqual([...JOB_STATUSES]);
    for (const [from, row] of TABLE) {
      expect([from, JOB_STATUSES.map((to) => mayBecome(from, to))]).toEqual([from, [...row]]);
    }
  });

  it('keeps when it was first open, and forgets that it ended when it is open again', () => {
    const draft = { status: 'draft', openedAt: null, endedAt: null } as const;
    expect(timesAfter(draft, 'open', AT)).toEqual({ openedAt: AT, endedAt: null });
    expect(timesAfter(draft, 'closed', AT)).toEqual({ openedAt: null, endedAt: AT });
    const closed = { status: 'closed', openedAt: BEFORE, endedAt: BEFORE } as const;
    expect(timesAfter(closed, 'open', AT)).toEqual({ openedAt: BEFORE, endedAt: null });
  });

  it('ends when it is filled: putting a filled job away later makes no longer time to fill', () => {
    const open = { status: 'open', openedAt: BEFORE, endedAt: null } as const;
    expect(timesAfter(open, 'filled', AT)).toEqual({ openedAt: BEFORE, endedAt: AT });
    expect(timesAfter(open, 'on_hold', AT)).toEqual({ openedAt: BEFORE, endedAt: null });
    const filled = { status: 'filled', openedAt: BEFORE, endedAt: BEFORE } as const;
    expect(timesAfter(filled, 'closed', AT)).toEqual({ openedAt: BEFORE, endedAt: BEFORE });
  });
});
