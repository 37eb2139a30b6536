import type { ActionName, Change } from '@/shared/domain/history/change';
import type { Stage } from '@/shared/domain/pipeline/board';
import {
  isPlainMove,
  planStep,
  type Step,
  stageOf,
  standsThere,
} from '@/shared/domain/pipeline/plan-step';
import type { Application } from '@/shared/domain/pipeline/records';
import { mayMove, permissionTo } from '@/shared/domain/pipeline/stage-moves';
import type { Actor } from '@/shared/domain/workspace/records';
import { AppError, isAppError } from '@/shared/kit/app-error';
import { nowIso } from '@/shared/kit/clock';
import { type Id, newId } from '@/shared/kit/ids';
import { requireRecords } from '@/shared/usecases/access/require';
import type { Deps } from '@/shared/usecases/deps';

export type StepDeps = Pick<Deps, 'store' | 'candidates' | 'applications' | 'clock' | 'nextTurn'>;

/** An application and where the person saw it stand. */
export interface Seen {
  readonly id: Id;
  readonly from: Stage;
}

/** What became of a selection. `commitId` is null when all of them stood there already. */
export interface StepsTaken {
  readonly commitId: Id | null;
  readonly changed: number;
  readonly already: number;
}

/** A commit holds the thread: so many applications go in one; more are several commits that are one deed. */
export const BATCH = 100;
const MOST_ATTEMPTS = 3;

/**
 * Takes the same step with some applications, all of them or none: whether each may is decided before the first is written, and a batch
 * that somebody changed in between is decided anew. Errors: NOT_FOUND; CONFLICT for one that does not stand where it was seen;
 * ILLEGAL_MOVE, with the stages in `details`.
 */
export async function takeStep(
  deps: StepDeps,
  actor: Actor,
  action: ActionName,
  { seen, step }: { readonly seen: readonly Seen[]; readonly step: Step },
): Promise<StepsTaken> {
  const from = new Map(seen.map((one) => [one.id, one.from]));
  const decide = async (ids: readonly Id[]): Promise<readonly Application[]> => {
    const found = await findApplications(deps, actor, ids, permissionTo(stageOf(step)));
    for (const application of found)
      refuseUnlessAllowed(application, from.get(application.id), step);
    return found;
  };
  const ids = [...from.keys()];
  await decide(ids);
  return inBatches(deps, actor, { action, ids }, async (batch) =>
    (await decide(batch)).map((application) =>
      standsThere(application, step)
        ? []
        : planStep(application, step, { now: nowIso(deps.clock), byName: actor.name, newId }),
    ),
  );
}

/**
 * Writes what `plan` makes of applications, a commit for every batch, which are one deed where there are several. `plan` answers the
 * changes of each, none for one that is as it should be; it is asked again when somebody changed one in between.
 */
export async function inBatches(
  deps: Pick<Deps, 'store' | 'nextTurn'>,
  actor: Actor,
  { action, ids }: { readonly action: ActionName; readonly ids: readonly Id[] },
  plan: (ids: readonly Id[]) => Promise<readonly (readonly Change[])[]>,
): Promise<StepsTaken> {
  const partOf = ids.length > BATCH ? newId() : undefined;
  let taken: StepsTaken = { commitId: null, changed: 0, already: 0 };
  for (let at = 0; at < ids.length; at += BATCH) {
    if (at > 0) await deps.nextTurn();
    const { commitId, changed, of } = await writeBatch(deps, actor, action, partOf, () =>
      plan(ids.slice(at, at + BATCH)),
    );
    taken = {
      commitId: commitId ?? taken.commitId,
      changed: taken.changed + changed,
      already: taken.already + of - changed,
    };
  }
  return taken;
}

async function writeBatch(
  deps: Pick<Deps, 'store'>,
  actor: Actor,
  action: ActionName,
  partOf: Id | undefined,
  plan: () => Promise<readonly (readonly Change[])[]>,
): Promise<{ readonly commitId: Id | null; readonly changed: number; readonly of: number }> {
  for (let attempt = 1; ; attempt++) {
    const each = await plan();
    const changes = each.flat();
    const counts = { changed: each.filter((one) => one.length > 0).length, of: each.length };
    if (changes.length === 0) return { commitId: null, ...counts };
    try {
      const { commitId } = await deps.store.commit({
        actor,
        action,
        changes,
        ...(partOf !== undefined && { partOf }),
      });
      return { commitId, ...counts };
    } catch (error) {
      if (!isAppError(error) || error.code !== 'CONFLICT' || attempt === MOST_ATTEMPTS) throw error;
    }
  }
}

/** Reads applications for writing. Errors: NOT_FOUND when one of them is not there; FORBIDDEN for one that the actor may only look at. */
export async function findApplications(
  deps: Pick<Deps, 'applications' | 'candidates'>,
  actor: Actor,
  ids: readonly Id[],
  permission: 'application.edit' | 'application.decide' = 'application.edit',
): Promise<readonly Application[]> {
  const found = await deps.applications.many(actor, ids);
  if (found.length < ids.length) {
    throw new AppError(
      'NOT_FOUND',
      'One of these is not on the job any more. Nothing was changed.',
    );
  }
  await requireRecords(deps, actor, permission, 'application', ids);
  return found;
}

function refuseUnlessAllowed(
  application: Application,
  seenAt: Stage | undefined,
  step: Step,
): void {
  const { stage: from } = application;
  const to = stageOf(step);
  if (from !== seenAt) {
    throw new AppError(
      'CONFLICT',
      'This was moved in the meantime. Nothing was changed; look at where it stands now.',
      { applicationId: application.id, stage: from },
    );
  }
  if (standsThere(application, step)) return;
  const isAllowed =
    step.kind === 'move'
      ? isPlainMove(from, to) && (from === to || mayMove(from, to))
      : mayMove(from, to);
  if (!isAllowed) {
    throw new AppError(
      'ILLEGAL_MOVE',
      'It may not go there from where it stands. Nothing was changed.',
      {
        applicationId: application.id,
        from,
        to,
      },
    );
  }
}
