import { fold } from '@/shared/kit/text';
import type { TextField } from './parsed-resume';

/** Letters of an address that its owner's name may be in; `parts` where dots or dashes set them apart. */
export interface NameHint {
  readonly letters: string;
  readonly parts: readonly string[];
}

/** The local parts of the e-mail addresses and the ends of profile links: what the name should share. */
export function nameHints(
  emails: readonly TextField[],
  links: readonly string[],
): readonly NameHint[] {
  const sources = emails.slice(0, 2).map((email) => email.value.split('@')[0] ?? '');
  for (const link of links.slice(0, 6)) {
    const slug =
      /(?:linkedin\.com\/(?:in|pub)\/|github\.com\/|gitlab\.com\/|xing\.com\/profile\/|behance\.net\/|medium\.com\/@)([^/?#]{3,60})/i.exec(
        link,
      )?.[1];
    if (slug !== undefined) sources.push(slug);
  }
  return sources.map(hintOf).filter((hint) => hint.letters.length >= 3);
}

function hintOf(source: string): NameHint {
  const folded = withoutUmlauts(fold(source.slice(0, 80)));
  return {
    letters: folded.replace(/[^\p{L}]/gu, ''),
    parts: folded.split(/[^\p{L}]+/u).filter((part) => part !== ''),
  };
}

/**
 * 0..1: how well a name fits the addresses. 1 where two of its words are in one of them, or one is and the rest is made of
 * initials ("jdoe", "d.jane"); 0.7 where one word is; 0.5 where the address is nothing but initials ("jmd84").
 */
export function agreement(name: string, hints: readonly NameHint[]): number {
  if (hints.length === 0) return 0;
  const words = withoutUmlauts(fold(name))
    .split(/[\s,.-]+/)
    .map((word) => word.replace(/[^\p{L}]/gu, ''))
    .filter((word) => word !== '');
  let best = 0;
  for (const hint of hints) best = Math.max(best, fit(words, hint));
  return best;
}

function fit(words: readonly string[], hint: NameHint): number {
  const inside = words.filter((word) => word.length >= 3 && isIn(word, hint));
  if (inside.length >= 2) return 1;
  const [word] = inside;
  const initials = words.map((one) => one.charAt(0)).join('');
  if (word === undefined) {
    return words.length >= 2 && initials.length <= 3 && hint.letters === initials ? 0.5 : 0;
  }
  const rest = hint.letters.replace(stem(word), '');
  const others = words
    .filter((one) => one !== word)
    .map((one) => one.charAt(0))
    .join('');
  const spelled = rest !== '' && rest.length <= 3 && others !== '' && startsInOrder(rest, others);
  return spelled ? 1 : 0.7;
}

/** A short word must be a part of its own, or stand at an end of the letters: "ann" is also in "hannover". */
const isIn = (word: string, hint: NameHint): boolean => {
  const short = stem(word);
  if (word.length >= 4) return hint.letters.includes(short);
  return hint.parts.includes(word) || hint.letters.startsWith(word) || hint.letters.endsWith(word);
};

const startsInOrder = (rest: string, initials: string): boolean =>
  [...rest].every((letter) => initials.includes(letter));

/** Müller writes to muller@ and to mueller@. */
const withoutUmlauts = (folded: string): string => folded.replace(/([aou])e/g, '$1');

/** Addresses drop the endings of surnames: Svobodová is svoboda there. */
const stem = (word: string): string => (word.length >= 8 ? word.slice(0, -3) : word);
