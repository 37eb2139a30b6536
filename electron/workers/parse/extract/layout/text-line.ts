import type { Box } from '@/shared/domain/parsing/extracted-document';
import type { Follower, Followers } from './margins';
import { gapBetween } from './rows';
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

const RTL_LETTER = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/** The segments of one baseline as a line, each with what follows it. */
export function lineOf(row: readonly Segment[], followers: Followers): TextLine {
  const ordered = [...row].sort((a, b) => a.x0 - b.x0);
  const words = ordered.flatMap((item) => item.words);
  const rightToLeft = words.filter((word) => RTL_LETTER.test(word.text)).length * 2 > words.length;
  const sequence = rightToLeft ? readFromTheRight(words) : turnRightToLeftRuns(words);
  const home = new Map(ordered.flatMap((item) => item.words.map((word) => [word, item] as const)));
  const placed = sequence.map((word, index) => {
    const previous = sequence[index - 1];
    const together = previous !== undefined && home.get(previous) === home.get(word);
    return placedWord(word, together ? space(previous, word) : between(previous, word));
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

/** Two segments of a line are parted as columns are, however small the gap; overlapping ones by a space. */
function between(previous: Word | undefined, word: Word): '' | ' ' | '\t' {
  if (previous === undefined) return '';
  const gap = gapBetween(previous, word) / Math.min(previous.fontSize, word.fontSize);
  return gap > 0.25 ? '\t' : space(previous, word);
}

/** Two words that touch were parted only by a change of font or colour inside one word. */
function space(previous: Word, word: Word): '' | ' ' {
  const gap = gapBetween(previous, word);
  const size = Math.min(previous.fontSize, word.fontSize);
  return gap < 0.08 * size && gap > -0.5 * size ? '' : ' ';
}

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

const boxOf = (word: Word): Box => rounded(word.drawn ?? word);

const rounded = (box: Box): Box => ({
  x: round(box.x),
  y: round(box.y),
  width: round(box.width),
  height: round(box.height),
});

const round = (value: number): number => Math.round(value * 100) / 100;
