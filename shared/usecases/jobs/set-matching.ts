import type { MatchWeights } from '@/shared/domain/jobs/records';
import type { Actor } from '@/shared/domain/workspace/records';
import { AppError } from '@/shared/kit/app-error';
import type { Id } from '@/shared/kit/ids';
import type { Deps } from '@/shared/usecases/deps';
import { findJobOfDesk } from './job-detail';

/**
 * What the parts of a match weigh for a job (null: as usual), and from which score on its recruiters are told of who comes in (null: never).
 * Errors: NOT_FOUND, CONFLICT; FORBIDDEN for a guest; INVALID when every part weighs nothing.
 */
export async function setMatching(
  deps: Pick<Deps, 'store' | 'candidates'>,
  actor: Actor,
  input: {
    readonly id: Id;
    readonly version: number;
    readonly weights?: MatchWeights | null | undefined;
    readonly matchThreshold?: number | null | undefined;
  },
): Promise<{ readonly commitId: Id }> {
  const { id, version } = await findJobOfDesk(deps, actor, input);
  const { weights, matchThreshold } = input;
  if (weights && Object.values(weights).every((weight) => weight === 0)) {
    throw new AppError('INVALID', 'One part at least has to weigh something. Nothing was saved.', {
      fields: ['weights'],
    });
  }
  const { commitId } = await deps.store.commit({
    actor,
    action: 'job.edited',
    changes: [
      {
        op: 'update',
        entity: 'job',
        id,
        version,
        patch: {
          ...(weights !== undefined && { weights }),
          ...(matchThreshold !== undefined && { matchThreshold }),
        },
      },
    ],
  });
  return { commitId };
}
