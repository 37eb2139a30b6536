import type { BlindField } from './settings';

/** What is known of the person a text is about, as read from it or entered. */
export interface Known {
  readonly names: readonly string[];
  /** E-mail addresses, numbers and links as written. */
  readonly contacts: readonly string[];
  readonly schools: readonly string[];
  /** Street addresses as written. */
  readonly addresses: readonly string[];
}

/** Stands for each character that was taken out. */
export const HIDDEN = '█';

/** Longer values are no names; a file may say so all the same. */
const LONGEST = 300;
const MOST = 60;

/**
 * The text without what the fields stand for. Every character that is taken out leaves one `HIDDEN` behind, and line ends stay, so that
 * places in the text stay right; nothing of what stood there is in the answer. It takes out rather too much than too little: a name
 * that is also a word goes wherever it stands.
 */
export function hideInText(text: string, known: Known, fields: readonly BlindField[]): string {
  const hidden = new Uint8Array(text.length);
  let isHidden = false;
  const hide = (from: number, to: number): void => {
    isHidden = true;
    hidden.fill(1, from, to);
  };
  for (const field of fields) {
    for (const [from, to] of tellingIn(text, field)) hide(from, to);
    switch (field) {
      case 'name':
        for (const name of known.names) hidePhrase(text, name, hide);
        hideWords(text, wordsOf(known.names), hide);
        break;
      case 'contact':
        for (const value of known.contacts) {
          hidePhrase(text, value, hide);
          const number = DIGIT.test(text) ? numberPattern(value) : null;
          if (number !== null) hideAll(text, number, hide);
        }
        break;
      case 'address':
        for (const address of known.addresses) hidePhrase(text, address, hide);
        break;
      case 'schools':
        for (const school of known.schools) hidePhrase(text, school, hide, ITS_TOWN);
        break;
      case 'study-years':
        for (const school of known.schools) hideYearsNear(text, school, hide);
        break;
      case 'birth':
      case 'gender':
      case 'origin':
        break;
    }
  }
  return isHidden ? withoutHidden(text, hidden) : text;
}

type Range = readonly [from: number, to: number];

/** What tells by itself, whoever it is about. Short texts, such as skills and employers, are those of many people: what they hold is kept. */
function tellingIn(text: string, field: BlindField): readonly Range[] {
  if (text.length > KEPT_LENGTH) return findTelling(text, field);
  const key = `${field}:${text}`;
  const kept = KEPT.get(key);
  if (kept !== undefined) return kept;
  const found = findTelling(text, field);
  if (KEPT.size >= MOST_KEPT) KEPT.clear();
  KEPT.set(key, found);
  return found;
}
const KEPT = new Map<string, readonly Range[]>();
const KEPT_LENGTH = 80;
const MOST_KEPT = 20_000;

function findTelling(text: string, field: BlindField): readonly Range[] {
  const ranges: Range[] = [];
  const hide = (from: number, to: number): void => {
    ranges.push([from, to]);
  };
  const all = (...patterns: readonly RegExp[]): void => {
    for (const pattern of patterns) hideAll(text, pattern, hide);
  };
  const hasDigits = DIGIT.test(text);
  switch (field) {
    case 'contact':
      if (text.includes('@')) all(EMAIL);
      if (text.includes('.')) all(LINK);
      if (!hasDigits) break;
      for (const found of text.matchAll(PHONE)) {
        if (!DATES.test(found[0])) hide(found.index, found.index + found[0].length);
      }
      break;
    case 'birth':
      all(BIRTH, BIRTH_LABEL);
      if (hasDigits) all(AGE, WHOLE_DATE);
      break;
    case 'gender':
      all(GENDER_LINE);
      hideWords(text, GENDERED, hide);
      break;
    case 'origin':
      all(ORIGIN, ORIGIN_LABEL);
      break;
    case 'address':
      all(ADDRESS_LINE);
      if (hasDigits) all(...STREETS);
      break;
    case 'name':
    case 'schools':
    case 'study-years':
      break;
  }
  return ranges;
}

