import { readJobTitle } from '@/shared/domain/parsing/job-titles';
import { isPlural, titleText } from './title-stems';
import { titleVariants } from './title-variants';
import {
  namesOfTitle,
  titleMass,
  titlesNamed,
  type TitleVector,
  titleVector,
  vectorLikeness,
} from './title-vectors';

/** A title ready to be compared with many others. */
export interface CompiledTitle {
  readonly variants: readonly {
    readonly text: string;
    readonly vector: TitleVector;
    readonly worth: number;
  }[];
}

/** One of the many. */
export interface PreparedTitle {
  readonly vector: TitleVector;
  /** What is left of the likeness, in thousandths: a name in the plural names a group, and one occupation is nearer. */
  readonly keeps: number;
}

/** What another name of the same title of the table is worth beside the words themselves. */
const OTHER_NAME = 900;
/** The same where the title only holds a name of the table. */
const HELD_NAME = 700;
const PLURAL_KEEPS = 960;
const MOST = 160;

/**
 * A title with the other ways to say it: the titles it lists, and the other names of the same work in the table of titles, in every language. Pure;
 * needs no network and no clock. Bounded: at most 160 names.
 */
export function compileTitle(title: string): CompiledTitle {
  const worths = new Map<string, number>();
  const put = (text: string, worth: number): void => {
    if (text !== '' && worths.size < MOST) worths.set(text, Math.max(worths.get(text) ?? 0, worth));
  };
  const variants = titleVariants(title, titleMass);
  for (const { text, worth } of variants) put(text, worth);
  // English names first, of all the titles listed: they are what is compared most, and the number is bounded.
  for (const isEnglish of [true, false])
    for (const { text, worth } of variants)
      for (const id of titlesNamed(text))
        for (const name of namesOfTitle(id))
          if (name.english === isEnglish) put(name.text, Math.floor((worth * OTHER_NAME) / 1000));
  // In other languages the words around the name decline; the name in it is found by the parser's reader.
  const held = /^[\x00-\x7f]*$/.test(title) ? null : readJobTitle(title);
  if (held !== null) for (const { text } of namesOfTitle(held.id)) put(text, HELD_NAME);
  return {
    variants: [...worths].map(([text, worth]) => ({ text, vector: titleVector(text), worth })),
  };
}

export function prepareTitle(title: string): PreparedTitle {
  const text = titleText(title);
  return { vector: titleVector(text), keeps: isPlural(text) ? PLURAL_KEEPS : 1000 };
}

/** How alike two titles are, 0 to 1000: the best of the ways to say the first, and a fifth by its own words. */
export function titleLikeness(asked: CompiledTitle, other: PreparedTitle): number {
  let best = 0;
  let own = 0;
  asked.variants.forEach(({ vector, worth }, at) => {
    const likeness = Math.floor((vectorLikeness(vector, other.vector) * worth) / 1000);
    if (at === 0) own = likeness;
    if (likeness > best) best = likeness;
  });
  return joinLikeness(best, own, other.keeps);
}

/** The likeness from that of the best way to say a title and that of its own words, which come first among the variants. */
export const joinLikeness = (best: number, own: number, keeps: number): number =>
  Math.floor(((4 * best + own) * keeps) / 5000);
