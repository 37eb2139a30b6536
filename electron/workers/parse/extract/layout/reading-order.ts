import type { Box } from '@/shared/domain/parsing/extracted-document';
import { findBands } from './columns';
import { joinJustified } from './justified';
import { type Follower, type Followers, followersOf } from './margins';
import { makeSegment, type Segment } from './segment';
import type { Word } from './word';

/** Words side by side on one baseline, in the order they are read. */
export interface TextLine {
  readonly words: readonly PlacedWord[];
  readonly box: Box;
  readonly fontSize: number;
  readonly bold: boolean;
}

export interface PlacedWord {
  readonly text: string;
  readonly box: Box;
  /** What stands before the word: nothing at the line's start, a space, or a tab where the gap is as wide as a column. */
  readonly before: '' | ' ' | '\t';
}

/** A gap this many font sizes wide separates two segments of a line. */
const SEGMENT_GAP = 1.1;
/** A gap this wide does where the next word begins at an edge that other lines share. */
const EDGE_GAP = 0.55;

/**
 * Puts the words of a page into lines and the lines into reading order. Columns and sidebars are found by the white bands
 * between them (a recursive XY cut); text that only shares a baseline, as a date at the right margin does, stays on its line.
 */
export function orderPage(words: readonly Word[]): readonly TextLine[] {
  const upright = dropOverprints(words.filter((word) => word.angle === 0));
  const lines: TextLine[] = [];
  arrange(segmentsOf(upright), lines, 0);
  for (const word of words) if (word.angle !== 0) lines.push(turnedLine(word));
  return lines;
}

/** Bold is faked by printing a word twice, a hair apart: one is kept, as bold. */
function dropOverprints(words: readonly Word[]): readonly Word[] {
  const seen = new Map<string, number>();
  const kept: Word[] = [];
  for (const word of words) {
    const key = `${word.text}|${Math.round(word.x / 2)}|${Math.round(word.baseline / 2)}`;
    const at = seen.get(key);
    const first = at === undefined ? undefined : kept[at];
    if (at !== undefined && first !== undefined && Math.abs(first.x - word.x) < 1.5) {
      kept[at] = { ...first, bold: true };
      continue;
    }
    seen.set(key, kept.length);
    kept.push(word);
  }
  return kept;
}

/** Words → baselines → segments. */
function segmentsOf(words: readonly Word[]): readonly Segment[] {
  const rows: Word[][] = [];
  const sorted = [...words].sort((a, b) => a.baseline - b.baseline || a.x - b.x);
  for (const word of sorted) {
    // Superscripts and small type beside large share a row when their baselines lie within a third of the smaller size.
    const home = findRow(rows, word);
    if (home === undefined) rows.push([word]);
    else home.push(word);
  }
  return joinJustified(splitAtEdges(rows.map(rowSegments)));
}

function rowSegments(row: Word[]): readonly Segment[] {
  row.sort((a, b) => a.x - b.x);
  return cutRun(
    joinSpacedLetters(row),
    (last, word) => gapBetween(last, word) > segmentGap(last, word),
  );
}

function cutRun(
  words: readonly Word[],
  isCut: (last: Word, word: Word) => boolean,
): readonly Segment[] {
  const segments: Segment[] = [];
  let run: Word[] = [];
  for (const word of words) {
    const last = run.at(-1);
    if (last !== undefined && isCut(last, word)) {
      segments.push(makeSegment(run));
      run = [];
    }
    run.push(word);
  }
  if (run.length > 0) segments.push(makeSegment(run));
  return segments;
}

/**
 * A narrow column may be set so close to the next one that the gap is hardly wider than a space: there the left edge that
 * several lines share tells where the next one begins.
 */
function splitAtEdges(rows: readonly (readonly Segment[])[]): readonly (readonly Segment[])[] {
  const counts = new Map<number, number>();
  for (const row of rows)
    for (const item of row) {
      const x = Math.round(item.x0);
      counts.set(x, (counts.get(x) ?? 0) + 1);
    }
  const shared = (x: number): boolean => {
    const at = Math.round(x);
    return (counts.get(at - 1) ?? 0) + (counts.get(at) ?? 0) + (counts.get(at + 1) ?? 0) >= 5;
  };
  const isCut = (last: Word, word: Word): boolean =>
    gapBetween(last, word) > EDGE_GAP * Math.min(last.fontSize, word.fontSize) &&
    !BULLET.test(last.text) &&
    shared(word.x);
  return rows.map((row) => row.flatMap((item) => cutRun(item.words, isCut)));
}

