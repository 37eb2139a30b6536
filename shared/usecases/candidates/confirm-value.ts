import { type PartEntity, partWords } from '@/shared/domain/candidates/part-identity';
import type { CandidateField } from '@/shared/domain/candidates/records';
import type { Change } from '@/shared/domain/history/change';
import type { Actor } from '@/shared/domain/workspace/records';
import { AppError } from '@/shared/kit/app-error';
import type { Id } from '@/shared/kit/ids';
import type { Deps } from '@/shared/usecases/deps';
import { enteredBy } from '@/shared/usecases/candidates/edit-candidate';
import { findVersion } from '@/shared/usecases/find-record';

/** A value as it stands: one of the candidate's own fields, or a whole part. `id` and `version` are those of its record. */
export type ConfirmedValue = { readonly id: Id; readonly version: number } & (
  | { readonly kind: 'field'; readonly field: CandidateField }
  | { readonly kind: 'part'; readonly entity: PartEntity }
);

/**
 * "Looks right": a value that was read counts as the actor's from now on, as a correction would; it stays the same.
 * Errors: NOT_FOUND, CONFLICT, INVALID for a value that was not read in a résumé.
 */
export async function confirmValue(
  deps: Pick<Deps, 'store' | 'candidates' | 'clock'>,
  actor: Actor,
  value: ConfirmedValue,
): Promise<{ readonly commitId: Id }> {
  const { commitId } = await deps.store.commit({
    actor,
    action: 'candidate.confirmed',
    changes: [
      value.kind === 'field'
        ? await confirmField(deps, actor, value)
        : await confirmPart(deps, actor, value),
    ],
  });
  return { commitId };
}

async function confirmField(
  deps: Pick<Deps, 'candidates' | 'clock'>,
  actor: Actor,
  { field, ...seen }: Extract<ConfirmedValue, { kind: 'field' }>,
): Promise<Change> {
  const { id, version, provenance } = await findVersion(deps, actor, 'candidate', seen);
  const before = provenance[field];
  if (before?.source !== 'resume') throw notRead();
  const mark = enteredBy(actor, deps.clock, before);
  const patch = { provenance: { ...provenance, [field]: mark } };
  return { op: 'update', entity: 'candidate', id, version, patch };
}

async function confirmPart(
  deps: Pick<Deps, 'candidates' | 'clock'>,
  actor: Actor,
  { entity, ...seen }: Extract<ConfirmedValue, { kind: 'part' }>,
): Promise<Change> {
  const part = await findVersion(deps, actor, entity, seen);
  if (part.provenance.source !== 'resume') throw notRead();
  const provenance = enteredBy(actor, deps.clock, part.provenance, partWords(entity, part));
  return { op: 'update', entity, id: part.id, version: part.version, patch: { provenance } };
}

const notRead = (): AppError =>
  new AppError('INVALID', 'There is nothing to confirm: this was not read in a CV.');
