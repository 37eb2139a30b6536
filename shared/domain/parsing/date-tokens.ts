import { fold } from '@/shared/kit/text';
import { isPresentWord, monthOf, seasonOf } from './month-names';

export interface Token {
  readonly kind: 'word' | 'number' | 'mark';
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export interface DateAt {
  readonly year: number | null;
  readonly month: number | null;
  readonly present: boolean;
  /** Index of the first token behind the date. */
  readonly next: number;
}

const OLDEST = 1940;
const NEWEST = 2060;
const TOKENS = /\p{Script=Han}|(?:(?!\p{Script=Han})\p{L})+|\d+|[^\s\p{L}\d]/gu;

export function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(TOKENS)) {
    const value = match[0];
    const kind = /^\d/.test(value) ? 'number' : /^\p{L}/u.test(value) ? 'word' : 'mark';
    const start = match.index;
    tokens.push({
      kind,
      text: kind === 'word' ? fold(value) : value,
      start,
      end: start + value.length,
    });
  }
  return tokens;
}

export function monthAlone(tokens: readonly Token[], index: number): DateAt | null {
  const token = tokens[index];
  if (token?.kind !== 'word') return null;
  const month = monthOf(token.text);
  if (month === null) return null;
  const next = tokens[index + 1]?.text === '.' ? index + 2 : index + 1;
  return { year: null, month, present: false, next };
}

/** One date that begins at this token: month and year, numbers with separators, a year alone, or "today". */
export function dateAt(tokens: readonly Token[], index: number): DateAt | null {
  const token = tokens[index];
  if (token === undefined) return null;
  if (token.kind === 'word') return wordDateAt(tokens, index, token);
  if (token.kind === 'number') return numberDateAt(tokens, index, token);
  if (token.text === "'" || token.text === '’' || token.text === '‘')
    return apostropheYear(tokens, index, null);
  return null;
}

function wordDateAt(tokens: readonly Token[], index: number, token: Token): DateAt | null {
  const open = presentAt(tokens, index);
  if (open !== null) return open;
  const month = monthOf(token.text) ?? seasonOf(token.text);
  if (month !== null) return yearAfterMonth(tokens, index + 1, month);
  // "Q3 2020" arrives as the word "q", a number and a year.
  const part = partOfYear(token, tokens[index + 1]);
  if (part !== null) return yearAfterMonth(tokens, index + 2, part);
  return eraYear(tokens, index);
}

/** The first month of a quarter or of a half of a year: "Q3", "H2". */
function partOfYear(letter: Token | undefined, digit: Token | undefined): number | null {
  const part = digit?.kind === 'number' && digit.text.length === 1 ? Number(digit.text) : 0;
  if (letter?.text === 'q' && part >= 1 && part <= 4) return part * 3 - 2;
  return letter?.text === 'h' && (part === 1 || part === 2) ? part * 6 - 5 : null;
}

/** The year before the first of a Japanese era. */
const ERAS: Readonly<Record<string, number>> = { 令和: 2018, 平成: 1988, 昭和: 1925 };

const NO_TOKEN: Token = { kind: 'mark', text: '', start: 0, end: 0 };

/** "平成30年4月" */
function eraYear(tokens: readonly Token[], index: number): DateAt | null {
  if (!isHan(tokens[index] ?? NO_TOKEN, '令平昭')) return null;
  const before = ERAS[`${tokens[index]?.text ?? ''}${tokens[index + 1]?.text ?? ''}`];
  const count = tokens[index + 2];
  if (before === undefined || count?.kind !== 'number' || tokens[index + 3]?.text !== '年')
    return null;
  return yearFirst(tokens, index + 2, before + Number(count.text));
}

function yearAfterMonth(tokens: readonly Token[], from: number, month: number): DateAt | null {
  let index = from;
  for (let skipped = 0; skipped < 3; skipped++) {
    const token = tokens[index];
    if (token === undefined) return null;
    const apostrophe = apostropheYear(tokens, index, month);
    if (apostrophe !== null) return apostrophe;
    if (token.kind === 'number') {
      const year = yearOf(token);
      if (year !== null) return { year, month, present: false, next: index + 1 };
      const day = Number(token.text);
      const later = dayThenYear(tokens, index, month);
      if (day >= 1 && day <= 31 && later !== null) return later;
      if (token.text.length === 2 && isYearBehind(tokens, index)) {
        return { year: century(Number(token.text)), month, present: false, next: index + 1 };
      }
      return null;
    }
    if (!".,/-'’‘".includes(token.text) && !['de', 'del', 'of', 'do'].includes(token.text))
      return null;
    index++;
  }
  return null;
}

