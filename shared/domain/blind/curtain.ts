import type { Id } from '@/shared/kit/ids';
import { hideInText, type Known } from './hide-in-text';
import { type BlindField, blindName } from './settings';

/** What is known of somebody, to find it in texts, and where they live as far as it may be told. */
export interface KnownPerson extends Known {
  readonly town: string | null;
}

/** Stands before the people of one answer, for somebody who reviews blind. */
export interface Curtain {
  readonly hides: (field: BlindField) => boolean;
  /** What somebody is called. */
  readonly name: (id: Id, name: string) => string;
  /** A text about somebody, of the same length. */
  readonly text: (id: Id, text: string) => string;
  readonly textOrNull: (id: Id, text: string | null) => string | null;
  /** Where somebody lives: the town and the country of it where the street is hidden. */
  readonly place: (id: Id, place: string | null) => string | null;
  /** What a file is called: without its name what kind of file it is. */
  readonly file: (name: string) => string;
}

/**
 * A curtain for what is hidden, with what is known of the people behind it. A text about somebody of whom nothing is known is still searched
 * for everything that tells itself: addresses, numbers, dates of birth.
 */
export function createCurtain(
  fields: readonly BlindField[],
  known: ReadonlyMap<Id, KnownPerson>,
): Curtain {
  const hidden = new Set(fields);
  const text = (id: Id, value: string): string =>
    value === '' ? value : hideInText(value, known.get(id) ?? NOTHING, fields);
  const textOrNull = (id: Id, value: string | null): string | null =>
    value === null ? null : text(id, value);
  return {
    hides: (field) => hidden.has(field),
    name: (id, name) => (hidden.has('name') ? blindName(id) : name),
    text,
    textOrNull,
    place: (id, place) =>
      hidden.has('address') ? (known.get(id)?.town ?? null) : textOrNull(id, place),
    file: (name) => (hidden.has('name') || hidden.has('contact') ? `CV${endingOf(name)}` : name),
  };
}

const NOTHING: KnownPerson = { names: [], contacts: [], schools: [], addresses: [], town: null };

const endingOf = (name: string): string => /\.[A-Za-z0-9]{1,5}$/.exec(name)?.[0] ?? '';
