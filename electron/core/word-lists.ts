import { findSkillId } from '@/shared/domain/candidates/find-skill';
import { readJobTitle } from '@/shared/domain/parsing/job-titles';
import { placeOf } from '@/shared/domain/places/gazetteer';

/** Whoever looks at a person gets the person first; then, in ms, the lists are read, and so long rests everybody else between two of them. */
const AFTER = 500;
const BETWEEN = 100;

/** Each reads one list with its first question. */
const LISTS = [
  () => findSkillId('sql'),
  () => readJobTitle('nurse'),
  () => placeOf('Lyon', null, 'FR'),
] as const;

export interface WordLists {
  /** Somebody may write soon. */
  readonly soon: () => void;
  readonly close: () => void;
}

/**
 * Reads the lists of skills, titles and places that the first deed of a process would wait for: by then they are there, one after the
 * other and not in the way of an answer. Who only searches never needs them, so they are read once somebody looks at a person.
 */
export function createWordLists(
  lists: readonly (() => unknown)[] = LISTS,
  { after = AFTER, between = BETWEEN } = {},
): WordLists {
  let next = 0;
  let timer: NodeJS.Timeout | undefined;
  const wait = (ms: number): void => {
    timer = setTimeout(() => {
      lists[next]?.();
      next += 1;
      if (next < lists.length) wait(between);
    }, ms);
    timer.unref();
  };
  return {
    soon: () => {
      if (timer === undefined) wait(after);
    },
    close: () => clearTimeout(timer),
  };
}