/** "Jan-15" and "Jan 15 to Mar 18" tell years; "led 15 engineers" and "15 May" do not. */
function isYearBehind(tokens: readonly Token[], index: number): boolean {
  const [last, token, next] = tokens.slice(index - 1, index + 2);
  const gap = (token?.start ?? 0) - (last?.end ?? 0);
  return gap === 0 || (gap === 1 && (next?.kind !== 'word' || isUntil(next)));
}

/** "September 4, 2019": the day is read over. */
function dayThenYear(tokens: readonly Token[], index: number, month: number): DateAt | null {
  for (let next = index + 1; next <= index + 3; next++) {
    const token = tokens[next];
    if (token === undefined) return null;
    const year = token.kind === 'number' ? yearOf(token) : null;
    if (year !== null) return { year, month, present: false, next: next + 1 };
    if (token.kind === 'number') return null;
    if (token.text !== ',' && token.text !== '.' && !/^(?:st|nd|rd|th)$/.test(token.text))
      return null;
  }
  return null;
}

function apostropheYear(
  tokens: readonly Token[],
  index: number,
  month: number | null,
): DateAt | null {
  const mark = tokens[index]?.text;
  if (mark !== "'" && mark !== '’' && mark !== '‘') return null;
  const digits = tokens[index + 1];
  if (digits?.kind !== 'number' || digits.text.length !== 2) return null;
  return { year: century(Number(digits.text)), month, present: false, next: index + 2 };
}

function numberDateAt(tokens: readonly Token[], index: number, token: Token): DateAt | null {
  const year = yearOf(token);
  if (year !== null) return yearFirst(tokens, index, year);
  const value = Number(token.text);
  if (token.text.length > 2 || value < 1 || value > 31) return null;
  const ordinal = /^(?:st|nd|rd|th)$/.test(tokens[index + 1]?.text ?? '') ? 1 : 0;
  const separator = tokens[index + ordinal + 1];
  const second = tokens[index + ordinal + 2];
  // "13. August 2012", "1 de marzo de 2019", "1st June 2019"
  const word =
    separator?.kind === 'word' ? separator : second?.kind === 'word' ? second : undefined;
  const named = word === undefined ? null : monthOf(word.text);
  if (word !== undefined && named !== null) {
    return yearAfterMonth(tokens, tokens.indexOf(word, index) + 1, named);
  }
  if (separator?.kind !== 'mark' || !'./-–'.includes(separator.text) || second?.kind !== 'number')
    return null;
  const secondYear = yearOf(second);
  if (secondYear !== null) {
    return value <= 12 ? { year: secondYear, month: value, present: false, next: index + 3 } : null;
  }
  const third = tokens[index + 4];
  const thirdYear = third?.kind === 'number' ? yearOf(third) : null;
  if (thirdYear !== null && tokens[index + 3]?.text === separator.text) {
    const other = Number(second.text);
    // Day first is the wider habit; the American order is taken where only it makes a month.
    const month = other >= 1 && other <= 12 ? other : value;
    return month <= 12 ? { year: thirdYear, month, present: false, next: index + 5 } : null;
  }
  return shortMonthYear(tokens, index, value);
}

/**
 * "06/19", "04.15": a month and two digits of a year, at the end of the text or beside a dash with another such date; else
 * it is as well a share or a number.
 */
function shortMonthYear(tokens: readonly Token[], index: number, month: number): DateAt | null {
  const [separator, year, behind] = tokens.slice(index + 1, index + 4);
  if (separator === undefined || year?.text.length !== 2 || month > 12) return null;
  const date = { year: century(Number(year.text)), month, present: false, next: index + 3 };
  if (separator.text === '/' && behind === undefined) return date;
  const tight = tokens[index]?.end === separator.start && separator.end === year.start;
  if (!tight || !'./'.includes(separator.text) || tokens[index]?.text.length !== 2) return null;
  const other = behind?.kind === 'mark' || isUntil(behind) ? index + 4 : index - 4;
  const twin =
    tokens[other + 1]?.text === separator.text &&
    tokens[other]?.text.length === 2 &&
    tokens[other + 2]?.text.length === 2;
  return twin || presentAt(tokens, index + 4) !== null ? date : null;
}

const isUntil = (token: Token | undefined): boolean =>
  token?.kind === 'word' && /^(?:to|bis|a|do|al|tot|till)$/.test(token.text);

