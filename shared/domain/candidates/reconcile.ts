import {
  type PartEntity,
  type KnownPart,
  matchParts,
  readingsOf,
} from '@/shared/domain/candidates/part-identity';
import type { PartValues, ResumeParts } from '@/shared/domain/candidates/parts-from-resume';
import {
  CANDIDATE_FIELDS,
  type Candidate,
  type Provenance,
} from '@/shared/domain/candidates/records';
import type { CandidateDetail, ShownCandidate } from '@/shared/domain/candidates/views';
import type { Change, EntityMap, Patch } from '@/shared/domain/history/change';
import type { Id } from '@/shared/kit/ids';

/** A part as it was when a person removed it. */
export type RemovedPart = {
  readonly [E in PartEntity]: { readonly entity: E; readonly row: EntityMap[E] };
}[PartEntity];

/** What résumés say of a candidate, as it would be without anything a person did. */
export interface WantedCandidate {
  readonly currentResumeId: Id | null;
  /** Fields that were read. */
  readonly values: Partial<Pick<Candidate, (typeof CANDIDATE_FIELDS)[number]>>;
  readonly provenance: Candidate['provenance'];
  /** What follows from the location that was read; null when none was. */
  readonly place: Pick<Candidate, 'city' | 'region' | 'country'> | null;
  readonly parts: ResumeParts;
}

export interface ReconcileRules {
  /** Whether fields and contact points stay that the résumés do not mention: leaving a phone number out does not make it wrong. */
  readonly keepUnmentioned: boolean;
  /** Résumés whose text is another than the one that places of values were noted in. */
  readonly moved: ReadonlySet<Id>;
}

/** What happens to one part. `row` is the part as it stands. */
export type PartStep = {
  readonly [E in PartEntity]:
    | { readonly kind: 'add'; readonly entity: E; readonly values: PlacedValues<E> }
    | {
        readonly kind: 'change';
        readonly entity: E;
        readonly row: EntityMap[E];
        readonly patch: Patch<E>;
      }
    | { readonly kind: 'drop'; readonly entity: E; readonly row: EntityMap[E] };
}[PartEntity];
type PlacedValues<E extends PartEntity> = PartValues<EntityMap[E]> & { readonly position: number };

/** How a candidate becomes what its résumés say, with everything a person entered, confirmed or removed left as it is. */
export interface Reconciled {
  readonly candidate: ShownCandidate;
  readonly patch: Patch<'candidate'>;
  readonly parts: readonly PartStep[];
}

/** Compares what résumés say with what is stored. Corrections win: see `Reconciled`. */
export function reconcile(
  detail: CandidateDetail,
  wanted: WantedCandidate,
  removed: readonly RemovedPart[],
  rules: ReconcileRules,
): Reconciled {
  const steps = <E extends PartEntity>(entity: E, stored: readonly EntityMap[E][]) =>
    partSteps(entity, stored, wanted.parts, removed, {
      ...rules,
      keepUnmentioned: rules.keepUnmentioned && entity === 'contactPoint',
    });
  return {
    candidate: detail.candidate,
    patch: fieldPatch(detail.candidate, wanted, rules),
    parts: [
      ...steps('contactPoint', detail.contactPoints),
      ...steps('experience', detail.experience),
      ...steps('education', detail.education),
      ...steps('candidateSkill', detail.skills),
      ...steps('certification', detail.certifications),
      ...steps('candidateLanguage', detail.languages),
    ],
  };
}

/** The rows to write. */
export function changesOf(reconciled: Reconciled, newId: () => Id): readonly Change[] {
  const { candidate, patch, parts } = reconciled;
  return [
    { op: 'update', entity: 'candidate', id: candidate.id, version: candidate.version, patch },
    ...parts.map((step) => partChange(step, candidate.id, newId)),
  ];
}

function partChange(step: PartStep, candidateId: Id, newId: () => Id): Change {
  switch (step.kind) {
    case 'add': {
      const row = { ...step.values, id: newId(), candidateId };
      // A step pairs each entity with its own values; spreading loses that pairing.
      return { op: 'insert', entity: step.entity, row } as Change;
    }
    case 'change': {
      const { entity, row, patch } = step;
      // As above: the patch belongs to the entity beside it.
      return { op: 'update', entity, id: row.id, version: row.version, patch } as Change;
    }
    case 'drop':
      return { op: 'delete', entity: step.entity, id: step.row.id, version: step.row.version };
  }
}

const EMPTY = {
  name: '',
  headline: null,
  location: null,
  summary: null,
  totalYears: null,
  noticePeriod: null,
  workPermission: null,
};

