import { isDateWords } from '@/shared/domain/parsing/date-tokens';
import { joinJustified } from './justified';
import { makeSegment, type Segment } from './segment';
import type { Word } from './word';

/** A gap this many font sizes wide separates two segments of a line. */
const SEGMENT_GAP = 1.1;
/** A gap this wide does where the next word begins at an edge that other lines share. */
const EDGE_GAP = 0.55;
/** Behind dates a space will do. */
const DATES_GAP = 0.28;

/** Words → the runs of words that stand together on one baseline, from the top. */
export function segmentsOf(given: readonly Word[]): readonly Segment[] {
  const words = dropOverprints(given);
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

function rowSegments(row: Word[]): readonly Segment[] {
  row.sort((a, b) => a.x - b.x);
  return cutRun(
    joinSpacedLetters(row),
    (last, word, run) => gapBetween(last, word) > segmentGap(run, last, word),
  );
}

function cutRun(
  words: readonly Word[],
  isCut: (last: Word, word: Word, run: readonly Word[]) => boolean,
): readonly Segment[] {
  const segments: Segment[] = [];
  let run: Word[] = [];
  for (const word of words) {
    const last = run.at(-1);
    if (last !== undefined && isCut(last, word, run)) {
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
  const isCut = (last: Word, word: Word, run: readonly Word[]): boolean => {
    const gap = gapBetween(last, word) / Math.min(last.fontSize, word.fontSize);
    if (gap < DATES_GAP || (run.length === 1 && BULLET.test(last.text)) || !shared(word.x))
      return false;
    return gap > EDGE_GAP || (run.length < 7 && isDateWords(run.map((one) => one.text).join(' ')));
  };
  return rows.map((row) => row.flatMap((item) => cutRun(item.words, isCut)));
}

/** How wide a gap parts two words of a run. A bullet belongs to the text behind it, however far that is indented. */
const segmentGap = (run: readonly Word[], last: Word, word: Word): number =>
  (run.length === 1 && BULLET.test(last.text) ? BULLET_GAP : SEGMENT_GAP) *
    Math.min(last.fontSize, word.fontSize) +
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

export const gapBetween = (previous: Word, word: Word): number =>
  Math.max(word.x - (previous.x + previous.width), previous.x - (word.x + word.width));
