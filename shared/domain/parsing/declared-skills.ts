import type { CvLine } from './cv-lines';
import { findDates } from './dates';
import type { Line } from './extracted-document';
import { readLanguageName } from './language-names';
import type { Reading } from './reading';
import type { Section } from './sections';
import { skillsIn } from './skill-matches';
import { type Span, spanOf, splitSpan, subSpan, trimSpan } from './spans';
import { isEveryday, skillKey, skillNamed } from './taxonomy';
import { isProse } from './word-scores';

/** One item of a list of skills, as the person wrote it. */
export interface DeclaredItem {
  readonly span: Span;
  /** Years stated beside it. */
  readonly years: number | null;
}

const LONGEST_ITEM = 70;
const SEPARATORS =
  /\s*[;|¦•●○◯⬤★☆·▪▫◦‣∙⋅■□➢✓✔❖◆◇➤►▶\u2022\uf0b7\uf0a7\uf0d8]+\s*|\s*[,，、](?!\d)\s*|\s+[\/]\s+|\t+|\s{3,40}/gu;
const DASHES = /\s+[–—-]\s+/gu;
const LEVEL =
  '(?:expert|advanced|proficient|intermediate|beginner|basic|basics|fluent|native|good|very good|excellent|working knowledge|strong|experte|fortgeschritten|grundkenntnisse|sehr gut|gut|avanc[ée]e?|expert[ée]?|interm[ée]diaire|d[ée]butant|bon niveau|ma[iî]trise|avanzado|alto|medio|intermedio|b[áa]sico|avançado|intermediário|avanzato|ottimo|buono|base|gevorderd|uitstekend|goed|basis|zaawansowany|średniozaawansowany|podstawowy|biegły|精通|熟练|熟悉|良好|了解)';
/** A level behind a dash or colon or in brackets. Behind a mere space it is part of the words: "Excel avanzado". */
const LEVEL_BEHIND = new RegExp(
  `\\s*(?:[:：–—-]\\s*${LEVEL}|[(（]\\s*${LEVEL}\\s*[)）])\\s*$`,
  'iu',
);
const RATING_BEHIND = /[\s:–—-]+(?:\d{1,3}\s?%|\d{1,2}\s?\/\s?\d{1,2})\s*$/u;
const YEARS =
  /[\s(–—:-]*(?:less than |over |more than |> ?)?(\d{1,2}(?:[.,]\d)?)\s*\+?\s*(?:years?|yrs?|jahre?n?|ans?|años?|anos?|anni|jaar|lat[a]?|år|年)(?![\p{L}\p{N}])\)?\s*$/iu;
/** Words no item ends in: what stands in the next line belongs to it. */
const UNFINISHED =
  /\s(?:de|del|da|do|di|du|des|of|for|and|und|et|y|e|en|van|von|für|pour|para|w|z|i|&)$/iu;
const CONTACT = /@|\bhttps?:|\bwww\.|\.(?:com|org|net)\b|\/in\/|\d{6}|\d{3}[\s.-]\d{3}/iu;
const ICON = /^(\p{L})\s+\S/u;

/** The items of a section of skills: cells, bullets, chips and lists, without groups' names and levels. */
export function declaredItems(reading: Reading, section: Section): readonly DeclaredItem[] {
  const { text } = reading;
  const items: Span[] = [];
  for (const run of runsOf(reading, section.lines)) {
    if (namesLanguageOnly(run.text)) continue;
    const body = withoutGroupName(run);
    if (body.text === '' || findDates(body.text).some((date) => date.range)) continue;
    const parts = splitList(body);
    for (const part of parts) {
      if (isProse(part.text) || part.text.length > LONGEST_ITEM) {
        items.push(...namedWithin(part));
      } else items.push(...splitPair(part));
    }
  }
  return withoutIcons(items.map((item) => spanOf(text, item.start, item.end)))
    .map(withoutLevel)
    .filter(({ span }) => isItem(span.text));
}

function isItem(words: string): boolean {
  if (words.length < 1 || words.length > LONGEST_ITEM) return false;
  if (skillNamed(words) !== null) return true;
  if (CONTACT.test(words)) return false;
  return /\p{L}/u.test(words) && words.split(/\s+/).length <= 7 && !isProse(words);
}

function withoutLevel(item: Span): DeclaredItem {
  const years = YEARS.exec(item.text);
  let span = years === null ? item : subSpan(item, 0, years.index);
  for (const behind of [LEVEL_BEHIND, RATING_BEHIND, LEVEL_BEHIND]) {
    const level = behind.exec(span.text);
    if (level !== null && level.index > 0) span = subSpan(span, 0, level.index);
  }
  const lead = /^[+>~=–—-]+\s+/u.exec(span.text);
  if (lead !== null) span = subSpan(span, lead[0].length, span.text.length);
  return {
    span: trimmed(span),
    years: years === null ? null : Number((years[1] ?? '0').replace(',', '.')),
  };
}

