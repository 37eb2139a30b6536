import type { Application } from '@/shared/domain/pipeline/records';
import type { Actor } from '@/shared/domain/workspace/records';
import { AppError } from '@/shared/kit/app-error';
import type { Id } from '@/shared/kit/ids';
import type { Deps } from '@/shared/usecases/deps';
import { findVersion } from '@/shared/usecases/find-record';

type EditDeps = Pick<Deps, 'store' | 'candidates'>;
interface Versioned {
  readonly id: Id;
  readonly version: number;
}

/** Notes what was offered: whole minor units of a currency, or nothing. Errors: NOT_FOUND, CONFLICT; INVALID for one without the other. */
export async function setOffer(
  deps: EditDeps,
  actor: Actor,
  input: Versioned & Pick<Application, 'salaryOffered' | 'salaryCurrency'>,
): Promise<{ readonly commitId: Id }> {
  const { id, version, salaryOffered, salaryCurrency } = input;
  if ((salaryOffered === null) !== (salaryCurrency === null)) {
    throw new AppError('INVALID', 'An offer is an amount and its currency. Nothing was changed.');
  }
  await findVersion(deps, actor, 'application', input);
  const patch = { salaryOffered, salaryCurrency };
  const { commitId } = await deps.store.commit({
    actor,
    action: 'application.edited',
    changes: [{ op: 'update', entity: 'application', id, version, patch }],
  });
  return { commitId };
}

/** Says what the client is told of a person. Errors: NOT_FOUND; CONFLICT when somebody else wrote in the meantime. */
export async function writeUp(
  deps: EditDeps,
  actor: Actor,
  input: Versioned & { readonly text: string },
): Promise<{ readonly commitId: Id }> {
  const { id, version, text } = input;
  await findVersion(deps, actor, 'application', input);
  const { commitId } = await deps.store.commit({
    actor,
    action: 'shortlist.changed',
    changes: [{ op: 'update', entity: 'application', id, version, patch: { writeUp: text } }],
  });
  return { commitId };
}
