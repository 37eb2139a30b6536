import { isGivenName } from '@/shared/domain/parsing/person-names';
import { nicknameGroups } from './nicknames';
import { foldToLatin, oneLetterApart, spelling } from './spelling';

/** A word of a name, ready to be compared. */
interface NameWord {
  /** Folded, in Latin letters. */
  readonly text: string;
  readonly spelling: string;
}

/** A person's name, ready to be compared. */
export interface PersonName {
  /** Given names first where that could be told ("Müller, Anna" is turned round); titles and particles left out. */
  readonly words: readonly NameWord[];
  /** The words in alphabetical order. */
  readonly sorted: string;
  /** The spellings in alphabetical order: what is counted to know how common a name is. '' without a name. */
  readonly key: string;
}

/** How two names differ although they may be one person's. */
export type NameDifference =
  | 'spelling'
  | 'nickname'
  | 'initial'
  | 'typo'
  | 'more-words'
  /** One of two words agrees: the given name (a name changed by marriage), or the family name (relatives). */
  | 'other-family-name'
  | 'other-given-name'
  | 'different'
  /** One of the two has no name. */
  | 'no-name';

/** Words looked at of one name: longer ones are a whole heading taken for a name. */
const MOST_WORDS = 6;

export function personName(written: string): PersonName {
  const parts = foldToLatin(written.slice(0, 200))
    .replace(/['’‘ʼ`]/g, '')
    .split(',');
  const [family = '', given = '', ...rest] = parts;
  // "Anna Müller, PhD" has a comma too: only a part that is more than titles was turned round.
  const turned = parts.length >= 2 && wordsIn(given).length > 0 && rest.length === 0;
  const words = wordsIn(turned ? `${given} ${family}` : parts.join(' '))
    .slice(0, MOST_WORDS)
    .map((text) => ({ text, spelling: spelling(text) }));
  const joined = (texts: readonly string[]): string => texts.toSorted().join(' ');
  return {
    words,
    sorted: joined(words.map((word) => word.text)),
    key: joined(words.map((word) => word.spelling)),
  };
}

function wordsIn(text: string): readonly string[] {
  const words = text.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '' && !TITLES.has(word));
  const telling = words.filter((word) => !PARTICLES.has(word));
  // Le, Van and Do are names where names are short.
  return telling.length > 1 ? telling : words;
}

/**
 * How two names differ: nothing when they are the same in any order. Words are paired off whatever their order, the closest first; a name
 * that is a part of the other ("Anna Müller", "Anna Maria Müller-Lüdenscheidt") differs by more words. The same for (a, b) and (b, a).
 */
export function compareNames(a: PersonName, b: PersonName): readonly NameDifference[] {
  if (a.key === '' || b.key === '') return ['no-name'];
  if (a.sorted === b.sorted) return [];
  const [short, long] = inOrder(a, b);
  const open = new Set(short.words);
  const left = new Set(long.words);
  const differences: NameDifference[] = [];
  for (const { difference, agree } of CLOSENESS) {
    for (const word of open) {
      const other = [...left].find((candidate) => agree(word, candidate));
      if (other === undefined) continue;
      open.delete(word);
      left.delete(other);
      if (difference !== null) differences.push(difference);
    }
  }
  if (open.size > 0) return [conflict(short, long, open, left)];
  const slips = differences.filter((one) => one === 'typo').length;
  if (slips > 1) return ['different'];
  // One word, or one beside initials, agrees with half the world.
  const telling = short.words.filter((word) => word.text.length > 1);
  if (telling.length === 0 || (short.words.length === 1 && long.words.length > 1)) {
    return ['no-name'];
  }
  if (left.size > 0) differences.push('more-words');
  return [...new Set(differences)].sort();
}

function inOrder(a: PersonName, b: PersonName): readonly [PersonName, PersonName] {
  if (a.words.length !== b.words.length) return a.words.length < b.words.length ? [a, b] : [b, a];
  return a.sorted < b.sorted ? [a, b] : [b, a];
}

const CLOSENESS: readonly {
  readonly difference: NameDifference | null;
  readonly agree: (a: NameWord, b: NameWord) => boolean;
}[] = [
  { difference: null, agree: (a, b) => a.text === b.text },
  { difference: 'spelling', agree: (a, b) => a.spelling === b.spelling && a.text.length > 1 },
  { difference: 'nickname', agree: sharesNickname },
  { difference: 'typo', agree: isTypo },
  { difference: 'initial', agree: isInitial },
];

function sharesNickname(a: NameWord, b: NameWord): boolean {
  const groups = nicknameGroups(a.text);
  return groups.length > 0 && nicknameGroups(b.text).some((group) => groups.includes(group));
}

/** Maria and Mario are two people: a letter's difference between two given names is no slip. */
function isTypo(a: NameWord, b: NameWord): boolean {
  const lengths = [a.text.length, b.text.length];
  if (Math.min(...lengths) < 3 || Math.max(...lengths) < 4) return false;
  if (!oneLetterApart(a.text, b.text)) return false;
  return !(isGivenName(a.text) && isGivenName(b.text));
}

function isInitial(a: NameWord, b: NameWord): boolean {
  const [short, long] = a.text.length === 1 ? [a, b] : [b, a];
  return short.text.length === 1 && long.text.startsWith(short.text);
}

/** What the words that found no partner say: the first word of a name is taken for the given one, the last for the family's. */
function conflict(
  short: PersonName,
  long: PersonName,
  open: ReadonlySet<NameWord>,
  left: ReadonlySet<NameWord>,
): NameDifference {
  if (open.size === short.words.length) return 'different';
  const firstIsOpen = (name: PersonName, words: ReadonlySet<NameWord>): boolean =>
    name.words[0] !== undefined && words.has(name.words[0]);
  return firstIsOpen(short, open) || firstIsOpen(long, left)
    ? 'other-given-name'
    : 'other-family-name';
}

const TITLES: ReadonlySet<string> = new Set(
  'dr prof professor mr mrs ms miss mag dipl ing phd mba msc bsc md jr sr herr frau sir shri smt cv resume'.split(
    ' ',
  ),
);
const PARTICLES: ReadonlySet<string> = new Set(
  'de da do dos das del della di du des la le los las van von der den ter ten zu zur el al bin ibn'.split(
    ' ',
  ),
);