/** Without the punctuation around it; the dot of ".NET" and closing brackets stay. */
function trimmed(span: Span): Span {
  const loose = trimSpan(span, ',;:|•·–—-*"“”„¦');
  const start = /^[.(]+(?=\s)/.exec(loose.text)?.[0].length ?? 0;
  const bare = start > 0 ? subSpan(loose, start, loose.text.length) : loose;
  const open = bare.text.endsWith('(') ? 1 : 0;
  const dot = /[^.\s]\.$/.test(bare.text) ? 1 : 0;
  return open + dot > 0 ? subSpan(bare, 0, bare.text.length - open - dot) : bare;
}

/** A font of icons gives a letter before each item ("f 招聘", "z 薪酬"): the same one before most of them. */
function withoutIcons(items: readonly Span[]): readonly Span[] {
  const letters = new Map<string, number>();
  for (const item of items) {
    const letter = ICON.exec(item.text)?.[1];
    if (letter !== undefined) letters.set(letter, (letters.get(letter) ?? 0) + 1);
  }
  const icon = [...letters].find(([, count]) => count >= 3 && count * 2 > items.length)?.[0];
  if (icon === undefined) return items;
  return items.map((item) =>
    ICON.exec(item.text)?.[1] === icon ? subSpan(item, 1, item.text.length) : item,
  );
}

/** A line that is only a spoken language and, behind a mark, its level does not list a skill. "Business English" does. */
function namesLanguageOnly(line: string): boolean {
  if (line.length >= 40 || skillNamed(line) !== null) return false;
  const behind = /^(\p{L}+)\s*(?:[:：(–—-]|[ABC][12]\b|$)/u.exec(line);
  return behind?.[1] !== undefined && readLanguageName(behind[1]) !== null;
}

/** The lines as runs: wrapped ones joined, the cells of a row apart. */
function runsOf(reading: Reading, lines: readonly CvLine[]): readonly Span[] {
  const runs: Span[] = [];
  const longest = lines.reduce((most, line) => Math.max(most, line.text.length), 0);
  let open: Span | null = null;
  let previous: CvLine | null = null;
  const close = (): void => {
    if (open !== null) runs.push(open);
    open = null;
  };
  lines.forEach((line, at) => {
    const cells = chipsOf(reading, line);
    if (
      open !== null &&
      previous !== null &&
      cells.length === 1 &&
      goesOn(previous, line, longest)
    ) {
      open = { start: open.start, end: line.end, text: reading.text.slice(open.start, line.end) };
      open = { ...open, text: open.text.replace(/\s*\n\s*/g, joint).replace(/\t/g, ' ') };
    } else {
      close();
      if (cells.length > 1) runs.push(...cells);
      else open = withoutBareColon(line, lines[at + 1]);
    }
    previous = line;
  });
  close();
  return runs;
}

/** A line break inside an item, as long as it was but no gap that would part items. */
const joint = (gap: string): string => ` ${'\u2060'.repeat(gap.length - 1)}`;

/** "Python:" above "Azure:" is a skill whose level is drawn or missing, not the name of a group. */
function withoutBareColon(line: CvLine, next: CvLine | undefined): Span {
  const bare = /^([^:：]+)[:：]$/.exec(line.text)?.[1];
  if (bare === undefined || (next !== undefined && !/[:：]$/.test(next.text))) return line;
  return subSpan(line, 0, bare.length);
}

function goesOn(previous: CvLine, line: CvLine, longest: number): boolean {
  if (line.bullet || previous.segments.length > 1 || line.segments.length > 1) return false;
  if (CONTACT.test(line.text)) return false;
  if (/[,，、&|·•/-]$/.test(previous.text) || UNFINISHED.test(previous.text)) return true;
  const end = previous.text.split(/[,;|•·]/).at(-1) ?? '';
  const start = line.text.split(/[,;|•·]/)[0] ?? '';
  const joined = end !== '' && skillNamed(`${end} ${start}`) !== null;
  if (joined && (/^\p{Ll}/u.test(line.text) || skillNamed(line.text) === null)) return true;
  if (line.gapBefore || /^[^,]{1,45}[:：]/.test(line.text)) return false;
  if (/^[\p{Ll}&(]/u.test(line.text) && skillNamed(line.text) === null)
    return !/^\p{Ll}+\p{Lu}/u.test(line.text);
  return listLike(previous.text) && previous.text.length >= longest * 0.75;
}

/**
 * The cells of a row, and chips set side by side: without commas between them, they stand further apart than words do. A first cell
 * that names a group ("Databases") is left out when a list follows it.
 */
function chipsOf(reading: Reading, line: CvLine): readonly Span[] {
  const [first, second, ...more] = line.segments;
  if (
    first !== undefined &&
    second !== undefined &&
    more.length === 0 &&
    (/^[:：]/.test(second.text) || (listLike(second.text) && !listLike(first.text)))
  )
    return [subSpan(second, /^[:：]\s*/.exec(second.text)?.[0].length ?? 0, second.text.length)];
  return line.segments.flatMap((segment) => cutAtGaps(reading, line, segment));
}

function cutAtGaps(reading: Reading, line: CvLine, segment: Span): readonly Span[] {
  if (/[,;|:，、•·]/.test(segment.text) || !/\s/.test(segment.text)) return [segment];
  const pieces = (lineAt(reading, line.start)?.pieces ?? []).filter(
    (piece) =>
      piece.start >= segment.start &&
      piece.end <= segment.end &&
      reading.text.slice(piece.start, piece.end).trim() !== '',
  );
  const gaps = pieces.slice(1).map((piece, at) => {
    const before = pieces[at];
    return before === undefined
      ? 0
      : (piece.box.x - before.box.x - before.box.width) / Math.max(1, piece.box.height);
  });
  const spaces = gaps.filter((gap) => gap > 0.1);
  if (spaces.length === 0) return [segment];
  const least = Math.min(...spaces);
  const wide = spaces.length > 1 ? Math.max(0.5, least * 1.6) : 0.5;
  const cuts = gaps.flatMap((gap, at) => (gap >= wide ? [pieces[at + 1]?.start ?? 0] : []));
  const starts = [segment.start, ...cuts];
  return starts.map((start, at) => spanOf(reading.text, start, starts[at + 1] ?? segment.end));
}

/** The document's line that holds an offset; lines are in text order. */
function lineAt(reading: Reading, offset: number): Line | undefined {
  const { lines } = reading.document;
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle]?.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return lines[low];
}

const listLike = (text: string): boolean => (text.match(/[,;|•·，、]/g) ?? []).length >= 2;

/** "Languages: Java, C" → "Java, C". */
function withoutGroupName(span: Span): Span {
  const colon = span.text.search(/[:：](?!\/\/)/);
  if (colon <= 0 || colon > 45) return span;
  if (colon === span.text.length - 1) return { ...span, end: span.start, text: '' };
  const head = span.text.slice(0, colon);
  const rest = subSpan(span, colon + 1, span.text.length);
  if (/[,;]/.test(head)) return span;
  // "Excel: advanced" is a skill with its level.
  return LEVEL_BEHIND.test(span.text) && !/[,;]/.test(rest.text) ? span : rest;
}

/** Splits at separators that stand outside brackets: "CSS (SASS, LESS)" is one item. */
function splitList(span: Span): readonly Span[] {
  let masked = span.text;
  if (span.text.includes('(')) {
    masked = '';
    let depth = 0;
    for (const char of span.text) {
      if (char === '(') depth++;
      masked += depth > 0 ? 'x'.repeat(char.length) : char;
      if (char === ')' && depth > 0) depth--;
    }
    if (depth > 0) masked = span.text;
  }
  const shape: Span = { ...span, text: masked };
  const dashes = masked.match(DASHES)?.length ?? 0;
  const pieces = splitSpan(shape, SEPARATORS);
  const split = pieces.length === 1 && dashes >= 2 ? splitSpan(shape, DASHES) : pieces;
  return split.map((piece) => subSpan(span, piece.start - span.start, piece.end - span.start));
}

/** "Tendering HubSpot Solution selling": three names and more of the taxonomy side by side, and nothing else. */
function tiled(span: Span): readonly Span[] | null {
  const matches = skillsIn(span);
  if (matches.length < 3) return null;
  const letters = (text: string): number => text.replace(/\s+/g, '').length;
  const covered = matches.reduce((sum, match) => sum + letters(match.span.text), 0);
  return covered === letters(span.text) ? matches.map((match) => match.span) : null;
}

/** "Word and Excel" where both are skills and the whole is none; also names set side by side without anything between. */
function splitPair(span: Span): readonly Span[] {
  if (!span.text.includes(' ') || skillNamed(span.text) !== null) return [span];
  const pair = /^(.+?)\s+(?:and|und|et|y|e|en|och|oraz)\s+(.+)$/iu.exec(span.text);
  if (
    pair?.[1] !== undefined &&
    pair[2] !== undefined &&
    skillNamed(pair[1]) !== null &&
    skillNamed(pair[2]) !== null
  )
    return [
      subSpan(span, 0, pair[1].length),
      subSpan(span, span.text.length - pair[2].length, span.text.length),
    ];
  return tiled(span) ?? [span];
}

/** A sentence in a section of skills: the skills it names. */
const namedWithin = (span: Span): readonly Span[] =>
  skillsIn(span)
    .filter(({ key }) => !isEveryday(key))
    .map((match) => match.span);

/** What makes two items the same: the words, not the skill they name. */
export const itemKey = (words: string): string => skillKey(words);
