import { yearMonthOf } from '@/shared/domain/candidates/months-between';
import type { ResumeParts } from '@/shared/domain/candidates/parts-from-resume';
import type { CustomField } from '@/shared/domain/custom-fields/records';
import type { Change } from '@/shared/domain/history/change';
import type { Writing } from '@/shared/domain/tables/person-changes';
import { type PartMaking, partsOf, type WordReaders } from '@/shared/domain/tables/person-parts';
import type { TablePerson } from '@/shared/domain/tables/table-person';
import type { Actor } from '@/shared/domain/workspace/records';
import { nowIso } from '@/shared/kit/clock';
import { type Id, newId } from '@/shared/kit/ids';
import { clip, fold, squeeze } from '@/shared/kit/text';
import type { Deps } from '@/shared/usecases/deps';

/**
 * What rows are written with: who enters them, today, and the tags and lists that there are. One that is missing is made with the first
 * row that names it, in the same commit.
 */
export async function createWriting(
  deps: Pick<Deps, 'candidates' | 'lists' | 'clock'>,
  actor: Actor,
  customFields: readonly CustomField[],
  words: WordReaders,
): Promise<Writing> {
  const tags = byName(await deps.candidates.tags(actor));
  const lists = byName(await deps.lists.all(actor));
  const making: PartMaking = {
    words,
    mark: { source: 'person', by: actor.id, byName: actor.name, at: nowIso(deps.clock) },
    today: yearMonthOf(deps.clock.now()),
  };
  const made = new WeakMap<TablePerson, ResumeParts>();
  return {
    ...making,
    actor,
    newId,
    customFields,
    partsOf: (person) => {
      const parts = made.get(person) ?? partsOf(person, making);
      made.set(person, parts);
      return parts;
    },
    tag: (name) =>
      findOrMake(tags, name, (id) => ({
        op: 'insert',
        entity: 'tag',
        row: { id, name: clip(squeeze(name), 60), colour: 'grey' },
      })),
    list: (name) =>
      findOrMake(lists, name, (id) => ({
        op: 'insert',
        entity: 'candidateList',
        row: { id, name: clip(squeeze(name), 200), description: '' },
      })),
  };
}

const keyOf = (name: string): string => squeeze(fold(name));

const byName = (named: readonly { readonly id: Id; readonly name: string }[]): Map<string, Id> =>
  new Map(named.map(({ id, name }) => [keyOf(name), id]));

function findOrMake(
  known: Map<string, Id>,
  name: string,
  make: (id: Id) => Change,
): { readonly id: Id; readonly made: readonly Change[] } {
  const found = known.get(keyOf(name));
  if (found !== undefined) return { id: found, made: [] };
  const id = newId();
  known.set(keyOf(name), id);
  return { id, made: [make(id)] };
}
