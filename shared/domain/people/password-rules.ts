import { fold } from '@/shared/kit/text';
import { COMMON_PASSWORDS, COMMON_WORDS } from './common-passwords';
import { PASSWORD_MAX, PASSWORD_MIN } from './password-length';

/** Why a password is refused. */
export type PasswordProblem = 'too-short' | 'too-long' | 'repetitive' | 'common' | 'personal';

/** Whom a password is for: what others know of them is no secret. */
interface PasswordOwner {
  readonly name: string;
  readonly email: string | null;
}

/** Words of this product, the first that anybody tries here. */
const OWN_WORDS = ['longlist', 'shortlist', 'recruiter', 'recruiting', 'recruitment', 'candidates'];
/** A password of so few different characters, or with so few steps that are not the next key, is one thing over and over. */
const FEWEST_DIFFERENT = 5;
const FEWEST_TURNS = 4;
const LONGEST_PERIOD = 5;
/** What has to be left when a known word is taken away, in characters. */
const FEWEST_LEFT = 6;

/**
 * What speaks against a password, or null. No rules of composition (NIST SP 800-63B § 3.1.1, OWASP ASVS 5 § 6.2): it has to be long, none
 * of those that everybody tries, not one thing over and over, and not what others know of whom it belongs to.
 */
export function passwordProblem(password: string, owner: PasswordOwner): PasswordProblem | null {
  const text = passwordText(password);
  const { length } = [...text];
  if (length < PASSWORD_MIN) return 'too-short';
  if (length > PASSWORD_MAX) return 'too-long';
  const plain = text.toLowerCase();
  if (isRepetitive(plain)) return 'repetitive';
  if (isCommon(plain)) return 'common';
  if (isLittleMoreThan(plain, [...OWN_WORDS, ...wordsOf(owner)])) return 'personal';
  return null;
}

/** A password as it is hashed: the same characters from another keyboard are the same text (NFKC, as NIST SP 800-63B asks). */
export const passwordText = (password: string): string => password.normalize('NFKC');

function isRepetitive(plain: string): boolean {
  const characters = [...plain];
  if (new Set(characters).size < FEWEST_DIFFERENT) return true;
  for (let period = 1; period <= LONGEST_PERIOD; period += 1) {
    if (characters.every((one, at) => at < period || one === characters[at - period])) return true;
  }
  const turns = characters.filter((one, at) => at > 0 && !isNextTo(characters[at - 1] ?? '', one));
  return turns.length < FEWEST_TURNS;
}

/** The rows of a keyboard and the alphabet, each there and back; digits go round. */
const RUNS = [
  'abcdefghijklmnopqrstuvwxyz',
  '12345678901',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'qwertzuiop',
  'yxcvbnm',
  'azertyuiop',
  'qsdfghjklm',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
];

const isNextTo = (before: string, one: string): boolean =>
  before === one || RUNS.some((run) => run.includes(before + one) || run.includes(one + before));

function isCommon(plain: string): boolean {
  if (COMMON_PASSWORDS.has(plain)) return true;
  const letters = withoutDisguise(plain);
  return COMMON_PASSWORDS.has(letters) || isLittleMoreThan(plain, COMMON_WORDS);
}

/** Whether so little is left of it without these words that it is one of them with something put behind. */
function isLittleMoreThan(plain: string, words: readonly string[]): boolean {
  return [fold(plain), withoutDisguise(plain)].some((given) => {
    let left = given;
    for (const word of words) left = left.replaceAll(word, '');
    // Digits and signs behind a word are years and exclamation marks.
    return left.length < given.length && left.replace(/[^\p{L}]/gu, '').length < FEWEST_LEFT;
  });
}

/** `P@ssw0rd` is `password`. */
const DISGUISES: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};
const withoutDisguise = (plain: string): string =>
  fold([...plain].map((one) => DISGUISES[one] ?? one).join(''));

/** Names and the parts of an address that are long enough to tell. */
const wordsOf = ({ name, email }: PasswordOwner): readonly string[] =>
  [
    fold(email ?? ''),
    fold((email ?? '').split('@')[0] ?? ''),
    ...fold(`${name} ${email ?? ''}`).split(/[^\p{L}\p{N}]+/u),
  ]
    .filter((word) => word.length >= 4)
    .toSorted((a, b) => b.length - a.length);
