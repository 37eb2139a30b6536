import { PART_ENTITIES, type PartEntity, partKey } from '@/shared/domain/candidates/part-identity';
import type { CandidateField } from '@/shared/domain/candidates/records';
import type { MovedEntity } from '@/shared/domain/duplicates/person-rows';
import { differing, type Fields, replay } from '@/shared/domain/duplicates/replay';
import { applicationValues } from '@/shared/domain/duplicates/standing-behind';
import { stayingApplications } from '@/shared/domain/duplicates/staying-applications';
import { survivorPatches } from '@/shared/domain/duplicates/survivor-fields';
import {
  type Family,
  familyOf,
  type History,
  historyOf,
  type StoredRow,
  type UnmergeState,
} from '@/shared/domain/duplicates/unmerge-state';
import type { Change } from '@/shared/domain/history/change';
import type { Id } from '@/shared/kit/ids';

export interface UnmergePlan {
  readonly changes: readonly Change[];
  /** The one who is shown now and stays. */
  readonly survivorId: Id;
  /** Deleted rows come back as these commits deleted them. */
  readonly restores: readonly Id[];
  readonly kept: KeptSince;
}

/** What was done since the merge and stays with the survivor. */
export interface KeptSince {
  /** Fields that were changed: they do not go back. */
  readonly fields: readonly CandidateField[];
  /** Rows of the other one that were changed: they have what they had, the survivor has a copy with the change. */
  readonly changed: number;
  /** Rows that were added. */
  readonly added: number;
}

/**
 * Takes a merge apart. Where a row belongs is where it was before any merge: whatever belongs to the merged one (or to somebody who was
 * merged into them before) goes back as it was then, and what belongs to others leaves them. What was done since stays with
 * whoever is shown now, who may have been merged further: so merges can be taken apart in any order.
 */
export function planUnmerge(state: UnmergeState, newId: () => Id): UnmergePlan {
  const family = familyOf(state);
  const history = historyOf(state);
  const own = state.rows.filter(({ row }) => family.isOfMerged(history.homeOf(row)));
  const leaving = new Set(own.flatMap(({ entity, row }) => (entity === 'resume' ? [row.id] : [])));
  const others = state.rows.filter((stored) => !own.includes(stored));
  const deleted = removedSince(state, family, history);
  const valuesBefore = applicationValues(
    [...own, ...deleted],
    state.candidates,
    history,
    (line) => history.counts(line) && history.isBefore(line),
  );
  const removed = withWhatTheyHangOn(
    deleted.map(({ entity, row, commitId }) => ({
      entity,
      row: {
        ...withoutBase(row),
        ...restoredRow({ entity, row }, history, valuesBefore),
        id: row.id,
      },
      commitId,
    })),
    state.rows,
  );
  const there = new Set([...state.rows, ...removed].map(({ row }) => row.id));
  const away = own
    .filter(({ row }) => !family.isOfMerged(row.candidateId))
    .map((stored) => ({ ...stored, restored: restoredRow(stored, history, valuesBefore) }));
  // A step or a tag of an application that went elsewhere when another merge was taken apart stays where that left it.
  const isStranded = ({ entity, restored }: (typeof away)[number]): boolean =>
    entity !== 'note' && hangsOnNothing(restored, there);
  const back = away.filter((stored) => !isStranded(stored));
  const stranded = away.filter(isStranded);

  const edits = back.flatMap(({ entity, row, restored }) => {
    const change = differing(contentOf(row, restored), restored);
    const isTheirs = entity !== 'resume' && !isReadFrom(row, leaving);
    return isTheirs && Object.keys(change).length > 0 ? [{ entity, row, change }] : [];
  });
  const unwanted = others.filter(
    ({ entity, row }) => entity !== 'resume' && isReadFrom(row, leaving),
  );
  const staying: readonly StoredRow[] = [
    ...others.filter((stored) => !unwanted.includes(stored)),
    ...stranded,
  ];
  const applications = stayingApplications(
    { back, edits, staying, people: state.candidates },
    newId,
  );
  const valuesLeft = applicationValues(staying, state.candidates, history, history.counts);
  const returning = others.filter(({ row }) => family.isOfMerged(row.candidateId));
  const taken = new Map<Id, Fields>();
  const copies = edits.flatMap(({ entity, row, change }): readonly Change[] => {
    if (entity === 'application') return [];
    const twin = returning.find((one) => !taken.has(one.row.id) && isTwin(one, { entity, row }));
    if (twin !== undefined) {
      taken.set(twin.row.id, change);
      return [];
    }
    // Who is shown now may have one of their own: then the row stands with whoever has it, who is merged into them.
    const candidateId = isPart(entity) || entity === 'note' ? family.rootId : row.candidateId;
    const link = applications.linkOf(row) ?? {};
    return [insert(entity, { ...withoutBase(row), ...link, id: newId(), candidateId })];
  });

  const survivors = survivorPatches(state, { ...family, counts: history.counts, leaving });
  const { mergedId, createdAt } = state.merge;
  return {
    survivorId: family.rootId,
    restores: removed.map(({ commitId }) => commitId),
    kept: {
      fields: survivors.kept,
      changed: edits.length,
      added: staying.filter(
        ({ row }) => row.candidateId === family.rootId && row.createdAt > createdAt,
      ).length,
    },
    changes: [
      ...back.map(({ entity, row, restored }) =>
        update(
          entity,
          row,
          differing(
            {
              ...restored,
              ...(hangsOnNothing(restored, there) && { applicationId: null }),
              candidateId: mergedId,
            },
            row,
          ),
        ),
      ),
      ...removed.map(({ entity, row }) => insert(entity, { ...row, candidateId: mergedId })),
      ...unwanted.map(({ entity, row }) => remove(entity, row)),
      ...staying.flatMap(({ entity, row }) => {
        const link = applications.linkOf(row);
        // A tag that what it hung on has already.
        if (link === null) return [remove(entity, row)];
        // A new row, as this one is the merged one's for good: merged and taken apart again, it would go to them alone.
        if (stranded.some((one) => one.row === row))
          return [
            remove(entity, row),
            insert(entity, { ...withoutBase(row), ...link, id: newId() }),
          ];
        const patch = {
          ...(entity === 'application' ? differing(valuesLeft(row), row) : inOrder(row, history)),
          ...link,
          ...applications.successors.get(row.id),
          ...(family.isOfMerged(row.candidateId) && { candidateId: family.rootId }),
          ...taken.get(row.id),
        };
        return Object.keys(patch).length === 0 ? [] : [update(entity, row, patch)];
      }),
      ...copies,
      ...applications.copies,
      ...survivors.changes,
      ...state.candidates
        .filter(({ id }) => id === mergedId)
        .map((candidate) => update('candidate', candidate, { mergedIntoId: null })),
      ...pairChanges(state, family, history),
      update('merge', state.merge, { state: 'unmerged' }),
    ],
  };
}