/** A bullet belongs to the text behind it, however far that is indented. */
const segmentGap = (last: Word, word: Word): number =>
  (BULLET.test(last.text) ? BULLET_GAP : SEGMENT_GAP) * Math.min(last.fontSize, word.fontSize) +
  2 * Math.min(last.tracking, word.tracking);

const BULLET = /^[•●◦○▪■□▫‣⁃∙·*➢➤►▶✓✔❖◆–—-]$/;
const BULLET_GAP = 3.5;

function findRow(rows: readonly Word[][], word: Word): Word[] | undefined {
  for (let index = rows.length - 1; index >= 0 && index >= rows.length - 6; index -= 1) {
    const row = rows[index];
    const near = row?.at(-1);
    if (row === undefined || near === undefined) continue;
    if (Math.abs(near.baseline - word.baseline) <= 0.3 * Math.min(near.fontSize, word.fontSize))
      return row;
  }
  return undefined;
}

/**
 * Letters set one by one with even, wide gaps (`C O N T A C T`) are words again; they stay one piece of the line. Kerning
 * leaves some of them in pairs.
 */
function joinSpacedLetters(row: readonly Word[]): readonly Word[] {
  const out: Word[] = [];
  let index = 0;
  while (index < row.length) {
    let end = index;
    let singles = 0;
    while (end < row.length && closeEnough(row, index, end)) {
      const length = [...(row[end]?.text ?? '')].length;
      if (length > 2) break;
      if (length === 1) singles += 1;
      end += 1;
    }
    if (end - index < 4 || singles < 0.6 * (end - index)) {
      const word = row[index];
      if (word !== undefined) out.push(word);
      index += 1;
      continue;
    }
    out.push(joinRun(row.slice(index, end)));
    index = end;
  }
  return out;
}

const gapAfter = (row: readonly Word[], at: number): number => {
  const word = row[at];
  const next = row[at + 1];
  return word === undefined || next === undefined
    ? Number.POSITIVE_INFINITY
    : next.x - word.x - word.width;
};

function closeEnough(row: readonly Word[], start: number, at: number): boolean {
  return at === start || gapAfter(row, at - 1) < 1.6 * (row[at]?.fontSize ?? 0);
}

function joinRun(run: readonly Word[]): Word {
  const gaps = run
    .slice(0, -1)
    .map((_, index) => gapAfter(run, index))
    .sort((a, b) => a - b);
  const usual = gaps[Math.floor(gaps.length / 2)] ?? 0;
  // A space between words is the letters' own gap twice and the width of a space.
  return run.reduce((joined, word, index) => ({
    ...joined,
    tracking: usual,
    text:
      joined.text +
      (gapAfter(run, index - 1) > usual + 0.38 * word.fontSize ? ' ' : '') +
      word.text,
    width: word.x + word.width - joined.x,
  }));
}

function arrange(segments: readonly Segment[], lines: TextLine[], depth: number): void {
  if (segments.length === 0) return;
  const bands = findBands(segments);
  const cut = depth < 12 ? bands.columns : null;
  if (cut === null) {
    emitRows(segments, followersOf(bands.margins), lines);
    return;
  }
  arrange(cut.above, lines, depth + 1);
  arrange(cut.left, lines, depth + 1);
  arrange(cut.right, lines, depth + 1);
  arrange(cut.below, lines, depth + 1);
}

/** Segments without columns: by baseline, then by where they stand on it; followers with the segment they follow. */
function emitRows(segments: readonly Segment[], followers: Followers, lines: TextLine[]): void {
  const moved = new Set<Segment>();
  for (const list of followers.values()) for (const one of list) moved.add(one.segment);
  const sorted = segments
    .filter((item) => !moved.has(item))
    .sort((a, b) => a.baseline - b.baseline || a.x0 - b.x0);
  let row: Segment[] = [];
  for (const item of sorted) {
    const first = row[0];
    if (
      first !== undefined &&
      Math.abs(item.baseline - first.baseline) > 0.35 * Math.min(item.size, first.size)
    ) {
      lines.push(lineOf(row, followers));
      row = [];
    }
    row.push(item);
  }
  if (row.length > 0) lines.push(lineOf(row, followers));
}

const RTL_LETTER = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

