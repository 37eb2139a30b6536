import { descriptionOf } from './description';
import { readEntries } from './entries';
import { evidenceOf } from './evidence';
import { type HeadPiece, headPieces } from './head-pieces';
import type { ParsedExperience } from './parsed-resume';
import { readPlace } from './places';
import type { RawEntry } from './raw-entry';
import { type Reading, roundConfidence } from './reading';
import { type Section, sectionsOf } from './sections';
import { joinSpans, type Span, trimSpan } from './spans';
import { companyScore, isProse, titleScore } from './word-scores';

const PLAIN_TITLE = 2;
const PLAIN_COMPANY = 1.5;

interface Told {
  readonly entry: RawEntry;
  title: Span | null;
  company: Span | null;
  place: Span | null;
  readonly pieces: readonly HeadPiece[];
  sure: number;
}

/** The jobs of a CV, newest first. */
export function readExperience(reading: Reading): readonly ParsedExperience[] {
  const jobs = sectionsOf(reading.sections, 'experience').flatMap((section) =>
    jobsIn(reading, section),
  );
  // Without a heading of work that holds jobs, they may stand under one nobody foresaw, or under none.
  return newestFirst(
    jobs.length > 0 ? jobs : reading.sections.flatMap((section) => unheadedJobs(reading, section)),
  );
}

function jobsIn(reading: Reading, section: Section): readonly ParsedExperience[] {
  const told = readEntries(reading.text, section, 'experience').map((entry) =>
    tell(reading.text, entry),
  );
  settleUnclear(told);
  settleTowns(told);
  inheritCompany(told);
  return told.flatMap((one, index) => {
    const job = isUmbrella(one, told[index + 1]) ? null : jobOf(reading, one);
    return job === null ? [] : [job];
  });
}

const MAY_HOLD_JOBS: ReadonlySet<Section['kind']> = new Set([
  'header',
  'summary',
  'other',
  'projects',
]);

/** Only entries with a span of time and a word for a job; the reader is less sure of them. */
const unheadedJobs = (reading: Reading, section: Section): readonly ParsedExperience[] =>
  MAY_HOLD_JOBS.has(section.kind)
    ? jobsIn(reading, section)
        .filter(
          (job) =>
            job.start !== null && job.end !== null && titleScore(job.title ?? '') >= PLAIN_TITLE,
        )
        .map((job) => ({ ...job, confidence: roundConfidence(job.confidence * 0.7) }))
    : [];

/** An employer with the time a person spent there in all, above the roles held: not a job of its own. */
const isUmbrella = (one: Told, next: Told | undefined): boolean =>
  one.title === null &&
  one.company !== null &&
  one.entry.body.length === 0 &&
  next?.title != null &&
  next.company?.start === one.company.start;

