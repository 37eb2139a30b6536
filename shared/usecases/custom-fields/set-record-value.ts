import { type CustomInput, readCustomInput } from '@/shared/domain/custom-fields/custom-value';
import type { Actor } from '@/shared/domain/workspace/records';
import { AppError } from '@/shared/kit/app-error';
import type { Id } from '@/shared/kit/ids';
import type { Deps } from '@/shared/usecases/deps';
import { findRecord, findVersion } from '@/shared/usecases/find-record';
import { WHAT_IS_WRONG } from './set-value';

/**
 * Enters what a job or a client has in a custom field, or with null takes it out. `version` is the record's.
 * Errors: NOT_FOUND, CONFLICT, INVALID.
 */
export async function setRecordValue(
  deps: Pick<Deps, 'store' | 'candidates'>,
  actor: Actor,
  input: {
    readonly entity: 'job' | 'client';
    readonly id: Id;
    readonly version: number;
    readonly fieldId: Id;
    readonly value: CustomInput;
  },
): Promise<{ readonly commitId: Id }> {
  const { entity } = input;
  const field = await findRecord(deps, actor, 'customField', input.fieldId);
  if (field.archivedAt !== null || field.entity !== entity) {
    throw new AppError('INVALID', 'This field is no longer in use. Nothing was changed.');
  }
  const read = readCustomInput(field, input.value);
  if (!read.ok) throw new AppError('INVALID', WHAT_IS_WRONG[read.problem]);
  const record = await findVersion(deps, actor, entity, input);
  const { [field.id]: _, ...others } = record.custom;
  const value = read.stored === null ? null : (read.stored.text ?? read.stored.number);
  const custom = value === null ? others : { ...others, [field.id]: value };
  const { id, version } = record;
  const { commitId } = await deps.store.commit({
    actor,
    action: entity === 'job' ? 'job.edited' : 'client.edited',
    changes: [{ op: 'update', entity, id, version, patch: { custom } }],
  });
  return { commitId };
}
