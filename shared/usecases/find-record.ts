import type { EntityMap, EntityName } from '@/shared/domain/history/change';
import type { Actor } from '@/shared/domain/workspace/records';
import { AppError } from '@/shared/kit/app-error';
import type { Id } from '@/shared/kit/ids';
import { requireToChange } from '@/shared/usecases/access/require';
import type { Deps } from '@/shared/usecases/deps';

const NAMES: Partial<Record<EntityName, string>> = {
  candidate: 'candidate',
  note: 'note',
  tag: 'tag',
  candidateList: 'list',
  resume: 'résumé',
  duplicatePair: 'pair',
  client: 'client',
  contact: 'contact',
  job: 'job',
  jobTemplate: 'template',
  application: 'application',
};

/** Reads a record the actor may see. Errors: NOT_FOUND, also for one that exists and is not theirs to see. */
export async function findRecord<E extends EntityName>(
  deps: Pick<Deps, 'candidates'>,
  actor: Actor,
  entity: E,
  id: Id,
): Promise<EntityMap[E]> {
  const record = await deps.candidates.record(actor, entity, id);
  if (record === null) {
    throw new AppError('NOT_FOUND', `This ${NAMES[entity] ?? 'entry'} is not there any more.`);
  }
  return record;
}

/**
 * The same for changing it, at the version the editor saw. Errors: NOT_FOUND; FORBIDDEN for one that the actor may see and not change;
 * CONFLICT when it changed since.
 */
export async function findVersion<E extends EntityName>(
  deps: Pick<Deps, 'candidates'>,
  actor: Actor,
  entity: E,
  seen: { readonly id: Id; readonly version: number },
): Promise<EntityMap[E]> {
  const record = await findRecord(deps, actor, entity, seen.id);
  await requireToChange(deps, actor, entity, record);
  if (record.version !== seen.version) {
    throw new AppError(
      'CONFLICT',
      'This was changed in the meantime. Nothing was saved; look at the new values and try again.',
    );
  }
  return record;
}