const DIGIT = /\d/;

function hideAll(text: string, pattern: RegExp, hide: Hide): void {
  for (const found of text.matchAll(pattern)) hide(found.index, found.index + found[0].length);
}

type Hide = (from: number, to: number) => void;

/** Every place where the phrase stands, in any case and broken over lines as words are. */
function hidePhrase(text: string, phrase: string, hide: Hide, after = ''): void {
  // Spaces may be many more in the text, but no fewer.
  if (text.length < phrase.trim().replace(/\s+/gu, ' ').length) return;
  const pattern = patternOf(phrase, after);
  if (pattern !== null) hideAll(text, pattern, hide);
}

/** What stands behind the name of a school, after a comma: the town that tells it again. */
const ITS_TOWN = '(?:,[ \\t]{0,3}[^\\n\\t|•·\\d(]{0,40})?';

function patternOf(phrase: string, after = ''): RegExp | null {
  const words = phrase.trim().split(/\s+/u);
  if (phrase.trim().length < 2 || phrase.length > LONGEST) return null;
  return new RegExp(
    words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('\\s+') + after,
    'giu',
  );
}

/** A number is written now so, now so: its last digits, with others before them and anything usual between. */
function numberPattern(value: string): RegExp | null {
  const digits = value.replace(/\D/g, '').slice(-7);
  if (digits.length < 6 || /[\p{L}@/]/u.test(value)) return null;
  const between = '[\\s().\\/-]{0,3}';
  return new RegExp(`[+(]{0,2}(?:\\d${between}){0,9}${[...digits].join(between)}(?!\\d)`, 'g');
}

const WORD = /[\p{L}\p{M}][\p{L}\p{M}'’]*/gu;

/** Single words, whole, compared without case and accents. Chinese, Japanese and Korean names stand in a row without spaces: those are found anywhere. */
function hideWords(text: string, words: ReadonlySet<string>, hide: Hide): void {
  for (const found of text.matchAll(WORD)) {
    if (words.has(folded(found[0]))) hide(found.index, found.index + found[0].length);
  }
  for (const word of words) {
    if (UNSPACED.test(word)) hidePhrase(text, word, hide);
  }
}
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]{2,}/u;

/** By the list of names: it is asked for with every text about somebody. */
const WORDS = new WeakMap<readonly string[], ReadonlySet<string>>();
function wordsOf(names: readonly string[]): ReadonlySet<string> {
  const kept = WORDS.get(names);
  if (kept !== undefined) return kept;
  const words = wordsIn(names);
  WORDS.set(names, words);
  return words;
}

const wordsIn = (names: readonly string[]): ReadonlySet<string> =>
  new Set(
    names
      .slice(0, MOST)
      .filter((name) => name.length <= LONGEST)
      .flatMap((name) => [...name.matchAll(WORD)].map(([word]) => folded(word)))
      .filter((word) => word.length > 1),
  );

const folded = (word: string): string =>
  word
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/['’]s$/u, '')
    .toLowerCase();

/** Years on the line of a school and on the two beside it. */
function hideYearsNear(text: string, school: string, hide: Hide): void {
  const pattern =
    text.length < school.trim().length || !DIGIT.test(text) ? null : patternOf(school);
  if (pattern === null) return;
  for (const found of text.matchAll(pattern)) {
    const from = lineStart(text, lineStart(text, found.index) - 1);
    const to = lineEnd(text, lineEnd(text, found.index + found[0].length) + 1);
    for (const year of text.slice(from, to).matchAll(YEAR)) {
      hide(from + year.index, from + year.index + year[0].length);
    }
  }
}
const YEAR = /(?<!\d)(?:19|20)\d\d(?!\d)/g;
const lineStart = (text: string, at: number): number =>
  at <= 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', Math.min(at, text.length));
  return end < 0 ? text.length : end;
}

