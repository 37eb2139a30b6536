import type { Decision } from './decision';
import type { EntryLabel } from './entry-labels';
import { type HeadPiece, headPieces, type WordKind } from './head-pieces';
import type { HeadLine, RawEntry } from './raw-entry';
import { joinSpans, type Span } from './spans';
import { isProse } from './word-scores';

/**
 * Tells the two names in the heads of a section's entries apart: what a person was or reached (a job title, a degree) and
 * where (an employer, a school).
 */
export interface TwoRoles {
  readonly what: Span | null;
  readonly where: Span | null;
  readonly place: Span | null;
  /** What stands directly behind `what` and is neither: "Care of the Elderly" behind "Staff Nurse, ". */
  readonly qualifier: Span | null;
  /** The words that are none of these. */
  readonly rest: readonly Span[];
  /** 0..1 */
  readonly sure: number;
  /** The pieces the head was cut into, and how much each looks like the one and the other. */
  readonly pieces: readonly {
    readonly span: Span;
    readonly asWhat: number;
    readonly asWhere: number;
  }[];
}

/** Why a head was told as it was, for whoever asks. */
export const reasonOf = (
  labelled: boolean,
  head: TwoRoles | undefined,
): Pick<Decision, 'because' | 'weighed'> => ({
  because: labelled
    ? 'labels say what is what'
    : 'the words of its head, and the order of the other heads of the section (above 0: what a person was or reached, below: where)',
  weighed: labelled
    ? []
    : (head?.pieces ?? []).map(({ span, asWhat, asWhere }) => ({
        text: span.text,
        weight: asWhat - asWhere,
      })),
});

/** How much words look like each of the two: 0 says nothing speaks for it, 2 and more that a word says so plainly. */
export interface WordsOfRoles {
  readonly what: (words: string) => number;
  readonly where: (words: string) => number;
  readonly kindOf: (words: string) => WordKind;
  /** The labels that lead to the two. */
  readonly labels: { readonly what: EntryLabel; readonly where: EntryLabel };
}

/** A piece of a head with what its words weigh. */
interface Weighed extends HeadPiece {
  readonly asWhat: number;
  readonly asWhere: number;
  /** A town with its state or country, or a town whose name is no firm's. */
  readonly plainPlace: boolean;
}

/** Which piece is which. `margin` is how much better this telling is than the same with both swapped. */
interface Telling {
  readonly what: Weighed | null;
  readonly where: Weighed | null;
  readonly weight: number;
  readonly margin: number;
}

/**
 * What the entries of a section have in common. A CV names both in one order and in the same places of every head, so a
 * head whose own words say little is read the way the others are.
 */
interface Habit {
  /** How much it speaks for a telling that `what` stands first in it; negative where `where` does. */
  readonly whatFirst: number;
  /** For each place in a head how much it holds `what`; negative where it holds `where`. */
  readonly slots: ReadonlyMap<string, number>;
}

const NO_HABIT: Habit = { whatFirst: 0.1, slots: new Map() };
const MOST_WHAT_FIRST = 1.2;
const MOST_SLOT = 0.8;

/** What a telling without the one or the other weighs: a little less than words that say nothing. */
const NO_WHAT = -0.7;
const NO_WHERE = -0.6;
/** Words of which one says plainly what they are. */
const PLAIN = 2;
/** Heads of more pieces hold text that is no head; the first are enough. */
const MOST_PIECES = 12;

/** How well the heads of these entries can be told: the sum over all, for choosing between ways to cut a section. */
export function weighHeads(
  text: string,
  entries: readonly RawEntry[],
  words: WordsOfRoles,
): number {
  let sum = 0;
  for (const entry of entries) {
    const pieces = weighedPieces(text, entry, words);
    const telling = tell(pieces, NO_HABIT);
    const rest = restOf(pieces, telling).filter((piece) => !piece.plainPlace);
    const idle = rest.length - (qualifierOf(telling, rest) === undefined ? 0 : 1);
    sum += telling.weight - idle * 0.35;
  }
  return sum;
}

