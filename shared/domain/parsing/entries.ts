import { type Purpose, type Row, readRows, wordsOf } from './entry-rows';
import { sentenceEntries } from './entry-sentences';
import { tableEntries } from './entry-tables';
import { labelledEntries } from './labelled-entries';
import type { HeadLine, RawEntry } from './raw-entry';
import type { Section } from './sections';
import { degreeScore, schoolScore, titleScore } from './word-scores';

/** How many lines of a head stand above the line of its dates, and how many below. */
interface Cut {
  readonly above: number;
  readonly below: number;
}

const MOST_ABOVE = 3;
const MOST_BELOW = 3;
const MAX_ENTRIES = 80;

/**
 * Groups a section's lines into entries around the dates that stand in or beside their heads. How many lines of a head stand
 * above and below its dates differs from CV to CV, seldom within one: of all ways to cut, the one `judge` weighs most is taken.
 */
export function readEntries(
  text: string,
  section: Section,
  purpose: Purpose,
  judge: (entries: readonly RawEntry[]) => number,
): readonly RawEntry[] {
  for (const told of [
    tableEntries(section.lines),
    labelledEntries(text, section.lines),
    sentenceEntries(text, section.lines, purpose),
  ])
    if (told.length > 0) return told;
  const rows = readRows(text, section.lines, purpose);
  const anchors = rows.flatMap((row, index) => (row.kind === 'anchor' ? [index] : []));
  if (anchors.length === 0) return undatedEntries(text, rows, purpose);
  const heads = new Map<Row, HeadWords>();
  let best: readonly RawEntry[] = [];
  let most = Number.NEGATIVE_INFINITY;
  const seen = new Set<string>();
  const used = anchors.slice(0, MAX_ENTRIES);
  const consider = (bounds: readonly Bounds[], cost: number): void => {
    const key = bounds.map((one) => `${one.start}.${one.headEnd}`).join(' ');
    if (seen.has(key)) return;
    seen.add(key);
    const entries = bounds.map((one) => entryFrom(text, rows, one, heads));
    const weight = judge(entries) - cost;
    if (weight <= most) return;
    most = weight;
    best = entries;
  };
  // Of two cuts that tell as much the shorter heads are taken.
  for (let above = 0; above <= MOST_ABOVE; above++) {
    for (let below = 0; below <= MOST_BELOW; below++) {
      consider(boundsOf(rows, used, { above, below }), (above + below) * 0.05);
    }
  }
  consider(closingBounds(rows, used), 0.3);
  return best;
}

type HeadWords = ReturnType<typeof wordsOf>;

/** Indexes of rows: the entry's first, that of its dates, behind its head, behind its text. */
interface Bounds {
  readonly start: number;
  readonly anchor: number;
  readonly headEnd: number;
  readonly end: number;
}

function boundsOf(rows: readonly Row[], anchors: readonly number[], cut: Cut): readonly Bounds[] {
  const starts = anchors.map((anchor) => anchor - headRowsBefore(rows, anchor, cut.above));
  return anchors.map((anchor, index) => {
    const end = starts[index + 1] ?? rows.length;
    let headEnd = anchor + 1;
    for (let below = 0; headEnd < end && rows[headEnd]?.kind === 'head'; headEnd++) {
      // The rest of a date broken over two lines is no line of its own.
      if (rows[headEnd]?.cuts.length === 0 && ++below > cut.below) break;
    }
    return { start: starts[index] ?? anchor, anchor, headEnd, end };
  });
}

/** Dates on the last line of an entry: its head is the first of the lines since the dates before. */
function closingBounds(rows: readonly Row[], anchors: readonly number[]): readonly Bounds[] {
  return anchors.map((anchor, index) => {
    const start = index === 0 ? 0 : (anchors[index - 1] ?? 0) + 1;
    let headEnd = start;
    while (headEnd < anchor && headEnd - start < MOST_ABOVE && rows[headEnd]?.kind === 'head')
      headEnd++;
    return { start, anchor, headEnd, end: anchor + 1 };
  });
}

function headRowsBefore(rows: readonly Row[], anchor: number, most: number): number {
  let count = 0;
  while (count < most) {
    const row = rows[anchor - count - 1];
    if (row?.kind !== 'head' || row.cuts.length > 0) break;
    count++;
  }
  return count;
}

function entryFrom(
  text: string,
  rows: readonly Row[],
  bounds: Bounds,
  known: Map<Row, HeadWords>,
): RawEntry {
  const head: HeadLine[] = [];
  const indexes = Array.from(
    { length: bounds.headEnd - bounds.start },
    (_, at) => bounds.start + at,
  );
  // Where dates close an entry, the words beside them are of its head all the same.
  if (bounds.anchor >= bounds.headEnd) indexes.push(bounds.anchor);
  for (const index of indexes) {
    const row = rows[index];
    if (row === undefined) break;
    const segments = known.get(row) ?? wordsOf(text, row);
    known.set(row, segments);
    if (segments.length > 0)
      head.push({
        line: row.line,
        segments,
        offset: index - bounds.anchor,
        label: row.label?.label ?? null,
      });
  }
  const tail = rows[bounds.anchor]?.tail ?? null;
  const first = rows[bounds.start]?.line;
  const last = rows[bounds.end - 1]?.line;
  return {
    dates: rows[bounds.anchor]?.dates ?? null,
    head,
    labelled: new Map(),
    body: [
      ...(tail === null ? [] : [tail]),
      ...rows
        .slice(bounds.headEnd, bounds.end)
        .filter((row) => row.kind !== 'anchor')
        .map((row) => row.line),
    ],
    start: first?.start ?? 0,
    end: last?.end ?? 0,
  };
}

/** A section without dates: each run of head lines that reads like a job or a degree begins an entry. */
function undatedEntries(text: string, rows: readonly Row[], purpose: Purpose): readonly RawEntry[] {
  const entries: RawEntry[] = [];
  let index = 0;
  while (index < rows.length && entries.length < MAX_ENTRIES) {
    let end = index;
    while (end < rows.length && rows[end]?.kind === 'head' && end - index < MOST_ABOVE) end++;
    const head = rows.slice(index, end);
    const telling = head.some(({ line }) =>
      purpose === 'experience'
        ? titleScore(line.text) >= 2.5
        : degreeScore(line.text) >= 2 || schoolScore(line.text) >= 3,
    );
    let close = end;
    while (close < rows.length && rows[close]?.kind === 'body') close++;
    if (telling && head.length > 0)
      entries.push(
        entryFrom(
          text,
          rows,
          { start: index, anchor: end - 1, headEnd: end, end: close },
          new Map(),
        ),
      );
    index = Math.max(close, index + 1);
  }
  return entries;
}
