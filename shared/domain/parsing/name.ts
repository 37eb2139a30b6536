import { fold } from '@/shared/kit/text';
import { type NameCandidate, nameCandidates } from './name-candidates';
import { agreement, type NameHint, nameHints } from './name-hints';
import { isSmallLetters, nameShape, nameWords, properSpacing, takenApart } from './name-words';
import type { TextField } from './parsed-resume';
import { isGivenName, knownAsName } from './person-names';
import { citiesNamed, readPlace } from './places';
import { fieldOf, type Reading } from './reading';
import { headingKey, headingKind } from './section-headings';
import { skillNamed } from './taxonomy';
import { companyScore, degreeScore, isProse, schoolScore, titleScore } from './word-scores';

const DOCUMENT_TITLE =
  /^(?:curriculum vitae|resume|r[ée]sum[ée]|cv|lebenslauf|bewerbung|europass|curriculum|個人簡歷|个人简历|简历|履歴書|職務経歴書|이력서|자기소개서|zyciorys|życiorys|životopis|özgeçmiş|önéletrajz|резюме|السيرة الذاتية|سيرة ذاتية|बायोडाटा|page \d+.*|.{0,30} resume(?: template| sample)?|bio[ -]?data|confidential|persoonlijke gegevens)$/iu;

/** Below it no candidate is taken for a name. */
const LEAST = 1.6;

/** A name this far ahead of another needs no comparison. */
const FAR_AHEAD = 2;

interface Scored {
  readonly candidate: NameCandidate;
  readonly score: number;
  /** How far the words are known as a name and agree with the address. */
  readonly known: number;
}

/**
 * The person's name, as written, without titles in front and letters behind. Every place where a name may stand is weighed
 * by its shape, its words, its place and size on the page and by what the e-mail address says; null where nothing is likely.
 */
export function readName(
  reading: Reading,
  emails: readonly TextField[],
  links: readonly string[],
): TextField | null {
  const hints = nameHints(emails, links);
  const page = pageOf(reading);
  const hopes = nameCandidates(reading.text, reading.lines, hints)
    .map((candidate) => speaksFor(candidate, page, hints))
    .filter((hope) => hope.score >= LEAST)
    .sort((a, b) => b.score - a.score);
  let best: Scored | null = null;
  let rival = 0;
  for (const hope of hopes) {
    // What speaks against words costs more to find out: asked only of those that may still come first or second.
    if (best !== null && hope.score <= Math.max(rival, best.score - FAR_AHEAD)) break;
    const score = hope.score - speaksAgainst(hope);
    if (best === null || score > best.score) {
      if (best !== null && !isSame(best.candidate, hope.candidate)) rival = best.score;
      best = { ...hope, score };
    } else if (!isSame(best.candidate, hope.candidate)) rival = Math.max(rival, score);
  }
  if (best === null || best.score < LEAST) return null;
  const { candidate, score } = best;
  const text = properSpacing(candidate.apart ?? candidate.span.text);
  const value = takenApart(text) ?? text;
  reading.note?.({
    field: 'name',
    value,
    at: candidate.span.start,
    because: `its shape, words, place, size and agreement with the address weigh ${score.toFixed(1)} after what speaks against it, ${(score - rival).toFixed(1)} more than any other name`,
    weighed: hopes.map((hope) => ({ text: hope.candidate.span.text, weight: hope.score })),
  });
  return fieldOf(reading, candidate.span, sureness(score, score - rival), value);
}

/** From the score of the best and how far it is ahead of the next other name. */
const sureness = (score: number, lead: number): number =>
  Math.min(0.98, 0.3 + score * 0.1 + Math.min(lead, 2) * 0.08);

const isSame = (a: NameCandidate, b: NameCandidate): boolean => {
  const [short, long] = [keyOf(a), keyOf(b)].sort((x, y) => x.length - y.length);
  return long !== undefined && short !== undefined && long.includes(short);
};
const keyOf = (one: NameCandidate): string => fold(one.span.text).replace(/[^\p{L}]/gu, '');

/** What the candidates are compared with: sizes of type, and what stands in lists or inside jobs and schools. */
interface Page {
  readonly largest: number;
  readonly usual: number;
  readonly listed: ReadonlySet<number>;
  readonly inside: ReadonlySet<number>;
}

function pageOf(reading: Reading): Page {
  const starts = (kinds: readonly string[]): ReadonlySet<number> =>
    new Set(
      reading.sections
        .filter((one) => kinds.includes(one.kind))
        .flatMap((one) => one.lines.map((line) => line.start)),
    );
  const top = reading.lines.slice(0, 60);
  const sizes = top.map((line) => line.fontSize ?? 0).sort((a, b) => a - b);
  return {
    largest: Math.max(
      0,
      ...top.filter((line) => line.key.length >= 2).map((line) => line.fontSize ?? 0),
    ),
    usual: sizes[Math.floor(sizes.length / 2)] ?? 0,
    listed: starts(['skills', 'languages', 'certifications']),
    inside: starts(['experience', 'education', 'projects', 'other']),
  };
}

