import {
  CANDIDATE_FIELDS,
  type Candidate,
  type CandidateField,
  type Provenance,
} from '@/shared/domain/candidates/records';
import type { Patch } from '@/shared/domain/history/change';
import { readPlace } from '@/shared/domain/parsing/places';
import type { Actor } from '@/shared/domain/workspace/records';
import { AppError } from '@/shared/kit/app-error';
import { type Clock, nowIso } from '@/shared/kit/clock';
import type { Id } from '@/shared/kit/ids';
import type { Deps } from '@/shared/usecases/deps';
import { findVersion } from '@/shared/usecases/find-record';

export interface CandidatePatch {
  readonly name?: string | undefined;
  readonly headline?: string | null | undefined;
  readonly location?: string | null | undefined;
  readonly summary?: string | null | undefined;
  readonly totalYears?: number | null | undefined;
  readonly noticePeriod?: string | null | undefined;
  readonly workPermission?: string | null | undefined;
  readonly doNotContact?: boolean | undefined;
}

/**
 * Changes a candidate's own fields. Each field named in the patch counts as entered by the actor from now on, also when
 * its value stays the same: that is how a person confirms what the parser was not sure of.
 * Errors: NOT_FOUND, CONFLICT, INVALID for a patch that names nothing.
 */
export async function editCandidate(
  deps: Pick<Deps, 'store' | 'candidates' | 'clock'>,
  actor: Actor,
  input: { readonly id: Id; readonly version: number; readonly patch: CandidatePatch },
): Promise<{ readonly commitId: Id }> {
  const candidate = await findVersion(deps, actor, 'candidate', input);
  const patch = await patchOf(candidate, input.patch, (field) =>
    enteredBy(actor, deps.clock, candidate.provenance[field]),
  );
  const { commitId } = await deps.store.commit({
    actor,
    action: 'candidate.edited',
    changes: [
      { op: 'update', entity: 'candidate', id: candidate.id, version: candidate.version, patch },
    ],
  });
  return { commitId };
}

/**
 * The mark of a value that a person enters or confirms now. What was read in its place stays beside it: for a part with the
 * `words` it was known by, so that the same reading is known again.
 */
export function enteredBy(
  actor: Actor,
  clock: Clock,
  before?: Provenance,
  words: readonly string[] = [],
): Provenance {
  const read = readingBehind(before, words);
  return {
    source: 'person',
    by: actor.id,
    byName: actor.name,
    at: nowIso(clock),
    ...(read !== undefined && { read }),
  };
}

function readingBehind(
  before: Provenance | undefined,
  words: readonly string[],
): Extract<Provenance, { source: 'person' }>['read'] {
  if (before === undefined) return undefined;
  if (before.source === 'person') return before.read;
  const { resumeId, confidence, evidence } = before;
  return { resumeId, confidence, evidence, words: [...words] };
}

async function patchOf(
  candidate: Candidate,
  input: CandidatePatch,
  markOf: (field: CandidateField) => Provenance,
): Promise<Patch<'candidate'>> {
  const { name, headline, location, summary, totalYears, doNotContact } = input;
  const { noticePeriod, workPermission } = input;
  const values: Patch<'candidate'> = {
    ...(name !== undefined && { name }),
    ...(headline !== undefined && { headline: emptyToNull(headline) }),
    ...(location !== undefined && placeOf(emptyToNull(location))),
    ...(summary !== undefined && { summary: emptyToNull(summary) }),
    ...(totalYears !== undefined && { totalYears }),
    ...(noticePeriod !== undefined && { noticePeriod: emptyToNull(noticePeriod) }),
    ...(workPermission !== undefined && { workPermission: emptyToNull(workPermission) }),
    ...(doNotContact !== undefined && { doNotContact }),
  };
  if (Object.keys(values).length === 0) {
    throw new AppError('INVALID', 'Nothing was changed: the edit names no field.');
  }
  const entered = CANDIDATE_FIELDS.filter((field) => values[field] !== undefined);
  if (entered.length === 0) return values;
  const marks = Object.fromEntries(entered.map((field) => [field, markOf(field)]));
  return { ...values, provenance: { ...candidate.provenance, ...marks } };
}

function placeOf(location: string | null): Patch<'candidate'> {
  const place = location === null ? null : readPlace(location);
  return {
    location,
    city: place?.city ?? null,
    region: place?.region ?? null,
    country: place?.country || null,
  };
}

const emptyToNull = (value: string | null): string | null =>
  value === null || value.trim() === '' ? null : value;
