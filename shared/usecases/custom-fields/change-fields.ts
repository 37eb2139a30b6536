import { labelKey } from '@/shared/domain/custom-fields/custom-value';
import type { CustomField } from '@/shared/domain/custom-fields/records';
import type { Change, Patch } from '@/shared/domain/history/change';
import type { Actor } from '@/shared/domain/workspace/records';
import { AppError } from '@/shared/kit/app-error';
import { nowIso } from '@/shared/kit/clock';
import { type Id, newId } from '@/shared/kit/ids';
import type { Deps } from '@/shared/usecases/deps';
import { findVersion } from '@/shared/usecases/find-record';

type FieldDeps = Pick<Deps, 'store' | 'candidates' | 'customFields'>;
interface Versioned {
  readonly id: Id;
  readonly version: number;
}
type Entity = CustomField['entity'];

/** More would not fit on a page, and each is a column to choose and to filter by. */
const MOST_FIELDS = 100;

/** Adds a field behind the others. Errors: INVALID for a label that is taken, for a choice without choices, for too many. */
export async function createField(
  deps: FieldDeps,
  actor: Actor,
  input: Pick<CustomField, 'entity' | 'label' | 'kind' | 'options'>,
): Promise<{ readonly commitId: Id; readonly id: Id }> {
  const fields = await offered(deps, actor, input.entity);
  if (fields.length >= MOST_FIELDS) {
    throw new AppError('INVALID', `There are ${MOST_FIELDS} fields already. Archive one first.`);
  }
  refuseTakenLabel(fields, input.label, null);
  const id = newId();
  const row = {
    id,
    entity: input.entity,
    label: input.label,
    kind: input.kind,
    options: optionsFor(input.kind, input.options),
    position: behind(fields),
    archivedAt: null,
  };
  const { commitId } = await commit(deps, actor, [{ op: 'insert', entity: 'customField', row }]);
  return { commitId, id };
}

/**
 * Gives a field another label or other choices. A choice that goes stays with those who have it.
 * Errors: NOT_FOUND, CONFLICT, INVALID as in `createField`.
 */
export async function editField(
  deps: FieldDeps,
  actor: Actor,
  input: Versioned & Pick<CustomField, 'label' | 'options'>,
): Promise<{ readonly commitId: Id }> {
  const field = await findVersion(deps, actor, 'customField', input);
  refuseTakenLabel(await offered(deps, actor, field.entity), input.label, field.id);
  const options = optionsFor(field.kind, input.options);
  return commit(deps, actor, [update(field, { label: input.label, options })]);
}

/** Puts the fields in another order. Errors: CONFLICT when those offered are not just the ones given. */
export async function reorderFields(
  deps: FieldDeps,
  actor: Actor,
  input: { readonly entity: Entity; readonly ids: readonly Id[] },
): Promise<{ readonly commitId: Id }> {
  const fields = new Map(
    (await offered(deps, actor, input.entity)).map((field) => [field.id, field]),
  );
  const ordered = [...new Set(input.ids)].flatMap((id) => fields.get(id) ?? []);
  if (ordered.length !== fields.size || input.ids.length !== fields.size) {
    throw new AppError('CONFLICT', 'The fields were changed in the meantime. Nothing was saved.');
  }
  return commit(
    deps,
    actor,
    ordered.map((field, position) => update(field, { position })),
  );
}

/** Offers a field no longer, or again behind the others; what was entered stays. Errors: NOT_FOUND, CONFLICT, INVALID. */
export async function archiveField(
  deps: FieldDeps & Pick<Deps, 'clock'>,
  actor: Actor,
  input: Versioned & { readonly archived: boolean },
): Promise<{ readonly commitId: Id }> {
  const field = await findVersion(deps, actor, 'customField', input);
  if (input.archived) {
    return commit(deps, actor, [update(field, { archivedAt: nowIso(deps.clock) })]);
  }
  const fields = await offered(deps, actor, field.entity);
  refuseTakenLabel(fields, field.label, field.id);
  return commit(deps, actor, [update(field, { archivedAt: null, position: behind(fields) })]);
}

const offered = (deps: FieldDeps, actor: Actor, entity: Entity): Promise<readonly CustomField[]> =>
  deps.customFields.fields(actor, { entity, archived: false });

const behind = (fields: readonly CustomField[]): number =>
  Math.max(-1, ...fields.map((field) => field.position)) + 1;

function refuseTakenLabel(fields: readonly CustomField[], label: string, self: Id | null): void {
  if (fields.some((field) => field.id !== self && labelKey(field.label) === labelKey(label))) {
    throw new AppError('INVALID', 'Another field has this name. Nothing was changed.');
  }
}

function optionsFor(kind: CustomField['kind'], options: readonly string[]): string[] {
  if (kind !== 'choice') return [];
  const seen = new Set(options.map(labelKey));
  if (seen.size < options.length) {
    throw new AppError('INVALID', 'Two of the choices are the same. Nothing was changed.');
  }
  if (options.length === 0) throw new AppError('INVALID', 'A field of choices needs choices.');
  return [...options];
}

const update = ({ id, version }: CustomField, patch: Patch<'customField'>): Change => ({
  op: 'update',
  entity: 'customField',
  id,
  version,
  patch,
});

async function commit(
  deps: FieldDeps,
  actor: Actor,
  changes: readonly Change[],
): Promise<{ readonly commitId: Id }> {
  const { commitId } = await deps.store.commit({ actor, action: 'custom-field.changed', changes });
  return { commitId };
}
