import type { DuplicatePair } from '@/shared/domain/candidates/records';
import type { OpenPair } from '@/shared/domain/duplicates/groups';
import type { PersonRows } from '@/shared/domain/duplicates/person-rows';
import type { Merge } from '@/shared/domain/duplicates/records';
import type { UnmergeState } from '@/shared/domain/duplicates/unmerge-state';
import type { Actor } from '@/shared/domain/workspace/records';
import type { Instant } from '@/shared/kit/clock';
import type { Id } from '@/shared/kit/ids';

/** What the queue of possible duplicates shows of a person. */
export interface PersonInQueue {
  readonly id: Id;
  readonly name: string;
  readonly headline: string | null;
  readonly location: string | null;
}

/** A merge as its list shows it. */
export interface MergeView {
  readonly id: Id;
  readonly at: Instant;
  readonly byName: string;
  /** Who is shown now. */
  readonly survivorId: Id;
  readonly survivorName: string;
  /** What the survivor was called before. */
  readonly survivorWas: string;
  readonly mergedId: Id;
  readonly mergedName: string;
}

/** Reads of possible duplicates and of merges. Those for people take the actor: both of a pair have to be theirs to see. */
export interface DuplicateReader {
  /** Pairs that nobody has decided, most likely first. */
  readonly openPairs: (actor: Actor, limit: number) => Promise<readonly OpenPair[]>;
  readonly people: (actor: Actor, ids: readonly Id[]) => Promise<readonly PersonInQueue[]>;
  /** Candidates with every row of theirs, in the order asked for; without those that are not there, hidden, or not the actor's to see. */
  readonly personRows: (actor: Actor, ids: readonly Id[]) => Promise<readonly PersonRows[]>;
  /** Every pair that one of these is in, and who of the people in them is hidden by a merge. */
  readonly pairsOf: (ids: readonly Id[]) => Promise<{
    readonly pairs: readonly DuplicatePair[];
    readonly hidden: ReadonlySet<Id>;
  }>;
  /** Merges in force of people the actor reaches, newest first. */
  readonly merges: (
    actor: Actor,
    page: { readonly beforeId: Id | null; readonly limit: number },
  ) => Promise<readonly MergeView[]>;
  /** Null when there is no such merge for this actor. */
  readonly merge: (actor: Actor, id: Id) => Promise<Merge | null>;
  readonly unmergeState: (merge: Merge) => Promise<UnmergeState>;
}