function yearFirst(tokens: readonly Token[], index: number, year: number): DateAt | null {
  const separator = tokens[index + 1];
  const second = tokens[index + 2];
  const han = separator?.text === '年' || separator?.text === '년';
  if (han && second?.kind === 'number' && Number(second.text) >= 1 && Number(second.text) <= 12) {
    const closed = tokens[index + 3]?.text === '月' || tokens[index + 3]?.text === '월';
    return {
      year,
      month: Number(second.text),
      present: false,
      next: closed ? index + 4 : index + 3,
    };
  }
  if (han) return { year, month: null, present: false, next: index + 2 };
  // "2020 Q3", "2018 Summer"
  const part = partOfYear(separator, second);
  if (part !== null) return { year, month: part, present: false, next: index + 3 };
  const season = separator?.kind === 'word' ? seasonOf(separator.text) : null;
  if (season !== null) return { year, month: season, present: false, next: index + 2 };
  const tight = separator !== undefined && separator.start === (tokens[index]?.end ?? -1);
  if (
    tight &&
    './-'.includes(separator.text) &&
    second?.kind === 'number' &&
    second.start === separator.end
  ) {
    const month = Number(second.text);
    if (second.text.length === 2 && month >= 1 && month <= 12) {
      const day = tokens[index + 4];
      const full =
        tokens[index + 3]?.text === separator.text &&
        day?.kind === 'number' &&
        day.text.length === 2;
      // In "2009-12" the second number could be a year; a CV that writes months so is far commoner.
      return { year, month, present: false, next: full ? index + 5 : index + 3 };
    }
    if (second.text.length === 1 && month >= 1 && separator.text !== '-') {
      return { year, month, present: false, next: index + 3 };
    }
  }
  return { year, month: null, present: false, next: index + 1 };
}

export function presentAt(tokens: readonly Token[], index: number): DateAt | null {
  const token = tokens[index];
  const next = tokens[index + 1];
  if (token?.kind !== 'word') return null;
  const open = (end: number): DateAt => ({ year: null, month: null, present: true, next: end });
  if (isHan(token, '至现現今'))
    return next !== undefined && isHan(next, '今在') ? open(index + 2) : null;
  if (token.text === '현재') return open(index + 1);
  // "till date", "à ce jour", "in corso", "aujourd'hui", "la fecha"
  for (const [words, length] of PHRASES) {
    if (words.every((word, at) => tokens[index + at]?.text === word)) return open(index + length);
  }
  return isPresentWord(token.text) && token.text !== 'date' ? open(index + 1) : null;
}

const PHRASES: readonly (readonly [readonly string[], number])[] = [
  'till date',
  'to till date',
  'н . в',
  'настоящее время',
  'наст . время',
  'devam ediyor',
  'i dag',
  'dags dato',
  'present day',
  'to date',
  'till now',
  'until now',
  'until today',
  'a ce jour',
  'ce jour',
  'aujourd hui',
  "aujourd ' hui",
  'aujourd ’ hui',
  'la actualidad',
  'la fecha',
  'in corso',
  'o momento',
  'do nadal',
  'nadal',
  'hasta la fecha',
  'the present',
  'date',
  'a oggi',
  'ad oggi',
  'bis heute',
  'bis dato',
  'en curso',
  'en cours',
].map((phrase) => [phrase.split(' '), phrase.split(' ').length] as const);

export const isHan = (token: Token, any: string): boolean =>
  token.text.length === 1 && any.includes(token.text);

function yearOf(token: Token): number | null {
  if (token.text.length !== 4) return null;
  const year = Number(token.text);
  return year >= OLDEST && year <= NEWEST ? year : null;
}

const century = (two: number): number => (two >= 50 ? 1900 + two : 2000 + two);

const DATE_FILLERS = new Set(
  'de del du des a al to till until bis since seit od do dal ce jour d hui la in o en ate hasta'.split(
    ' ',
  ),
);

/** Whether a few words are nothing but (part of) a date or a range: "agosto de", "2024 –", "heute". */
export function isDateWords(text: string): boolean {
  const tokens = text.length > 40 ? [] : tokenize(text);
  return (
    tokens.some((token) => token.kind !== 'mark') &&
    tokens.every((token) => {
      if (token.kind === 'mark') return /^[–—./'’-]$/u.test(token.text);
      if (token.kind === 'number') return token.text.length <= 4;
      const known = monthOf(token.text) ?? seasonOf(token.text);
      return known !== null || isPresentWord(token.text) || DATE_FILLERS.has(token.text);
    })
  );
}
