import { describe, expect, it } from 'vitest';
import {
  actionsFor,
  ARRANGEMENTS,
  DECISIONS,
  INTERVIEW_ACTIONS,
  isDecided,
  moved,
  nextRound,
} from './moves';
import { INTERVIEW_STATUSES } from './records';

/** Written out apart from the code: a row is where an interview stands, under each action where that leads; a point: it is refused. */
const TABLE = `
                        propose_slots         book_slot send_invite complete  no_show reschedule            cancel    pass   reject start_hiring
  draft                 awaiting_confirmation .         scheduled   .         .       awaiting_confirmation cancelled .      .      .
  awaiting_confirmation .                     confirmed .           .         .       awaiting_confirmation cancelled .      .      .
  confirmed             .                     .         scheduled   .         no_show awaiting_confirmation cancelled .      .      .
  scheduled             .                     .         .           completed no_show awaiting_confirmation cancelled .      .      .
  completed             .                     .         .           .         .       .                     .         passed failed passed
  no_show               .                     .         .           .         .       awaiting_confirmation cancelled .      .      .
  passed                .                     .         .           .         .       .                     .         .      .      .
  failed                .                     .         .           .         .       .                     .         .      .      .
  cancelled             .                     .         .           .         .       .                     .         .      .      .
`;

const [heads = [], ...rows] = TABLE.trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/));
const to = (status: string, action: string): string => {
  const row = rows.find(([from]) => from === status) ?? [];
  return row[heads.indexOf(action) + 1] ?? '';
};

describe('moves of an interview', () => {
  it('are those of the table, from every status with every action', () => {
    expect(heads).toEqual([...INTERVIEW_ACTIONS]);
    expect(rows.map(([from]) => from)).toEqual([...INTERVIEW_STATUSES]);
    for (const status of INTERVIEW_STATUSES) {
      for (const action of INTERVIEW_ACTIONS) {
        const wanted = to(status, action);
        expect([status, action, moved(status, action, true)]).toEqual([
          status,
          action,
          wanted === '.' ? { ok: false, refusal: 'not-in-the-table' } : { ok: true, to: wanted },
        ]);
      }
    }
  });

  it('takes a time for what others are told of (an invitation to nothing)', () => {
    expect(moved('draft', 'send_invite', false)).toEqual({ ok: false, refusal: 'no-time' });
    expect(moved('awaiting_confirmation', 'book_slot', false)).toEqual({
      ok: false,
      refusal: 'no-time',
    });
    // What the table does not have is not mended by a time.
    expect(moved('passed', 'send_invite', false)).toEqual({
      ok: false,
      refusal: 'not-in-the-table',
    });
    expect(moved('draft', 'cancel', false)).toEqual({ ok: true, to: 'cancelled' });
  });

  it('offers only what is allowed, and everything of it (a button that is refused)', () => {
    for (const status of INTERVIEW_STATUSES) {
      const offered = actionsFor({ status, start: '2026-01-01T00:00:00.000Z' });
      expect(offered).toEqual(INTERVIEW_ACTIONS.filter((action) => to(status, action) !== '.'));
    }
    expect(actionsFor({ status: 'draft', start: null })).not.toContain('send_invite');
    expect(actionsFor({ status: 'awaiting_confirmation', start: null })).toContain('book_slot');
    expect([...ARRANGEMENTS, ...DECISIONS, 'propose_slots'].toSorted()).toEqual(
      [...INTERVIEW_ACTIONS].toSorted(),
    );
  });

  it('ends where something was decided: nothing leads on from there', () => {
    for (const status of INTERVIEW_STATUSES) {
      expect(isDecided(status)).toBe(actionsFor({ status, start: '2026' }).length === 0);
    }
  });
});

describe('the next round', () => {
  it('is one more than the last, also where rounds are missing, and none while one is undecided', () => {
    expect(nextRound([])).toBe(1);
    expect(nextRound([{ round: 1, status: 'passed' }])).toBe(2);
    expect(
      nextRound([
        { round: 4, status: 'cancelled' },
        { round: 2, status: 'failed' },
      ]),
    ).toBe(5);
    for (const status of INTERVIEW_STATUSES) {
      const rounds = [
        { round: 1, status },
        { round: 2, status: 'passed' as const },
      ];
      expect([status, nextRound(rounds)]).toEqual([status, isDecided(status) ? 3 : null]);
    }
  });
});
