import type { Note } from '@/shared/domain/candidates/records';
import type { Stage } from '@/shared/domain/pipeline/board';
import type { Instant } from '@/shared/kit/clock';
import type { Id } from '@/shared/kit/ids';
import type { Share } from './records';

/** How far somebody comes with a record. Each holds the ones before it. */
export const ACCESS_LEVELS = ['none', 'view', 'comment', 'edit'] as const;
export type AccessLevel = (typeof ACCESS_LEVELS)[number];

export const isAtLeast = (level: AccessLevel, least: AccessLevel): boolean =>
  ACCESS_LEVELS.indexOf(level) >= ACCESS_LEVELS.indexOf(least);

export type ShareFacts = Pick<
  Share,
  'toUserId' | 'clientId' | 'permission' | 'expiresAt' | 'revokedAt'
>;

/** What decides who reaches a candidate. */
export interface CandidateFacts {
  readonly about: 'candidate';
  readonly ownerId: Id;
  readonly shares: readonly ShareFacts[];
  /** Clients on whose jobs they were put forward (`isPutForward`). */
  readonly putForwardTo: readonly Id[];
  /** About to be erased, and out of all working lists until then. */
  readonly quarantined: boolean;
  readonly erased: boolean;
  /** The moment at which it is asked: shares expire. */
  readonly now: Instant;
}

export interface JobFacts {
  readonly about: 'job';
  readonly clientId: Id;
  readonly createdBy: Id;
  /** Users on its team. */
  readonly memberIds: readonly Id[];
}

export interface ClientFacts {
  readonly about: 'client';
  readonly id: Id;
}

/** A candidate on a job. */
export interface ApplicationFacts {
  readonly about: 'application';
  readonly candidate: CandidateFacts;
  readonly job: JobFacts;
  readonly isPutForward: boolean;
}

/** A round of talking to a candidate on a job. */
export interface InterviewFacts {
  readonly about: 'interview';
  readonly application: ApplicationFacts;
  /** Users who were asked to hold it. */
  readonly interviewerIds: readonly Id[];
  /** Nobody outside the desk was told of it yet. */
  readonly isDraft: boolean;
}

export type RecordFacts =
  | CandidateFacts
  | JobFacts
  | ClientFacts
  | ApplicationFacts
  | InterviewFacts;

export interface NoteFacts extends Pick<Note, 'visibility' | 'authorId'> {
  /** The client of the author, of a client's own people. */
  readonly authorClientId: Id | null;
  /** Of a note on an application: whether the actor reaches it; null for a note on the candidate alone. */
  readonly reachesApplication: boolean | null;
}

/** Stages at which a client is shown a candidate. */
export const SHOWN_STAGES = ['shortlisted', 'in_progress', 'selected'] as const;

/** Whether a client is shown an application: it is on the shortlist or beyond, or ended there. `were` are the stages it ever stood at. */
export const isPutForward = (stage: Stage, were: readonly Stage[]): boolean =>
  isShownStage(stage) ||
  ((stage === 'rejected' || stage === 'withdrawn') && were.some(isShownStage));

export const isShownStage = (stage: Stage): boolean => SHOWN_STAGES.some((one) => one === stage);