function withoutHidden(text: string, hidden: Uint8Array): string {
  let out = '';
  let from = 0;
  for (let at = 0; at <= text.length; at++) {
    const isHidden = hidden[at] === 1;
    if (at < text.length && !isHidden) continue;
    out += text.slice(from, at);
    if (at < text.length) out += text[at] === '\n' ? '\n' : HIDDEN;
    from = at + 1;
  }
  return out;
}

const EMAIL = /[^\s@<>()]{1,64}@[^\s@<>()]{1,255}/gu;
const LINK =
  /(?:https?:\/\/|www\.)\S{1,500}|\b(?:linkedin|github|gitlab|xing|facebook|instagram|twitter|x|behance|dribbble|t)\.(?:com|me|de)\/\S{1,200}/giu;
/** Seven digits and more with what stands between those of a number; years of a span ("2019 – 2021") are not enough of them. */
const PHONE = /(?<![\p{L}\d])\+?\(?\d(?:[\s().\/-]{0,3}\d){8,14}(?!\d)/gu;
/** A day, as nobody writes of a job: 12.03.1984, 1984-03-12, 12 March 1984. */
const WHOLE_DATE =
  /(?<!\d)(?:\d{1,2}[./-]\d{1,2}[./-](?:19|20)?\d\d|(?:19|20)\d\d[./-]\d{1,2}[./-]\d{1,2}|\d{1,2}\.?\s\p{L}{3,12}\.?\s(?:19|20)\d\d)(?!\d)/gu;

/** "01/2015 - 03/2018" has as many digits as a number. */
const DATES = /^\(?(?:\d{1,2}[\s./-]{1,3}){0,2}(?:19|20)\d\d(?!\d)/;

/** From one of the words to the end of its line, or of its column. */
const TO_LINE_END = '[^\\n\\t|•·;]{0,80}';
const upToLineEnd = (words: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{M}])(?:${words})(?![\\p{L}\\p{M}])${TO_LINE_END}`, 'giu');
/** The same of words that are everyday ones too: only where they name what follows, with a colon or at the beginning of a line or column. */
const labelUpToLineEnd = (words: string): RegExp =>
  new RegExp(
    `(?<=^|[\\n\\t|•·]\\s{0,20}|\\s{2})(?:${words})(?![\\p{L}\\p{M}])${TO_LINE_END}|(?<![\\p{L}\\p{M}])(?:${words})\\s{0,3}[:：]${TO_LINE_END}`,
    'giu',
  );
const BIRTH = upToLineEnd(
  'date of birth|birth ?date|d\\.?o\\.?b\\.?|born(?: on| in)?|geburtsdatum|geburtstag|geboren|née? le|date de naissance|fecha de nacimiento|nacid[oa]|data di nascita|nat[oa] il|data de nascimento|geboortedatum|data urodzenia|födelsedatum|fødselsdato|年龄|年齢|出生|生年月日|生年月|출생|생년월일',
);
const BIRTH_LABEL = labelUpToLineEnd('geb\\.');
const AGE =
  /(?<![\p{L}\p{M}])(?:age|aged|alter|âge|edad|età|idade|leeftijd|wiek)\s{0,3}[:：]?\s{0,3}\d{1,3}(?!\d)|(?<!\d)\d{1,2}[ -]years?[ -]old(?!\p{L})/giu;
const GENDER_LINE = labelUpToLineEnd(
  'gender|sex|geschlecht|sexe|sexo|sesso|geslacht|płeć|kön|kjønn|pronouns|性别|性別|성별',
);
const GENDERED: ReadonlySet<string> = new Set(
  'she he her hers his him herself himself mr mrs ms miss sir madam herr frau madame monsieur mademoiselle senor senora sra señora signor signora sig woman man female male weiblich mannlich femme homme mujer hombre donna uomo husband wife mother father mum dad'
    .split(' ')
    .map(folded),
);
const ORIGIN = upToLineEnd(
  'nationality|citizenship|citizen of|place of birth|birthplace|marital status|married|unmarried|single mother|single father|ethnicity|nationalität|staatsangehörigkeit|staatsbürgerschaft|geburtsort|familienstand|verheiratet|ledig|geschieden|nationalité|lieu de naissance|situation familiale|état civil|célibataire|marié|mariée|nacionalidad|lugar de nacimiento|estado civil|nazionalità|stato civile|luogo di nascita|nacionalidade|nationaliteit|burgerlijke staat|narodowość|obywatelstwo|stan cywilny|nationalitet|civilstånd|国籍|民族|婚姻状况|婚姻|籍贯|政治面貌|국적|결혼',
);
const ORIGIN_LABEL = labelUpToLineEnd('children|religion|caste|konfession|kinder|enfants');
const ADDRESS_LINE = labelUpToLineEnd(
  'address|home address|anschrift|adresse|domicile|dirección|direccion|indirizzo|endereço|morada|adres|住所|地址|주소',
);

/** Words as they are written in and at the beginning of names, and in capitals: other letters in them are other words. */
const written = (words: string): string =>
  words
    .split('|')
    .flatMap((word) => [
      word,
      word.charAt(0).toUpperCase() + word.slice(1),
      word.toLocaleUpperCase('en'),
    ])
    .join('|');
const ENGLISH_STREET = written(
  'street|st|road|rd|avenue|ave|lane|ln|terrace|close|drive|dr|way|court|ct|square|sq|place|pl|gardens|gdns|crescent|boulevard|blvd|row|hill|walk|mews|grove|highway|parkway|quay',
);
const FLAT = written('apt|apartment|flat|unit|suite');

/** A house and its street as they are written in several countries, and codes of towns where a town follows or they are unmistakable. */
const STREETS: readonly RegExp[] = [
  new RegExp(
    `(?<![\\p{L}\\d])\\d{1,5}\\s?[A-Za-z]?,?\\s{1,2}(?:\\p{Lu}[\\p{L}'’.-]{0,30}\\s{1,2}){1,4}(?:${ENGLISH_STREET})(?!\\p{L})\\.?(?:,?\\s(?:${FLAT}|#)\\.?\\s?\\w{1,6})?`,
    'gu',
  ),
  /(?<![\p{L}\d])\p{Lu}[\p{L}.-]{1,40}(?:\s\p{Lu}[\p{L}.-]{1,30}){0,2}[\s-]?(?:straße|strasse|str\.|weg|platz|allee|gasse|ufer|damm|straat|laan|gatan|vej|gata|vägen)\s{0,2}\d{1,4}\s?[a-z]?(?![\p{L}\d])/giu,
  /(?<![\p{L}\d])(?:\d{1,4}(?:\s?(?:bis|ter))?,?\s{1,2})?(?:rue|boulevard|allée|chemin|impasse|quai|calle|c\/|avenida|avda\.|paseo|plaza|viale|piazza|corso|rua|travessa|ulica|ul\.)\s(?:[\p{L}'’.-]{1,30}[\s,]{1,2}){1,5}(?:n[º°o.]{1,2}\s?)?\d{1,4}(?!\d)/giu,
  /(?<![\p{L}\d])\d{1,4}(?:\s?(?:bis|ter))?,?\s{1,2}(?:rue|avenue|boulevard|allée|chemin|impasse|quai|place)\s(?:(?:de|du|des|la|le|les|d['’]|l['’])\s?){0,3}\p{L}[\p{L}'’-]{0,30}(?:\s\p{L}[\p{L}'’-]{0,30}){0,3}/giu,
  /(?<![\p{L}\d])(?:Via|VIA)\s(?:\p{Lu}[\p{L}'’.-]{0,30}[\s,]{1,2}){1,4}\d{1,4}(?!\d)/gu,
  /(?<![\p{L}\d])[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}(?![\p{L}\d])/gu,
  /(?<=^|[,\n\t|•·]\s{0,3})(?:[A-Z]{1,2}-)?(?!(?:19|20)\d\d\s)\d{4,5}(?:\s?[A-Z]{2}(?=\s))?(?=\s{1,2}\p{Lu}\p{L}{2})/gu,
  /(?<=,\s?[A-Z]{2}\s{1,2})\d{5}(?:-\d{4})?(?!\d)/gu,
];
