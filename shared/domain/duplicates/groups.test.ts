import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupPairs, type OpenPair } from './groups';

const pair = (candidateId: string, otherId: string, score = 0.5): OpenPair => ({
  id: `${candidateId}-${otherId}`,
  candidateId,
  otherId,
  reasons: ['email'],
  score,
});

describe('groupPairs', () => {
  it('puts the most likely first and joins whom a third person connects', () => {
    const groups = groupPairs([pair('b', 'a', 0.6), pair('y', 'x', 0.9), pair('c', 'b', 0.7)]);
    expect(groups.map(({ candidateIds, score }) => [candidateIds.join(''), score])).toEqual([
      ['xy', 0.9],
      ['abc', 0.7],
    ]);
  });

  it('gives each pair to one group, and no two groups share a person', () => {
    const people = fc.constantFrom(...'abcdefghij');
    const pairs = fc.array(fc.tuple(people, people).filter(([a, b]) => a !== b));
    fc.assert(
      fc.property(pairs, (given) => {
        const groups = groupPairs(
          given.map(([a, b], index) => ({ ...pair(a, b), id: `${index}` })),
        );
        expect(groups.flatMap((group) => group.pairs)).toHaveLength(given.length);
        const ids = groups.flatMap((group) => group.candidateIds);
        expect(new Set(ids).size).toBe(ids.length);
        for (const { candidateIds, pairs: own } of groups) {
          for (const { candidateId, otherId } of own) {
            expect(candidateIds).toContain(candidateId);
            expect(candidateIds).toContain(otherId);
          }
        }
      }),
    );
  });

  it('joins a chain of ten thousand people without running out of stack or time', () => {
    const chain = Array.from({ length: 10_000 }, (_, index) =>
      pair(String(index).padStart(5, '0'), String(index + 1).padStart(5, '0')),
    );
    expect(groupPairs(chain)).toHaveLength(1);
    expect(groupPairs(chain.toReversed())).toHaveLength(1);
  });
});
