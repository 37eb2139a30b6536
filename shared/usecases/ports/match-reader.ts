import type { KnownPerson } from '@/shared/domain/matching/diff-runs';
import type { Match, MatchRun } from '@/shared/domain/matching/records';
import type { MatchRunSummary } from '@/shared/domain/matching/views';
import type { Actor } from '@/shared/domain/workspace/records';
import type { Instant } from '@/shared/kit/clock';
import type { Id } from '@/shared/kit/ids';

/** Matches that were kept. Each takes the actor: those of jobs that the actor does not reach are not there. */
export interface MatchReader {
  /** The match that is kept of a pair, and whether an application was made with it; null where none is. */
  readonly match: (
    actor: Actor,
    jobId: Id,
    candidateId: Id,
  ) => Promise<(Match & { readonly isHeld: boolean }) | null>;
  /** Rankings of a job, newest first. */
  readonly runs: (actor: Actor, jobId: Id, limit: number) => Promise<readonly MatchRunSummary[]>;
  readonly run: (actor: Actor, id: Id) => Promise<MatchRun | null>;
  /** What is known now of those of these candidates whom the actor reaches. */
  readonly people: (actor: Actor, ids: readonly Id[]) => Promise<ReadonlyMap<Id, KnownPerson>>;
  /** Open jobs with a threshold, with whom to tell: their recruiters, else who made them. Not scoped: for the core itself. */
  readonly watched: (limit: number) => Promise<
    readonly {
      readonly jobId: Id;
      readonly title: string;
      /** Since when it is open. */
      readonly since: Instant;
      readonly recruiters: readonly Actor[];
    }[]
  >;
}
