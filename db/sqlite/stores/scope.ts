import { type AccessLevel, ACCESS_LEVELS, SHOWN_STAGES } from '@/shared/domain/access/facts';
import { type CandidateWays, reachOf } from '@/shared/domain/access/reach';
import { SHARE_PERMISSIONS } from '@/shared/domain/access/records';
import { holds } from '@/shared/domain/access/roles';
import type { Actor } from '@/shared/domain/workspace/records';

/** A condition on the rows of a table, with its parameters. */
export interface Scope {
  readonly where: string;
  readonly params: readonly string[];
}

const EVERY: Scope = { where: '1', params: [] };
const NONE: Scope = { where: '0', params: [] };

type Level = Exclude<AccessLevel, 'none'>;

/**
 * Which candidates an actor reaches: what `levelOf` (shared/domain/access/policy.ts) says, as a condition; with `least`, those they come
 * so far with. `alias` is the table's alias in the statement.
 */
export function candidateScope(actor: Actor, alias: string, least: Level = 'view'): Scope {
  const { candidates } = reachOf(actor);
  if (candidates === 'none' || !mayComeTo(actor, least)) return NONE;
  if (candidates === 'all') return EVERY;
  if (!isWithin(candidates.most, least)) return NONE;
  return and(
    { where: `NOT ${inQuarantine(`${alias}.id`)}`, params: [] },
    or([
      ...(candidates.own ? [{ where: `${alias}.owner_id = ?`, params: [actor.id] }] : []),
      sharedWith(actor, candidates, alias, least),
      ...(candidates.putForwardTo !== null && isWithin('comment', least)
        ? [putForwardTo(candidates.putForwardTo, alias)]
        : []),
    ]),
  );
}

/** Which candidates an actor may show to others. */
export function sharingScope(actor: Actor, alias: string): Scope {
  const { candidates } = reachOf(actor);
  if (candidates === 'none' || !holds(actor, 'candidate.share')) return NONE;
  if (candidates === 'all') return EVERY;
  return candidates.own
    ? {
        where: `(${alias}.owner_id = ? AND NOT ${inQuarantine(`${alias}.id`)})`,
        params: [actor.id],
      }
    : NONE;
}

/** Which jobs an actor reaches. */
export function jobScope(actor: Actor, alias: string, least: Level = 'view'): Scope {
  const { jobs, limitedTo } = reachOf(actor);
  if (jobs === 'none' || (isWithin(least, 'comment') && !holds(actor, 'job.edit'))) return NONE;
  const limit =
    limitedTo === null ? EVERY : { where: `${alias}.client_id = ?`, params: [limitedTo] };
  if (jobs === 'all') return limit;
  return and(
    limit,
    or([
      ...(jobs.made ? [{ where: `${alias}.created_by = ?`, params: [actor.id] }] : []),
      ...(jobs.memberOf
        ? [
            {
              where: `EXISTS (SELECT 1 FROM job_member jm WHERE jm.job_id = ${alias}.id AND jm.user_id = ?)`,
              params: [actor.id],
            },
          ]
        : []),
      ...(jobs.ofClient !== null
        ? [{ where: `${alias}.client_id = ?`, params: [jobs.ofClient] }]
        : []),
    ]),
  );
}

/**
 * Which clients an actor reaches: everybody at the desk all of them, but for somebody limited to one. Who is off limits concerns every
 * recruiter, and a company that one of them could not see would be put in twice.
 */
export function clientScope(actor: Actor, alias: string, least: Level = 'view'): Scope {
  const { clients } = reachOf(actor);
  if (clients === 'none' || (isWithin(least, 'comment') && !holds(actor, 'client.edit')))
    return NONE;
  return clients === 'all' ? EVERY : { where: `${alias}.id = ?`, params: [clients.only] };
}

/** Which applications an actor reaches; `of` are the aliases of the application and of its candidate, which the statement joins. */
export function applicationScope(
  actor: Actor,
  of: { readonly application: string; readonly candidate: string },
  least: Level = 'view',
): Scope {
  const { atDesk, candidates, limitedTo } = reachOf(actor);
  if (!holds(actor, 'application.read') || candidates === 'none') return NONE;
  if (least === 'edit' && !holds(actor, 'application.edit')) return NONE;
  if (
    least === 'comment' &&
    !holds(actor, 'application.edit') &&
    !holds(actor, 'application.decide')
  )
    return NONE;
  const person = candidateScope(actor, of.candidate, least);
  if (candidates === 'all' && limitedTo === null) return person;
  const job = jobScope(actor, 'oj');
  const onJob = (scope: Scope): Scope => ({
    where: `EXISTS (SELECT 1 FROM job oj WHERE oj.id = ${of.application}.job_id AND ${scope.where})`,
    params: scope.params,
  });
  if (!atDesk) {
    return and(person, and({ where: wasShown(of.application), params: [] }, onJob(job)));
  }
  const own = { where: `${of.candidate}.owner_id = ?`, params: [actor.id] };
  const limit =
    limitedTo === null ? EVERY : onJob({ where: 'oj.client_id = ?', params: [limitedTo] });
  return and(person, and(limit, or([own, onJob(job)])));
}

