import { PART_ENTITIES, type PartEntity } from '@/shared/domain/candidates/part-identity';
import type {
  Candidate,
  CandidateField,
  DuplicatePair,
  Provenance,
} from '@/shared/domain/candidates/records';
import { applicationMoves, keptApplication } from '@/shared/domain/duplicates/merge-applications';
import {
  type HeldRow,
  type MovedEntity,
  type PersonRows,
  recencyOf,
} from '@/shared/domain/duplicates/person-rows';
import type { Change, Patch } from '@/shared/domain/history/change';
import type { Id } from '@/shared/kit/ids';

export interface MergeStep {
  /** Who stays. */
  readonly survivor: PersonRows;
  /** Who goes into them. */
  readonly merged: PersonRows;
  /** Fields whose value is the merged one's. */
  readonly fieldsOfMerged: ReadonlySet<CandidateField>;
  /** Parts that are kept, of both. */
  readonly rows: ReadonlySet<Id>;
  /** Every pair that either of them is in. */
  readonly pairs: readonly DuplicatePair[];
  /** People who were merged into someone before: pairs with them stay where they are. */
  readonly hidden: ReadonlySet<Id>;
  readonly mergeId: Id;
  /** The commit that these changes will be. */
  readonly commitId: Id;
}

/**
 * Merges one candidate into another. Rows move and fields are set; nothing is deleted, so that the lines of the commit say all that is
 * needed to take the two apart again. What is not kept of the survivor moves to the merged one, who is shown nowhere.
 */
export function planMerge(step: MergeStep): readonly Change[] {
  const { survivor, merged, mergeId, commitId } = step;
  const [survivorId, mergedId] = [survivor.candidate.id, merged.candidate.id];
  return [
    ...PART_ENTITIES.flatMap((entity) => partMoves(step, entity)),
    ...allTo(survivorId, 'resume', merged.resume),
    ...merged.note.map((row) =>
      update('note', row, {
        candidateId: survivorId,
        applicationId: keptApplication(survivor, merged, row.applicationId),
      }),
    ),
    ...allTo(
      survivorId,
      'candidateTag',
      lacking(merged.candidateTag, survivor.candidateTag, 'tagId'),
    ),
    ...allTo(survivorId, 'listMember', lacking(merged.listMember, survivor.listMember, 'listId')),
    ...allTo(
      survivorId,
      'customValue',
      lacking(merged.customValue, survivor.customValue, 'fieldId'),
    ),
    ...applicationMoves(survivor, merged),
    ...allTo(survivorId, 'match', lacking(merged.match, survivor.match, 'jobId')),
    ...pairMoves(step),
    update('candidate', survivor.candidate, scalarPatch(step)),
    update('candidate', merged.candidate, { mergedIntoId: survivorId }),
    {
      op: 'insert',
      entity: 'merge',
      row: { id: mergeId, survivorId, mergedId, commitId, state: 'merged' },
    },
  ];
}

interface Placed extends HeldRow {
  readonly position: number;
}

/** What is kept goes to the survivor in one order, what is not goes to the merged one. */
function partMoves(step: MergeStep, entity: PartEntity): readonly Change[] {
  const { survivor, merged, rows } = step;
  const isNewer = recencyOf(merged) > recencyOf(survivor);
  // What every kind of part has.
  const own: readonly (Placed & Dated)[] = survivor[entity];
  const others: readonly (Placed & Dated)[] = merged[entity];
  const kept = (isNewer ? [...others, ...own] : [...own, ...others]).filter(({ id }) =>
    rows.has(id),
  );
  const isMixed = kept.some((row) => own.includes(row)) && kept.some((row) => others.includes(row));
  const inOrder = isMixed ? latestFirst(kept) : kept;
  const candidateId = survivor.candidate.id;
  return [
    ...inOrder.map((row, position) =>
      // A survivor who keeps all their own and gets nothing keeps their order too.
      update(entity, row, isMixed || others.includes(row) ? { candidateId, position } : {}),
    ),
    ...own
      .filter(({ id }) => !rows.has(id))
      .map((row) => update(entity, row, { candidateId: merged.candidate.id })),
  ];
}

