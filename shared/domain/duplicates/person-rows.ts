import { PART_ENTITIES } from '@/shared/domain/candidates/part-identity';
import type { Candidate, Resume } from '@/shared/domain/candidates/records';
import type { EntityMap } from '@/shared/domain/history/change';
import type { Id } from '@/shared/kit/ids';

/** The kinds of rows that belong to a candidate and move from one to another in a merge. */
export const MOVED_ENTITIES = [
  ...PART_ENTITIES,
  'resume',
  'note',
  'candidateTag',
  'listMember',
  'customValue',
  'application',
  'stageEvent',
  'applicationTag',
  'interview',
  'match',
] as const;
export type MovedEntity = (typeof MOVED_ENTITIES)[number];

/** A résumé moves without its text being looked at. */
type RowOf<E extends MovedEntity> = E extends 'resume'
  ? Omit<Resume, 'text' | 'lines' | 'parsed'>
  : EntityMap[E];

/** A candidate with every row that is theirs, whatever their number. */
export type PersonRows = { readonly candidate: Candidate } & {
  readonly [E in MovedEntity]: readonly RowOf<E>[];
};

/**
 * How new what is known of a person is, as text that sorts: when their last job began, for CVs come in whatever order; then when their
 * newest CV came in.
 */
export function recencyOf({ candidate, experience, resume }: PersonRows): string {
  const latest = (days: readonly (string | null)[]): string =>
    days.reduce<string>((last, day) => (day !== null && day > last ? day : last), '');
  const arrival = latest(resume.map(({ storedAt }) => storedAt)) || candidate.createdAt;
  // A year alone is no later than a month of it.
  return `${latest(experience.map(({ start }) => start)).padEnd(7)} ${arrival}`;
}

/**
 * A mark of what was looked at: it is another one as soon as a row of one of these people is added, changed or removed. Versions only
 * grow, and whatever is added bears its time.
 */
export function stampOf(people: readonly PersonRows[]): string {
  let rows = 0;
  let versions = 0;
  let latest = '';
  for (const person of people) {
    const held: readonly Versioned[] = MOVED_ENTITIES.flatMap(
      (entity): readonly Versioned[] => person[entity],
    );
    for (const row of [person.candidate, ...held]) {
      rows += 1;
      versions += row.version;
      if (row.updatedAt > latest) latest = row.updatedAt;
    }
  }
  return `${rows}.${versions}.${latest}`;
}

interface Versioned {
  readonly version: number;
  readonly updatedAt: string;
}

/** Where a row stands that can be moved. */
export interface HeldRow {
  readonly id: Id;
  readonly version: number;
  readonly candidateId: Id;
}