/** Tells title, employer and place apart by their words; what stays open is settled by the section's habit. */
function tell(text: string, entry: RawEntry): Told {
  const { labelled } = entry;
  if (labelled.size > 0) {
    const company = labelled.get('company') ?? null;
    return {
      entry,
      title: labelled.get('title') ?? null,
      company: company === null ? null : firstPart(company),
      place: labelled.get('location') ?? null,
      pieces: [],
      sure: 0.9,
    };
  }
  const pieces = headPieces(text, entry.head, (words) =>
    titleScore(words) >= PLAIN_TITLE && companyScore(words) < 2.5
      ? 'title'
      : companyScore(words) >= 1.9
        ? 'company'
        : 'other',
  );
  const told: Told = { entry, title: null, company: null, place: null, pieces, sure: 0 };
  const titles = pieces.filter(
    (piece) => titleScore(piece.span.text) >= PLAIN_TITLE && !piece.afterAt,
  );
  const title = bestOf(
    titles,
    (piece) => titleScore(piece.span.text) - companyScore(piece.span.text) * 0.6 - piece.row * 0.2,
  );
  const others = pieces.filter((piece) => piece !== title);
  const places = others.filter((piece) => piece.place >= 0.55 && piece.row === title?.row);
  // Two places beside a title: the one that touches it is an employer named like a town.
  const town = places.length > 1 ? places[0] : undefined;
  const free = others.filter((piece) => piece === town || piece.afterAt || !isPlainPlace(piece));
  // Lines behind the dates are asked only when those before them name nobody: they may be the text already.
  const above = free.filter((piece) => piece.row < entry.anchored);
  const below = free.find(
    (piece) =>
      piece.row >= entry.anchored &&
      (companyScore(piece.span.text) >= PLAIN_COMPANY || standsBeforePlace(piece, others)),
  );
  const follower =
    title === null ? undefined : above.find((piece) => followsByComma(text, title, piece));
  // "Staff Nurse, Care of the Elderly" above "Ribblesdale Infirmary": what follows the title is a part of it.
  const qualified =
    follower !== undefined &&
    companyScore(follower.span.text) < PLAIN_COMPANY &&
    (below ??
      above.find((piece) => piece !== follower && companyScore(piece.span.text) >= PLAIN_COMPANY));
  const company =
    qualified || bestOf(above.length > 0 ? above : free, (piece) => employerWeight(piece, title));
  const place = bestOf(
    others.filter((piece) => piece !== company && piece.place >= 0.5),
    (piece) => piece.place,
  );
  told.place = place?.span ?? null;
  if (title === null) {
    // "ACME, Boston / 2000 to present / World leader in pumps. / Sales Director": the title under a line about the firm.
    const below = entry.body
      .slice(0, 3)
      .find(
        (line) =>
          !line.bullet &&
          line.text.length < 70 &&
          !isProse(line.text) &&
          titleScore(line.text) >= 2.5,
      );
    if (below === undefined) return told;
    told.title = below;
    told.company = company?.span ?? null;
    told.sure = 0.6;
    return told;
  }
  told.title =
    qualified && follower !== undefined ? joinSpans(text, title.span, follower.span) : title.span;
  told.company = company?.span ?? null;
  // Only a place is left beside the title: an employer named like a town, if it stands where employers stand.
  told.sure =
    company === null ? 0.5 : 0.75 + Math.min(0.15, companyScore(company.span.text) * 0.06);
  return told;
}

/** A town with its state or country, or a town whose name is no firm's: never the employer. */
const isPlainPlace = (piece: HeadPiece): boolean =>
  piece.place >= 0.9 || (piece.place >= 0.55 && companyScore(piece.span.text) < PLAIN_COMPANY);

/** "Front Range Structures, Denver, CO": whoever shares a line with a town has a seat there. */
const standsBeforePlace = (piece: HeadPiece, others: readonly HeadPiece[]): boolean =>
  others.some(
    (other) => other.row === piece.row && other.span.start > piece.span.end && isPlainPlace(other),
  );

const followsByComma = (text: string, title: HeadPiece, piece: HeadPiece): boolean =>
  piece.row === title.row &&
  piece.span.start > title.span.end &&
  /^,\s+$/.test(text.slice(title.span.end, piece.span.start));

function employerWeight(piece: HeadPiece, title: HeadPiece | null): number {
  const near = title === null ? 0 : -Math.abs(piece.row - title.row) * 0.25;
  const notTitle = titleScore(piece.span.text) >= PLAIN_TITLE ? -1.2 : 0;
  const short = piece.span.text.split(/\s+/).length > 9 ? -1 : 0;
  const lower = /^\p{Ll}/u.test(piece.span.text) ? -0.5 : 0;
  return (
    companyScore(piece.span.text) +
    (piece.afterAt ? 3 : 0) -
    piece.place * 1.2 +
    near +
    notTitle +
    short +
    lower
  );
}

/** Where no word told the title, the other entries of the section show whether titles or employers come first. */
function settleUnclear(told: readonly Told[]): void {
  let titleFirst = 0;
  let seen = 0;
  for (const one of told) {
    if (one.title === null || one.company === null || one.pieces.length === 0) continue;
    seen++;
    if (one.title.start < one.company.start) titleFirst++;
  }
  const leads = seen === 0 ? null : titleFirst * 2 >= seen;
  for (const one of told) {
    if (one.title !== null || one.pieces.length === 0) continue;
    const words = one.pieces.filter(
      (piece) => piece.place < 0.55 || companyScore(piece.span.text) >= 1.5,
    );
    const [first, second] = words;
    if (first === undefined) {
      one.company = one.pieces[0]?.span ?? null;
      one.place = null;
      one.sure = 0.3;
      continue;
    }
    if (second === undefined) {
      if (companyScore(first.span.text) >= 1.5 || leads === false) one.company = first.span;
      else one.title = first.span;
      one.sure = 0.4;
      continue;
    }
    const firstIsCompany =
      leads === null
        ? companyScore(first.span.text) > companyScore(second.span.text) + 0.5
        : !leads;
    one.title = (firstIsCompany ? second : first).span;
    one.company = (firstIsCompany ? first : second).span;
    one.sure = leads === null ? 0.4 : 0.55;
  }
}

