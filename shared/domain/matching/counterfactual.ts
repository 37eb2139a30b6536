import { documentFromText } from '@/shared/domain/parsing/document-from-text';
import { parseResume } from '@/shared/domain/parsing/parse-resume';
import type { ParsedResume } from '@/shared/domain/parsing/parsed-resume';
import { compileJob } from './compile-job';
import type { JobCriteria } from './criteria';
import { factsOf } from './facts-of-profile';
import { profileOfResume } from './profile-of-resume';
import { monthOf, scoreOf } from './score-candidate';
import { type MatchScore, type Part, PARTS, type Swap, SWAPS, type Weights } from './score-types';

export interface SwapResult {
  readonly swap: Swap;
  /** How many places of the text were changed; 0: the CV says nothing of the kind, and nothing was tried. */
  readonly places: number;
  /** Hundredths of a point before and after. */
  readonly before: number;
  readonly after: number;
  /** Parts whose points changed. */
  readonly moved: readonly Part[];
}

/**
 * Reads a résumé's text anew with the person's name, pronouns, schools and day of birth swapped, each alone, and scores it again: what comes out must be
 * what came out before. Both readings are of the plain text, so that nothing but the swap differs.
 */
export function counterfactual(
  text: string,
  criteria: JobCriteria,
  weights: Weights,
  asOf: Date,
): readonly SwapResult[] {
  const job = compileJob(criteria);
  const read = (words: string): ParsedResume => parseResume(documentFromText(words), { now: asOf });
  const score = (words: string, resume: ParsedResume): MatchScore =>
    scoreOf(job, factsOf(profileOfResume('', resume, words)), weights, monthOf(asOf));
  const resume = read(text);
  const before = score(text, resume);
  return SWAPS.map((swap) => {
    const { words, places } = swapped(swap, text, resume);
    const after = places === 0 ? before : score(words, read(words));
    return {
      swap,
      places,
      before: before.score,
      after: after.score,
      moved: PARTS.filter((part) => before.parts[part].points !== after.parts[part].points),
    };
  });
}

interface Swapped {
  readonly words: string;
  readonly places: number;
}

function swapped(swap: Swap, text: string, resume: ParsedResume): Swapped {
  switch (swap) {
    case 'name':
      return swapWords(text, nameSwaps(resume.name?.value ?? ''));
    case 'pronouns':
      return swapWords(text, PRONOUNS);
    case 'schools':
      return swapSchools(text, resume);
    case 'birth':
      return swapBirth(text);
  }
}

const GIVEN = ['Aaliyah', 'Bartholomew', 'Xiomara', 'Thorsten'] as const;
const FAMILY = ['Okonkwo', 'Lindqvist', 'Hernandez', 'Nakamura'] as const;

/** The given name for another, the family name for another, wherever they stand, in addresses too. */
function nameSwaps(name: string): ReadonlyMap<string, string> {
  const parts = name.split(/[\s.]+/).filter((part) => /^\p{L}[\p{L}’'-]{2,}$/u.test(part));
  const pairs = parts.map((part, at): readonly [string, string] => {
    const list = at === 0 ? GIVEN : FAMILY;
    const other = list.find((one) => one.toLowerCase() !== part.toLowerCase()) ?? list[0];
    return [part, other];
  });
  return bothCases(pairs);
}

const KINDS_OF_SCHOOL =
  /^(?:universi\p{L}*|college|school|high|academy|institut\p{L}*|polytechnic|hochschule|fachhochschule|gymnasium|ecole|école|lycée|instituto|politecnico|technical|technische|state|business|community|of|de|di|für|for|the|and|und|et|y|technology|science|sciences|arts|law|medicine|engineering|education)$/iu;

/** Where a school is named, the words that tell which it is become others: a famous one turns into one that nobody knows. */
function swapSchools(text: string, resume: ParsedResume): Swapped {
  let words = text;
  let places = 0;
  for (const school of new Set(resume.education.map(({ institution }) => institution ?? ''))) {
    const other = school.replace(WORD, (word) =>
      /^\p{Lu}[\p{L}’'-]{3,}$/u.test(word) && !KINDS_OF_SCHOOL.test(word) ? 'Fernhollow' : word,
    );
    if (other === school) continue;
    const pieces = words.split(school);
    places += pieces.length - 1;
    words = pieces.join(other);
  }
  return { words, places };
}

const bothCases = (pairs: readonly (readonly [string, string])[]): ReadonlyMap<string, string> =>
  new Map(
    pairs.flatMap(([one, other]) => [
      [one, other],
      [one.toLowerCase(), other.toLowerCase()],
      [one.toUpperCase(), other.toUpperCase()],
    ]),
  );

const PRONOUNS = bothCases([
  ['She', 'He'],
  ['He', 'She'],
  ['Her', 'His'],
  ['His', 'Her'],
  ['Him', 'Her'],
  ['Herself', 'Himself'],
  ['Himself', 'Herself'],
  ['Mrs', 'Mr'],
  ['Ms', 'Mr'],
  ['Mr', 'Ms'],
  ['Frau', 'Herr'],
  ['Herr', 'Frau'],
  ['Madame', 'Monsieur'],
  ['Monsieur', 'Madame'],
]);

const WORD = /[\p{L}’'-]+/gu;

function swapWords(text: string, swaps: ReadonlyMap<string, string>): Swapped {
  let places = 0;
  const words = text.replace(WORD, (word) => {
    const other = swaps.get(word);
    if (other === undefined) return word;
    places += 1;
    return other;
  });
  return { words, places };
}

/** Behind a word for birth or age: the digits of the year moved by 23 years, an age by as many. */
function swapBirth(text: string): Swapped {
  let places = 0;
  const words = text.replace(BIRTH, (match) => {
    places += 1;
    return match
      .replace(/\b(?:19|20)\d\d\b/g, (year) => String(Number(year) - 23))
      .replace(/\b[2-6]\d\b(?=\s*(?:years|jahre|ans|años|$))/gi, (age) =>
        String(Number(age) > 45 ? Number(age) - 23 : Number(age) + 23),
      );
  });
  return { words, places };
}
const BIRTH =
  /\b(?:date of birth|birth date|birthdate|d\.?o\.?b\.?|born|geboren|geburtsdatum|geb\.|né[e]? le|date de naissance|fecha de nacimiento|nacid[oa]|data di nascita|nat[oa] il|data de nascimento|geboortedatum|data urodzenia|age|alter|âge|edad)\b[^\n]{0,40}/giu;
