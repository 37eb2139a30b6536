import {
  planPut,
  putJudge,
  type PutTarget,
  type PutVerdict,
  takesCandidates,
} from '@/shared/domain/pipeline/put-on-job';
import type { Stage } from '@/shared/domain/pipeline/board';
import type { Actor } from '@/shared/domain/workspace/records';
import { AppError, isAppError } from '@/shared/kit/app-error';
import { nowIso } from '@/shared/kit/clock';
import { type Id, newId } from '@/shared/kit/ids';
import { squeeze } from '@/shared/kit/text';
import type { Deps } from '@/shared/usecases/deps';
import { keepMatches } from '@/shared/usecases/matching/keep-matches';

export type PutDeps = Pick<
  Deps,
  'store' | 'candidates' | 'applications' | 'matching' | 'matches' | 'clock'
>;

interface PutInput {
  readonly jobId: Id;
  /** A hundred at most; more are a bulk deed. */
  readonly candidateIds: readonly Id[];
  readonly stage: 'new' | 'in_review' | 'shortlisted';
  /** Why those who are off limits are put on the job all the same. */
  readonly overrideReason: string | null;
  /** Whether the person read what speaks against it. */
  readonly despiteWarnings: boolean;
}

export interface PutDone {
  /** Null when all of them were on the job already. */
  readonly commitId: Id | null;
  readonly put: readonly { readonly candidateId: Id; readonly applicationId: Id }[];
  /** Who was on the job already, and where they stand. */
  readonly already: readonly {
    readonly candidateId: Id;
    readonly applicationId: Id;
    readonly stage: Stage;
  }[];
}

const MOST_ATTEMPTS = 3;

/**
 * Puts candidates on a job, each once: who is on it already stays where they are, also when two people put the same one there at the same
 * moment. All others or none, each with the match it is decided with. Errors: NOT_FOUND; INVALID for a job that takes nobody; OFF_LIMITS and WARNED with who and why in `details`.
 */
export async function putOnJob(deps: PutDeps, actor: Actor, input: PutInput): Promise<PutDone> {
  const ids = [...new Set(input.candidateIds)];
  for (let attempt = 1; ; attempt++) {
    const target = await findPutTarget(deps, actor, input.jobId);
    const standings = await deps.applications.putStandings(actor, target, ids);
    if (standings.length < ids.length) {
      throw new AppError('NOT_FOUND', 'One of these candidates is not there any more.');
    }
    const already = standings.flatMap(({ candidateId, application }) =>
      application === null
        ? []
        : [{ candidateId, applicationId: application.id, stage: application.stage }],
    );
    const asked = standings.filter(({ application }) => application === null);
    if (!asked.every(({ mayEdit }) => mayEdit)) {
      throw new AppError(
        'FORBIDDEN',
        'One of these was shared with you without the right to change anything. Nothing was changed.',
      );
    }
    const verdicts = asked.map(putJudge(target));
    refuseUnlessSaid(verdicts, input);
    if (verdicts.length === 0) return { commitId: null, put: [], already };
    try {
      const candidateIds = verdicts.map(({ standing }) => standing.candidateId);
      const matches = await keepMatches(deps, actor, { jobId: input.jobId, candidateIds });
      const put = verdicts.map((verdict) => ({
        candidateId: verdict.standing.candidateId,
        changes: planPut(verdict, {
          jobId: input.jobId,
          stage: input.stage,
          overrideReason: reasonOf(input.overrideReason),
          matches,
          now: nowIso(deps.clock),
          byName: actor.name,
          newId,
        }),
      }));
      const changes = put.flatMap((one) => one.changes);
      const { commitId } = await deps.store.commit({
        actor,
        action: 'application.created',
        changes,
      });
      return {
        commitId,
        put: put.map(({ candidateId, changes: [application] }) => ({
          candidateId,
          applicationId: application?.op === 'insert' ? application.row.id : '',
        })),
        already,
      };
    } catch (error) {
      // Somebody put one of them there in this moment: then they are on it already, which the next look finds.
      if (!isTaken(error) || attempt === MOST_ATTEMPTS) throw error;
    }
  }
}

/** Finds a job that takes candidates. Errors: NOT_FOUND; INVALID for one that is on hold, filled or closed. */
export async function findPutTarget(
  deps: Pick<Deps, 'applications'>,
  actor: Actor,
  jobId: Id,
): Promise<PutTarget> {
  const target = await deps.applications.putTarget(actor, jobId);
  if (target === null) throw new AppError('NOT_FOUND', 'This job is not there any more.');
  if (!takesCandidates(target.status)) {
    throw new AppError(
      'INVALID',
      'Candidates are put on open jobs and drafts only. Nothing was changed.',
      { status: target.status },
    );
  }
  return target;
}

/** What was said, or null where nothing was. */
export const reasonOf = (text: string | null): string | null =>
  text === null || squeeze(text) === '' ? null : text.trim();

/** Two applications of one pair, or a row that changed since it was read. */
export const isTaken = (error: unknown): boolean =>
  isAppError(error) && (error.code === 'CONFLICT' || error.code === 'INVALID');

const NAMED = 20;

function refuseUnlessSaid(verdicts: readonly PutVerdict[], input: PutInput): void {
  const closed = verdicts.filter(({ offLimits }) => offLimits !== null);
  if (closed.length > 0 && reasonOf(input.overrideReason) === null) {
    throw new AppError(
      'OFF_LIMITS',
      'They work at a client whose people are not approached. Nothing was changed; say why to do it all the same.',
      { count: closed.length, candidates: closed.slice(0, NAMED).map(named) },
    );
  }
  const warned = verdicts.filter(({ warnings }) => warnings.length > 0);
  if (warned.length > 0 && !input.despiteWarnings) {
    throw new AppError('WARNED', 'Something speaks against it. Nothing was changed.', {
      count: warned.length,
      candidates: warned.slice(0, NAMED).map(named),
    });
  }
}

const named = ({ standing, offLimits, warnings }: PutVerdict) => ({
  candidateId: standing.candidateId,
  name: standing.name,
  offLimits,
  warnings,
});
