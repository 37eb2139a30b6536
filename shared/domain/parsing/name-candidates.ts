import { fold } from '@/shared/kit/text';
import type { CvLine } from './cv-lines';
import { agreement, type NameHint } from './name-hints';
import { cleanName, nameShape, nameWords } from './name-words';
import { isGivenName, knownAsName } from './person-names';
import { headingKind } from './section-headings';
import { joinSpans, type Span, spanOf, splitSpan, subSpan } from './spans';
import { titleScore } from './word-scores';

/** Words that may be the person's name, with how they stand on the page. */
export interface NameCandidate {
  readonly span: Span;
  readonly line: CvLine;
  /** Index of the line among all lines. */
  readonly index: number;
  /** Behind "Name:". */
  readonly labelled: boolean;
  /** Under the declaration at the end of the text. */
  readonly signed: boolean;
  /** How far from the start of its line, 0 at the start. */
  readonly depth: number;
  /** Set where the name's parts stand apart from each other, so that no one range of the text holds just it. */
  readonly apart?: string;
}

type Found = Omit<NameCandidate, 'signed'>;

const WHOLE_LABEL =
  /^(?:(?:full |candidate |applicant |candidate's |my |student )?name(?: of (?:the )?(?:candidate|applicant|employee))?|(?:name|full name) in full|nom(?:\(s\))?(?: ?(?:\/|et|,|&) ?pr[ée]nom(?:\(s\)|s)?)?|pr[ée]nom(?:\(s\)|s)?(?: ?(?:\/|et|,|&) ?noms?(?:\(s\))?)|vor- und (?:nach|zu)name|(?:nach|vor)name(?:\(n\)|n)? ?\/ ?(?:vor|nach)name(?:\(n\)|n)?|vorname,? (?:und )?(?:nach)?name|name,? vorname|nombres?(?: completos?| y apellidos?)?|apellidos?(?:\(s\))?(?: ?(?:\/|y|,) ?)nombres?(?:\(s\))?|nome(?: completo| e cognome| e sobrenome| e apelido)?|cognome ?(?:e|\/) ?nome|naam|volledige naam|achternaam ?\/ ?voornaam|imi[ęe] i nazwisko|imi[ęe](?:\(ona\))? ?\/ ?nazwisko|nazwisko(?:\(a\))? ?\/ ?imi[ęe](?:\(ona\))?|surname(?:\(s\))? ?\/ ?first names?(?:\(s\))?|first names?(?:\(s\))? ?\/ ?surnames?(?:\(s\))?|last name ?[/,] ?first name|namn|fullt? na[mv]n|navn|jm[ée]no(?: a p[řr][ií]jmen[ií])?|n[ée]v|nume(?: [șs]i prenume)?|ad[ıi]? soyad[ıi]?|имя|ф\.?и\.?о\.?|фамилия,? имя(?:,? отчество)?|имя и фамилия|ім['’]?я|ονοματεπ[ώω]νυμο|الاسم(?: الكامل)?|الإسم|שם(?: מלא)?|नाम|이름|성명|姓\s*名|氏\s*名|名前|名字)(?=[\s:：=–—./-]|$)\s*[:：=–—-]*\s*/iu;
const GIVEN_LABEL =
  /^(?:first names?|given names?|forenames?|vornamen?|pr[ée]noms?|nombres?|nome|voorna(?:am|men)|imi[ęe]|imiona|f[öo]rnamn|fornavn|jm[ée]no|имя|etunimi)(?:\(s\))?\s*(?:[:：=]|\t| {3,})\s*/iu;
const FAMILY_LABEL =
  /^(?:last names?|surnames?|family names?|nachnamen?|familiennamen?|noms?(?: de famille)?|apellidos?|cognome|sobrenome|apelidos?|achternaam|nazwisko|efternamn|etternavn|efternavn|p[řr][ií]jmen[ií]|фамилия|sukunimi)(?:\(s\))?\s*(?:[:：=]|\t| {3,})\s*/iu;
