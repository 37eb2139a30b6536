import {
  type KnownPart,
  matchParts,
  PART_ENTITIES,
  type PartEntity,
  readingsOf,
} from '@/shared/domain/candidates/part-identity';
import type { ResumeParts } from '@/shared/domain/candidates/parts-from-resume';
import type { RemovedPart } from '@/shared/domain/candidates/reconcile';
import type { Candidate, CandidateField, Provenance } from '@/shared/domain/candidates/records';
import type { CandidateDetail, ShownCandidate } from '@/shared/domain/candidates/views';
import { customInputOf, readCustomInput } from '@/shared/domain/custom-fields/custom-value';
import type { CustomField } from '@/shared/domain/custom-fields/records';
import type { Change, Patch } from '@/shared/domain/history/change';
import type { Actor } from '@/shared/domain/workspace/records';
import type { Id } from '@/shared/kit/ids';
import { fold, squeeze } from '@/shared/kit/text';
import { customTarget } from './fields';
import type { PartMaking } from './person-parts';
import type { TablePerson } from './table-person';

/** A value of a row and, where the candidate has another one already, that one. */
export interface FieldNote {
  /** A field as a mapping names it. */
  readonly field: string;
  readonly value: string;
  readonly here: string | null;
}

export interface PersonChanges {
  readonly changes: readonly Change[];
  /** What is filled or added. */
  readonly taken: readonly FieldNote[];
  /** What is not taken, because the candidate has something else there. */
  readonly kept: readonly FieldNote[];
}

export interface Writing extends PartMaking {
  /** The parts of a person, made once however often they are asked for. */
  readonly partsOf: (person: TablePerson) => ResumeParts;
  readonly actor: Actor;
  readonly newId: () => Id;
  readonly customFields: readonly CustomField[];
  /** The tag or list of this name and, where there is none yet, the change that makes it. */
  readonly tag: (name: string) => { readonly id: Id; readonly made: readonly Change[] };
  readonly list: (name: string) => { readonly id: Id; readonly made: readonly Change[] };
}

/** Somebody who is here already. */
export interface KnownPerson {
  readonly detail: CandidateDetail;
  /** What a person took away and did not bring back. */
  readonly removed: readonly RemovedPart[];
  readonly listIds: ReadonlySet<Id>;
}

const FIELDS = [
  'name',
  'headline',
  'location',
  'summary',
  'totalYears',
  'noticePeriod',
  'workPermission',
] as const satisfies readonly CandidateField[];
const CONSENTS = [
  ['consentGivenAt', 'consentGiven'],
  ['consentExpiresAt', 'consentExpires'],
] as const;

/** The rows of somebody new. */
export function newPersonChanges(
  person: TablePerson,
  candidateId: Id,
  writing: Writing,
): PersonChanges {
  const { mark, words, actor } = writing;
  const place = person.location === null ? null : words.place(person.location);
  const given = FIELDS.filter((field) => person[field] !== null && person[field] !== '');
  const changes: Change[] = [
    {
      op: 'insert',
      entity: 'candidate',
      row: {
        id: candidateId,
        name: person.name,
        headline: person.headline,
        location: person.location,
        city: place?.city ?? null,
        region: place?.region ?? null,
        country: place?.country || null,
        summary: person.summary,
        totalYears: person.totalYears,
        noticePeriod: person.noticePeriod,
        workPermission: person.workPermission,
        ownerId: actor.id,
        source: 'upload',
        consentBasis: person.consentGivenAt === null ? null : 'consent',
        consentGivenAt: person.consentGivenAt,
        consentExpiresAt: person.consentExpiresAt,
        doNotContact: false,
        archivedAt: null,
        mergedIntoId: null,
        currentResumeId: null,
        provenance: Object.fromEntries(given.map((field) => [field, mark])),
      },
    },
  ];
  const notes: FieldNote[] = given.map((field) => ({
    field,
    value: String(person[field]),
    here: null,
  }));
  for (const [own, field] of CONSENTS) {
    const value = person[own];
    if (value !== null) notes.push({ field, value, here: null });
  }
  const parts = writing.partsOf(person);
  for (const entity of PART_ENTITIES) {
    for (const [position, part] of parts[entity].entries()) {
      changes.push(insertPart(entity, { ...part, id: writing.newId(), candidateId, position }));
      notes.push(partNote(entity, part));
    }
  }
  const extras = extraChanges(person, candidateId, null, writing);
  return {
    changes: [...changes, ...extras.changes],
    taken: [...notes, ...extras.taken],
    kept: extras.kept,
  };
}

