import type { ContactPoint, DuplicatePair } from '@/shared/domain/candidates/records';
import type { FoundPair } from '@/shared/domain/duplicates/find-pairs';
import type { Profile } from '@/shared/domain/duplicates/person';
import type { Population } from '@/shared/domain/duplicates/population';
import type { Actor } from '@/shared/domain/workspace/records';
import type { Id } from '@/shared/kit/ids';

/** What finding duplicates asks of the database. Not scoped where it takes no actor: duplicates are looked for everywhere. */
export interface PairReader {
  /** How these pairs are stored, whichever way round; without those of whom one is gone or merged into another. */
  readonly stored: (pairs: readonly FoundPair[]) => Promise<
    readonly {
      readonly found: FoundPair;
      readonly pair: Pick<DuplicatePair, 'id' | 'version' | 'state' | 'score' | 'reasons'> | null;
    }[]
  >;
  /** Pairs by what became of them, where the actor reaches both. */
  readonly counts: (actor: Actor) => Promise<{ readonly [S in DuplicatePair['state']]: number }>;
  /** Pairs found from a moment on, where the actor reaches both. */
  readonly countSince: (actor: Actor, since: string) => Promise<number>;
  /** Candidates as they are compared; merged ones left out. */
  readonly profiles: (ids: readonly Id[]) => Promise<readonly Profile[]>;
  /**
   * Candidates of one of these folded names, at most `limit`: of more, those first who were where one of `heads` stands in the name. Also how
   * many there are of each name.
   */
  readonly namesakes: (
    names: readonly string[],
    heads: () => readonly string[],
    limit: number,
  ) => Promise<readonly Id[]>;
  /** How common what this profile has is, as far as indexes tell: close to what a whole search counts. */
  readonly population: (
    profile: Profile,
    holders: (kind: ContactPoint['kind'], key: string) => number,
  ) => Promise<Population>;
}