/** What speaks for the candidate; 0 where it cannot be a name. */
function speaksFor(one: NameCandidate, page: Page, hints: readonly NameHint[]): Scored {
  const none = { candidate: one, score: 0, known: 0 };
  const { line, index } = one;
  const text = one.span.text;
  if (DOCUMENT_TITLE.test(properSpacing(text))) return none;
  const large = isLarge(one, page);
  const shape = nameShape(one.apart ?? text) || singleWord(one, large, hints);
  if (shape === 0) return none;
  const agree = agreement(text, hints);
  const known = knownAsName(nameWords(text));
  if (isSmallLetters(text) && known < 0.5 && !(large && agree >= 0.7)) return none;
  if (text.includes(',') && !isFamilyFirst(text, known, agree)) return none;
  let score = shape + agree * 1.7 + known * 1.3;
  score += Math.max(0, 1.5 - index * 0.12);
  if (one.labelled) score += 2.2;
  if (one.signed && known >= 0.5) score += 2;
  if (large) score += 1.3;
  else if (line.fontSize !== null && line.fontSize >= page.largest - 0.6) score += 0.4;
  else if (line.fontSize !== null && line.fontSize > page.usual * 1.25) score += 0.5;
  if (line.bold && line.fontSize === null) score += 0.2;
  if (line.role === 'footer') score -= 0.3;
  if (line.bullet) score -= 1;
  if (one.depth > 0) score -= 0.4;
  // What stands out as the largest words of the page is no item of the part it was read in.
  const stray = !large && !one.labelled && agree < 1;
  if (page.listed.has(line.start) && stray) score -= 2;
  if (page.inside.has(line.start) && stray) score -= 1.6 - agree;
  if (isProse(line.text) && agree < 1 && index > 2) score -= 1.5;
  if (text.length < line.text.length * 0.6 && one.depth === 0 && !one.labelled) score -= 0.2;
  return { candidate: one, score, known: known + agree };
}

/** What else the words may be: a heading, a title, a firm, a school, a place, a skill. Less where they are known names. */
function speaksAgainst({ candidate, known }: Scored): number {
  const { text } = candidate.span;
  const lineKey = candidate.line.key;
  let against = 0;
  if (headingKind(lineKey) !== null || headingKind(headingKey(text)) !== null) against += 3;
  const doubt = Math.max(0, 1 - known * 0.6);
  if (titleScore(text) >= 2) against += 2.2 * doubt + 0.3;
  if (companyScore(text) >= 1.5 || schoolScore(text) >= 2.5 || degreeScore(text) >= 2.5)
    against += 2 * doubt + 0.3;
  if (skillNamed(text) !== null) against += 2 * doubt;
  const words = nameWords(text);
  const skills = words.filter((word) => !isGivenName(word) && skillNamed(word) !== null).length;
  if (words.length > 0) against += (skills / words.length) * 1.5 * doubt;
  // "Riga, Latvia" and "Salt Lake City" have the shape of a name.
  if (citiesNamed(text).length > 0 || readPlace(text)?.country) against += 2 * doubt;
  return against;
}

/** Among the largest words of the top, and clearly larger than the rest. */
const isLarge = ({ line }: NameCandidate, page: Page): boolean =>
  line.fontSize !== null && page.largest > page.usual * 1.15 && line.fontSize >= page.largest - 0.6;

/** A name of one word counts only behind a label, or as the largest words at the top that the address agrees with. */
function singleWord(one: NameCandidate, large: boolean, hints: readonly NameHint[]): number {
  const text = properSpacing(one.span.text);
  if (!/^\p{Lu}[\p{L}\p{M}'’-]{2,24}$|^\p{Lo}{2,12}$/u.test(text)) return 0;
  if (one.labelled) return 0.6;
  if (takenApart(text) !== null && (large || agreement(text, hints) >= 0.7)) return 0.8;
  const top = large || one.index < 2;
  return top && agreement(text, hints) >= 0.7 && knownAsName([text]) > 0 ? 0.2 : 0;
}

/** "DOE, Jane": one comma, with the family name of one to three words in front of it. */
function isFamilyFirst(text: string, known: number, agree: number): boolean {
  const parts = text.split(',');
  const family = (parts[0] ?? '').trim().split(/\s+/);
  if (parts.length !== 2 || family.length > 3) return false;
  return known >= 0.5 || agree >= 0.7 || family.join('') === family.join('').toUpperCase();
}