/** Tells the heads of a section's entries, each by its words and by the habit of them all. */
export function tellHeads(
  text: string,
  entries: readonly RawEntry[],
  words: WordsOfRoles,
): readonly TwoRoles[] {
  const all = entries.map((entry) => weighedPieces(text, entry, words));
  const first = all.map((pieces) => tell(pieces, NO_HABIT));
  const habit = habitOf(all, first);
  const placed = placesAreNamed(all);
  return all.map((pieces) => rolesOf(text, pieces, tell(pieces, habit), { placed, habit }));
}

/** Weighed lines of heads, by their words: the ways to cut a section hold the same lines again and again. */
const weighedLines = new WeakMap<readonly Span[], readonly Weighed[]>();

function weighedPieces(text: string, entry: RawEntry, words: WordsOfRoles): readonly Weighed[] {
  const pieces: Weighed[] = [];
  for (const line of entry.head) {
    const known = weighedLines.get(line.segments);
    const weighed = known ?? weighedLine(text, line, words);
    if (known === undefined) weighedLines.set(line.segments, weighed);
    for (const piece of weighed)
      if (pieces.length < MOST_PIECES)
        pieces.push(piece.row === line.offset ? piece : { ...piece, row: line.offset });
  }
  return pieces;
}

function weighedLine(text: string, line: HeadLine, words: WordsOfRoles): readonly Weighed[] {
  return headPieces(text, line, words.kindOf)
    .slice(0, MOST_PIECES)
    .map((piece, index, pieces) => {
      const terms = isTerms(piece.span.text);
      const what = terms ? 0 : words.what(piece.span.text);
      const firm = words.where(piece.span.text);
      const plainPlace =
        piece.place >= 0.9 ||
        (piece.place >= 0.7 && firm < 2.6) ||
        (piece.place >= 0.55 && firm < 1.5);
      const where = plainPlace || terms ? 0 : firm;
      const odd = oddness(piece.span.text) + (terms ? 2 : 0);
      // "Front Range Structures, Denver": whoever shares a line with a town has a seat there.
      const next = pieces[index + 1];
      const seat = next !== undefined && next.place >= 0.55 ? 0.5 : 0;
      const place = piece.place * (plainPlace ? 2.5 : 0.8);
      return {
        ...piece,
        plainPlace,
        asWhat:
          what -
          where * 0.6 -
          place -
          odd -
          piece.afterAt * 2 +
          (piece.label === words.labels.what ? 3 : 0),
        asWhere:
          where -
          (what >= PLAIN ? 1.2 : 0) -
          place -
          odd * 0.7 -
          (where < 1.5 && isPlainWords(piece.span.text) ? 1.2 : 0) +
          seat +
          piece.afterAt * 2.5 +
          (piece.label === words.labels.where ? 3 : 0),
      };
    });
}

/** "Wrote data quality tests": names write their words with capitals, unless a word says they name an organisation. */
function isPlainWords(words: string): boolean {
  const [, ...rest] = words.split(/\s+/).filter((word) => /\p{L}{4}/u.test(word));
  return (
    rest.length >= 1 && rest.filter((word) => /^\p{Ll}/u.test(word)).length * 5 >= rest.length * 3
  );
}

/**
 * The terms of a job, "part-time", "night shift", "CDI": a part of its title to those who write them there, and never its
 * employer.
 */
const isTerms = (words: string): boolean => words.length <= 40 && TERMS.test(words);
const TERMS =
  /^\(?(?:(?:part|full)[- ]?time|contract(?:or|ual)?|permanent|temporary|temp|seasonal|casual|interim|remote|hybrid|on[- ]?site|(?:night|day|early|late|evening)s? shift|nights|internship|volunteer|vollzeit|teilzeit|befristet|unbefristet|minijob|nebenjob|werkstudent|nachtschicht|cdi|cdd|stage|alternance|int[ée]rim|temps (?:plein|partiel)|media jornada|jornada (?:completa|parcial)|tiempo (?:completo|parcial)|tempo (?:pieno|parziale|determinato|indeterminato|integral)|meio per[ií]odo|voltijds|deeltijds?|fulltime|parttime|pe[łl]ny etat|umowa zlecenie|heltid|deltid|全职|兼职|实习|正社員)\)?$/iu;

