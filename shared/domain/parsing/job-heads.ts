import type { HeadPiece } from './head-pieces';
import { headPieces, type WordKind } from './head-pieces';
import type { RawEntry } from './raw-entry';
import { joinSpans, type Span } from './spans';
import { companyScore, isProse, titleScore } from './word-scores';

/** What the head of a job says. `sure` is 0..1. */
export interface JobHead {
  readonly title: Span | null;
  readonly company: Span | null;
  readonly place: Span | null;
  readonly sure: number;
}

/** A piece of a head with how much its words look like a title and like an employer; 0 for words that say nothing. */
interface Weighed extends HeadPiece {
  readonly asTitle: number;
  readonly asCompany: number;
}

/** Which piece is which. `margin` is how much better this telling is than the same with title and employer swapped. */
interface Telling {
  readonly title: Weighed | null;
  readonly company: Weighed | null;
  readonly weight: number;
  readonly margin: number;
}

/**
 * What the entries of a section have in common. A CV names title and employer in one order and in the same places of every
 * head, so a head whose own words say little is read the way the others are.
 */
interface Habit {
  /** -1..1: employers stand first (-1) or titles do (1). */
  readonly titleFirst: number;
  /** -1..1 for each place in a head: it holds employers (-1) or titles (1). */
  readonly slots: ReadonlyMap<string, number>;
}

const NO_HABIT: Habit = { titleFirst: 0.1, slots: new Map() };

const NO_TITLE = -0.7;
const NO_COMPANY = -0.6;
/** Heads of more pieces hold text that is no head; the first are enough. */
const MOST_PIECES = 12;

/** How well the heads of these entries can be told: the sum over all, for choosing between ways to cut a section. */
export function weighHeads(text: string, entries: readonly RawEntry[]): number {
  let sum = 0;
  for (const entry of entries) {
    const pieces = weighedPieces(text, entry);
    const telling = tell(pieces, NO_HABIT);
    const rest = pieces.filter(
      (piece) => piece !== telling.title && piece !== telling.company && !isPlainPlace(piece),
    );
    const idle = rest.length - (followerOf(telling, rest) === undefined ? 0 : 1);
    sum += telling.weight - idle * 0.35;
  }
  return sum;
}

/** Tells title, employer and place apart in each head, by their words and by the habit of the section. */
export function tellHeads(text: string, entries: readonly RawEntry[]): readonly JobHead[] {
  const all = entries.map((entry) => weighedPieces(text, entry));
  const habit = habitOf(
    all,
    all.map((pieces) => tell(pieces, NO_HABIT)),
  );
  const placed = placesAreNamed(all);
  return all.map((pieces) => headOf(text, pieces, tell(pieces, habit), placed));
}

function weighedPieces(text: string, entry: RawEntry): readonly Weighed[] {
  return headPieces(text, entry.head, kindOf)
    .slice(0, MOST_PIECES)
    .map((piece, index, pieces) => {
      const words = piece.span.text;
      const title = titleScore(words);
      const company = companyScore(words);
      const odd =
        (words.split(' ').length > 9 ? 1 : 0) +
        (isProse(words) ? 1 : 0) +
        (/^\p{Ll}/u.test(words) ? 0.5 : 0);
      // "Front Range Structures, Denver": whoever shares a line with a town has a seat there.
      const next = pieces[index + 1];
      const seat = next !== undefined && next.row === piece.row && isPlainPlace(next) ? 0.5 : 0;
      const place = isPlainPlace(piece) ? piece.place * 2.5 : piece.place * 0.8;
      return {
        ...piece,
        asTitle: title - company * 0.6 - place - odd - (piece.afterAt ? 2 : 0),
        asCompany:
          company -
          (title >= PLAIN_TITLE ? 1.2 : 0) -
          place -
          odd * 0.7 +
          seat +
          (piece.afterAt ? 2.5 : 0),
      };
    });
}

const PLAIN_TITLE = 2;

const kindOf = (words: string): WordKind => {
  const company = companyScore(words);
  if (titleScore(words) >= PLAIN_TITLE && company < 2.5) return 'title';
  return company >= 1.9 ? 'company' : 'other';
};

/** A town with its state or country, or a town whose name is no firm's. */
const isPlainPlace = (piece: HeadPiece): boolean =>
  piece.place >= 0.9 || (piece.place >= 0.55 && companyScore(piece.span.text) < 1.5);

const slotOf = (piece: HeadPiece): string => `${Math.sign(piece.row)} ${Math.min(piece.column, 2)}`;

/** The title and the employer that explain a head best. */
function tell(pieces: readonly Weighed[], habit: Habit): Telling {
  let best: Omit<Telling, 'margin'> = {
    title: null,
    company: null,
    weight: NO_TITLE + NO_COMPANY,
  };
  const choices = [null, ...pieces];
  for (const title of choices) {
    for (const company of choices) {
      const weight = weightOf(title, company, habit);
      if (weight > best.weight) best = { title, company, weight };
    }
  }
  return { ...best, margin: best.weight - weightOf(best.company, best.title, habit) };
}

