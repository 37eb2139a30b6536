import { fold } from '@/shared/kit/text';
import { factsOf, glyphMatch, isLinking, type TitleMatch, wordMatch } from './job-titles';
import { titleWordData } from './title-data';
import { isUnspaced, type TitleWord, titleWords } from './title-words';

/**
 * How much a piece of a CV reads like a job title and how much like the name of an employer, both 0..1. A half and more
 * says so plainly; a capitalised name about which nothing is known ("Zalando") scores low as a title and just below a half
 * as an employer. Ask about one piece between separators, not about a whole line.
 */
export const titleScore = (text: string): number => scoresOf(text).title;
export const companyScore = (text: string): number => scoresOf(text).company;

interface Scores {
  readonly title: number;
  readonly company: number;
}

/** Weighing the pieces of a head asks about the same words ten times over. Kept are those of about one CV. */
const known = new Map<string, Scores>();
const MOST_KNOWN = 1000;
const LONGEST_PIECE = 110;
const MOST_WORDS = 14;
const NOTHING: Scores = { title: 0, company: 0 };

function scoresOf(text: string): Scores {
  if (text.length > LONGEST_PIECE) return NOTHING;
  const before = known.get(text);
  if (before !== undefined) return before;
  const scores = isUnspaced(text) ? glyphScores(text) : wordScores(text);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(text, scores);
  return scores;
}

function wordScores(text: string): Scores {
  const words = titleWords(text);
  if (words.length === 0 || words.length > MOST_WORDS) return NOTHING;
  if (/@|https?:|www\./i.test(text)) return NOTHING;
  const work = workEvidence(words);
  const firm = firmEvidence(words, text);
  const odd = oddness(words, text);
  // A firm's word speaks against a title only as far as no word for the work stands where it should.
  const title =
    -1.9 +
    work.head +
    work.covered +
    work.hints -
    firm.form * 1.2 -
    Math.max(0, firm.kind - work.head * 0.5) -
    odd;
  const company =
    -0.7 +
    firm.form +
    firm.kind +
    firm.hints -
    (firm.form > 2 ? 0.3 : 1) * (work.head * 0.8 + work.covered * 0.6) -
    odd;
  return { title: logistic(title), company: logistic(company) };
}

interface Work {
  /** A word for a kind of work where such words stand: 0..3. */
  readonly head: number;
  /** A name of the table, by how much of the piece it covers: 0..2. */
  readonly covered: number;
  /** A rank or a field of work. */
  readonly hints: number;
}

function workEvidence(words: readonly TitleWord[]): Work {
  const bare = words.filter((word) => !isRank(word.key));
  const match = wordMatch(words);
  const ranked = words.length - bare.length;
  if ((match?.words ?? 0) < 2 && isNameOfPerson(words)) return { head: 1, covered: 0, hints: 0 };
  const covered = match === null ? 0 : Math.min(1, (match.words + ranked) / words.length) * 2;
  const fields = bare.filter((word) => FIELDS.has(word.key)).length;
  const field = bare.length > 0 && FIELDS.has(bare.at(-1)?.key ?? '') ? 1 : fields > 0 ? 0.5 : 0;
  return { head: headEvidence(words, match), covered, hints: field + (ranked > 0 ? 0.8 : 0) };
}

function headEvidence(words: readonly TitleWord[], match: TitleMatch | null): number {
  let best = 0;
  // A title opens with its first word behind the ranks, or with a name of several words: "working student", "team leader".
  const named = match !== null && match.start === words[0]?.start ? match.words - 1 : 0;
  const first = Math.max(
    named,
    words.findIndex((word) => !isRank(word.key)),
  );
  words.forEach((word, at) => {
    const { place } = factsOf(word.key);
    // "Hill Developers": in the plural, behind other words, it is they who are employed by nobody.
    if (place === undefined || (at > 0 && at === words.length - 1 && isPluralFirm(word.key)))
      return;
    const next = words[at + 1];
    const closes =
      next === undefined || next.breaksBefore || isLinking(next.key) || isNumeral(next.key);
    const opens = at <= first || word.breaksBefore;
    const weight = closes
      ? place === 'first' && !opens
        ? 1.6
        : 3
      : opens
        ? place === 'last'
          ? FIELDS.has(next.key) && OPENERS.has(word.key)
            ? 2.4
            : 1.2
          : 2.8
        : 0.9;
    if (weight > best) best = weight;
  });
  return best;
}

const isPluralFirm = (word: string): boolean => word.endsWith('s') && LAST.has(word);

/** "Anna Baker", "Yannick Boucher": a trade that many families are named for, behind words that name no work. */
function isNameOfPerson(words: readonly TitleWord[]): boolean {
  const last = words.at(-1)?.key ?? '';
  return (
    (words.length === 2 || words.length === 3) &&
    SURNAMES.has(last) &&
    words
      .slice(0, -1)
      .every(({ key }) => !isRank(key) && !FIELDS.has(key) && factsOf(key).place === undefined)
  );
}

const isNumeral = (word: string): boolean => /^(?:i{1,3}|iv|v|\d{1,2})$/.test(word);

