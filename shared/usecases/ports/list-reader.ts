import type { CandidateList } from '@/shared/domain/lists/records';
import type { Actor } from '@/shared/domain/workspace/records';
import type { Id } from '@/shared/kit/ids';

export interface ListReader {
  /** Every list with how many candidates of the actor are on it, the archived ones left out; by name. Answered by a query thread. */
  readonly counted: (
    actor: Actor,
  ) => Promise<readonly (CandidateList & { readonly candidates: number })[]>;
  /** Every list, by name. */
  readonly all: (actor: Actor) => Promise<readonly CandidateList[]>;
  /** The lists a candidate is on, by name; none for a candidate the actor does not reach. */
  readonly of: (actor: Actor, candidateId: Id) => Promise<readonly CandidateList[]>;
  /** Who is on a list, up to `limit` of them: the rows that say so. */
  readonly members: (
    listId: Id,
    limit: number,
  ) => Promise<readonly { readonly id: Id; readonly version: number }[]>;
}
