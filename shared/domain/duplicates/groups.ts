import type { DUPLICATE_REASONS } from '@/shared/domain/candidates/records';
import type { Id } from '@/shared/kit/ids';

/** An open pair of possible duplicates, as the queue needs it. */
export interface OpenPair {
  readonly id: Id;
  readonly candidateId: Id;
  readonly otherId: Id;
  readonly reasons: readonly (typeof DUPLICATE_REASONS)[number][];
  /** How likely they are one person, 0 to 1. */
  readonly score: number;
}

/** People who are connected by pairs: two as a rule, more where one is like several. */
export interface DuplicateGroup {
  /** The id of the one who came first; stays the same while they are in the group. */
  readonly id: Id;
  /** In the order they came. */
  readonly candidateIds: readonly Id[];
  /** Most likely first. */
  readonly pairs: readonly OpenPair[];
  /** Of the most likely pair. */
  readonly score: number;
}

/** Joins pairs that share a person into groups, most likely first. */
export function groupPairs(pairs: readonly OpenPair[]): readonly DuplicateGroup[] {
  const leaders = new Map<Id, Id>();
  const leaderOf = (id: Id): Id => {
    let leader = id;
    for (let next = leaders.get(leader); next !== undefined; next = leaders.get(leader)) {
      // Each look shortens the way for the next one.
      const beyond = leaders.get(next);
      if (beyond !== undefined) leaders.set(leader, beyond);
      leader = next;
    }
    return leader;
  };
  for (const { candidateId, otherId } of pairs) {
    const [first = '', second = ''] = [leaderOf(candidateId), leaderOf(otherId)].sort();
    if (first !== second) leaders.set(second, first);
  }
  const groups = new Map<Id, OpenPair[]>();
  for (const pair of pairs) {
    const id = leaderOf(pair.candidateId);
    const group = groups.get(id);
    if (group === undefined) groups.set(id, [pair]);
    else group.push(pair);
  }
  return [...groups].map(([id, members]) => groupOf(id, members)).sort(byScore);
}

function groupOf(id: Id, members: readonly OpenPair[]): DuplicateGroup {
  const pairs = [...members].sort(byScore);
  return {
    id,
    candidateIds: [...new Set(members.flatMap((pair) => [pair.candidateId, pair.otherId]))].sort(),
    pairs,
    score: pairs[0]?.score ?? 0,
  };
}

interface Scored {
  readonly id: Id;
  readonly score: number;
}

/** The order of the queue. */
export const byScore = (a: Scored, b: Scored): number =>
  b.score - a.score || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
