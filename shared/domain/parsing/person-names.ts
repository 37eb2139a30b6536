import { fold } from '@/shared/kit/text';
import { personNameData } from './reference-data';

interface Known {
  readonly given: ReadonlySet<string>;
  readonly family: ReadonlySet<string>;
}

let known: Known | null = null;

/**
 * 0..1: how far the words are known as names of people, the mean over the words: 1 a given name, 0.7 a family name only.
 * Names are countless, so that 0 says little; what is known says much.
 */
export function knownAsName(words: readonly string[]): number {
  known ??= load();
  let sum = 0;
  let counted = 0;
  for (const word of words) {
    const parts = nameKey(word)
      .split('-')
      .filter((part) => part.length >= 2);
    for (const part of parts) {
      counted++;
      sum += known.given.has(part) ? 1 : known.family.has(part) ? 0.7 : 0;
    }
  }
  return counted === 0 ? 0 : sum / counted;
}

/** Whether the word is a given name in one of the languages the lists know. */
export function isGivenName(word: string): boolean {
  known ??= load();
  return known.given.has(nameKey(word));
}

const nameKey = (word: string): string => fold(word).replace(/['’‘ʼ`.]/g, '');

const load = (): Known => ({
  given: new Set(personNameData.given.split(' ')),
  family: new Set(personNameData.family.split(' ')),
});
