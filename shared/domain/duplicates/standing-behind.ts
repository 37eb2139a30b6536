import type { Candidate } from '@/shared/domain/candidates/records';
import { APPLICATION_GROUPS } from '@/shared/domain/duplicates/merge-applications';
import {
  differing,
  type Fields,
  type HistoryLine,
  replay,
} from '@/shared/domain/duplicates/replay';
import type { History, StoredRow } from '@/shared/domain/duplicates/unmerge-state';
import type { Id } from '@/shared/kit/ids';

type Row = StoredRow['row'];

/**
 * Which application one stands behind: that of the nearest person on its job whom its holder was merged into, perhaps by way of others
 * who are not on it.
 */
export function aheadAmong(
  rows: readonly StoredRow[],
  people: readonly Candidate[],
): (application: Row) => Id | undefined {
  const parents = new Map(people.map(({ id, mergedIntoId }) => [id, mergedIntoId]));
  const key = (holder: Id, job: unknown): string => `${holder} ${String(job)}`;
  const held = new Map(
    rows.flatMap(({ entity, row }) =>
      entity === 'application' ? [[key(row.candidateId, row.jobId), row.id] as const] : [],
    ),
  );
  return ({ candidateId, jobId }) => {
    let holder = parents.get(candidateId) ?? null;
    while (holder !== null && !held.has(key(holder, jobId))) holder = parents.get(holder) ?? null;
    return holder === null ? undefined : held.get(key(holder, jobId));
  };
}

/**
 * What applications hold by the lines that count. What a merge took over from another application counts as long as one that stands
 * behind says so: the one it came from may have left since, with somebody who was taken out of the one who was merged.
 */
export function applicationValues(
  rows: readonly StoredRow[],
  people: readonly Candidate[],
  history: History,
  counts: (line: HistoryLine) => boolean,
): (application: Row) => Fields {
  const aheadOf = aheadAmong(rows, people);
  const behind = new Map<Id, Row[]>();
  for (const { entity, row } of rows) {
    const ahead = entity === 'application' ? aheadOf(row) : undefined;
    if (ahead !== undefined) behind.set(ahead, [...(behind.get(ahead) ?? []), row]);
  }
  const known = new Map<Id, Fields>();
  const valuesOf = (row: Row): Fields => {
    const found = known.get(row.id);
    if (found !== undefined) return found;
    const others = (behind.get(row.id) ?? []).map(valuesOf);
    const isSaid = (values: Fields): boolean =>
      others.some((other) => Object.keys(differing(values, other)).length === 0);
    const values = Object.fromEntries(
      APPLICATION_GROUPS.flatMap((group) => {
        const isHeld = (line: HistoryLine, then: Fields): boolean =>
          counts(line) && (line.action !== 'candidate.merged' || isSaid(then));
        return Object.entries(replay(row, history.of(row.id), group, isHeld).values);
      }),
    );
    known.set(row.id, values);
    return values;
  };
  return valuesOf;
}