interface Dated {
  readonly start?: string | null;
  readonly end?: string | null;
}

/** Jobs and degrees by their end and their start; what has no dates (and every other kind) as it stands, at the end. */
function latestFirst<R extends Dated>(rows: readonly R[]): readonly R[] {
  const key = ({ start, end }: R): string =>
    `${end === 'present' ? '9999' : (end ?? start ?? '')} ${start ?? ''}`;
  return [...rows].sort((a, b) => (key(a) > key(b) ? -1 : key(a) < key(b) ? 1 : 0));
}

const allTo = (candidateId: Id, entity: MovedEntity, rows: readonly HeldRow[]): readonly Change[] =>
  rows.map((row) => update(entity, row, { candidateId }));

/** What the other has not: a tag or a list is kept once, and of two values of one field the survivor's. */
function lacking<K extends string, R extends { readonly [key in K]: Id }>(
  rows: readonly R[],
  others: readonly R[],
  key: K,
): readonly R[] {
  const there = new Set(others.map((row) => row[key]));
  return rows.filter((row) => !there.has(row[key]));
}

function scalarPatch({ survivor, merged, fieldsOfMerged }: MergeStep): Patch<'candidate'> {
  const [a, b] = [survivor.candidate, merged.candidate];
  const provenance: Partial<Record<CandidateField, Provenance>> = { ...a.provenance };
  const values: Partial<Record<CandidateField, Candidate[CandidateField]>> = {};
  for (const field of fieldsOfMerged) {
    values[field] = b[field];
    const mark = b.provenance[field];
    if (mark === undefined) delete provenance[field];
    else provenance[field] = mark;
  }
  const { city, region, country, consentBasis, consentGivenAt, consentExpiresAt } = b;
  const hasConsent = a.consentBasis !== null || a.consentGivenAt !== null;
  const newest = [...survivor.resume, ...merged.resume].sort((one, other) =>
    one.storedAt === other.storedAt
      ? other.id.localeCompare(one.id)
      : other.storedAt.localeCompare(one.storedAt),
  )[0];
  return {
    // Each value was taken under its own field's name.
    ...(values as Patch<'candidate'>),
    ...(fieldsOfMerged.has('location') && { city, region, country }),
    ...(!hasConsent && { consentBasis, consentGivenAt, consentExpiresAt }),
    provenance,
    // Whoever asked not to be contacted means this person.
    doNotContact: a.doNotContact || b.doNotContact,
    archivedAt: b.archivedAt === null ? null : a.archivedAt,
    currentResumeId: newest?.id ?? a.currentResumeId,
  };
}

/** The pair of the two is decided; what else the merged one is like, the survivor is like, unless that is known already. */
function pairMoves({ survivor, merged, pairs, hidden }: MergeStep): readonly Change[] {
  const [a, b] = [survivor.candidate.id, merged.candidate.id];
  const known = new Set(
    pairs.flatMap(({ candidateId, otherId }) =>
      candidateId === a ? [otherId] : otherId === a ? [candidateId] : [],
    ),
  );
  return pairs.flatMap((pair): readonly Change[] => {
    const { candidateId, otherId, state } = pair;
    if (candidateId !== b && otherId !== b) return [];
    const them = candidateId === b ? otherId : candidateId;
    if (them === a) return [update('duplicatePair', pair, { state: 'merged' })];
    if (state === 'merged' || hidden.has(them) || known.has(them)) return [];
    known.add(them);
    return [update('duplicatePair', pair, candidateId === b ? { candidateId: a } : { otherId: a })];
  });
}

type Updated = Extract<Change, { readonly op: 'update' }>['entity'];

const update = (
  entity: Updated,
  row: { readonly id: Id; readonly version: number },
  patch: Readonly<Record<string, unknown>>,
): Change =>
  // Callers give fields that the entity has; the union of twenty kinds cannot say so.
  ({ op: 'update', entity, id: row.id, version: row.version, patch }) as Change;