/** Long words, sentences and words in small letters are seldom a name of anything. */
const oddness = (words: string): number =>
  (/^\p{Lu}\p{Ll}+ed\s/u.test(words) && isPlainWords(words) ? 1.5 : 0) +
  (words.split(' ').length > 9 ? 1 : 0) +
  (isProse(words) ? 1 : 0) +
  (/^\p{Ll}/u.test(words) ? 0.5 : 0);

/** The title and the employer (or the degree and the school) that explain a head best. */
function tell(pieces: readonly Weighed[], habit: Habit): Telling {
  let best: Omit<Telling, 'margin'> = { what: null, where: null, weight: NO_WHAT + NO_WHERE };
  const choices = [null, ...pieces];
  for (const what of choices) {
    for (const where of choices) {
      const weight = weightOf(what, where, habit);
      if (weight > best.weight) best = { what, where, weight };
    }
  }
  return { ...best, margin: best.weight - weightOf(best.where, best.what, habit) };
}

function weightOf(what: Weighed | null, where: Weighed | null, habit: Habit): number {
  if (what === where) return what === null ? NO_WHAT + NO_WHERE : Number.NEGATIVE_INFINITY;
  const asWhat = what === null ? NO_WHAT : what.asWhat + leanOf(what, habit);
  const asWhere = where === null ? NO_WHERE : where.asWhere - leanOf(where, habit);
  if (what === null || where === null) return asWhat + asWhere;
  const first = what.span.start < where.span.start;
  const apart = Math.abs(what.row - where.row) * 0.2;
  return asWhat + asWhere + (first ? habit.whatFirst : -habit.whatFirst) - apart;
}

const leanOf = (piece: Weighed, habit: Habit): number => habit.slots.get(slotOf(piece)) ?? 0;

const slotOf = (piece: HeadPiece): string => `${piece.row} ${Math.min(piece.column, 2)}`;

function habitOf(all: readonly (readonly Weighed[])[], tellings: readonly Telling[]): Habit {
  let votes = 0;
  let cast = 0;
  for (const { what, where, margin } of tellings) {
    if (what === null || where === null) continue;
    const sure = Math.min(1.5, Math.max(0, margin));
    votes += what.span.start < where.span.start ? sure : -sure;
    cast += sure;
  }
  const leans = new Map<string, { sum: number; count: number }>();
  for (const piece of all.flat()) {
    const slot = slotOf(piece);
    const lean = leans.get(slot) ?? { sum: 0, count: 0 };
    lean.sum += Math.min(1, Math.max(-1, (piece.asWhat - piece.asWhere) / 2.5));
    lean.count++;
    leans.set(slot, lean);
  }
  return {
    whatFirst: cast === 0 ? NO_HABIT.whatFirst : (votes / (cast + 0.3)) * MOST_WHAT_FIRST,
    slots: new Map(
      [...leans].map(([slot, { sum, count }]) => [slot, (sum / (count + 1)) * MOST_SLOT]),
    ),
  };
}

/** Whether most heads of the section name a place beside the two. */
function placesAreNamed(all: readonly (readonly Weighed[])[]): boolean {
  const placed = all.filter(
    (pieces) => pieces.length > 2 && pieces.some((piece) => piece.plainPlace),
  ).length;
  return placed * 2 > all.length;
}

