import type { Actor } from '@/shared/domain/workspace/records';
import { assertNever } from '@/shared/kit/assert-never';
import type { Id } from '@/shared/kit/ids';
import {
  ACCESS_LEVELS,
  type AccessLevel,
  type ApplicationFacts,
  type CandidateFacts,
  type ClientFacts,
  type InterviewFacts,
  isAtLeast,
  type JobFacts,
  type NoteFacts,
  type RecordFacts,
  type ShareFacts,
} from './facts';
import type { Permission } from './permissions';
import { type CandidateWays, reachOf } from './reach';
import { holds } from './roles';

/**
 * Whether the actor may do this at all, or with a record to that record. The one place where it is decided; deny by default. The stores'
 * conditions (db/sqlite/stores/scope.ts) say the same in SQL, and a test holds them to it.
 */
export function can(actor: Actor, permission: Permission, record?: RecordFacts): boolean {
  if (!holds(actor, permission)) return false;
  if (record === undefined) return true;
  if (permission === 'candidate.share') return mayShare(actor, record);
  return isAtLeast(levelOf(actor, record), levelFor(actor, permission));
}

/** How far the actor comes with a record: what their reach, the shares and the permissions of their role come to. */
export function levelOf(actor: Actor, record: RecordFacts): AccessLevel {
  switch (record.about) {
    case 'candidate':
      return candidateLevel(actor, record);
    case 'job':
      return jobLevel(actor, record);
    case 'client':
      return clientLevel(actor, record);
    case 'application':
      return applicationLevel(actor, record);
    case 'interview':
      return interviewLevel(actor, record);
    default:
      return assertNever(record);
  }
}

/** Whether somebody is shown a note on a candidate they reach. Nobody is shown another one's private note. */
export function seesNote(actor: Actor, note: NoteFacts): boolean {
  if (note.authorId === actor.id) return true;
  if (note.visibility === 'private' || note.reachesApplication === false) return false;
  if (reachOf(actor).atDesk) return true;
  // One client's people are not shown what another client's wrote.
  const isOfOthers =
    note.authorClientId !== null && note.authorClientId !== (actor.clientId ?? null);
  return note.visibility === 'client' && (note.reachesApplication === true || !isOfOthers);
}

/** Whether somebody works at the desk. Guests (a client's people, interviewers) see no tags, lists, owners or histories. */
export const worksAtDesk = (actor: Actor): boolean => reachOf(actor).atDesk;

/** Imports, tables and watched folders are of whoever began them, and of who reaches everybody. */
export const reachesWork = (actor: Actor, startedBy: Id): boolean =>
  startedBy === actor.id || reachOf(actor).candidates === 'all';

/** The level of a record that each permission takes. */
export function levelFor(actor: Actor, permission: Permission): Exclude<AccessLevel, 'none'> {
  switch (permission) {
    case 'candidate.comment':
      return 'comment';
    case 'application.decide':
      // A client judges whom it was shown; at the desk, whoever may only comment decides nothing.
      return reachOf(actor).atDesk ? 'edit' : 'comment';
    case 'candidate.edit':
    case 'candidate.assign':
    case 'candidate.share':
    case 'application.edit':
    case 'job.edit':
    case 'client.edit':
    case 'privacy.manage':
      return 'edit';
    default:
      return 'view';
  }
}

function candidateLevel(actor: Actor, facts: CandidateFacts): AccessLevel {
  const { candidates } = reachOf(actor);
  if (facts.erased || candidates === 'none') return 'none';
  if (candidates === 'all') return withPermissions(actor, 'edit');
  if (facts.quarantined) return 'none';
  const level = highest([
    candidates.own && facts.ownerId === actor.id ? 'edit' : 'none',
    ...facts.shares.map((share) =>
      isFor(share, actor, candidates) && isInForce(share, facts.now) ? share.permission : 'none',
    ),
    candidates.putForwardTo !== null && facts.putForwardTo.includes(candidates.putForwardTo)
      ? 'comment'
      : 'none',
  ]);
  return withPermissions(actor, lowest(level, candidates.most));
}

/** Nobody comes further than their role's permissions let them. */
function withPermissions(actor: Actor, level: AccessLevel): AccessLevel {
  if (holds(actor, 'candidate.edit')) return level;
  return lowest(level, holds(actor, 'candidate.comment') ? 'comment' : 'view');
}