/**
 * Which interviews an actor reaches: those of the applications they reach, and, to look at, those they were asked to hold, whosever
 * candidate it is. A guest is shown none that is still a draft. `of` are the aliases of the interview, its application and its candidate.
 */
export function interviewScope(
  actor: Actor,
  of: { readonly interview: string; readonly application: string; readonly candidate: string },
  least: Level = 'view',
): Scope {
  const { interviews, limitedTo } = reachOf(actor);
  if (interviews === 'none') return NONE;
  const told: Scope = interviews.drafts
    ? EVERY
    : { where: `${of.interview}.status <> 'draft'`, params: [] };
  const reached = applicationScope(actor, of, least);
  if (least !== 'view' || !interviews.asked) return and(reached, told);
  const asked: Scope = {
    where: `(EXISTS (SELECT 1 FROM interviewer ia WHERE ia.interview_id = ${of.interview}.id AND ia.user_id = ?)
      AND NOT ${inQuarantine(`${of.candidate}.id`)})`,
    params: [actor.id],
  };
  const onTheirs: Scope =
    limitedTo === null
      ? EVERY
      : {
          where: `EXISTS (SELECT 1 FROM job oj WHERE oj.id = ${of.interview}.job_id AND oj.client_id = ?)`,
          params: [limitedTo],
        };
  return and(or([reached, and(asked, onTheirs)]), told);
}

/** Which notes an actor is shown of candidates they reach; `alias` is the note's. */
export function noteScope(actor: Actor, alias: string): Scope {
  const own: Scope = { where: `${alias}.author_id = ?`, params: [actor.id] };
  const onApplication = applicationScope(actor, { application: 'na', candidate: 'nc' });
  const reaching: Scope = {
    where: `(${alias}.application_id IS NULL OR EXISTS (SELECT 1 FROM application na JOIN candidate nc ON nc.id = na.candidate_id
      WHERE na.id = ${alias}.application_id AND ${onApplication.where}))`,
    params: onApplication.params,
  };
  if (worksAtDesk(actor)) {
    const told = { where: `${alias}.visibility <> 'private'`, params: [] };
    return or([own, onApplication.where === '1' ? told : and(told, reaching)]);
  }
  const ofOthers = `(${alias}.application_id IS NULL AND EXISTS (SELECT 1 FROM user nu
    WHERE nu.id = ${alias}.author_id AND nu.role = 'client_user' AND nu.client_id IS NOT ?))`;
  return or([
    own,
    and(
      { where: `${alias}.visibility = 'client'`, params: [] },
      and({ where: `NOT ${ofOthers}`, params: [actor.clientId ?? ''] }, reaching),
    ),
  ]);
}

/** Row numbers of those an actor reaches otherwise than by owning them, for sets in memory; null for those who reach all or nobody. */
export function reachedBesideOwn(actor: Actor): Scope | null {
  const { candidates } = reachOf(actor);
  if (candidates === 'all' || candidates === 'none') return null;
  const { to, params } = receivers(actor, candidates);
  const shared = `SELECT c.num FROM share sh JOIN candidate c ON c.id = sh.candidate_id WHERE ${to} AND ${IN_FORCE}`;
  if (candidates.putForwardTo === null) return { where: shared, params };
  return {
    where: `${shared} UNION SELECT c.num FROM job pj JOIN application pa ON pa.job_id = pj.id JOIN candidate c ON c.id = pa.candidate_id
      WHERE pj.client_id = ? AND ${wasShown('pa')}`,
    params: [...params, candidates.putForwardTo],
  };
}

/** When the next of the actor's shares expires, as a statement for one value. */
export function nextExpiry(actor: Actor): Scope | null {
  const { candidates } = reachOf(actor);
  if (candidates === 'all' || candidates === 'none') return null;
  const { to, params } = receivers(actor, candidates);
  return {
    where: `SELECT min(sh.expires_at) FROM share sh WHERE ${to} AND ${IN_FORCE}`,
    params,
  };
}

