import type { DuplicateGroupView } from '@/shared/contract/api/duplicates';
import { DUPLICATE_REASONS } from '@/shared/domain/candidates/records';
import {
  byScore,
  type DuplicateGroup,
  groupPairs,
  type OpenPair,
} from '@/shared/domain/duplicates/groups';
import type { Actor } from '@/shared/domain/workspace/records';
import type { Id } from '@/shared/kit/ids';
import type { Deps } from '@/shared/usecases/deps';

/** The queue is worked off from its top: what lies below so many pairs comes up when those are decided. */
const MOST_PAIRS = 20_000;
/** Of one group; the others come up when these are decided. */
const MOST_IN_GROUP = 12;

interface Request {
  readonly reason: (typeof DUPLICATE_REASONS)[number] | null;
  readonly after: { readonly score: number; readonly id: Id } | null;
  readonly limit: number;
}
interface Page {
  readonly groups: DuplicateGroupView[];
  readonly total: number;
  readonly reasons: { readonly reason: (typeof DUPLICATE_REASONS)[number]; groups: number }[];
  readonly next: { readonly score: number; readonly id: Id } | null;
}

/** A page of the queue of possible duplicates, most likely first. */
export async function duplicateGroups(
  deps: Pick<Deps, 'duplicates'>,
  actor: Actor,
  { reason, after, limit }: Request,
): Promise<Page> {
  const { all, reasons } = queueOf(await deps.duplicates.openPairs(actor, MOST_PAIRS));
  const wanted = reason === null ? all : all.filter((group) => matchedBy(group, reason));
  const start = after === null ? 0 : wanted.findIndex((group) => byScore(group, after) > 0);
  const page = start === -1 ? [] : wanted.slice(start, start + limit);
  const shown = page.map((group) => group.candidateIds.slice(0, MOST_IN_GROUP));
  const people = new Map(
    (await deps.duplicates.people(actor, shown.flat())).map((person) => [person.id, person]),
  );
  const last = start === -1 || start + limit >= wanted.length ? undefined : page.at(-1);
  return {
    groups: page.map((group, index) => {
      const ids = new Set(shown[index] ?? []);
      return {
        id: group.id,
        people: [...ids].flatMap((id) => people.get(id) ?? []),
        size: group.candidateIds.length,
        pairs: group.pairs
          .filter((pair) => ids.has(pair.candidateId) && ids.has(pair.otherId))
          .map((pair) => ({ ...pair, reasons: [...pair.reasons] })),
      };
    }),
    total: wanted.length,
    reasons: [...reasons],
    next: last === undefined ? null : { score: last.score, id: last.id },
  };
}

interface Queue {
  readonly all: readonly DuplicateGroup[];
  readonly reasons: Page['reasons'];
}
/** Put together once as long as the reader gives the same pairs: the pages of a queue are asked for one after the other. */
const queues = new WeakMap<readonly OpenPair[], Queue>();

function queueOf(pairs: readonly OpenPair[]): Queue {
  const known = queues.get(pairs);
  if (known !== undefined) return known;
  const all = groupPairs(pairs);
  const reasons = DUPLICATE_REASONS.map((reason) => ({
    reason,
    groups: all.filter((group) => matchedBy(group, reason)).length,
  }));
  const queue = { all, reasons };
  queues.set(pairs, queue);
  return queue;
}

const matchedBy = (group: DuplicateGroup, reason: (typeof DUPLICATE_REASONS)[number]): boolean =>
  group.pairs.some((pair) => pair.reasons.includes(reason));
