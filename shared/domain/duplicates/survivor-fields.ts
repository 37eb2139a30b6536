import {
  CANDIDATE_FIELDS,
  type Candidate,
  type CandidateField,
  type Provenance,
} from '@/shared/domain/candidates/records';
import {
  differing,
  type Fields,
  type HistoryLine,
  replay,
} from '@/shared/domain/duplicates/replay';
import type { Family, UnmergeState } from '@/shared/domain/duplicates/unmerge-state';
import type { Change } from '@/shared/domain/history/change';
import type { Id } from '@/shared/kit/ids';

interface Rules extends Pick<Family, 'rootId' | 'above' | 'isOfMerged'> {
  readonly counts: (line: HistoryLine) => boolean;
  /** Résumés that go back to the merged one. */
  readonly leaving: ReadonlySet<Id>;
}

/** Fields that are set together, with the marks of who says so. */
interface Unit {
  readonly field: CandidateField | null;
  readonly keys: readonly string[];
}
const UNITS: readonly Unit[] = [
  ...CANDIDATE_FIELDS.map((field) => ({
    field,
    keys: [
      field,
      markOf(field),
      ...(field === 'location' ? (['city', 'region', 'country'] as const) : []),
    ],
  })),
  { field: null, keys: ['consentBasis', 'consentGivenAt', 'consentExpiresAt'] },
  { field: null, keys: ['doNotContact'] },
  { field: null, keys: ['archivedAt'] },
  { field: null, keys: ['currentResumeId'] },
];

/**
 * The fields of the survivor, and of whoever they were merged into since, without the merge: what it set goes back, unless it was changed
 * since; and nobody keeps what was read in a résumé that leaves them.
 */
export function survivorPatches(
  state: UnmergeState,
  rules: Rules,
): { readonly changes: readonly Change[]; readonly kept: readonly CandidateField[] } {
  const kept: CandidateField[] = [];
  const changes = rules.above.flatMap((id): readonly Change[] => {
    const candidate = state.candidates.find((each) => each.id === id);
    if (candidate === undefined) return [];
    const now = flattened({ ...candidate });
    const lines = state.lines
      .filter(({ entity, ids }) => entity === 'candidate' && ids[0] === id)
      .map((line) => flattenedLine(line));
    const set = lines.find(({ commitId }) => commitId === state.merge.commitId);
    const values = UNITS.flatMap(({ field, keys }): readonly Fields[] => {
      const wasSet = keys.some((key) => key in (set?.after ?? {}));
      if (!wasSet && !isReadFrom(now, field, rules.leaving)) return [];
      const replayed = replay(
        now,
        lines,
        keys,
        (line, actual) => rules.counts(line) && !isReadFrom(actual, field, rules.leaving),
      );
      const { by } = replayed;
      if (wasSet && field !== null && by !== null && by.seq > (set?.seq ?? 0)) {
        if (by.action !== 'candidate.merged') kept.push(field);
      }
      return [replayed.values];
    });
    const before = state.lines.find(
      (line) => line.commitId === state.merge.commitId && line.ids[0] === id,
    )?.before;
    const patch = patchOf(
      candidate,
      differing(Object.fromEntries(values.flatMap(Object.entries)), now),
      before ?? {},
    );
    const current = patch.currentResumeId ?? candidate.currentResumeId;
    const isLost = typeof current === 'string' && rules.leaving.has(current);
    const whole = isLost ? { ...patch, currentResumeId: newestLeft(state, rules) } : patch;
    if (Object.keys(whole).length === 0) return [];
    // The fields are the candidate's own, taken from its history.
    return [
      { op: 'update', entity: 'candidate', id, version: candidate.version, patch: whole } as Change,
    ];
  });
  return { changes, kept };
}

/** The newest résumé of those that stay. */
function newestLeft({ rows }: UnmergeState, { leaving }: Rules): Id | null {
  const left = rows
    .filter(({ entity, row }) => entity === 'resume' && !leaving.has(row.id))
    .sort((a, b) => String(b.row.storedAt).localeCompare(String(a.row.storedAt)));
  return left[0]?.row.id ?? null;
}

function isReadFrom(
  values: Fields,
  field: CandidateField | null,
  resumes: ReadonlySet<Id>,
): boolean {
  if (field === null) return false;
  // Marks are written by the candidate's schema alone.
  const mark = values[markOf(field)] as Provenance | null | undefined;
  return mark?.source === 'resume' && resumes.has(mark.resumeId);
}

/** The mark of one field, as a field of its own: each is set with the value beside it. */
function markOf(field: string): string {
  return `provenance.${field}`;
}

function flattened(fields: Fields): Fields {
  const { provenance, ...rest } = fields;
  if (provenance === undefined) return rest;
  const marks = provenance as Candidate['provenance']; // As written by the candidate's schema.
  return {
    ...rest,
    ...Object.fromEntries(CANDIDATE_FIELDS.map((field) => [markOf(field), marks[field] ?? null])),
  };
}

/** A line with the marks that changed one by one. */
function flattenedLine(line: HistoryLine): HistoryLine {
  const [before, after] = [flattened(line.before ?? {}), flattened(line.after ?? {})];
  const changed = differing(after, before);
  const only = (fields: Fields): Fields =>
    Object.fromEntries(Object.entries(fields).filter(([key]) => key in changed));
  return { ...line, before: only(before), after: only(after) };
}

/** The marks stand in the order they had before the merge, so that the record is the same again. */
function patchOf(candidate: Candidate, values: Fields, before: Fields): Record<string, unknown> {
  const patch: Record<string, unknown> = {};
  const marks: Record<string, unknown> = { ...candidate.provenance };
  let isMarked = false;
  for (const [key, value] of Object.entries(values)) {
    if (!key.startsWith('provenance.')) {
      patch[key] = value;
      continue;
    }
    isMarked = true;
    const field = key.slice('provenance.'.length);
    if (value === null) delete marks[field];
    else marks[field] = value;
  }
  if (!isMarked) return patch;
  const order = Object.keys({ ...(before.provenance as object | undefined), ...marks });
  const provenance = Object.fromEntries(
    order.flatMap((field) => (field in marks ? [[field, marks[field]]] : [])),
  );
  return { ...patch, provenance };
}