function weightOf(title: Weighed | null, company: Weighed | null, habit: Habit): number {
  if (title === company) return title === null ? NO_TITLE + NO_COMPANY : Number.NEGATIVE_INFINITY;
  const asTitle = title === null ? NO_TITLE : title.asTitle + slotLean(title, habit);
  const asCompany = company === null ? NO_COMPANY : company.asCompany - slotLean(company, habit);
  if (title === null || company === null) return asTitle + asCompany;
  const first = title.span.start < company.span.start;
  const apart = Math.abs(title.row - company.row) * 0.2;
  return asTitle + asCompany + (first ? habit.titleFirst : -habit.titleFirst) - apart;
}

const slotLean = (piece: Weighed, habit: Habit): number => habit.slots.get(slotOf(piece)) ?? 0;

function habitOf(all: readonly (readonly Weighed[])[], tellings: readonly Telling[]): Habit {
  let votes = 0;
  let cast = 0;
  for (const { title, company, margin } of tellings) {
    if (title === null || company === null) continue;
    const sure = Math.min(1.5, Math.max(0, margin));
    votes += title.span.start < company.span.start ? sure : -sure;
    cast += sure;
  }
  const leans = new Map<string, { sum: number; count: number }>();
  for (const piece of all.flat()) {
    const slot = slotOf(piece);
    const lean = leans.get(slot) ?? { sum: 0, count: 0 };
    lean.sum += Math.min(1, Math.max(-1, (piece.asTitle - piece.asCompany) / 2.5));
    lean.count++;
    leans.set(slot, lean);
  }
  return {
    titleFirst: cast === 0 ? NO_HABIT.titleFirst : (votes / (cast + 0.3)) * 1.2,
    slots: new Map([...leans].map(([slot, { sum, count }]) => [slot, (sum / (count + 1)) * 0.8])),
  };
}

/** Whether most heads of the section name a place beside the employer. */
function placesAreNamed(all: readonly (readonly Weighed[])[]): boolean {
  const placed = all.filter((pieces) => pieces.length > 2 && pieces.some(isPlainPlace)).length;
  return placed * 2 > all.length;
}

function headOf(
  text: string,
  pieces: readonly Weighed[],
  telling: Telling,
  placed: boolean,
): JobHead {
  const { title, company } = telling;
  const free = pieces.filter((piece) => piece !== title && piece !== company);
  const place = bestPlace(free);
  const rest = free.filter((piece) => piece !== place);
  const follower = followerOf(telling, rest);
  const titleEnd = follower ?? title;
  return {
    title: title === null || titleEnd === null ? null : joinSpans(text, title.span, titleEnd.span),
    company: company === null ? null : withName(text, company, rest, placed && place === null),
    place: place?.span ?? null,
    sure: sureness(telling, rest.length),
  };
}

function bestPlace(pieces: readonly Weighed[]): Weighed | null {
  let best: Weighed | null = null;
  for (const piece of pieces)
    if (piece.place >= 0.5 && piece.place > (best?.place ?? 0)) best = piece;
  return best;
}

/** "Staff Nurse, Care of the Elderly": what follows a title by a comma, and is neither employer nor place, is a part of it. */
function followerOf(
  { title, company }: Pick<Telling, 'title' | 'company'>,
  rest: readonly Weighed[],
): Weighed | undefined {
  if (title === null || company === null || company.run === title.run) return undefined;
  return rest.find(
    (piece) =>
      piece.run === title.run &&
      piece.column === title.column + 1 &&
      piece.span.text.split(' ').length <= 6,
  );
}

/** "Charité – Universitätsmedizin Berlin" is one name; where a place is due, what follows a dash is that. */
function withName(
  text: string,
  company: Weighed,
  rest: readonly Weighed[],
  placeIsDue: boolean,
): Span {
  const follower = rest.find(
    (piece) => piece.run === company.run && piece.column === company.column + 1,
  );
  if (follower === undefined || placeIsDue || follower.asTitle > 1) return company.span;
  const between = text.slice(company.span.end, follower.span.start);
  return /^\s[–—-]\s$/.test(between) ? joinSpans(text, company.span, follower.span) : company.span;
}

/** Words that say what they are, and a telling much better than its opposite, make sure; words left over make unsure. */
function sureness({ title, company, margin }: Telling, idle: number): number {
  if (title === null && company === null) return 0;
  const words = (weight: number | undefined): number =>
    weight === undefined ? 0 : Math.min(1, Math.max(0, weight / 2.5));
  const told = words(title?.asTitle) * 0.22 + words(company?.asCompany) * 0.12;
  const both = title !== null && company !== null ? 0.12 : 0;
  const clear = Math.min(1, Math.max(0, margin / 2.5)) * 0.2;
  return 0.28 + told + both + clear - Math.min(3, idle) * 0.06;
}