/** The share in force that shows a candidate to an actor, the one that allows most, as an expression for its id; null where there is none. */
export function sharedBy(actor: Actor, alias: string): Scope {
  const { candidates } = reachOf(actor);
  if (candidates === 'all' || candidates === 'none') return { where: 'NULL', params: [] };
  const { to, params } = receivers(actor, candidates);
  const rank = `CASE sh.permission ${SHARE_PERMISSIONS.map((one, at) => `WHEN '${one}' THEN ${at}`).join(' ')} END`;
  return {
    where: `(SELECT sh.id FROM share sh WHERE sh.candidate_id = ${alias}.id AND ${to} AND ${IN_FORCE} ORDER BY ${rank} DESC LIMIT 1)`,
    params,
  };
}

/** Whether the actor works at the desk at all: what is nobody's candidate (tags, folders, tasks) is theirs to read. */
export const worksAtDesk = (actor: Actor): boolean => reachOf(actor).atDesk;

/** Whether a candidate is in quarantine; `id` is how the statement names their id. */
export const inQuarantine = (id: string): string =>
  `EXISTS (SELECT 1 FROM quarantine qu WHERE qu.candidate_id = ${id} AND qu.released_at IS NULL)`;

/** The tables that conditions look into have names here that no statement gives its own: `sh`, `qu`, `jm`, `oj`, `pa`, `pj`, `pe`, `na`, `nc`, `nu`, `ia`. */
const IN_FORCE =
  'sh.revoked_at IS NULL AND (sh.expires_at IS NULL OR sh.expires_at > moment_now())';

const STAGES = SHOWN_STAGES.map((stage) => `'${stage}'`).join(', ');

/** `isPutForward` (shared/domain/access/facts.ts) of the application with this alias. */
const wasShown = (alias: string): string =>
  `(${alias}.stage IN (${STAGES}) OR (${alias}.stage IN ('rejected', 'withdrawn')
    AND EXISTS (SELECT 1 FROM stage_event pe WHERE pe.application_id = ${alias}.id AND pe.to_stage IN (${STAGES}))))`;

const putForwardTo = (clientId: string, alias: string): Scope => ({
  where: `EXISTS (SELECT 1 FROM application pa JOIN job pj ON pj.id = pa.job_id
    WHERE pa.candidate_id = ${alias}.id AND pj.client_id = ? AND ${wasShown('pa')})`,
  params: [clientId],
});

function sharedWith(actor: Actor, ways: CandidateWays, alias: string, least: Level): Scope {
  const { to, params } = receivers(actor, ways);
  const enough = SHARE_PERMISSIONS.filter((one) => isWithin(one, least));
  const permission =
    enough.length === SHARE_PERMISSIONS.length
      ? ''
      : ` AND sh.permission IN (${enough.map((one) => `'${one}'`).join(', ')})`;
  return {
    where: `EXISTS (SELECT 1 FROM share sh WHERE sh.candidate_id = ${alias}.id AND ${to} AND ${IN_FORCE}${permission})`,
    params,
  };
}

const receivers = (
  actor: Actor,
  { sharedWithClient }: CandidateWays,
): { readonly to: string; readonly params: readonly string[] } =>
  sharedWithClient === null
    ? { to: 'sh.to_user_id = ?', params: [actor.id] }
    : { to: '(sh.to_user_id = ? OR sh.client_id = ?)', params: [actor.id, sharedWithClient] };

/** Whether the permissions of the actor's role let anybody's candidate be so open to them. */
const mayComeTo = (actor: Actor, least: Level): boolean =>
  least === 'view' ||
  holds(actor, 'candidate.edit') ||
  (least === 'comment' && holds(actor, 'candidate.comment'));

const isWithin = (level: Level, least: Level): boolean =>
  ACCESS_LEVELS.indexOf(level) >= ACCESS_LEVELS.indexOf(least);

function and(one: Scope, other: Scope): Scope {
  if (one.where === '0' || other.where === '0') return NONE;
  if (one.where === '1') return other;
  if (other.where === '1') return one;
  return { where: `(${one.where} AND ${other.where})`, params: [...one.params, ...other.params] };
}

function or(scopes: readonly Scope[]): Scope {
  const some = scopes.filter(({ where }) => where !== '0');
  if (some.some(({ where }) => where === '1')) return EVERY;
  if (some.length === 0) return NONE;
  return {
    where: `(${some.map(({ where }) => where).join(' OR ')})`,
    params: some.flatMap(({ params }) => params),
  };
}
