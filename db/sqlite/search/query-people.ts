import type { FactNode, QueryNode, RangeNode } from '@/shared/domain/search/query';
import { isBlind } from '@/shared/domain/blind/settings';
import type { Actor } from '@/shared/domain/workspace/records';
import { placeOf } from '@/shared/domain/places/gazetteer';
import { worksAtDesk } from '../stores/scope';
import { and, type Bits, or, without } from './bits';
import { type CriteriaDeps, criteriaOf, those } from './criteria';
import { filtersOfFact } from './facts';
import type { Reached } from './reached';
import { peopleWithWords, peopleWithWordsFor, peopleWithWordsUnseen } from './word-sets';

export interface QueryDeps extends CriteriaDeps {
  readonly actor: Actor;
  readonly reached: Reached;
}

/** Everybody, archived or not, whom a part of a typed query holds for. */
export function peopleOf(deps: QueryDeps, node: QueryNode): Bits {
  switch (node.kind) {
    case 'and':
      return peopleOfAll(deps, node.of);
    case 'or':
      return node.of.map((one) => peopleOf(deps, one)).reduce((all, one) => or(all, one));
    case 'not':
      return without(deps.people.everybody(), peopleOf(deps, node.of));
    case 'range':
      return inRange(deps, node);
    case 'fact': {
      const anyOf = filtersOfFact(deps.sql, deps.actor, node, placeNamed).map((filters) =>
        criteriaOf(deps, filters)
          .map((criterion) => criterion.people)
          .reduce((both, one) => and(both, one), deps.people.everybody()),
      );
      return anyOf.reduce((all, one) => or(all, one), new Uint32Array(0));
    }
    default:
      if (isBlind(deps.actor)) return peopleWithWordsUnseen(deps, node, deps.actor);
      return worksAtDesk(deps.actor) ? peopleWithWords(deps, node) : peopleWithWordsFor(deps, node);
  }
}

/** Everybody whom all of the parts hold for. */
export function peopleOfAll(deps: QueryDeps, parts: readonly QueryNode[]): Bits {
  let found: Bits | null = null;
  const excluded: QueryNode[] = [];
  for (const part of parts) {
    if (part.kind === 'not') excluded.push(part.of);
    else found = found === null ? peopleOf(deps, part) : and(found, peopleOf(deps, part));
  }
  let rest = found ?? deps.people.everybody();
  for (const part of excluded) rest = without(rest, peopleOf(deps, part));
  return rest;
}

/** Whether there is such a value at all: nobody can have one that there is not. */
export const isValueKnown = (deps: QueryDeps, fact: FactNode): boolean =>
  filtersOfFact(deps.sql, deps.actor, fact, placeNamed).length > 0;

const placeNamed = (name: string): ReturnType<typeof placeOf> => placeOf(name, null, null);

const DAY = 86_400_000;

/** Days are counted backwards: "less than 30 days ago" is a later moment than 30 days ago. */
function inRange(deps: QueryDeps, { of, comparison, value }: RangeNode): Bits {
  if (of === 'years') {
    const years = deps.people.column('years');
    const bound = Math.round(value * 1000) + 1;
    return those(
      deps,
      `range years ${comparison} ${bound}`,
      (num) => (years[num] ?? 0) > 0 && COMPARE[comparison](years[num] ?? 0, bound),
    );
  }
  const moments = deps.people.column(of === 'updated' ? 'updatedAt' : 'createdAt');
  const daysAgo = (days: number): number => deps.now.getTime() - days * DAY;
  if (comparison === '=') {
    return those(deps, null, (num) => {
      const at = moments[num] ?? 0;
      return at >= daysAgo(value + 1) && at <= daysAgo(value);
    });
  }
  return those(deps, null, (num) => COMPARE[comparison](daysAgo(value), moments[num] ?? 0));
}

const COMPARE: Readonly<Record<RangeNode['comparison'], (a: number, b: number) => boolean>> = {
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
  '=': (a, b) => a === b,
};
