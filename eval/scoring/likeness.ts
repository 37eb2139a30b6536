import { dateKey, digitsOf, fold, squeezed, tokensOf } from './normalise';

/** From here on two texts count as the same. */
export const ALIKE = 0.8;

const LEGAL_FORMS = new Set(
  'inc llc ltd limited gmbh ag sa spa plc co corp corporation company pvt private llp bv nv kg se the'.split(
    ' ',
  ),
);
const SMALL_WORDS = new Set('in of the and de des du et y e di la le der fur'.split(' '));

/** How alike two titles are, 0..1: the Dice measure of their words, or of their letters where those are nearly all the same. */
export const titleLikeness = (a: string, b: string): number => likeness(tokensOf(a), tokensOf(b));

/** The same for companies and schools, whose legal form does not count. */
export const organisationLikeness = (a: string, b: string): number =>
  likeness(withoutLegalForm(tokensOf(a)), withoutLegalForm(tokensOf(b)));

/** How alike a degree is to any of the ways the truth gives for it; all words of one of them within few others are enough. */
export function degreeLikeness(
  truth: { readonly degree: string; readonly alternatives: readonly string[] },
  read: string,
): number {
  const given = tokensOf(read).filter((word) => !SMALL_WORDS.has(word));
  let best = 0;
  for (const way of [truth.degree, ...truth.alternatives].filter((one) => one !== '')) {
    best = Math.max(best, titleLikeness(way, read));
    const words = tokensOf(way).filter((word) => !SMALL_WORDS.has(word));
    const within =
      words.join('').length >= 2 &&
      given.length <= words.length + 8 &&
      words.every((word) => given.includes(word));
    // The second of the alternatives is the bare level ("Master"), which proves nothing by itself.
    if (within && way !== truth.alternatives[1]) best = Math.max(best, 0.9);
  }
  return best;
}

/** The same words in any order, titles aside, or the same letters with spaces elsewhere. */
export function sameName(a: string, b: string): boolean {
  const one = nameWords(a);
  const other = nameWords(b);
  if (one.length === 0 || other.length === 0) return false;
  return (
    [...one].sort().join(' ') === [...other].sort().join(' ') || one.join('') === other.join('')
  );
}

export const sameEmail = (a: string, b: string): boolean => fold(a).trim() === fold(b).trim();

/** The same digits, a country prefix tolerated on either side. */
export function samePhone(a: string, b: string): boolean {
  const one = digitsOf(a);
  const other = digitsOf(b);
  if (one.length < 6 || other.length < 6) return false;
  return (
    one === other ||
    (Math.min(one.length, other.length) >= 7 &&
      Math.abs(one.length - other.length) <= 4 &&
      (one.endsWith(other) || other.endsWith(one)))
  );
}

/** The town's words stand in what was read, which is not much longer. */
export function samePlace(truth: string, read: string): boolean {
  const town = tokensOf(truth.split(',')[0] ?? '');
  const words = new Set(tokensOf(read));
  return town.length > 0 && town.every((word) => words.has(word)) && words.size <= town.length + 9;
}

/** Exact to the month where the truth has one. */
export function sameDate(truth: string | null, read: string | null): boolean {
  const one = dateKey(truth);
  const other = dateKey(read);
  if (one === '' || other === '') return false;
  if (one === 'present' || other === 'present') return one === other;
  if (one.length === 4) return one === other.slice(0, 4);
  return one === other;
}

export function sameYear(truth: string | null, read: string | null): boolean {
  const one = dateKey(truth);
  const other = dateKey(read);
  if (one === '' || other === '') return false;
  if (one === 'present' || other === 'present') return one === other;
  return one.slice(0, 4) === other.slice(0, 4);
}

function likeness(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return 0;
  const byWords = dice(a, b);
  if (byWords >= ALIKE) return byWords;
  const byLetters = editSimilarity(a.join(' '), b.join(' '));
  return byLetters >= 0.85 ? Math.max(byWords, byLetters) : byWords;
}

function dice(a: readonly string[], b: readonly string[]): number {
  const one = new Set(a);
  const other = new Set(b);
  let shared = 0;
  for (const word of one) if (other.has(word)) shared++;
  return (2 * shared) / (one.size + other.size);
}

function editSimilarity(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 12) return 0;
  let before = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const now = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = (before[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      now[j] = Math.min((before[j] ?? 0) + 1, (now[j - 1] ?? 0) + 1, swap);
    }
    before = now;
  }
  return 1 - (before[b.length] ?? 0) / Math.max(a.length, b.length, 1);
}

function withoutLegalForm(words: readonly string[]): readonly string[] {
  const rest = words.filter((word) => !LEGAL_FORMS.has(word));
  return rest.length > 0 ? rest : words;
}

const nameWords = (name: string): readonly string[] =>
  squeezed(name.replace(/\b(dr|mr|mrs|ms|prof|dipl|ing|phd|msc)\b\.?/gi, ' '))
    .split(' ')
    .filter((word) => word !== '');