function rolesOf(
  text: string,
  pieces: readonly Weighed[],
  telling: Telling,
  { placed, habit }: { readonly placed: boolean; readonly habit: Habit },
): TwoRoles {
  const { what, where } = telling;
  const free = restOf(pieces, telling);
  const places = free.filter((piece) => piece.place >= 0.3);
  // In a section that names no places, or beside another, the town that touches a title is an employer named like a town.
  const town =
    what !== null && where === null && (!placed || places.length > 1)
      ? likeliestName(what, pieces, places, habit)
      : null;
  const place = bestPlace(places.filter((piece) => piece !== town));
  const rest = free.filter((piece) => piece !== place && piece !== town);
  return {
    what: what?.span ?? null,
    where:
      where === null
        ? (town?.span ?? null)
        : wholeName(text, where, rest, placed && place === null),
    place: place?.span ?? null,
    qualifier: qualifierOf(telling, rest)?.span ?? null,
    rest: rest.map((piece) => piece.span),
    sure: sureness(telling, rest.length),
    pieces,
  };
}

const restOf = (
  pieces: readonly Weighed[],
  { what, where }: Pick<Telling, 'what' | 'where'>,
): readonly Weighed[] => pieces.filter((piece) => piece !== what && piece !== where);

function bestPlace(places: readonly Weighed[]): Weighed | null {
  let best: Weighed | null = null;
  for (const piece of places) if (piece.place > (best?.place ?? 0)) best = piece;
  return best;
}

/** Of towns beside a title the one that stands where the other heads have their employers, else the one next to it. */
function likeliestName(
  what: Weighed,
  pieces: readonly Weighed[],
  places: readonly Weighed[],
  habit: Habit,
): Weighed | null {
  const at = pieces.indexOf(what);
  let best: Weighed | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const piece of places) {
    const apart = Math.abs(pieces.indexOf(piece) - at) * 0.2 + leanOf(piece, habit) * 2;
    if (apart < least) {
      least = apart;
      best = piece;
    }
  }
  return best;
}

/** "Staff Nurse, Care of the Elderly" above "Ribblesdale Infirmary": what follows the title is neither employer nor place. */
function qualifierOf(
  { what, where }: Pick<Telling, 'what' | 'where'>,
  rest: readonly Weighed[],
): Weighed | undefined {
  if (what === null || where === null) return undefined;
  // "Company Name VP, Operations": an employer without a mark behind it has no part in what follows.
  const runsOn =
    where.row === what.row &&
    where.column === what.column - 1 &&
    what.span.start - where.span.end === 1;
  if (where.row === what.row && where.run === what.run && !runsOn) return undefined;
  return rest.find(
    (piece) =>
      piece.row === what.row &&
      piece.run === what.run &&
      Math.abs(piece.column - what.column) === 1 &&
      piece.span.text.split(' ').length <= 6,
  );
}

/** "Charité – Universitätsmedizin Berlin" is one name; where a place is due, what follows a dash is that. */
function wholeName(
  text: string,
  where: Weighed,
  rest: readonly Weighed[],
  placeIsDue: boolean,
): Span {
  let span = where.span;
  for (const piece of rest) {
    const beside =
      piece.row === where.row &&
      piece.run === where.run &&
      Math.abs(piece.column - where.column) === 1;
    if (
      !beside ||
      piece.asWhat > 1 ||
      piece.place > 0 ||
      (placeIsDue && piece.column > where.column)
    )
      continue;
    const both = joinSpans(text, span, piece.span);
    const between = text.slice(
      Math.min(span.end, piece.span.end),
      Math.max(span.start, piece.span.start),
    );
    if (/^\s[–—-]\s$/.test(between)) span = both;
  }
  return span;
}

/** Words that say what they are, and a telling much better than its opposite, make sure; words left over make unsure. */
function sureness({ what, where, margin }: Telling, idle: number): number {
  if (what === null && where === null) return 0;
  const words = (weight: number | undefined): number =>
    weight === undefined ? 0 : Math.min(1, Math.max(0, weight / 2.5));
  const told = words(what?.asWhat) * 0.22 + words(where?.asWhere) * 0.12;
  const both = what !== null && where !== null ? 0.12 : 0;
  const clear = Math.min(1, Math.max(0, margin / 2.5)) * 0.2;
  return 0.28 + told + both + clear - Math.min(3, idle) * 0.06;
}
