import { aheadAmong } from '@/shared/domain/duplicates/standing-behind';
import { isFurther } from '@/shared/domain/duplicates/merge-applications';
import type { Fields } from '@/shared/domain/duplicates/replay';
import type { StoredRow } from '@/shared/domain/duplicates/unmerge-state';
import type { Candidate } from '@/shared/domain/candidates/records';
import type { Change } from '@/shared/domain/history/change';
import type { Stage } from '@/shared/domain/pipeline/board';
import type { Id } from '@/shared/kit/ids';

type Row = StoredRow['row'];

/** What is left of applications that go back to somebody when a merge is taken apart. */
interface StayingApplications {
  readonly copies: readonly Change[];
  /** What changes of applications that take the place of one that goes, by their id. */
  readonly successors: ReadonlyMap<Id, Fields>;
  /** Where a row hangs now that hung on one that goes: no change for most; null for a tag that is there already. */
  readonly linkOf: (row: Fields) => Fields | null;
}

/**
 * Who keeps being shown stays on the job when somebody else of them was on it too, whose application stood back in the merge: that one
 * comes forward. Else they stay on it only with what was done there since: on a copy of the application as it is now.
 */
export function stayingApplications(
  given: {
    readonly back: readonly StoredRow[];
    readonly edits: readonly { readonly row: Row; readonly change: Fields }[];
    readonly staying: readonly StoredRow[];
    readonly people: readonly Candidate[];
  },
  newId: () => Id,
): StayingApplications {
  const { back, edits, staying, people } = given;
  const changes = new Map(edits.map(({ row, change }) => [row.id, change]));
  const worked = new Set<unknown>([
    ...changes.keys(),
    ...edits.map(({ row }) => row.applicationId),
    ...staying.map(({ row }) => row.applicationId),
  ]);
  const aheadOf = aheadAmong([...back, ...staying], people);
  const tagged = new Set(
    staying.flatMap(({ entity, row }) => (entity === 'applicationTag' ? [tagOf(row)] : [])),
  );
  const copies: Change[] = [];
  const successors = new Map<Id, Fields>();
  const standsFor = new Map<unknown, Id>();
  for (const { entity, row } of back) {
    if (entity !== 'application') continue;
    const next = staying
      .filter((one) => one.entity === 'application' && aheadOf(one.row) === row.id)
      .map((one) => one.row)
      .reduce<Row | null>((best, one) => (best === null || isBefore(one, best) ? one : best), null);
    if (next !== null) {
      standsFor.set(row.id, next.id);
      successors.set(next.id, { ...changes.get(row.id), candidateId: row.candidateId });
    } else if (worked.has(row.id)) {
      const id = newId();
      standsFor.set(row.id, id);
      copies.push(copyOf(row, id));
    }
  }
  return {
    copies,
    successors,
    linkOf: (row) => {
      const applicationId = standsFor.get(row.applicationId);
      if (applicationId === undefined) return {};
      const isThere = 'tagId' in row && tagged.has(tagOf({ ...row, applicationId }));
      return isThere ? null : { applicationId };
    },
  };
}

const tagOf = ({ applicationId, tagId }: Fields): string =>
  `${String(applicationId)} ${String(tagId)}`;

/** The row is an application's, as the store gave it. */
const stageOf = ({ stage }: Row): { readonly stage: Stage } => ({ stage: stage as Stage });
const isBefore = (a: Row, b: Row): boolean =>
  isFurther(stageOf(a), stageOf(b)) || (!isFurther(stageOf(b), stageOf(a)) && a.id < b.id);

function copyOf(row: Row, id: Id): Change {
  const { version: _, createdAt: _at, createdBy: _by, updatedAt: _changed, ...rest } = row;
  // As above: a whole application.
  return { op: 'insert', entity: 'application', row: { ...rest, id } } as unknown as Change;
}
