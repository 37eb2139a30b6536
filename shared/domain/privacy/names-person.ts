import { fold, squeeze } from '@/shared/kit/text';

/** What somebody is called and reached by, for finding mentions of them. */
export interface PersonNames {
  readonly names: readonly string[];
  readonly contacts: readonly {
    readonly kind: 'email' | 'phone' | 'link';
    readonly value: string;
    readonly key: string;
  }[];
}

/** Fewer digits are a year or a house number. */
const LEAST_DIGITS = 7;
const PHONE_TAIL = 9;

/**
 * Whether a text names a person: all words of one of their names, an address or link of theirs, or a phone number's digits. A name of one
 * word counts only where it is all that the text says, as it may be any word. Made once for many texts.
 */
export function mentionsOf({ names, contacts }: PersonNames): (text: string) => boolean {
  const whole = names.map(wordsOf).filter((words) => words.length > 0);
  const texts = contacts
    .filter(({ kind }) => kind !== 'phone')
    .flatMap(({ value, key }) => [fold(value), fold(key)])
    .filter((value) => value.length > 3);
  const digits = contacts
    .filter(({ kind }) => kind === 'phone')
    .map(({ value }) => value.replace(/\D/g, '').slice(-PHONE_TAIL))
    .filter((value) => value.length >= LEAST_DIGITS);
  return (text) => {
    if (text === '') return false;
    const folded = fold(text);
    if (texts.some((value) => folded.includes(value))) return true;
    const number = text.replace(/\D/g, '');
    if (digits.some((value) => number.includes(value))) return true;
    const there = new Set(wordsOf(text));
    return whole.some(
      (words) => (words.length > 1 || there.size === 1) && words.every((word) => there.has(word)),
    );
  };
}

const wordsOf = (text: string): readonly string[] =>
  squeeze(fold(text).replace(/[^\p{L}\p{N}]+/gu, ' '))
    .split(' ')
    .filter((word) => word !== '');
