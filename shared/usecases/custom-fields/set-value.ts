import {
  type CustomInput,
  type CustomProblem,
  LONGEST_TEXT,
  readCustomInput,
} from '@/shared/domain/custom-fields/custom-value';
import type { CustomValue } from '@/shared/domain/custom-fields/records';
import type { Change } from '@/shared/domain/history/change';
import type { Actor } from '@/shared/domain/workspace/records';
import { AppError } from '@/shared/kit/app-error';
import { type Id, newId } from '@/shared/kit/ids';
import { requireCandidate } from '@/shared/usecases/access/require';
import type { Deps } from '@/shared/usecases/deps';
import { findRecord } from '@/shared/usecases/find-record';

/**
 * Enters what a candidate has in a custom field, or with null takes it out. `version` is that of the value the editor saw, 0 where
 * there was none. Errors: NOT_FOUND, CONFLICT, INVALID.
 */
export async function setCustomValue(
  deps: Pick<Deps, 'store' | 'candidates'>,
  actor: Actor,
  input: {
    readonly candidateId: Id;
    readonly fieldId: Id;
    readonly version: number;
    readonly value: CustomInput;
  },
): Promise<{ readonly commitId: Id }> {
  const field = await findRecord(deps, actor, 'customField', input.fieldId);
  if (field.archivedAt !== null || field.entity !== 'candidate') {
    throw new AppError('INVALID', 'This field is no longer in use. Nothing was changed.');
  }
  const read = readCustomInput(field, input.value);
  if (!read.ok) throw new AppError('INVALID', WHAT_IS_WRONG[read.problem]);
  await requireCandidate(deps, actor, input.candidateId, 'edit');
  const detail = await deps.candidates.get(actor, input.candidateId);
  if (detail === null) throw new AppError('NOT_FOUND', 'This candidate is not there any more.');
  const stored = detail.custom.find((value) => value.fieldId === field.id);
  if ((stored?.version ?? 0) !== input.version) {
    throw new AppError(
      'CONFLICT',
      'This was changed in the meantime. Nothing was saved; look at the new values and try again.',
    );
  }
  const { commitId } = await deps.store.commit({
    actor,
    action: 'custom-value.changed',
    changes: changesTo(stored, read.stored, {
      candidateId: detail.candidate.id,
      fieldId: field.id,
    }),
  });
  return { commitId };
}

function changesTo(
  before: CustomValue | undefined,
  after: Pick<CustomValue, 'text' | 'number'> | null,
  ids: { readonly candidateId: Id; readonly fieldId: Id },
): readonly Change[] {
  if (before === undefined) {
    return after === null
      ? []
      : [{ op: 'insert', entity: 'customValue', row: { id: newId(), ...ids, ...after } }];
  }
  const { id, version } = before;
  return after === null
    ? [{ op: 'delete', entity: 'customValue', id, version }]
    : [{ op: 'update', entity: 'customValue', id, version, patch: after }];
}

export const WHAT_IS_WRONG: Readonly<Record<CustomProblem, string>> = {
  text: 'This field takes a text. Nothing was changed.',
  'too-long': `A text has at most ${LONGEST_TEXT} characters. Nothing was changed.`,
  number: 'This field takes a number. Nothing was changed.',
  date: 'This field takes a day that there is, as year, month and day. Nothing was changed.',
  choice: 'This is not one of the choices of the field. Nothing was changed.',
  'yes-no': 'This field takes yes or no. Nothing was changed.',
};
