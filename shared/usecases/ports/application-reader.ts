import type { PutStanding, PutTarget } from '@/shared/domain/pipeline/put-on-job';
import type { Application, ApplicationTag } from '@/shared/domain/pipeline/records';
import type {
  ApplicationView,
  BoardView,
  PipelineJob,
  Shortlist,
} from '@/shared/domain/pipeline/views';
import type { ApplicationRow } from '@/shared/domain/tables/record-exports';
import type { Actor } from '@/shared/domain/workspace/records';
import type { Id } from '@/shared/kit/ids';

/** Reads of applications. Each takes the actor: applications of candidates whom the actor does not reach are not there. */
export interface ApplicationReader {
  /** Null for a job that the actor does not reach. */
  readonly board: (actor: Actor, jobId: Id) => Promise<BoardView | null>;
  /** Jobs that are open, being prepared or on hold, with who stands where; by title. */
  readonly jobs: (actor: Actor) => Promise<readonly PipelineJob[]>;
  /** One with its steps, notes and tags. */
  readonly view: (actor: Actor, applicationId: Id) => Promise<ApplicationView | null>;
  /** All of a candidate, newest first. */
  readonly ofCandidate: (actor: Actor, candidateId: Id) => Promise<readonly ApplicationView[]>;
  /** With their names, oldest first, from behind `after` on. */
  readonly rows: (
    actor: Actor,
    page: { readonly jobId: Id | null; readonly after: Id | null; readonly limit: number },
  ) => Promise<readonly ApplicationRow[]>;
  readonly shortlist: (actor: Actor, jobId: Id) => Promise<Shortlist | null>;
  /** Applications for writing, in the order given; those that are not there are left out. */
  readonly many: (actor: Actor, ids: readonly Id[]) => Promise<readonly Application[]>;
  /** What goes with an application that is removed: its steps and tags, and the notes that stay with the candidate. */
  readonly belongings: (applicationIds: readonly Id[]) => Promise<{
    readonly stageEvents: readonly Belonging[];
    readonly applicationTags: readonly (Belonging & Pick<ApplicationTag, 'tagId'>)[];
    readonly notes: readonly Belonging[];
  }>;
  /** Null for a job that the actor does not reach. */
  readonly putTarget: (actor: Actor, jobId: Id) => Promise<PutTarget | null>;
  /** How candidates stand to a job, in the order given; those that are not there are left out. One reading however many there are. */
  readonly putStandings: (
    actor: Actor,
    job: Pick<PutTarget, 'jobId' | 'clientId'>,
    candidateIds: readonly Id[],
  ) => Promise<readonly PutStanding[]>;
}

interface Belonging {
  readonly id: Id;
  readonly version: number;
  readonly applicationId: Id;
}