/**
 * What a row brings to somebody known: empty fields are filled and what is new is added. What stands there stays, whether a person
 * entered it or a CV said it; what a person took away does not come back.
 */
export function knownPersonChanges(
  known: KnownPerson,
  person: TablePerson,
  writing: Writing,
): PersonChanges {
  const { detail, removed } = known;
  const { candidate } = detail;
  const fields = fieldChanges(candidate, person, writing);
  const changes: Change[] = [...fields.changes];
  const taken: FieldNote[] = [...fields.taken];
  const parts = writing.partsOf(person);
  const stored: { readonly [E in PartEntity]: readonly Positioned[] } = {
    contactPoint: detail.contactPoints,
    experience: detail.experience,
    education: detail.education,
    candidateSkill: detail.skills,
    certification: detail.certifications,
    candidateLanguage: detail.languages,
  };
  for (const entity of PART_ENTITIES) {
    let position = Math.max(-1, ...stored[entity].map((row) => row.position)) + 1;
    for (const part of newParts(entity, parts, stored[entity], removed)) {
      const row = { ...part, id: writing.newId(), candidateId: candidate.id, position: position++ };
      changes.push(insertPart(entity, row));
      taken.push(partNote(entity, part));
    }
  }
  const extras = extraChanges(person, candidate.id, known, writing);
  return {
    changes: [...changes, ...extras.changes],
    taken: [...taken, ...extras.taken],
    kept: [...fields.kept, ...extras.kept],
  };
}

type Positioned = { readonly position: number; readonly provenance: Provenance };
type AnyPart = ResumeParts[PartEntity][number];

function fieldChanges(
  candidate: ShownCandidate,
  person: TablePerson,
  { mark, words }: Writing,
): PersonChanges {
  const patch: Record<string, unknown> = {};
  const marks: Record<string, Provenance> = {};
  const taken: FieldNote[] = [];
  const kept: FieldNote[] = [];
  const settle = (field: string, own: keyof Candidate, value: string | number): boolean => {
    const here = candidate[own];
    if (here !== null && typeof here !== 'string' && typeof here !== 'number') return false;
    if (here === null || here === '') {
      patch[own] = value;
      taken.push({ field, value: String(value), here: null });
      return true;
    }
    if (!sameText(String(here), String(value))) {
      kept.push({ field, value: String(value), here: String(here) });
    }
    return false;
  };
  for (const field of FIELDS) {
    const value = person[field];
    if (value === null || value === '') continue;
    // What a person emptied stays empty.
    if (candidate.provenance[field]?.source === 'person' && !candidate[field]) continue;
    if (settle(field, field, value)) marks[field] = mark;
  }
  if (patch.location !== undefined && person.location !== null) {
    const place = words.place(person.location);
    patch.city = place?.city ?? null;
    patch.region = place?.region ?? null;
    patch.country = place?.country || null;
  }
  for (const [own, field] of CONSENTS) {
    const value = person[own];
    if (value !== null && settle(field, own, value) && own === 'consentGivenAt') {
      patch.consentBasis = candidate.consentBasis ?? 'consent';
    }
  }
  if (Object.keys(patch).length === 0) return { changes: [], taken, kept };
  const { id, version } = candidate;
  const provenance = { ...candidate.provenance, ...marks };
  // Every value was taken under the name of its own field.
  const whole = { ...patch, provenance } as Patch<'candidate'>;
  return {
    changes: [{ op: 'update', entity: 'candidate', id, version, patch: whole }],
    taken,
    kept,
  };
}

/** The parts nobody has seen on this candidate: not there, and not taken away by a person. */
function newParts(
  entity: PartEntity,
  all: ResumeParts,
  stored: readonly Positioned[],
  removed: readonly RemovedPart[],
): readonly AnyPart[] {
  const parts: readonly AnyPart[] = all[entity];
  // Rows and values of an entity are what its readings are made of; the compiler cannot follow that through the index.
  const readings = (part: unknown) =>
    readingsOf(entity, part as Parameters<typeof readingsOf<typeof entity>>[1]);
  const known: readonly KnownPart<unknown>[] = [
    ...stored.map((row) => ({ row, readings: readings(row) })),
    ...removed
      .filter((part) => part.entity === entity)
      .map((part) => ({ row: null, readings: readings(part.row) })),
  ];
  const fresh = parts.map((part) => readings(part)[0] ?? { words: [], place: null });
  const matched = matchParts(entity, fresh, known);
  return parts.filter(
    (_part, index) =>
      matched[index] === null &&
      !known.some(({ readings: all }) =>
        all.some(({ words }) => says(entity, words, fresh[index]?.words ?? [])),
      ),
  );
}

