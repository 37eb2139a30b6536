import {
  fieldsFromResume,
  type ReadResume,
  resumeRow,
} from '@/shared/domain/candidates/candidate-from-resume';
import { yearMonthOf } from '@/shared/domain/candidates/months-between';
import {
  type PartEntity,
  partKey,
  partsFromResume,
} from '@/shared/domain/candidates/parts-from-resume';
import {
  CANDIDATE_FIELDS,
  type Candidate,
  type Provenance,
} from '@/shared/domain/candidates/records';
import type { CandidateDetail } from '@/shared/domain/candidates/views';
import type { Change, EntityMap, Patch } from '@/shared/domain/history/change';
import type { Id } from '@/shared/kit/ids';

/** A part as it was when a person removed it. */
export type RemovedPart = {
  readonly [E in PartEntity]: { readonly entity: E; readonly row: EntityMap[E] };
}[PartEntity];

/**
 * The changes that a newer résumé brings to a candidate: the résumé attached and current, fields and parts read anew.
 * What a person entered stays as it is, and what the new résumé does not mention of the scalar fields and contact
 * points stays too: leaving a phone number out of a CV does not make it wrong. What a person removed does not come back.
 */
export function refreshCandidate(
  detail: CandidateDetail,
  resume: ReadResume,
  newId: () => Id,
  removed: readonly RemovedPart[] = [],
): readonly Change[] {
  const { candidate } = detail;
  const parts = partsFromResume(resume.parsed, resume.resumeId, yearMonthOf(resume.at));
  const refresh = <E extends PartEntity>(
    entity: E,
    stored: readonly EntityMap[E][],
    keyOf: (part: PartKeyInput<E>) => string,
    keepUnmentioned = false,
  ): readonly Change[] =>
    // The values of `parts[entity]` are those of E, which TypeScript cannot see through the index.
    refreshParts(
      entity,
      stored,
      parts[entity] as unknown as readonly PartValues<E>[],
      keyOf as (part: unknown) => string,
      candidate.id,
      newId,
      keepUnmentioned,
      // A removed part of E is a row of E; the pairing is lost to TypeScript as above.
      new Set(
        removed
          .filter((part) => part.entity === entity)
          .map((part) => (keyOf as (part: unknown) => string)(part.row)),
      ),
    );

  return [
    { op: 'insert', entity: 'resume', row: resumeRow(resume, candidate.id) },
    {
      op: 'update',
      entity: 'candidate',
      id: candidate.id,
      version: candidate.version,
      patch: refreshFields(candidate, resume),
    },
    ...refresh('contactPoint', detail.contactPoints, partKey.contactPoint, true),
    ...refresh('experience', detail.experience, partKey.experience),
    ...refresh('education', detail.education, partKey.education),
    ...refresh('candidateSkill', detail.skills, partKey.candidateSkill),
    ...refresh('certification', detail.certifications, partKey.certification),
    ...refresh('candidateLanguage', detail.languages, partKey.candidateLanguage),
  ];
}

type PartKeyInput<E extends PartEntity> = Parameters<(typeof partKey)[E]>[0];
type PartValues<E extends PartEntity> = Omit<
  EntityMap[E],
  'id' | 'version' | 'createdAt' | 'createdBy' | 'updatedAt' | 'candidateId' | 'position'
>;

function refreshFields(candidate: Candidate, resume: ReadResume): Patch<'candidate'> {
  const read = fieldsFromResume(resume.parsed, resume.resumeId);
  const fresh = CANDIDATE_FIELDS.filter(
    (field) =>
      read.values[field] !== undefined &&
      read.values[field] !== '' &&
      !isPersons(candidate.provenance[field]),
  );
  const values = Object.fromEntries(fresh.map((field) => [field, read.values[field]]));
  const provenance = Object.fromEntries(fresh.map((field) => [field, read.provenance[field]]));
  const { location } = resume.parsed;
  return {
    ...values,
    ...(fresh.includes('location') &&
      location !== null && {
        city: location.city,
        region: location.region,
        country: location.country,
      }),
    currentResumeId: resume.resumeId,
    provenance: { ...candidate.provenance, ...provenance },
  };
}

function refreshParts<E extends PartEntity>(
  entity: E,
  stored: readonly EntityMap[E][],
  fresh: readonly PartValues<E>[],
  keyOf: (part: unknown) => string,
  candidateId: Id,
  newId: () => Id,
  keepUnmentioned: boolean,
  removedKeys: ReadonlySet<string>,
): readonly Change[] {
  const byKey = new Map<string, EntityMap[E][]>();
  for (const row of stored) byKey.set(keyOf(row), [...(byKey.get(keyOf(row)) ?? []), row]);

  const changes: Change[] = [];
  const mentioned = new Set<Id>();
  let position = 0;
  for (const part of fresh) {
    const row = byKey.get(keyOf(part))?.find((other) => !mentioned.has(other.id));
    if (row === undefined) {
      if (removedKeys.has(keyOf(part))) continue;
      const inserted = { ...part, id: newId(), candidateId, position: position++ };
      // Spreading a generic loses that it is the row of E.
      changes.push({ op: 'insert', entity, row: inserted } as unknown as Change);
      continue;
    }
    mentioned.add(row.id);
    // The order on screen is the new résumé's; the words of a person stay.
    const patch = isPersons(row.provenance) ? { position } : { ...part, position };
    position++;
    changes.push({
      op: 'update',
      entity,
      id: row.id,
      version: row.version,
      patch,
    } as unknown as Change);
  }
  for (const row of stored) {
    if (mentioned.has(row.id)) continue;
    if (keepUnmentioned || isPersons(row.provenance)) {
      changes.push({
        op: 'update',
        entity,
        id: row.id,
        version: row.version,
        patch: { position: position++ },
      } as unknown as Change);
    } else {
      changes.push({ op: 'delete', entity, id: row.id, version: row.version } as Change);
    }
  }
  return changes;
}

const isPersons = (provenance: Provenance | undefined): boolean => provenance?.source === 'person';
