import { fold } from '@/shared/kit/text';

/**
 * A folded word of a name brought to one spelling: the ways in which ä, й, ж, ou, ee … are written in plain letters, and
 * what is not heard. Two words of one spelling are taken for the same name (Mueller, Müller; Yevgeny, Evgeny, Евгений;
 * González, Gonzales). Words that fall together by it although they differ (Han, Hann) cost little: more has to agree.
 */
export function spelling(folded: string): string {
  let word = folded;
  for (const [written, heard] of RULES) word = word.replace(written, heard);
  return word;
}

const RULES: readonly (readonly [RegExp, string])[] = [
  [/ee/g, 'i'],
  [/oo|ou/g, 'u'],
  [/ae/g, 'a'],
  [/oe/g, 'o'],
  [/ue/g, 'u'],
  [/ph/g, 'f'],
  [/(t)?sch/g, 'sh'],
  [/ck|q/g, 'k'],
  [/kh/g, 'h'],
  [/c(?=[aoulrt]|$)/g, 'k'],
  [/x/g, 'ks'],
  [/([tdbg])h/g, '$1'],
  [/w/g, 'v'],
  [/z/g, 's'],
  [/[yj]/g, 'i'],
  [/(.)\1+/g, '$1'],
  [/^ie/, 'e'],
  [/(?<=.)h$/, ''],
  [/(?<=..)ei$/, 'i'],
];

/** Folds like the search index and writes Cyrillic and Greek in Latin letters, so that a CV in either is compared with an English one. */
export function foldToLatin(text: string): string {
  // Composed first: folding takes the breve off й, which would make it another letter.
  const lower = text.normalize('NFC').toLowerCase();
  const latin = /[\u0370-\u03ff\u0400-\u04ff]/.test(lower)
    ? [...lower].map((letter) => LETTERS[letter] ?? letter).join('')
    : lower;
  return fold(latin);
}

const LETTERS: Readonly<Record<string, string>> = Object.fromEntries([
  ...pairs(
    'а a б b в v г g д d е e ё e ж zh з z и i й y к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh щ shch ы y э e ю yu я ya є ye і i ї yi ґ g ј j љ lj њ nj ћ c ђ d џ dz',
  ),
  ...pairs(
    'α a ά a β v γ g δ d ε e έ e ζ z η i ή i θ th ι i ί i κ k λ l μ m ν n ξ x ο o ό o π p ρ r σ s ς s τ t υ y ύ y φ f χ ch ψ ps ω o ώ o',
  ),
  ['ъ', ''],
  ['ь', ''],
] as const);

function pairs(list: string): readonly (readonly [string, string])[] {
  const words = list.split(' ');
  return words.flatMap((word, at) => (at % 2 === 0 ? [[word, words[at + 1] ?? ''] as const] : []));
}

/**
 * Whether one letter more, less, other or changed with its neighbour makes one word the other. Linear in the words' length.
 */
export function oneLetterApart(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let end = 0;
  const most = Math.min(a.length, b.length) - start;
  while (end < most && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  const restA = a.slice(start, a.length - end);
  const restB = b.slice(start, b.length - end);
  if (restA.length <= 1 && restB.length <= 1) return true;
  return restA.length === 2 && restB.length === 2 && restA[0] === restB[1] && restA[1] === restB[0];
}