/** Names of other people: of parents, of the firm, of who vouches for the person. */
const OF_OTHERS =
  /(?:father|mother|spouse|husband|wife|guardian|parent|p[èe]re|m[èe]re|padre|madre|vater|mutter|referees?|references?|supervisor|guide|manager|contact person|emergency|school|college|company|client|project|user)(?:['’]?s)?\s*(?:name)?\s*[:：]|\b[sdwc]\/o\b|\b(?:son|daughter|wife) of\b/iu;

/** What separates a name from what stands beside it on its line. */
const BESIDE =
  /\s*[|•·▪●■♦◆⋄∙✉☎✆➤]\s*|\s+[–—-]\s+|[–—]|\t+|\s{3,}|\s*,\s+(?=\p{Lu}\p{Ll}+\s)|\s*\(?\+?\d[\d ().\/-]{6,20}\d\s*|\s*[^\s|,;:]{1,64}@\S{1,80}\s*|\s*(?:https?:\/\/|www\.|linkedin\.com|github\.com)\S{0,120}\s*|\s*(?<=\s|^)(?:[Ee]-?[Mm]ail|E-MAIL|EMAIL|[Pp]hone|PHONE|[Mm]obile|MOBILE|[Tt]el|[Cc]ell|[Cc]ontact|[Mm]ob|[Aa]ddress|[Pp]h)(?:\s?(?:[Nn]o|[Ii]d|ID|[Nn]umber))?\s*[.:：]+\s*/gu;

const MAX_CANDIDATES = 400;
/** The head of the page, in lines, where most names stand; and from where on the address agrees for sure. */
const HEAD = 12;
const SURE = 0.95;
/** Lines from the top that are looked at one by one; behind them only what the address agrees with, labels and page feet. */
const TOP = 60;
const FAR = 800;

/** Everything that may be the name, from the top of the text on. */
export function nameCandidates(
  text: string,
  lines: readonly CvLine[],
  hints: readonly NameHint[],
): readonly NameCandidate[] {
  const list: NameCandidate[] = [];
  for (const [index, line] of lines.slice(0, FAR).entries()) {
    if (list.length >= MAX_CANDIDATES) break;
    // A name at the top that the address agrees with is the name: the page below is not looked through for another.
    if (index === HEAD && list.some((one) => agreement(one.span.text, hints) >= SURE)) break;
    const labelled = behindLabel(text, lines, index);
    const place = placeOf(lines, index, hints);
    if (labelled.length === 0 && place === 'elsewhere') continue;
    const found = [
      ...labelled,
      ...(place === 'elsewhere' ? [] : onLine(text, line, index)),
      ...(place === 'top' ? overTwoLines(text, lines, index, hints) : []),
    ];
    if (found.length === 0 || isOfOthers(lines, index)) continue;
    const signed = isSignOff(lines, index);
    for (const one of found) list.push({ ...one, signed });
  }
  return list;
}

/**
 * Where on the paper a line stands, for telling which lines are worth a look: near the top, in the head or foot of a page or
 * under a signature, or where only what the address agrees with may be the name.
 */
function placeOf(
  lines: readonly CvLine[],
  index: number,
  hints: readonly NameHint[],
): 'top' | 'edge' | 'elsewhere' {
  const line = lines[index];
  if (line === undefined) return 'elsewhere';
  const { length } = line.text;
  if (index < HEAD) return length <= 90 || index < 8 ? 'top' : 'elsewhere';
  // Further down a name stands alone on a short line: behind a sidebar, or above the second column.
  if (index < TOP && length <= 48 && !line.bullet && !/[.;,]$/.test(line.text)) return 'top';
  if (length > 90) return 'elsewhere';
  if (line.role === 'header' || line.role === 'footer' || isSignOff(lines, index)) return 'edge';
  return length <= 60 && agreement(line.text, hints) >= 0.7 ? 'edge' : 'elsewhere';
}

/** "Father's name: …", or the line below such a label. */
function isOfOthers(lines: readonly CvLine[], index: number): boolean {
  const above = lines[index - 1]?.text ?? '';
  return (
    OF_OTHERS.test((lines[index]?.text ?? '').slice(0, 80)) ||
    (above.length < 40 && /(?:name|[:：])\s*$/i.test(above) && OF_OTHERS.test(`${above}:`))
  );
}

function behindLabel(text: string, lines: readonly CvLine[], index: number): readonly Found[] {
  const line = lines[index];
  if (line === undefined) return [];
  const split = givenAndFamily(lines, index);
  if (split !== null) return [{ ...split, line, index, labelled: true, depth: 0 }];
  const label = WHOLE_LABEL.exec(line.text);
  if (label === null) return [];
  const rest = subSpan(line, label[0].length, line.text.length);
  const next = lines[index + 1];
  const value =
    rest.text === ''
      ? next?.segments[0]
      : (splitSpan(rest, BESIDE).find((piece) => /\p{L}/u.test(piece.text)) ?? rest);
  if (value === undefined) return [];
  const bare = spanOf(text, value.start, value.end);
  // "姓名：李伟 性别：男", "Name: Anil Kumar Gender: Male": the next label ends the value.
  const until = bare.text.search(/\s+\S{1,20}\s?[:：]/u);
  const span = cleanName(until > 1 ? subSpan(bare, 0, until) : bare);
  if (span === null) return [];
  return [{ span, line, index, labelled: true, depth: 0 }];
}

/** "First name: Jane" and "Last name: Doe" within a few lines of each other. */
function givenAndFamily(
  lines: readonly CvLine[],
  index: number,
): { readonly span: Span; readonly apart: string } | null {
  const here = valueBehind(lines[index], GIVEN_LABEL) ?? valueBehind(lines[index], FAMILY_LABEL);
  if (here === null) return null;
  const given = valueBehind(lines[index], GIVEN_LABEL) !== null;
  for (const line of lines.slice(index + 1, index + 4)) {
    const other = valueBehind(line, given ? FAMILY_LABEL : GIVEN_LABEL);
    if (other === null) continue;
    const apart = given ? `${here.text} ${other.text}` : `${other.text} ${here.text}`;
    return { span: { start: here.start, end: other.end, text: apart }, apart };
  }
  return null;
}

function valueBehind(line: CvLine | undefined, label: RegExp): Span | null {
  const match = line === undefined || line.text.length > 90 ? null : label.exec(line.text);
  if (match === null || line === undefined) return null;
  const value = cleanName(subSpan(line, match[0].length, line.text.length));
  return value !== null && /^[\p{L}\p{M}'’. -]{2,40}$/u.test(value.text) ? value : null;
}

function onLine(text: string, line: CvLine, index: number): readonly Found[] {
  const list: Found[] = [];
  const push = (given: Span): void => {
    // What is no name in the end is mostly too long or begins with neither a letter nor a bracket.
    if (given.text.length > 140 || !/\p{L}/u.test(given.text.slice(0, 6))) return;
    const span = cleanName(given);
    if (span !== null)
      list.push({ span, line, index, labelled: false, depth: span.start - line.start });
  };
  // "J A N E   D O E": the gaps between letter-spaced words are as wide as those between columns.
  if (line.segments.length > 1 && /^\p{L}(?:\s{1,8}\p{L}){3,40}$/u.test(line.text)) push(line);
  for (const segment of line.segments.slice(0, 4)) {
    if (segment.text.length > 300 && index > 3) continue;
    const head = segment.text.length > 300 ? subSpan(segment, 0, 300) : segment;
    if (head.text.length <= 80) push(head);
    const pieces = splitSpan(head, BESIDE).slice(0, 4);
    const first = pieces[0];
    if (first?.text !== head.text) for (const piece of pieces) push(piece);
    if (first !== undefined && index < 12) {
      const prefix = beforeTitle(text, first);
      if (prefix !== null) push(prefix);
    }
  }
  return list;
}

/** "Jane Doe Senior Accountant": the name in front of what the person is, where its words are known as a name. */
function beforeTitle(text: string, piece: Span): Span | null {
  const words = [...piece.text.slice(0, 120).matchAll(/[^\s,]+/g)].slice(0, 9);
  for (let count = Math.min(4, words.length - 1); count >= 2; count--) {
    const last = words[count - 1];
    const next = words[count];
    if (last === undefined || next === undefined) continue;
    const prefix = spanOf(text, piece.start, piece.start + last.index + last[0].length);
    if (nameShape(prefix.text) === 0 || !isGivenName(words[0]?.[0] ?? '')) continue;
    if (knownAsName(nameWords(prefix.text)) < 0.5) continue;
    const behind = piece.text.slice(next.index, next.index + 60);
    const plain = fold(behind).split(/\s+/).slice(0, 2).join('');
    if (
      titleScore(behind) >= 2 ||
      headingKind(plain.replace(/[^\p{L}]/gu, '')) !== null ||
      /^\d/.test(behind)
    )
      return prefix;
  }
  return null;
}

/** First name and family name on two lines: right below each other, or with the contacts beside them. */
function overTwoLines(
  text: string,
  lines: readonly CvLine[],
  index: number,
  hints: readonly NameHint[],
): readonly Found[] {
  const line = lines[index];
  const first = line?.segments[0];
  if (line === undefined || first === undefined) return [];
  const joined = twoLineName(text, line, lines[index + 1], hints);
  if (joined !== null) {
    const span = cleanName(joined);
    if (span !== null) return [{ span, line, index, labelled: false, depth: 0 }];
  }
  if (hints.length === 0 || index > 8 || !/^[\p{L}\p{M}'’-]{2,20}$/u.test(first.text)) return [];
  for (const below of lines.slice(index + 1, index + 4)) {
    const second = below.segments[0];
    if (second === undefined || !/^[\p{L}\p{M}'’ -]{2,30}$/u.test(second.text)) continue;
    const apart = `${first.text} ${second.text}`;
    const more =
      agreement(apart, hints) >
      Math.max(agreement(first.text, hints), agreement(second.text, hints));
    if (nameShape(apart) > 0 && more && agreement(apart, hints) >= 1) {
      const span = { start: first.start, end: second.end, text: apart };
      return [{ span, line, index, labelled: false, depth: 0, apart }];
    }
  }
  return [];
}

/** A name set over two lines: both short, one or two words, alike in size. */
function twoLineName(
  text: string,
  line: CvLine,
  next: CvLine | undefined,
  hints: readonly NameHint[],
): Span | null {
  if (next === undefined || line.segments.length > 1 || next.segments.length > 1) return null;
  if (line.text.length > 40 || next.text.length > 40 || line.upper !== next.upper) return null;
  if (Math.abs((line.fontSize ?? 0) - (next.fontSize ?? 0)) > 0.6 || next.start - line.end > 12)
    return null;
  if (line.page !== next.page || line.bullet || next.bullet) return null;
  if (/[^\p{L}\p{M} .'’-]/u.test(line.text + next.text)) return null;
  // "Aurélie" above "Boucher": many family names are trades.
  const named = isGivenName(line.text) && knownAsName([next.text]) > 0;
  if (
    (titleScore(next.text) >= 2 && !named) ||
    headingKind(next.key) !== null ||
    headingKind(line.key) !== null
  )
    return null;
  const count = (one: CvLine): number =>
    /^\p{L}(?: \p{L}){3,}$/u.test(one.text) ? 1 : one.text.split(/\s+/).length;
  if (count(line) > 2 || count(next) > 2) return null;
  const joined = joinSpans(text, line, next);
  if (count(line) === 1 && count(next) === 1) return joined;
  if (hints.length === 0) return count(line) === 1 ? joined : null;
  // A whole name above a short line (a town, a title) stays as it is, unless the address says there is more of it.
  const said = agreement(joined.text, hints);
  const below = agreement(next.text, hints);
  if (count(line) === 1 && below < 1) return joined;
  return said > below && said > agreement(line.text, hints) ? joined : null;
}

/** The line a declaration is signed with at the end of the text. */
const isSignOff = (lines: readonly CvLine[], index: number): boolean =>
  index >= lines.length - 4 &&
  lines
    .slice(Math.max(0, lines.length - 12))
    .some((line) =>
      /^(?:declaration|place|date|signature|i hereby|yours|regards|ort, datum)/i.test(line.text),
    );
