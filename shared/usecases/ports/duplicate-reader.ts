import type { OpenPair } from '@/shared/domain/duplicates/groups';
import type { Actor } from '@/shared/domain/workspace/records';
import type { Id } from '@/shared/kit/ids';

/** What the queue of possible duplicates shows of a person. */
export interface PersonInQueue {
  readonly id: Id;
  readonly name: string;
  readonly headline: string | null;
  readonly location: string | null;
}

/** Reads of possible duplicates and of merges. Those for people take the actor: both of a pair have to be theirs to see. */
export interface DuplicateReader {
  /** Pairs that nobody has decided, most likely first. */
  readonly openPairs: (actor: Actor, limit: number) => Promise<readonly OpenPair[]>;
  readonly people: (actor: Actor, ids: readonly Id[]) => Promise<readonly PersonInQueue[]>;
}
