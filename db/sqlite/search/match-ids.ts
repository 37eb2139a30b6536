import { readJobTitles } from '@/shared/domain/parsing/title-data';
import { skillFiles } from '@/shared/domain/parsing/skill-data';

/** Ids of a table by number, so that they take two bytes. The numbers hold as long as the table does. */
export interface NumberedIds {
  readonly ids: readonly string[];
  /** -1 for an id that the table does not have. */
  readonly numberOf: (id: string) => number;
}

let skills: NumberedIds | null = null;
let titles: NumberedIds | null = null;

/** The skills of the taxonomy. */
export function skillNumbers(): NumberedIds {
  skills ??= numbered(Object.values(skillFiles).flatMap((lines) => Object.keys(lines)));
  return skills;
}

/** The titles of the table. */
export function titleNumbers(): NumberedIds {
  titles ??= numbered(readJobTitles().map(({ id }) => id));
  return titles;
}

function numbered(unsorted: readonly string[]): NumberedIds {
  const ids = [...new Set(unsorted)].sort();
  const numbers = new Map(ids.map((id, number) => [id, number]));
  return { ids, numberOf: (id) => numbers.get(id) ?? -1 };
}
