import { CHANGING } from '@/shared/domain/access/changing';
import { type AccessLevel, isAtLeast } from '@/shared/domain/access/facts';
import type { Permission } from '@/shared/domain/access/permissions';
import { can, levelFor, worksAtDesk } from '@/shared/domain/access/policy';
import type { EntityMap, EntityName } from '@/shared/domain/history/change';
import type { Actor } from '@/shared/domain/workspace/records';
import { AppError } from '@/shared/kit/app-error';
import type { Id } from '@/shared/kit/ids';
import type { Deps } from '@/shared/usecases/deps';
import type { LeveledRecord } from '@/shared/usecases/ports/readers';

type AccessDeps = Pick<Deps, 'candidates'>;

/**
 * The one way a use-case asks whether the actor may do something to a record: what is not theirs to see answers NOT_FOUND, as if it were not
 * there; what they see and may not do so much to, FORBIDDEN.
 */
export async function requireRecords(
  deps: AccessDeps,
  actor: Actor,
  permission: Permission,
  about: LeveledRecord,
  ids: readonly Id[],
): Promise<void> {
  const levels = await deps.candidates.levels(actor, about, ids);
  if (ids.some((id) => !levels.has(id))) throw notThere(about);
  const least = levelFor(actor, permission);
  if (!can(actor, permission) || ids.some((id) => !isAtLeast(levels.get(id) ?? 'none', least)))
    throw forbidden(about, least);
}

/** The same of one candidate, by the level it takes. */
export async function requireCandidate(
  deps: AccessDeps,
  actor: Actor,
  id: Id,
  least: Exclude<AccessLevel, 'none'>,
): Promise<void> {
  const level = (await deps.candidates.levels(actor, 'candidate', [id])).get(id) ?? 'none';
  if (level === 'none') throw notThere('candidate');
  if (!isAtLeast(level, least)) throw forbidden('candidate', least);
}

/** Of a job that a guest reaches and may edit, some things are the desk's all the same: who works on it and how. Errors: FORBIDDEN. */
export function requireDesk(actor: Actor): void {
  if (!worksAtDesk(actor)) throw new AppError('FORBIDDEN', 'This is for the desk to do.');
}

/** Whether a record that the actor sees may be changed by them: by what it is about, and by what changing its kind takes. */
export async function requireToChange<E extends EntityName>(
  deps: AccessDeps,
  actor: Actor,
  entity: E,
  record: EntityMap[E],
): Promise<void> {
  const { permission } = CHANGING[entity];
  const subject = subjectOf(entity, { ...record });
  if (subject === null) {
    if (!can(actor, permission)) throw forbidden(null, 'edit');
    return;
  }
  await requireRecords(deps, actor, permission, subject.about, subject.ids);
}

/** What a record is about, of records that are about something somebody comes so or so far with. */
function subjectOf(
  entity: EntityName,
  record: Readonly<Record<string, unknown>>,
): { readonly about: LeveledRecord; readonly ids: readonly Id[] } | null {
  if (isLeveled(entity)) return { about: entity, ids: [String(record.id)] };
  if (entity === 'duplicatePair') {
    return { about: 'candidate', ids: [String(record.candidateId), String(record.otherId)] };
  }
  const of = ABOUT.find(([field]) => typeof record[field] === 'string');
  return of === undefined ? null : { about: of[1], ids: [String(record[of[0]])] };
}

const isLeveled = (entity: EntityName): entity is LeveledRecord =>
  entity === 'candidate' ||
  entity === 'job' ||
  entity === 'client' ||
  entity === 'application' ||
  entity === 'interview';

/** A note on an application is about the candidate, what else names an application is about that. */
const ABOUT: readonly (readonly [field: string, about: LeveledRecord])[] = [
  ['candidateId', 'candidate'],
  ['jobId', 'job'],
  ['clientId', 'client'],
];

const notThere = (about: LeveledRecord): AppError =>
  new AppError('NOT_FOUND', `This ${about} is not there any more.`);

const forbidden = (about: LeveledRecord | null, least: AccessLevel): AppError =>
  new AppError(
    'FORBIDDEN',
    about === 'candidate'
      ? `This candidate was shared with you without the right to ${least === 'edit' ? 'change anything' : 'comment'}.`
      : 'Your role does not allow this.',
  );
