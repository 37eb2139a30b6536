import type { Candidate, DuplicatePair } from '@/shared/domain/candidates/records';
import type { MovedEntity } from '@/shared/domain/duplicates/person-rows';
import type { Merge } from '@/shared/domain/duplicates/records';
import type { Fields, HistoryLine } from '@/shared/domain/duplicates/replay';
import type { Id } from '@/shared/kit/ids';

/** A row of someone in a merge, whole but for a résumé's text. */
export interface StoredRow {
  readonly entity: MovedEntity;
  readonly row: Fields & {
    readonly id: Id;
    readonly version: number;
    readonly candidateId: Id;
    readonly createdAt: string;
  };
}

/** All there is to know for taking two people apart. */
export interface UnmergeState {
  /** The one to take back, in force. */
  readonly merge: Merge;
  /** Every merge of anybody who ever had to do with these people. */
  readonly merges: readonly Merge[];
  /** The one who is shown now, and everybody who is merged into them, also by way of others. */
  readonly candidates: readonly Candidate[];
  /** Every row of theirs. */
  readonly rows: readonly StoredRow[];
  /** Every pair that one of them is in. */
  readonly pairs: readonly DuplicatePair[];
  /** What was done to these people and their rows since the first of the merges, in order. */
  readonly lines: readonly HistoryLine[];
  /** Tags, lists, custom fields and jobs that are not there any more. */
  readonly gone: ReadonlySet<Id>;
}

/** Who is who in the tree of merges that the merged one hangs in. */
export interface Family {
  /** The one who is shown now. */
  readonly rootId: Id;
  /** The survivor of the merge and whoever they were merged into since, the root last. */
  readonly above: readonly Id[];
  /** Whether somebody is the merged one or was merged into them. */
  readonly isOfMerged: (id: Id) => boolean;
}

/** Finds who is who in the tree that a merge hangs in. */
export function familyOf({ merge, candidates }: UnmergeState): Family {
  const parents = new Map(candidates.map(({ id, mergedIntoId }) => [id, mergedIntoId]));
  const above: Id[] = [];
  for (let id: Id | null = merge.survivorId; id !== null; id = parents.get(id) ?? null) {
    above.push(id);
  }
  const ofMerged = new Set([merge.mergedId]);
  for (let size = 0; size < ofMerged.size; ) {
    size = ofMerged.size;
    for (const [id, parent] of parents)
      if (parent !== null && ofMerged.has(parent)) ofMerged.add(id);
  }
  return {
    rootId: above.at(-1) ?? merge.survivorId,
    above,
    isOfMerged: (id) => ofMerged.has(id),
  };
}

/** What was done to the rows, and what of it holds. */
export interface History {
  readonly of: (rowId: Id) => readonly HistoryLine[];
  /** Whose a row was before any merge moved it. */
  readonly homeOf: (row: { readonly id: Id; readonly candidateId: Id }, key?: string) => Id;
  /** Whether what a line says still holds when this merge is taken back. */
  readonly counts: (line: HistoryLine) => boolean;
  /** The same for the place in an order, which nothing that came forward takes over. */
  readonly countsForPlace: (line: HistoryLine) => boolean;
  /** The same for which application a row hangs on: what taking another merge apart said of that holds. */
  readonly countsForLink: (line: HistoryLine) => boolean;
  /** Whether a line is older than the merge. */
  readonly isBefore: (line: HistoryLine) => boolean;
}

/**
 * Lines of a row and the next one. Where that is the taking apart of the one it came back to, all are left out since the merge that had
 * moved it: it came back as it went, and what was done in between stayed with somebody else.
 */
function withoutRound(
  lines: readonly HistoryLine[],
  next: HistoryLine,
  takenOut: ReadonlyMap<Id, Id>,
): readonly HistoryLine[] {
  const all = next.op === 'insert' ? lines : [...lines, next];
  const home = takenOut.get(next.commitId);
  if (home === undefined || home !== next.after?.candidateId) return all;
  // A pair keeps what was decided of it.
  if (next.entity === 'duplicatePair') return all;
  const start = lines.findLastIndex(
    ({ action, isInForce, before }) =>
      action === 'candidate.merged' && isInForce && before?.candidateId === home,
  );
  return start < 0 ? all : lines.slice(0, start);
}

/** Who was taken out of somebody, by the commits that did it and hold. */
const takenOutIn = (lines: readonly HistoryLine[]): ReadonlyMap<Id, Id> =>
  new Map(
    lines.flatMap(({ entity, action, isInForce, after, commitId, ids }) =>
      entity === 'candidate' &&
      action === 'candidate.unmerged' &&
      isInForce &&
      after?.mergedIntoId === null
        ? [[commitId, ids[0] ?? ''] as const]
        : [],
    ),
  );

/** Whether a row took the place of one that went, when that was taken apart: it took over what was done there. */
const isSuccession = (line: HistoryLine, lines: ReadonlyMap<Id, readonly HistoryLine[]>): boolean =>
  line.action === 'candidate.unmerged' &&
  line.entity !== 'duplicatePair' &&
  line.after?.candidateId !== undefined &&
  lines.get(line.ids[0] ?? '')?.at(-1) === line;

/** Reads the history with one merge taken back. */
export function historyOf({ merge, merges, lines }: UnmergeState): History {
  const byRow = new Map<Id, readonly HistoryLine[]>();
  const successions = new Set<HistoryLine>();
  const takenOut = takenOutIn(lines);
  for (const line of lines) {
    for (const id of line.ids) {
      const group = byRow.get(id);
      if (group !== undefined || line.op !== 'insert')
        byRow.set(id, withoutRound(group ?? [], line, takenOut));
    }
    if (isSuccession(line, byRow)) successions.add(line);
  }
  const inForce = new Set(
    merges.flatMap(({ id, commitId, state }) =>
      state === 'merged' && id !== merge.id ? [commitId] : [],
    ),
  );
  const start = lines.find(({ commitId }) => commitId === merge.commitId)?.seq ?? 0;
  const of = (rowId: Id): readonly HistoryLine[] => byRow.get(rowId) ?? [];
  const countsForPlace = ({ action, isInForce, commitId }: HistoryLine): boolean =>
    isInForce &&
    action !== 'candidate.unmerged' &&
    (action !== 'candidate.merged' || inForce.has(commitId));
  return {
    of,
    homeOf: (row, key = 'candidateId') => {
      const move = of(row.id).find(({ op, before }) => op === 'update' && key in (before ?? {}));
      const home = move?.before?.[key];
      return typeof home === 'string' ? home : row.candidateId;
    },
    counts: (line) =>
      countsForPlace(line) ||
      (line.isInForce && line.action === 'candidate.unmerged' && successions.has(line)),
    countsForPlace,
    countsForLink: ({ action, isInForce, commitId }) =>
      isInForce && (action !== 'candidate.merged' || inForce.has(commitId)),
    isBefore: ({ seq }) => seq < start,
  };
}
