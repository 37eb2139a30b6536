import { contactKey } from '@/shared/domain/candidates/contact-key';
import { findSkillId } from '@/shared/domain/candidates/find-skill';
import { monthsBetween, yearMonthOf } from '@/shared/domain/candidates/months-between';
import { skillKey } from '@/shared/domain/candidates/parts-from-resume';
import type { Provenance } from '@/shared/domain/candidates/records';
import type { CandidateDetail } from '@/shared/domain/candidates/views';
import type { CandidatePart } from '@/shared/contract/api/candidates';
import { type PartEntity, partWords } from '@/shared/domain/candidates/part-identity';
import type { Change } from '@/shared/domain/history/change';
import type { Actor } from '@/shared/domain/workspace/records';
import { assertNever } from '@/shared/kit/assert-never';
import { AppError } from '@/shared/kit/app-error';
import { type Id, newId } from '@/shared/kit/ids';
import { requireCandidate } from '@/shared/usecases/access/require';
import type { Deps } from '@/shared/usecases/deps';
import { enteredBy } from '@/shared/usecases/candidates/edit-candidate';
import { findVersion } from '@/shared/usecases/find-record';

type PartDeps = Pick<Deps, 'store' | 'candidates' | 'clock'>;
interface Versioned {
  readonly id: Id;
  readonly version: number;
}

/** Adds a contact, a job, a school, a skill … to a candidate, as entered by the actor. Errors: NOT_FOUND, INVALID. */
export async function addPart(
  deps: PartDeps,
  actor: Actor,
  input: { readonly candidateId: Id; readonly part: CandidatePart },
): Promise<{ readonly commitId: Id }> {
  await requireCandidate(deps, actor, input.candidateId, 'edit');
  const detail = await deps.candidates.get(actor, input.candidateId);
  if (detail === null) throw new AppError('NOT_FOUND', 'This candidate is not there any more.');
  const values = valuesOf(input.part, enteredBy(actor, deps.clock), deps.clock.now());
  refuseTwin(detail, values, null);
  const row = {
    ...values.row,
    id: newId(),
    candidateId: input.candidateId,
    position: endOf(detail, input.part.entity),
  };
  // `values` pairs each entity with its own row; spreading the frame loses that pairing.
  const change = { op: 'insert', entity: values.entity, row } as Change;
  return commitEdit(deps, actor, change);
}

/** Changes a part; all of it counts as entered by the actor from now on. Errors: NOT_FOUND, CONFLICT, INVALID. */
export async function editPart(
  deps: PartDeps,
  actor: Actor,
  input: Versioned & { readonly part: CandidatePart },
): Promise<{ readonly commitId: Id }> {
  const stored = await findVersion(deps, actor, input.part.entity, input);
  const detail = await deps.candidates.get(actor, stored.candidateId);
  if (detail === null) throw new AppError('NOT_FOUND', 'This candidate is not there any more.');
  const mark = enteredBy(
    actor,
    deps.clock,
    stored.provenance,
    partWords(input.part.entity, stored),
  );
  const values = valuesOf(input.part, mark, deps.clock.now());
  refuseTwin(detail, values, stored.id);
  // As above: the row belongs to the entity beside it.
  const change = {
    op: 'update',
    entity: values.entity,
    id: stored.id,
    version: stored.version,
    patch: values.row,
  } as Change;
  return commitEdit(deps, actor, change);
}

/** Removes a part of a candidate. Errors: NOT_FOUND, CONFLICT. */
export async function removePart(
  deps: PartDeps,
  actor: Actor,
  input: Versioned & { readonly entity: PartEntity },
): Promise<{ readonly commitId: Id }> {
  const { id, version } = await findVersion(deps, actor, input.entity, input);
  return commitEdit(deps, actor, { op: 'delete', entity: input.entity, id, version });
}

async function commitEdit(
  deps: PartDeps,
  actor: Actor,
  change: Change,
): Promise<{ readonly commitId: Id }> {
  const { commitId } = await deps.store.commit({
    actor,
    action: 'candidate.edited',
    changes: [change],
  });
  return { commitId };
}

/** The values of a part with what follows from them: keys for comparing, months, the skill's id. */
function valuesOf(part: CandidatePart, provenance: Provenance, now: Date) {
  switch (part.entity) {
    case 'contactPoint': {
      const value = part.values.value.trim();
      if (value === '') throw new AppError('INVALID', 'A contact needs a value.');
      const row = { ...part.values, value, key: contactKey(part.values.kind, value), provenance };
      return { entity: part.entity, row };
    }
    case 'experience': {
      const { start, end } = part.values;
      const months = monthsBetween(start, end, yearMonthOf(now));
      if (start !== null && end !== null && months === null) {
        throw new AppError('INVALID', 'The end lies before the start.');
      }
      return { entity: part.entity, row: { ...part.values, months, provenance } };
    }
    case 'education':
      return { entity: part.entity, row: { ...part.values, provenance } };
    case 'candidateSkill': {
      const name = part.values.name.trim();
      if (name === '') throw new AppError('INVALID', 'A skill needs a name.');
      return {
        entity: part.entity,
        row: {
          ...part.values,
          name,
          key: skillKey(name),
          skillId: findSkillId(name),
          declared: true,
          provenance,
        },
      };
    }
    case 'certification':
      return { entity: part.entity, row: { ...part.values, provenance } };
    case 'candidateLanguage':
      return { entity: part.entity, row: { ...part.values, provenance } };
    default:
      return assertNever(part);
  }
}

/** A contact or skill that is there already would be listed twice and found twice. */
function refuseTwin(
  detail: CandidateDetail,
  values: Awaited<ReturnType<typeof valuesOf>>,
  self: Id | null,
): void {
  const twin =
    values.entity === 'contactPoint'
      ? detail.contactPoints.find(
          (other) =>
            other.kind === values.row.kind &&
            other.key === values.row.key &&
            other.value === values.row.value,
        )
      : values.entity === 'candidateSkill'
        ? detail.skills.find((other) => other.key === values.row.key)
        : undefined;
  if (twin !== undefined && twin.id !== self) {
    throw new AppError('INVALID', 'This is there already. Nothing was changed.');
  }
}

function endOf(detail: CandidateDetail, entity: PartEntity): number {
  const rows = {
    contactPoint: detail.contactPoints,
    experience: detail.experience,
    education: detail.education,
    candidateSkill: detail.skills,
    certification: detail.certifications,
    candidateLanguage: detail.languages,
  }[entity];
  return Math.max(-1, ...rows.map((row) => row.position)) + 1;
}
