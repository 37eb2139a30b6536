import {
  type KnownPart,
  matchParts,
  PART_ENTITIES,
  type PartEntity,
  type PartReading,
  readingsOf,
} from '@/shared/domain/candidates/part-identity';
import {
  CANDIDATE_FIELDS,
  type CandidateField,
  type Provenance,
} from '@/shared/domain/candidates/records';
import { type PersonRows, recencyOf } from '@/shared/domain/duplicates/person-rows';
import type { EntityMap } from '@/shared/domain/history/change';
import type { Id } from '@/shared/kit/ids';

/** What a merge keeps: who stays, whose value each field gets, and which rows the one who stays has then. */
export interface MergeChoice {
  readonly survivorId: Id;
  /** By field the person whose value it is; a field that is not named stays the survivor's. */
  readonly fields: Readonly<Partial<Record<CandidateField, Id>>>;
  /** Contact points, jobs, degrees, skills, certificates and languages that are kept. */
  readonly rows: readonly Id[];
}

export interface ProposedMerge {
  readonly choice: MergeChoice;
  /** Rows that say the same thing of different people, the one that is kept first. */
  readonly same: readonly (readonly Id[])[];
}

/**
 * What to keep where nobody has chosen yet: the one who came first stays; by field what a person entered, else what the newest CV says;
 * of the rows everything once, with what a person entered before what was read.
 */
export function proposeMerge(people: readonly PersonRows[], keep: Id | null = null): ProposedMerge {
  const byAge = [...people].sort((a, b) => (a.candidate.id < b.candidate.id ? -1 : 1));
  const survivor = byAge.find(({ candidate }) => candidate.id === keep) ?? byAge[0];
  if (survivor === undefined) throw new Error('Nobody to merge');
  const fields: Partial<Record<CandidateField, Id>> = {};
  for (const field of CANDIDATE_FIELDS) fields[field] = bestOf(people, survivor, field);
  const kept = PART_ENTITIES.map((entity) => keptRows(people, entity)).flat();
  return {
    choice: { survivorId: survivor.candidate.id, fields, rows: kept.map(([id = '']) => id) },
    same: kept.filter((ids) => ids.length > 1),
  };
}

/** Whose value of a field is the best; the survivor's where theirs is as good. */
function bestOf(people: readonly PersonRows[], survivor: PersonRows, field: CandidateField): Id {
  let best = survivor;
  for (const person of people) {
    if (person === survivor || isEmpty(person.candidate[field])) continue;
    const isBetter =
      isEmpty(best.candidate[field]) || compare(weightOf(person, field), weightOf(best, field)) > 0;
    if (isBetter && person.candidate[field] !== best.candidate[field]) best = person;
  }
  return best.candidate.id;
}

const isEmpty = (value: unknown): boolean => value === null || value === '';

/** What counts more stands higher: first who says so, then when. */
type Weight = readonly [entered: number, at: string];
const compare = (a: Weight, b: Weight): number =>
  a[0] - b[0] || (a[1] > b[1] ? 1 : a[1] < b[1] ? -1 : 0);

function weightOf(person: PersonRows, field: CandidateField): Weight {
  const provenance = person.candidate.provenance[field];
  if (provenance?.source === 'person') return [1, provenance.at];
  return [0, recencyOf(person)];
}

/** The rows of one kind to keep, each followed by those of others that say the same. The newest CV's come first. */
function keptRows<E extends PartEntity>(
  people: readonly PersonRows[],
  entity: E,
): readonly (readonly Id[])[] {
  type Row = EntityMap[E];
  const kept: { row: Row; readonly others: Id[] }[] = [];
  const byNewest = [...people].sort((a, b) => (recencyOf(a) > recencyOf(b) ? -1 : 1));
  for (const person of byNewest) {
    // The rows of a kind are those of E, which TypeScript cannot see through the index.
    const rows = person[entity] as unknown as readonly Row[];
    const known = kept.map(
      (each): KnownPart<(typeof kept)[number]> => ({
        row: each,
        readings: readings(entity, each.row),
      }),
    );
    const fresh = rows.map(
      (row): PartReading => readings(entity, row)[0] ?? { words: [], place: null },
    );
    const matches = matchParts(entity, fresh, known);
    for (const [index, row] of rows.entries()) {
      const match = matches[index]?.row ?? null;
      if (match === null) {
        kept.push({ row, others: [] });
      } else if (isEntered(row.provenance) && !isEntered(match.row.provenance)) {
        match.others.push(match.row.id);
        match.row = row;
      } else match.others.push(row.id);
    }
  }
  return kept.map(({ row, others }) => [row.id, ...others]);
}

const isEntered = ({ source }: Provenance): boolean => source === 'person';

const readings = <E extends PartEntity>(entity: E, row: EntityMap[E]) =>
  // A row of E is what its readings are made of, which TypeScript cannot see through the index.
  readingsOf(entity, row as Parameters<typeof readingsOf<E>>[1]);
