import type { CvLine } from './cv-lines';
import { absolute, type DateRange, findDates } from './dates';
import type { EntryLabel } from './entry-labels';
import type { Purpose } from './entry-rows';
import type { RawEntry } from './raw-entry';
import { type Span, subSpan, trimSpan } from './spans';
import { degreeScore, schoolScore, titleScore } from './word-scores';

const MAX_ENTRIES = 80;
const LONGEST = 300;

/**
 * Entries told as sentences: "Worked as Network Engineer in Stripe from 2017 to 2022.", "MCA from Osmania University in 2023
 * with 61%." Empty where most dated lines of the section are no such sentences.
 */
export function sentenceEntries(
  text: string,
  lines: readonly CvLine[],
  purpose: Purpose,
): readonly RawEntry[] {
  const entries: RawEntry[] = [];
  let dated = 0;
  for (let index = 0; index < lines.length && entries.length < MAX_ENTRIES; index++) {
    const line = lines[index];
    if (line === undefined) break;
    if (findDates(line.text).length > 0) dated++;
    const found = purpose === 'experience' ? jobIn(text, lines, index) : studyIn(line);
    if (found !== null) entries.push(found);
  }
  return entries.length * 2 >= dated ? entries : [];
}

const WORKED =
  /^(?:i\s+)?(?:(?:have|am|was|had)\s+)?(?:(?:presently|currently|previously|now|also|since|at present)\s+)?(?:(?:am|was|have|is)\s+)?(?:been\s+)?(?:worked|working|work|works|served|serving|employed|associated|engaged|joined|experience)\s+/iu;
const BETWEEN = /\s(?:in|at|with|for|of|@)\s+|,\s+/giu;
const DATE_LEAD = /[\s,;(–-]+(?:from|since|during|for|in|between|w\.?e\.?f\.?)?[\s:(–-]*$/iu;

function jobIn(text: string, lines: readonly CvLine[], index: number): RawEntry | null {
  const line = lines[index];
  if (line === undefined || !WORKED.test(line.text)) return null;
  const sentence = wholeSentence(text, line, lines[index + 1]);
  const dates = findDates(sentence.text).find((date) => date.range);
  if (dates === undefined) return null;
  const lead = WORKED.exec(sentence.text)?.[0].length ?? 0;
  const words = withoutLead(subSpan(sentence, lead, dates.start), DATE_LEAD);
  const as = /(?:^|\s)as\s+(?:an?\s+|the\s+)?/iu.exec(words.text);
  if (as === null) return null;
  const before = subSpan(words, 0, as.index);
  const behind = subSpan(words, as.index + as[0].length, words.text.length);
  const told =
    before.text === ''
      ? titleFirst(behind)
      : { title: behind, company: subSpan(before, leadOfName(before), before.text.length) };
  if (told === null || told.title.text === '' || told.title.text.split(' ').length > 8) return null;
  return entryOf(sentence, absolute(dates, sentence.start), [
    ['title', told.title],
    ['company', told.company],
  ]);
}

const leadOfName = (span: Span): number =>
  /^(?:in|at|with|for|by)\s+/iu.exec(span.text)?.[0].length ?? 0;

/** "Data Analyst with Epic Systems, Grand Rapids": the first cut that leaves a title on its left, else the first. */
function titleFirst(words: Span): { readonly title: Span; readonly company: Span } | null {
  const cuts = [...words.text.matchAll(BETWEEN)].map((match) => ({
    title: subSpan(words, 0, match.index),
    company: subSpan(words, match.index + match[0].length, words.text.length),
  }));
  return cuts.find(({ title }) => titleScore(title.text) >= 2) ?? cuts[0] ?? null;
}

/** "MCA from Osmania University in 2023 with 61%." */
function studyIn(line: CvLine): RawEntry | null {
  if (line.text.length > LONGEST) return null;
  const dates = findDates(line.text).at(-1);
  if (dates === undefined) return null;
  const words = withoutLead(subSpan(line, 0, dates.start), DATE_LEAD);
  const from = /\s(?:from|at|through)\s+(?=\p{Lu})/u.exec(words.text);
  if (from === null) return null;
  const degree = subSpan(words, 0, from.index);
  const school = subSpan(words, from.index + from[0].length, words.text.length);
  if (degreeScore(degree.text) < 2 && schoolScore(school.text) < 2.5) return null;
  if (degree.text.split(' ').length > 12) return null;
  return entryOf(line, absolute(dates, line.start), [
    ['degree', degree],
    ['school', school],
  ]);
}

/** The line, with the next where the sentence goes on in it; of the same length as in the document. */
function wholeSentence(text: string, line: CvLine, next: CvLine | undefined): Span {
  const goesOn =
    next !== undefined &&
    !next.bullet &&
    !next.gapBefore &&
    !/\.$/.test(line.text) &&
    next.end - line.start <= LONGEST &&
    next.start >= line.end &&
    !WORKED.test(next.text);
  const end = goesOn ? next.end : Math.min(line.end, line.start + LONGEST);
  return { start: line.start, end, text: text.slice(line.start, end).replace(/\s/g, ' ') };
}

const withoutLead = (span: Span, lead: RegExp): Span =>
  subSpan(span, 0, span.text.search(lead) < 0 ? span.text.length : span.text.search(lead));

function entryOf(
  sentence: Span,
  dates: DateRange,
  told: readonly (readonly [EntryLabel, Span])[],
): RawEntry {
  const named = told
    .map(([label, span]) => [label, trimSpan(span, ',;:.|•·–—-')] as const)
    .filter(([, span]) => span.text !== '');
  return {
    dates,
    head: [],
    labelled: new Map(named),
    body: [],
    start: sentence.start,
    end: sentence.end,
  };
}
