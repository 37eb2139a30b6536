import type { CandidateDetail } from '@/shared/domain/candidates/views';
import { MOVED_ENTITIES } from '@/shared/domain/duplicates/person-rows';
import type { EntityName } from '@/shared/domain/history/change';
import type { Interview } from '@/shared/domain/interviews/records';
import type { Application } from '@/shared/domain/pipeline/records';
import type { Id } from '@/shared/kit/ids';

/** The kinds of rows that a candidate is made of, and those that name what hangs on it. */
export const PAST_ENTITIES = [
  'candidate',
  ...MOVED_ENTITIES,
  'tag',
  'candidateList',
] as const satisfies readonly EntityName[];
export type PastEntity = (typeof PAST_ENTITIES)[number];

type Row = Readonly<Record<string, unknown>>;
/** Rows by kind and id. */
export type PastRows = ReadonlyMap<PastEntity, ReadonlyMap<Id, Row>>;

/** A line of the change log: `before` and `after` hold the changed fields of one row, `before` of a deleted row all of it. */
export interface PastLine {
  readonly entity: PastEntity;
  readonly op: 'insert' | 'update' | 'delete';
  readonly ids: readonly Id[];
  readonly before: Row | null;
}

/**
 * The rows as they were before the lines were written, which come newest first: what was put in goes, what was deleted comes back, what
 * was changed gets its fields of before. `updatedAt` stays what it is: the log does not keep it.
 */
export function rewind(rows: PastRows, lines: readonly PastLine[]): PastRows {
  const past = new Map(PAST_ENTITIES.map((entity) => [entity, new Map(rows.get(entity))]));
  for (const { entity, op, ids, before } of lines) {
    const kind = past.get(entity);
    if (kind === undefined) continue;
    for (const id of ids) {
      const now = kind.get(id);
      if (op === 'insert') kind.delete(id);
      else if (op === 'delete') kind.set(id, { ...before });
      else if (now !== undefined) {
        kind.set(id, { ...now, ...before, version: Number(now.version) - 1 });
      }
    }
  }
  return past;
}

/** What a candidate's page shows of rows; null when they are not among them. `userName` names an owner. */
export function detailOf(
  rows: PastRows,
  candidateId: Id,
  userName: (id: Id) => string,
): { readonly detail: CandidateDetail; readonly lists: readonly string[] } | null {
  const candidate = rows.get('candidate')?.get(candidateId);
  if (candidate === undefined) return null;
  // Rows as the store wrote them, of the kind they are kept under: the records of the domain.
  const own = <T>(entity: PastEntity): T[] =>
    [...(rows.get(entity)?.values() ?? [])].filter((row) => row.candidateId === candidateId) as T[];
  const parts = <T extends { readonly position: number; readonly id: Id }>(entity: PastEntity) =>
    own<T>(entity).sort((a, b) => a.position - b.position || compare(a.id, b.id));
  const named = <T extends { readonly name: string; readonly id: Id }>(things: readonly T[]) =>
    things.toSorted(
      (a, b) => compare(a.name.toLowerCase(), b.name.toLowerCase()) || compare(a.id, b.id),
    );
  const tags = own<{ readonly id: Id; readonly tagId: Id }>('candidateTag').flatMap((tie) => {
    const tag = rows.get('tag')?.get(tie.tagId);
    if (tag === undefined) return [];
    // As above: a tag's row.
    return [{ ...tag, candidateTagId: tie.id } as CandidateDetail['tags'][number]];
  });
  const lists = own<{ readonly listId: Id }>('listMember').flatMap(({ listId }) => {
    const list = rows.get('candidateList')?.get(listId);
    return list === undefined ? [] : [{ id: listId, name: String(list.name) }];
  });
  return {
    detail: {
      // As above: a candidate's row.
      candidate: candidate as CandidateDetail['candidate'],
      // What was is not changed any more.
      level: 'view',
      ownerName: userName(String(candidate.ownerId)),
      contactPoints: parts('contactPoint'),
      experience: parts('experience'),
      education: parts('education'),
      skills: parts('candidateSkill'),
      certifications: parts('certification'),
      languages: parts('candidateLanguage'),
      custom: own<CandidateDetail['custom'][number]>('customValue').sort((a, b) =>
        compare(a.id, b.id),
      ),
      resumes: own<CandidateDetail['resumes'][number]>('resume').sort(
        (a, b) => compare(b.storedAt, a.storedAt) || compare(b.id, a.id),
      ),
      notes: own<CandidateDetail['notes'][number]>('note').sort(
        (a, b) => compare(b.createdAt, a.createdAt) || compare(b.id, a.id),
      ),
      tags: named(tags),
      // Pairs are found, not entered: those of today say nothing of then. What can be taken apart is a matter of today too.
      possibleDuplicates: [],
      merged: [],
    },
    lists: named(lists).map(({ name }) => name),
  };
}

/** The jobs a candidate was on, the last first, each with its interviews by round. */
export function applicationsOf(
  rows: PastRows,
  candidateId: Id,
): readonly { readonly application: Application; readonly interviews: readonly Interview[] }[] {
  const all = <T>(entity: PastEntity): T[] => [...(rows.get(entity)?.values() ?? [])] as T[]; // As in `detailOf`.
  const interviews = all<Interview>('interview').sort(
    (a, b) => a.round - b.round || compare(a.id, b.id),
  );
  return all<Application>('application')
    .filter((one) => one.candidateId === candidateId)
    .sort((a, b) => compare(b.id, a.id))
    .map((application) => ({
      application,
      interviews: interviews.filter(({ applicationId }) => applicationId === application.id),
    }));
}

/** By code points, as the database compares. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