/** What a row of the merged one held before the merge, of the fields that anything was ever done to. */
function restoredRow(
  { entity, row }: Pick<StoredRow, 'entity' | 'row'>,
  history: History,
  valuesBefore: (application: StoredRow['row']) => Fields,
): Fields {
  const lines = history.of(row.id);
  const keys = new Set(
    lines.flatMap(({ op, before }) => (op === 'update' ? Object.keys(before ?? {}) : [])),
  );
  keys.delete('candidateId');
  const link = keys.delete('applicationId')
    ? replay(
        row,
        lines,
        ['applicationId'],
        (line) => history.countsForLink(line) && history.isBefore(line),
      ).values
    : {};
  const shared = entity === 'application' ? valuesBefore(row) : {};
  const mixed = Object.entries(shared).filter(([key]) => keys.delete(key));
  const at = (which: readonly string[], counts = history.counts): Fields =>
    replay(row, lines, which, (line) => counts(line) && history.isBefore(line)).values;
  const content = [...keys].filter((key) => key !== 'position');
  return {
    ...at(content),
    ...Object.fromEntries(mixed),
    ...(keys.has('position') && at(['position'], history.countsForPlace)),
    ...link,
  };
}

/** The fields of a row that say something, of those that could go back: not its place in the order, where it was read, what it hangs on. */
const contentOf = (row: Fields, restored: Fields): Fields =>
  Object.fromEntries(
    Object.keys(restored)
      .filter((key) => !['position', 'provenance', 'applicationId'].includes(key))
      .map((key) => [key, row[key]]),
  );

/** Whether a row holds what was read in one of these résumés. */
function isReadFrom(row: Fields, resumes: ReadonlySet<Id>): boolean {
  // Parts alone have it, in this shape.
  const provenance = row.provenance as
    | { readonly source: string; readonly resumeId?: Id }
    | undefined;
  return provenance?.source === 'resume' && resumes.has(provenance.resumeId ?? '');
}

/** Whether two rows say the same thing of a person. */
const isTwin = (
  a: Pick<StoredRow, 'entity' | 'row'>,
  b: Pick<StoredRow, 'entity' | 'row'>,
): boolean =>
  a.entity === b.entity && isPart(a.entity) && keyOf(a.entity, a.row) === keyOf(a.entity, b.row);

const isPart = (entity: MovedEntity): entity is PartEntity =>
  (PART_ENTITIES as readonly MovedEntity[]).includes(entity);
const keyOf = (entity: PartEntity, row: Fields): string =>
  // The row is one of this entity, as the store gave it.
  partKey(entity, row as unknown as Parameters<typeof partKey<typeof entity>>[1]);