function fieldPatch(
  candidate: ShownCandidate,
  wanted: WantedCandidate,
  { keepUnmentioned, moved }: ReconcileRules,
): Patch<'candidate'> {
  const provenance = { ...candidate.provenance };
  const values: Partial<Record<(typeof CANDIDATE_FIELDS)[number], unknown>> = {};
  for (const field of CANDIDATE_FIELDS) {
    const before = candidate.provenance[field];
    const value = wanted.values[field];
    const reading = wanted.provenance[field];
    const isRead = value !== undefined && value !== null && value !== '' && reading !== undefined;
    if (before?.source === 'person') {
      provenance[field] = withReading(before, isRead ? reading : undefined, [], moved);
    } else if (isRead) {
      values[field] = value;
      provenance[field] = reading;
    } else if (!keepUnmentioned && before !== undefined) {
      values[field] = EMPTY[field];
      delete provenance[field];
    }
  }
  const noPlace = { city: null, region: null, country: null };
  return {
    // Each value was taken under its own field's name.
    ...(values as Patch<'candidate'>),
    ...('location' in values && (wanted.place ?? noPlace)),
    currentResumeId: wanted.currentResumeId,
    provenance,
  };
}

/**
 * A person's mark with the newest reading of what they corrected beside it. Where it is not read any more, the old reading
 * stays, without its place when that text has changed.
 */
function withReading<P extends Extract<Provenance, { source: 'person' }>>(
  mark: P,
  reading: Provenance | undefined,
  words: readonly string[],
  moved: ReadonlySet<Id>,
): P {
  if (reading?.source === 'resume') {
    const { resumeId, confidence, evidence } = reading;
    return { ...mark, read: { resumeId, confidence, evidence, words: [...words] } };
  }
  const { read } = mark;
  if (read === undefined || !moved.has(read.resumeId)) return mark;
  return { ...mark, read: { ...read, evidence: null } };
}

function partSteps<E extends PartEntity>(
  entity: E,
  stored: readonly EntityMap[E][],
  all: ResumeParts,
  removed: readonly RemovedPart[],
  { keepUnmentioned, moved }: ReconcileRules,
): readonly PartStep[] {
  // The values of `all[entity]` are those of E, which TypeScript cannot see through the index.
  const wanted = all[entity] as unknown as readonly PartValues<EntityMap[E]>[];
  // Rows and values of E are what its readings are made of, which TypeScript cannot see through the index either.
  const readings = (part: unknown, texts: ReadonlySet<Id>) =>
    readingsOf(entity, part as Parameters<typeof readingsOf<E>>[1], texts);
  const known: readonly KnownPart<EntityMap[E]>[] = [
    ...stored.map((row) => ({ row, readings: readings(row, moved) })),
    ...removed
      .filter((part) => part.entity === entity)
      .map((part) => ({ row: null, readings: readings(part.row, moved) })),
  ];
  const fresh = wanted.map((part) => {
    // Read just now, in the text as it is now: its place counts.
    const [reading] = readings(part, new Set());
    return reading ?? { words: [], place: null };
  });
  const matched = matchParts(entity, fresh, known);

  const steps: unknown[] = [];
  const mentioned = new Set<EntityMap[E]>();
  let position = 0;
  for (const [index, part] of wanted.entries()) {
    const match = matched[index] ?? null;
    if (match === null) {
      steps.push({ kind: 'add', entity, values: { ...part, position: position++ } });
      continue;
    }
    // A person took it away: it does not come back.
    if (match.row === null) continue;
    const { row } = match;
    mentioned.add(row);
    // The order on screen is the résumé's; the words of a person stay.
    const patch =
      row.provenance.source === 'person'
        ? {
            provenance: withReading(
              row.provenance,
              part.provenance,
              fresh[index]?.words ?? [],
              moved,
            ),
          }
        : part;
    steps.push({ kind: 'change', entity, row, patch: { ...patch, position: position++ } });
  }
  for (const row of stored) {
    if (mentioned.has(row)) continue;
    const { provenance } = row;
    if (provenance.source === 'person') {
      const mark = withReading(provenance, undefined, [], moved);
      const patch = { provenance: mark, position: position++ };
      steps.push({ kind: 'change', entity, row, patch });
    } else if (keepUnmentioned) {
      steps.push({ kind: 'change', entity, row, patch: { position: position++ } });
    } else steps.push({ kind: 'drop', entity, row });
  }
  // Every step was made above from rows and values of E.
  return steps as readonly PartStep[];
}
