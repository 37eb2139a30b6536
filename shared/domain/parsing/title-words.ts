import { fold } from '@/shared/kit/text';
import { titleWordData } from './title-data';

/** One word of a title, folded, and where it stands in the text it was read from. */
export interface TitleWord {
  readonly key: string;
  readonly start: number;
  readonly end: number;
  /** What stands between the word before and this one: words of one title never match across a "," or a "|". */
  readonly breaksBefore: boolean;
}

const WORD = /[\p{L}\p{M}\p{N}]+(?:[+#]+(?![\p{L}\p{N}]))?|&/gu;
const PLAIN = /^[a-z0-9]+$/;

/** "(m/w/d)", "H/F", "(all genders)", "f/m/x": says who may apply and nothing about the work. */
const ANY_GENDER =
  /[\s(\[]+(?:[mwfhdxvkin]\s?[/|*]\s?[mwfhdxvkin](?:\s?[/|*]\s?[mwfhdxvkin]){0,2}|all genders|gn|gn\*)[\])]?(?=[\s,.;)|–-]|$)/iu;

/** "Erzieher*in", "Ingénieur(e)", "enfermero/a", "Lehrer/-in", "animateur·rice": the ending names the other gender. */
const OTHER_ENDING =
  /(?:(?:[*:_·•]|[/(]-?)(?:innen|in|frau|ne|e|es|a|as|os|o|ra|ta|sa|ora|rice|trice|euse|ère|iere|ière|enne|rin|ka|arka|czyni|m|ste|ster)|-(?:e|ne|trice|rice|euse|ière))\)?(?![\p{L}\p{N}])/iuy;

/** "ErzieherIn". */
const INNER_CAPITAL = /(?<=\p{Ll})In(?:nen)?$/u;

/**
 * The words of a title as both the table of titles and the reader compare them: folded, hyphens taken for spaces, without
 * endings that only add the other gender. Reads at most the first 200 characters.
 */
export function titleWords(text: string): readonly TitleWord[] {
  let rest = text.length > 200 ? text.slice(0, 200) : text;
  const gender = ANY_GENDER.exec(rest);
  // Blanks of the same length keep every offset.
  if (gender !== null)
    rest =
      rest.slice(0, gender.index) +
      ' '.repeat(gender[0].length) +
      rest.slice(gender.index + gender[0].length);
  const found: TitleWord[] = [];
  let after = 0;
  WORD.lastIndex = 0;
  for (let match = WORD.exec(rest); match !== null; match = WORD.exec(rest)) {
    const word = match[0];
    const start = match.index;
    let end = start + word.length;
    OTHER_ENDING.lastIndex = end;
    if (word.length > 2) {
      const ending = OTHER_ENDING.exec(rest);
      if (ending !== null) end += ending[0].length;
    }
    WORD.lastIndex = end;
    const key = keyOf(word);
    const gap = found.length === 0 ? '' : rest.slice(after, start);
    const last = found.at(-1);
    // "Infirmier / Infirmière": the same word in its other gender.
    if (last !== undefined && gap.includes('/') && sameStem(last.key, key)) {
      found[found.length - 1] = { ...last, end };
    } else {
      found.push({ key, start, end, breaksBefore: BREAK.test(gap) });
    }
    after = end;
  }
  return found;
}

const BREAK = /[,;:|()[\]•·–—]|\s[-/]\s/;

function keyOf(word: string): string {
  const key = PLAIN.test(word) ? word : fold(word.replace(INNER_CAPITAL, ''));
  // Made with the first title: the table is a file, and a start of the application reads no title.
  abbreviations ??= new Map(Object.entries(titleWordData.abbreviations));
  return abbreviations.get(key) ?? key;
}

/** "Mgr." for manager: the forms that people write in titles and nowhere else. */
let abbreviations: ReadonlyMap<string, string> | undefined;

function sameStem(one: string, other: string): boolean {
  const shared = Math.min(one.length, other.length) - 3;
  return (
    shared >= 3 &&
    Math.abs(one.length - other.length) <= 4 &&
    one.slice(0, shared) === other.slice(0, shared)
  );
}

/**
 * A folded name of the table as `titleWords` would give its words, with single spaces. The table is clean: it needs no
 * endings taken off, and 20,000 names are read at the first question.
 */
export const keyOfName = (folded: string): string =>
  NOT_PLAIN.test(folded)
    ? folded
        .replace(/&/g, ' & ')
        .replace(/[^\p{L}\p{N}+#&]+|\+(?=[a-z])/gu, ' ')
        .trim()
    : folded;
const NOT_PLAIN = /[^a-z0-9 ]/;

/**
 * The forms a name of the table stands for: "Koch/Köchin" is Koch and Köchin, "Pfleger/-in" Pfleger and Pflegerin,
 * "enfermero/-a" enfermero and enfermera. The first form is the one the table leads with.
 */
export function formsOf(name: string): readonly string[] {
  let slash = name.indexOf('/');
  if (slash < 0) return [name];
  let one = '';
  let other = '';
  let from = 0;
  for (; slash >= 0; slash = name.indexOf('/', from)) {
    const start = name.lastIndexOf(' ', slash) + 1;
    const space = name.indexOf(' ', slash);
    const end = space < 0 ? name.length : space;
    const before = name.slice(from, slash);
    one += before;
    if (name.charAt(slash + 1) !== '-')
      other += name.slice(from, start) + name.slice(slash + 1, end);
    else {
      const vowel = 'aeo'.includes(name.charAt(slash - 1)) ? 1 : 0;
      other += before.slice(0, before.length - vowel) + name.slice(slash + 2, end);
    }
    from = end;
  }
  const rest = name.slice(from);
  return [one + rest, other + rest];
}

/** Whether the text is written in Chinese, Japanese or Korean, which set no spaces between the words of a title. */
export const isUnspaced = (text: string): boolean =>
  /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/.test(text);