/** In a section that names no places, the one town beside a title is an employer named like a town. */
function settleTowns(told: readonly Told[]): void {
  const placed = told.filter((one) => one.company !== null && one.place !== null).length;
  const named = told.filter((one) => one.company !== null).length;
  if (placed * 2 > named || named === 0) return;
  for (const one of told) {
    if (one.company !== null || one.place === null || one.title === null) continue;
    one.company = one.place;
    one.place = null;
    one.sure = 0.5;
  }
}

/** Several roles under one employer: a role that names none has the one above. */
function inheritCompany(told: readonly Told[]): void {
  let last: Span | null = null;
  for (const one of told) {
    if (one.company !== null) {
      last = one.company;
      continue;
    }
    if (one.title === null || last === null) continue;
    one.company = last;
    one.sure = Math.min(one.sure, 0.55);
  }
}

function jobOf(reading: Reading, told: Told): ParsedExperience | null {
  const { entry } = told;
  const title = told.title === null ? null : clean(told.title);
  const company = told.company === null ? null : clean(told.company);
  if (title === null && company === null) return null;
  const { dates } = entry;
  const dated = dates?.range === true ? 0.1 : dates === null ? -0.15 : 0;
  const spans = [title, company, dates].filter((span) => span !== null);
  const start = Math.min(...spans.map((span) => span.start));
  const end = Math.max(...spans.map((span) => span.end));
  // An employer taken over from far above would stretch the evidence over the jobs between.
  const near =
    start >= entry.start ? { start, end } : { start: entry.start, end: Math.max(end, entry.start) };
  return {
    company: company?.text ?? null,
    title: title?.text ?? null,
    location: told.place === null ? null : clean(told.place).text,
    start: dates?.from ?? null,
    end: dates?.to ?? null,
    description: descriptionOf(entry.body, reading.edges),
    confidence: roundConfidence(Math.min(0.96, told.sure + dated - oddness(title, company))),
    evidence: evidenceOf(reading.document, near.start, near.end),
  };
}

/** Long or sentence-like words are seldom a whole title or the name of an employer. */
function oddness(title: Span | null, company: Span | null): number {
  const count = (span: Span | null): number => span?.text.split(/\s+/).length ?? 0;
  const long = (count(title) > 7 ? 0.15 : 0) + (count(company) > 6 ? 0.15 : 0);
  const prose =
    (title !== null && isProse(title.text)) || (company !== null && isProse(company.text));
  return long + (prose ? 0.2 : 0);
}

const clean = (span: Span): Span => trimSpan(span, ',;:|•·–—-');

/** "Reliance Retail, Bengaluru" behind a label: the employer without its address. */
function firstPart(span: Span): Span {
  const line = span.text.split('\n', 1)[0] ?? '';
  const comma = line.search(/,\s/);
  const rest = comma < 0 ? '' : line.slice(comma + 1);
  const cut = comma > 0 && readPlace(rest.trim()) !== null ? comma : line.length;
  return trimSpan(
    { start: span.start, end: span.start + cut, text: span.text.slice(0, cut) },
    ',;',
  );
}

function bestOf(
  pieces: readonly HeadPiece[],
  weigh: (piece: HeadPiece) => number,
): HeadPiece | null {
  let best: HeadPiece | null = null;
  let most = Number.NEGATIVE_INFINITY;
  for (const piece of pieces) {
    const weight = weigh(piece);
    if (weight > most) {
      most = weight;
      best = piece;
    }
  }
  return best;
}

/** By end, then start; undated jobs keep their place at the end. */
function newestFirst(jobs: readonly ParsedExperience[]): readonly ParsedExperience[] {
  const key = (value: string | null): string => (value === 'present' ? '9999-99' : (value ?? ''));
  return [...jobs]
    .map((job, index) => ({ job, index }))
    .sort((a, b) => {
      const byEnd = compare(key(b.job.end ?? b.job.start), key(a.job.end ?? a.job.start));
      return byEnd || compare(key(b.job.start), key(a.job.start)) || a.index - b.index;
    })
    .map(({ job }) => job);
}

/** By code units: the order must not depend on the machine's locale. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