/**
 * Whether a job or degree that is known says all that the row says of one: a table has no dates, and names an employer shorter than a
 * CV does.
 */
function says(entity: PartEntity, known: readonly string[], fresh: readonly string[]): boolean {
  if (entity !== 'experience' && entity !== 'education') return false;
  const dates = entity === 'experience' ? 2 : 3;
  return fresh
    .slice(0, dates)
    .every((word, index) => word === '' || ` ${known[index] ?? ''} `.includes(` ${word} `));
}

/** Tags, lists, notes and custom fields. */
function extraChanges(
  person: TablePerson,
  candidateId: Id,
  known: KnownPerson | null,
  writing: Writing,
): PersonChanges {
  const { newId, actor } = writing;
  const detail = known?.detail;
  const changes: Change[] = [];
  const taken: FieldNote[] = [];
  const kept: FieldNote[] = [];
  const take = (field: string, value: string): void => {
    taken.push({ field, value, here: null });
  };
  for (const name of distinctNames(person.tags)) {
    const tag = writing.tag(name);
    if (detail?.tags.some(({ id }) => id === tag.id)) continue;
    const row = { id: newId(), candidateId, tagId: tag.id };
    changes.push(...tag.made, { op: 'insert', entity: 'candidateTag', row });
    take('tags', name);
  }
  for (const name of distinctNames(person.lists)) {
    const list = writing.list(name);
    if (known?.listIds.has(list.id)) continue;
    const row = { id: newId(), candidateId, listId: list.id };
    changes.push(...list.made, { op: 'insert', entity: 'listMember', row });
    take('list', name);
  }
  for (const body of new Set(person.notes)) {
    if (detail?.notes.some((note) => note.body === body)) continue;
    const author = { authorId: actor.id, authorName: actor.name, visibility: 'team' as const };
    changes.push({
      op: 'insert',
      entity: 'note',
      row: { id: newId(), candidateId, body, applicationId: null, ...author },
    });
    take('notes', body);
  }
  for (const { fieldId, value } of person.custom) {
    const field = writing.customFields.find(({ id }) => id === fieldId);
    const read = field === undefined ? null : readCustomInput(field, value);
    if (field === undefined || read === null || !read.ok || read.stored === null) continue;
    const here = detail?.custom.find((one) => one.fieldId === fieldId);
    if (here === undefined) {
      const row = { id: newId(), candidateId, fieldId, ...read.stored };
      changes.push({ op: 'insert', entity: 'customValue', row });
      take(customTarget(fieldId), String(value));
    } else if (customInputOf(field.kind, here) !== value) {
      const stands = String(customInputOf(field.kind, here));
      kept.push({ field: customTarget(fieldId), value: String(value), here: stands });
    }
  }
  return { changes, taken, kept };
}

/** What a part is shown as, under the field of the table that it came from. */
function partNote(entity: PartEntity, part: AnyPart): FieldNote {
  const named = part as Readonly<Record<string, unknown>>; // Any part: its texts are asked for by name.
  const text = (...keys: readonly string[]): string =>
    keys
      .map((key) => named[key])
      .filter((value) => typeof value === 'string' && value !== '')
      .join(', ');
  switch (entity) {
    case 'contactPoint':
      return { field: text('kind'), value: text('value'), here: null };
    case 'experience':
      return { field: 'title', value: text('title', 'company'), here: null };
    case 'education':
      return { field: 'degree', value: text('degree', 'institution'), here: null };
    case 'candidateSkill':
      return { field: 'skills', value: text('name'), here: null };
    case 'certification':
      return { field: 'degree', value: text('name'), here: null };
    case 'candidateLanguage':
      return { field: 'languages', value: text('name', 'levelText'), here: null };
  }
}

// A part and the entity it belongs to come from the same place in `ResumeParts`; the compiler loses that pairing.
const insertPart = (entity: PartEntity, row: unknown): Change =>
  ({ op: 'insert', entity, row }) as Change;

const distinctNames = (names: readonly string[]): readonly string[] => [
  ...new Map(names.map((name) => [squeeze(fold(name)), squeeze(name)])).values(),
];

const sameText = (a: string, b: string): boolean => squeeze(fold(a)) === squeeze(fold(b));