const isFor = (share: ShareFacts, actor: Actor, { sharedWithClient }: CandidateWays): boolean =>
  share.toUserId === actor.id || (share.clientId !== null && share.clientId === sharedWithClient);

/** A share that was not revoked and has not expired. */
export const isInForce = (
  { expiresAt, revokedAt }: Pick<ShareFacts, 'expiresAt' | 'revokedAt'>,
  now: string,
): boolean => revokedAt === null && (expiresAt === null || expiresAt > now);

/** Only who owns a candidate shows them to others, and who reaches everybody: whom something is shown to does not pass it on. */
function mayShare(actor: Actor, record: RecordFacts): boolean {
  if (record.about !== 'candidate' || record.erased) return false;
  const { candidates } = reachOf(actor);
  if (candidates === 'all') return true;
  return (
    candidates !== 'none' && candidates.own && record.ownerId === actor.id && !record.quarantined
  );
}

function jobLevel(actor: Actor, { clientId, createdBy, memberIds }: JobFacts): AccessLevel {
  const { jobs, limitedTo } = reachOf(actor);
  if (jobs === 'none' || (limitedTo !== null && limitedTo !== clientId)) return 'none';
  const isReached =
    jobs === 'all' ||
    (jobs.made && createdBy === actor.id) ||
    (jobs.memberOf && memberIds.includes(actor.id)) ||
    (jobs.ofClient !== null && jobs.ofClient === clientId);
  if (!isReached) return 'none';
  return holds(actor, 'job.edit') ? 'edit' : 'view';
}

function clientLevel(actor: Actor, { id }: ClientFacts): AccessLevel {
  const { clients } = reachOf(actor);
  if (clients === 'none' || (clients !== 'all' && clients.only !== id)) return 'none';
  return holds(actor, 'client.edit') ? 'edit' : 'view';
}

/**
 * Somebody's candidate is theirs on every job (a second recruiter must not put them forward unknowingly); one that was shared shows the
 * applications on jobs one reaches; a guest is shown what was put forward.
 */
function applicationLevel(actor: Actor, facts: ApplicationFacts): AccessLevel {
  const { atDesk, candidates, limitedTo } = reachOf(actor);
  const { candidate, job, isPutForward } = facts;
  const level = candidateLevel(actor, candidate);
  if (level === 'none' || !holds(actor, 'application.read')) return 'none';
  if (limitedTo !== null && limitedTo !== job.clientId) return 'none';
  const isOwn = candidates !== 'none' && candidates !== 'all' && candidate.ownerId === actor.id;
  const isShown =
    candidates === 'all' || (atDesk && isOwn) || isAtLeast(jobLevel(actor, job), 'view');
  if (!isShown || (!atDesk && !isPutForward)) return 'none';
  if (holds(actor, 'application.edit')) return level;
  return lowest(level, holds(actor, 'application.decide') ? 'comment' : 'view');
}

/**
 * An interview is as open to somebody as its application; beside that, whoever was asked to hold it looks at it, whosever candidate it is.
 * A guest is shown none that is still a draft.
 */
function interviewLevel(
  actor: Actor,
  { application, interviewerIds, isDraft }: InterviewFacts,
): AccessLevel {
  const { interviews, limitedTo } = reachOf(actor);
  if (interviews === 'none' || (isDraft && !interviews.drafts)) return 'none';
  const { candidate, job } = application;
  const isHolding =
    interviews.asked &&
    interviewerIds.includes(actor.id) &&
    !candidate.quarantined &&
    !candidate.erased &&
    (limitedTo === null || limitedTo === job.clientId);
  return highest([applicationLevel(actor, application), isHolding ? 'view' : 'none']);
}

const highest = (levels: readonly AccessLevel[]): AccessLevel =>
  levels.reduce((best, level) => (isAtLeast(level, best) ? level : best), 'none');

const lowest = (one: AccessLevel, other: AccessLevel): AccessLevel =>
  ACCESS_LEVELS[Math.min(ACCESS_LEVELS.indexOf(one), ACCESS_LEVELS.indexOf(other))] ?? 'none';