interface Firm {
  /** A legal form. */
  readonly form: number;
  /** A word for a kind of organisation where such words stand. */
  readonly kind: number;
  readonly hints: number;
}

function firmEvidence(words: readonly TitleWord[], text: string): Firm {
  const last = words.at(-1)?.key ?? '';
  const first = words[0]?.key ?? '';
  const form = hasLegalForm(words) ? 3.5 : 0;
  let kind = 0;
  if (LAST.has(last)) kind = 2.4;
  else if (FIRST.has(first) && words.length > 1) kind = 2.4;
  else if (
    words.some(
      (word, at) =>
        at + 1 < words.length &&
        LAST.has(word.key) &&
        (words[at + 1]?.breaksBefore === true || isLinking(words[at + 1]?.key ?? '')),
    )
  )
    kind = 2.2;
  else if (
    words.some((word) => LAST.has(word.key) || FIRST.has(word.key) || isOrganisation(word.key))
  )
    kind = 1.2;
  if (kind < 2.2 && isOrganisation(last)) kind = 2.2;
  let hints = 0;
  if (/^[\p{Lu}\d]/u.test(text)) hints += 0.4;
  if (words.some((word) => word.key === '&')) hints += 0.4;
  if (/['’]s\b/.test(text)) hints += 0.6;
  if (words.length === 1 && /^[\p{Lu}\d&]{2,6}$/u.test(text.trim())) hints += 0.6;
  if (/\p{Ll}\p{Lu}/u.test(text)) hints += 0.5;
  return { form, kind, hints };
}

function hasLegalForm(words: readonly TitleWord[]): boolean {
  if (words.some((word, at) => at > 0 && ANYWHERE.has(word.key))) return true;
  for (let count = Math.min(4, words.length - 1); count > 0; count--) {
    const key = words
      .slice(-count)
      .map((word) => word.key)
      .join(' ');
    if (LEGAL.has(key)) return true;
  }
  return false;
}

/** German compounds: "Universitätsklinikum", "Maschinenbaugesellschaft". */
const isOrganisation = (word: string): boolean => word.length > 9 && COMPOUND.test(word);
const COMPOUND =
  /(?:klinik|klinikum|klinken|krankenhaus|werke|werk|gesellschaft|schule|universitat|hochschule|akademie|institut|verlag|zentrum|sparkasse|versicherung|ministerium|bank|verwaltung|verband|backerei|brauerei|apotheke|haus|betriebe|gruppe|ziekenhuis|universiteit|sjukhus|kommun|skola)$/;

/** What neither a title nor an employer has: a verb in front, a person speaking, the end of a sentence. */
function oddness(words: readonly TitleWord[], text: string): number {
  let odd = 0;
  if (DUTIES.has(words[0]?.key ?? '')) odd += 2;
  if (words.some((word) => SPEAKING.has(word.key))) odd += 2;
  if (words.length > 9) odd += 1;
  if (words.length > 4 && /\.\s*$/.test(text) && !hasLegalForm(words)) odd += 1;
  if (/\b(?:19|20)\d\d\b/.test(text)) odd += 1;
  return odd;
}

function glyphScores(text: string): Scores {
  const firm =
    ORGANISATION_GLYPHS.some((word) => text.includes(word)) || /[局所院部校行]$/.test(text);
  const match = glyphMatch(text);
  const ending = TITLE_GLYPHS.some((word) => text.endsWith(word));
  const inside = ending || TITLE_GLYPHS.some((word) => text.includes(word));
  if (match !== null && match.end === text.trimEnd().length) return { title: 0.95, company: 0.1 };
  if (ending) return { title: 0.9, company: 0.1 };
  if (firm) return { title: inside || match !== null ? 0.3 : 0.03, company: 0.93 };
  if (match !== null || inside) return { title: 0.75, company: 0.2 };
  return { title: 0.1, company: 0.35 };
}

const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

const setOf = (words: string): ReadonlySet<string> => new Set(fold(words).split(' '));
const FIELDS = setOf(titleWordData.functions);
const OPENERS = setOf(titleWordData.openers);
const SURNAMES = setOf(titleWordData.surnames);
const RANKS = setOf(titleWordData.ranks);
const isRank = (word: string): boolean => RANKS.has(word) || factsOf(word).seniority !== undefined;
const LEGAL: ReadonlySet<string> = new Set(titleWordData.companies.legal);
const ANYWHERE = setOf(titleWordData.companies.anywhere);
const LAST = setOf(titleWordData.companies.last);
const FIRST = setOf(titleWordData.companies.first);
const ORGANISATION_GLYPHS = titleWordData.companies.glyphs.split(' ');
const TITLE_GLYPHS =
  `${titleWordData.suffixes.zh} ${titleWordData.suffixes.ja} ${titleWordData.suffixes.ko}`.split(
    ' ',
  );
const DUTIES = setOf(
  'managed led developed designed created built worked responsible ensured provided maintained implemented assisted supported prepared performed conducted coordinated handled achieved increased reduced delivered organized organised supervised trained improved established launched using used managing developing leading supporting providing ensuring preparing performing handling assisting experienced seeking looking',
);
const SPEAKING = setOf('i my we our you your ich wir je nous mon ma ik moj mein meine');
