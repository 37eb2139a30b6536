import { describe, expect, it } from 'vitest';
import { daysSince, isLong } from './ageing';
import { cardsByColumn, shownColumns } from './board-columns';

const card = (stage: 'new' | 'in_review' | 'rejected', columnId: string | null = null) => ({
  stage,
  columnId,
});

describe('the columns of a board', () => {
  it('shows the usual ones, the closed ones last', () => {
    expect(shownColumns(null).map(({ stage }) => stage)).toEqual([
      'new',
      'in_review',
      'shortlisted',
      'in_progress',
      'selected',
      'rejected',
      'withdrawn',
    ]);
  });

  it('puts every card in one column: its own, or the first of its stage (a card nobody sees)', () => {
    const columns = shownColumns([
      { id: 'a', name: 'Inbox', stage: 'new' },
      { id: 'b', name: 'Desk', stage: 'in_review' },
      { id: 'c', name: 'Call', stage: 'in_review' },
      { id: 'd', name: 'Short', stage: 'shortlisted' },
      { id: 'e', name: 'Client', stage: 'in_progress' },
      { id: 'f', name: 'Hired', stage: 'selected' },
    ]);
    const cards = [
      card('new'),
      card('in_review', 'c'),
      card('in_review', 'gone'),
      card('in_review', 'a'),
      card('rejected', 'c'),
    ];
    const placed = cardsByColumn(columns, cards);
    expect(placed.get('a')).toEqual([cards[0]]);
    expect(placed.get('b')).toEqual([cards[2], cards[3]]);
    expect(placed.get('c')).toEqual([cards[1]]);
    expect(placed.get('closed rejected')).toEqual([cards[4]]);
    expect([...placed.values()].flat()).toHaveLength(cards.length);
  });
});

describe('how long somebody is at a stage', () => {
  it('counts whole days, never below none, and marks only who still waits', () => {
    const now = Date.parse('2026-03-10T00:00:00.000Z');
    expect(daysSince('2026-03-07T00:00:01.000Z', now)).toBe(2);
    expect(daysSince('2026-04-01T00:00:00.000Z', now)).toBe(0);
    expect(isLong('new', '2026-03-07T00:00:00.000Z', now)).toBe(true);
    expect(isLong('new', '2026-03-08T00:00:00.000Z', now)).toBe(false);
    expect(isLong('rejected', '2020-01-01T00:00:00.000Z', now)).toBe(false);
    expect(isLong('selected', '2020-01-01T00:00:00.000Z', now)).toBe(false);
  });
});