/** The place of a row of the others in the order, as it is without the merge. */
const inOrder = (row: StoredRow['row'], history: History): Fields =>
  differing(replay(row, history.of(row.id), ['position'], history.countsForPlace).values, row);

interface RemovedRow {
  readonly entity: MovedEntity;
  readonly row: Fields & { readonly id: Id };
  readonly commitId: Id;
}

/** Rows of the merged one that were deleted since, as they were when they were deleted. */
function removedSince(
  { rows, lines, gone }: UnmergeState,
  family: Family,
  history: History,
): readonly (StoredRow & Pick<RemovedRow, 'commitId'>)[] {
  const there = new Set(rows.map(({ row }) => row.id));
  const last = new Map(
    lines.flatMap((line) => (line.op === 'delete' ? [[line.ids[0] ?? '', line] as const] : [])),
  );
  return [...last].flatMap(([id, line]) => {
    const { before, entity, commitId } = line;
    const holder = before?.candidateId;
    if (there.has(id) || before === null || typeof holder !== 'string') return [];
    if (history.isBefore(line)) return [];
    // The whole row, as it was when it was deleted.
    const row = before as StoredRow['row'];
    if (family.isOfMerged(holder) || !family.isOfMerged(history.homeOf(row))) return [];
    const named = [before.tagId, before.listId, before.fieldId, before.jobId];
    if (named.some((each) => gone.has(String(each)))) return [];
    // Whatever has a candidate's id is of one of these kinds, or a pair; and pairs are never deleted.
    return [{ entity: entity as MovedEntity, row, commitId }];
  });
}

/** Deleted rows that come back. What hung on an application comes back with it, or stays away with it; but a note is about the person too. */
function withWhatTheyHangOn(
  removed: readonly RemovedRow[],
  rows: UnmergeState['rows'],
): readonly RemovedRow[] {
  const applications = new Set([...rows, ...removed].map(({ row }) => row.id));
  return removed.flatMap((one): readonly RemovedRow[] => {
    if (!hangsOnNothing(one.row, applications)) return [one];
    return one.entity === 'note' ? [{ ...one, row: { ...one.row, applicationId: null } }] : [];
  });
}

const hangsOnNothing = ({ applicationId }: Fields, applications: ReadonlySet<Id>): boolean =>
  typeof applicationId === 'string' && !applications.has(applicationId);

/** Pairs go back to the merged one, unless somebody decided them since. */
function pairChanges(
  { pairs, merge }: UnmergeState,
  family: Family,
  history: History,
): readonly Change[] {
  const between = new Set(pairs.map(({ candidateId, otherId }) => ends(candidateId, otherId)));
  return pairs.flatMap((pair): readonly Change[] => {
    const lines = history.of(pair.id);
    const { values } = replay({ ...pair }, lines, ['state'], history.counts);
    const isDecided = lines.some(
      (line) =>
        history.counts(line) &&
        !history.isBefore(line) &&
        line.action !== 'candidate.merged' &&
        'state' in (line.after ?? {}),
    );
    const endOf = (key: 'candidateId' | 'otherId'): Id => {
      const home = history.homeOf({ id: pair.id, candidateId: pair[key] }, key);
      return family.isOfMerged(home) && !family.isOfMerged(pair[key]) ? merge.mergedId : pair[key];
    };
    const [candidateId, otherId] = [endOf('candidateId'), endOf('otherId')];
    const isMoved = candidateId !== pair.candidateId || otherId !== pair.otherId;
    const staysThere =
      isDecided || values.state === 'merged' || between.has(ends(candidateId, otherId));
    if (isMoved && !staysThere) between.add(ends(candidateId, otherId));
    const patch = differing(
      { ...values, ...(isMoved && !staysThere && { candidateId, otherId }) },
      { ...pair },
    );
    return Object.keys(patch).length === 0 ? [] : [update('duplicatePair', pair, patch)];
  });
}

const ends = (a: Id, b: Id): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

/** A row as it is put in: the store sets the rest. */
function withoutBase(row: Fields): Fields {
  const { version: _, createdAt: _at, createdBy: _by, updatedAt: _changed, ...rest } = row;
  return rest;
}

// The three below: callers give fields that the entity has; the union of twenty kinds cannot say so.
const update = (
  entity: Extract<Change, { readonly op: 'update' }>['entity'],
  row: { readonly id: Id; readonly version: number },
  patch: Fields,
): Change => ({ op: 'update', entity, id: row.id, version: row.version, patch }) as Change;
const insert = (entity: MovedEntity, row: Fields): Change =>
  ({ op: 'insert', entity, row }) as unknown as Change;
const remove = (entity: MovedEntity, row: StoredRow['row']): Change =>
  ({ op: 'delete', entity, id: row.id, version: row.version }) as Change;
