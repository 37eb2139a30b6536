import type { Actor } from '@/shared/domain/workspace/records';
import { assertNever } from '@/shared/kit/assert-never';
import type { Id } from '@/shared/kit/ids';
import { holds } from './roles';

/**
 * By which ways a role comes to records at all. The pure policy and the conditions in SQL are both made from this, so that a query
 * cannot know a way that the policy does not.
 */
export interface Reach {
  /** Works at the desk: sees tags, lists, and the notes of the team. Everybody else is a guest. */
  readonly atDesk: boolean;
  readonly candidates: 'all' | 'none' | CandidateWays;
  readonly jobs: 'all' | 'none' | JobWays;
  readonly clients: 'all' | 'none' | { readonly only: Id };
  /** Beside what the application of an interview lets them see and do. */
  readonly interviews: 'none' | InterviewWays;
  /** The one client that jobs and clients are limited to; null: no limit. */
  readonly limitedTo: Id | null;
}

export interface CandidateWays {
  /** Candidates they own. */
  readonly own: boolean;
  /** Candidates shared with everybody of this client. */
  readonly sharedWithClient: Id | null;
  /** Candidates put forward on this client's jobs. */
  readonly putForwardTo: Id | null;
  /** No way leads further than this. */
  readonly most: 'comment' | 'edit';
}

export interface JobWays {
  readonly made: boolean;
  readonly memberOf: boolean;
  readonly ofClient: Id | null;
}

export interface InterviewWays {
  /** Those they were asked to hold, to look at, whosever candidate it is. */
  readonly asked: boolean;
  /** Also those that nobody outside the desk was told of yet. */
  readonly drafts: boolean;
}

/** What somebody's role and limit come to. Somebody limited to one client does not reach everybody, whatever their role. */
export function reachOf(actor: Actor): Reach {
  const clientId = actor.clientId ?? null;
  const reach = byRole(actor, clientId);
  return {
    ...reach,
    candidates: holds(actor, 'candidate.read') ? reach.candidates : 'none',
    jobs: holds(actor, 'job.read') ? reach.jobs : 'none',
    interviews: holds(actor, 'application.read') ? reach.interviews : 'none',
  };
}

function byRole(actor: Actor, clientId: Id | null): Reach {
  switch (actor.role) {
    case 'admin':
      return clientId === null ? EVERYTHING : desk(clientId);
    case 'recruiter':
      return desk(clientId);
    case 'client_user':
      return {
        atDesk: false,
        candidates: {
          own: false,
          sharedWithClient: clientId,
          putForwardTo: clientId,
          most: 'comment',
        },
        jobs: clientId === null ? 'none' : { made: false, memberOf: false, ofClient: clientId },
        clients: clientId === null ? 'none' : { only: clientId },
        interviews: AS_GUEST,
        limitedTo: clientId,
      };
    case 'interviewer':
      return {
        atDesk: false,
        candidates: { own: false, sharedWithClient: null, putForwardTo: null, most: 'comment' },
        jobs: { made: false, memberOf: true, ofClient: null },
        clients: 'none',
        interviews: AS_GUEST,
        limitedTo: clientId,
      };
    case 'auditor':
    case 'candidate':
      return NOTHING;
    default:
      return assertNever(actor.role);
  }
}

const AT_DESK: InterviewWays = { asked: true, drafts: true };
const AS_GUEST: InterviewWays = { asked: true, drafts: false };

const EVERYTHING: Reach = {
  atDesk: true,
  candidates: 'all',
  jobs: 'all',
  clients: 'all',
  interviews: AT_DESK,
  limitedTo: null,
};

const NOTHING: Reach = {
  atDesk: false,
  candidates: 'none',
  jobs: 'none',
  clients: 'none',
  interviews: 'none',
  limitedTo: null,
};

const desk = (clientId: Id | null): Reach => ({
  atDesk: true,
  candidates: { own: true, sharedWithClient: null, putForwardTo: null, most: 'edit' },
  jobs: { made: true, memberOf: true, ofClient: null },
  clients: clientId === null ? 'all' : { only: clientId },
  interviews: AT_DESK,
  limitedTo: clientId,
});
