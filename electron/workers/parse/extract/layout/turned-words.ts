import type { OrderedPage } from './page';
import { gapBetween } from './rows';
import { makeSegment } from './segment';
import { lineOf, type TextLine } from './text-line';
import type { Word } from './word';

/** More than headings: a watermark, or a page written sideways; it follows the rest as it was drawn. */
const MOST_LINES = 100;

/**
 * Puts words written up or down the page (a section's heading in the margin) before the first line beside which they begin.
 */
export function placeTurned(page: OrderedPage, words: readonly Word[]): OrderedPage {
  let { above, main } = page;
  let side = page.sidebar?.lines ?? [];
  const turned = turnedLines(words);
  if (turned.length > MOST_LINES) return { ...page, main: [...main, ...turned] };
  for (const line of turned) {
    let first: TextLine | undefined;
    for (const other of [...above, ...side, ...main])
      if (other.box.y + other.box.height > line.box.y && other.box.y < (first?.box.y ?? Infinity))
        first = other;
    if (first !== undefined && above.includes(first)) above = before(above, first, line);
    else if (first !== undefined && side.includes(first)) side = before(side, first, line);
    else main = before(main, first, line);
  }
  return {
    above,
    sidebar: page.sidebar === null ? null : { ...page.sidebar, lines: side },
    main,
  };
}

function before(
  lines: readonly TextLine[],
  place: TextLine | undefined,
  line: TextLine,
): readonly TextLine[] {
  const at = place === undefined ? lines.length : lines.indexOf(place);
  return [...lines.slice(0, at), line, ...lines.slice(at)];
}

/** Words of one direction that go on where the one before ended make one line. */
function turnedLines(words: readonly Word[]): readonly TextLine[] {
  const lines: Word[][] = [];
  for (const word of words) {
    const last = lines.at(-1)?.at(-1);
    if (last !== undefined && last.angle === word.angle && goesOn(last, word))
      lines.at(-1)?.push(word);
    else lines.push([word]);
  }
  return lines.map((line) => {
    const spread = lineOf([makeSegment(line)], new Map());
    return {
      ...spread,
      // In the order drawn, whatever the direction.
      words: line.map((word, index) => ({
        text: word.text,
        box: { x: word.x, y: word.y, width: word.width, height: word.height },
        before: index === 0 ? '' : ' ',
      })),
    };
  });
}

function goesOn(last: Word, word: Word): boolean {
  const apart = Math.max(
    gapBetween(last, word),
    Math.max(word.y - (last.y + last.height), last.y - (word.y + word.height)),
  );
  return apart < 0.6 * word.fontSize;
}