function lineOf(row: readonly Segment[], followers: Followers): TextLine {
  const ordered = [...row].sort((a, b) => a.x0 - b.x0);
  const words = ordered.flatMap((item) => item.words);
  const rightToLeft = words.filter((word) => RTL_LETTER.test(word.text)).length * 2 > words.length;
  const sequence = rightToLeft ? readFromTheRight(words) : turnRightToLeftRuns(words);
  const home = new Map(ordered.flatMap((item) => item.words.map((word) => [word, item] as const)));
  const placed = sequence.map((word, index) => {
    const previous = sequence[index - 1];
    const together = previous !== undefined && home.get(previous) === home.get(word);
    return placedWord(word, together ? space(previous, word) : separator(previous, word));
  });
  const whole = makeSegment(words);
  const letters = words.reduce((sum, word) => sum + word.text.length, 0);
  const boldLetters = words.reduce((sum, word) => sum + (word.bold ? word.text.length : 0), 0);
  return {
    words: withFollowers(placed, sequence, ordered, followers),
    box: {
      x: round(whole.x0),
      y: round(whole.y0),
      width: round(whole.x1 - whole.x0),
      height: round(whole.y1 - whole.y0),
    },
    fontSize: round(dominantSize(words)),
    bold: boldLetters * 2 > letters,
  };
}

/** The words of a row with those that follow its segments put in; the row's own box stays what it is. */
function withFollowers(
  placed: readonly PlacedWord[],
  sequence: readonly Word[],
  row: readonly Segment[],
  followers: Followers,
): readonly PlacedWord[] {
  if (followers.size === 0) return placed;
  const behind = new Map<Word | undefined, readonly Follower[]>();
  for (const item of row) {
    const list = followers.get(item);
    if (list !== undefined) behind.set(item.words.at(-1), list);
  }
  if (behind.size === 0) return placed;
  const out: PlacedWord[] = [];
  let parted = false;
  placed.forEach((word, index) => {
    out.push(parted ? { ...word, before: '\t' } : word);
    const list = behind.get(sequence[index]) ?? [];
    parted = list.length > 0;
    for (const follower of list)
      follower.segment.words.forEach((next, at) => {
        const previous = follower.segment.words[at - 1];
        const before = previous === undefined ? follower.before : space(previous, next);
        out.push(placedWord(next, before));
      });
  });
  return out;
}

const placedWord = (word: Word, before: PlacedWord['before']): PlacedWord => ({
  text: word.text,
  box: boxOf(word),
  before,
});

function separator(previous: Word | undefined, word: Word): '' | ' ' | '\t' {
  if (previous === undefined) return '';
  return gapBetween(previous, word) > segmentGap(previous, word) ? '\t' : space(previous, word);
}

/** Two words that touch were parted only by a change of font or colour inside one word. */
function space(previous: Word, word: Word): '' | ' ' {
  const gap = gapBetween(previous, word);
  const size = Math.min(previous.fontSize, word.fontSize);
  return gap < 0.08 * size && gap > -0.5 * size ? '' : ' ';
}

const gapBetween = (previous: Word, word: Word): number =>
  Math.max(word.x - (previous.x + previous.width), previous.x - (word.x + word.width));

/** Hebrew or Arabic words inside a line that runs from left to right are read from their own right end. */
function turnRightToLeftRuns(words: readonly Word[]): readonly Word[] {
  if (!words.some((word) => RTL_LETTER.test(word.text))) return words;
  const out: Word[] = [];
  let run: Word[] = [];
  for (const word of words) {
    if (RTL_LETTER.test(word.text)) {
      run.push(word);
      continue;
    }
    out.push(...run.reverse(), word);
    run = [];
  }
  return [...out, ...run.reverse()];
}

/** Words from right to left; runs of left-to-right words inside keep their own order. */
function readFromTheRight(words: readonly Word[]): readonly Word[] {
  const out: Word[] = [];
  let run: Word[] = [];
  for (const word of [...words].reverse()) {
    if (RTL_LETTER.test(word.text) || !/[A-Za-z0-9]/.test(word.text)) {
      out.push(...run.reverse(), word);
      run = [];
    } else run.push(word);
  }
  return [...out, ...run.reverse()];
}

function dominantSize(words: readonly Word[]): number {
  const bySize = new Map<number, number>();
  for (const word of words) {
    const size = Math.round(word.fontSize * 10) / 10;
    bySize.set(size, (bySize.get(size) ?? 0) + word.text.length);
  }
  let best = words[0]?.fontSize ?? 0;
  let most = 0;
  for (const [size, letters] of bySize)
    if (letters > most) {
      most = letters;
      best = size;
    }
  return best;
}

function turnedLine(word: Word): TextLine {
  return {
    words: [{ text: word.text, box: boxOf(word), before: '' }],
    box: boxOf(word),
    fontSize: round(word.fontSize),
    bold: word.bold,
  };
}

const boxOf = (word: Word): Box => ({
  x: round(word.x),
  y: round(word.y),
  width: round(word.width),
  height: round(word.height),
});

const round = (value: number): number => Math.round(value * 100) / 100;
