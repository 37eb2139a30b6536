import type { Line, Word as OcrWord, Page } from 'tesseract.js';
import type { Word } from '../layout/word';
import type { OcrPage } from './ocr-reader';
import { isAddress, type ReadWord, repairWord, withBullets } from './repair-words';

/** Words below this confidence (0–100) are specks and lines taken for letters, unless they read as an address. */
const LEAST_CONFIDENCE = 30;
/** Steeper than this no page is scanned; what looks so is a single crooked line. */
const STEEPEST = 0.1;

/** What tesseract read, as words in points. `scale`: points for each pixel. */
export function toOcrPage(data: Page, scale: number): OcrPage {
  const lines = (data.blocks ?? []).flatMap((block) =>
    block.paragraphs.flatMap((paragraph) => paragraph.lines),
  );
  const slope = slopeOf(lines);
  const words: Word[] = [];
  let sum = 0;
  let letters = 0;
  for (const line of withBullets(lines.map((one) => readLine(one, scale, slope))))
    for (const { word, confidence } of line) {
      sum += confidence * word.text.length;
      letters += word.text.length;
      words.push(word);
    }
  return { words, confidence: letters === 0 ? 0 : Math.min(1, sum / letters / 100) };
}

function readLine(line: Line, scale: number, slope: number): readonly ReadWord[] {
  // The row's height is that of its type, whatever letters stand in it.
  const size = Math.max(1, line.rowAttributes.rowHeight * scale * 0.95);
  const { baseline } = line;
  // The middle of the line stands for all of it, so that its words share a row.
  const middle = (baseline.x0 + baseline.x1) / 2;
  const level = ((baseline.y0 + baseline.y1) / 2 - slope * middle) * scale;
  return line.words.filter(isKept).map((word) => {
    const drawn = {
      x: word.bbox.x0 * scale,
      y: word.bbox.y0 * scale,
      width: (word.bbox.x1 - word.bbox.x0) * scale,
      height: (word.bbox.y1 - word.bbox.y0) * scale,
    };
    return {
      confidence: word.confidence,
      word: {
        ...drawn,
        text: repairWord(word.text),
        y: level - 0.8 * size,
        height: size,
        baseline: level,
        fontSize: size,
        bold: false,
        tracking: 0,
        angle: 0,
        hidden: null,
        drawn,
      },
    };
  });
}

const isKept = (word: OcrWord): boolean =>
  word.text.trim() !== '' && (word.confidence >= LEAST_CONFIDENCE || isAddress(word.text));

/** A scan is never quite straight: how far its lines fall, in pixels for each pixel to the right; the median by length. */
function slopeOf(lines: readonly Line[]): number {
  const slopes = lines
    .map(({ baseline: { x0, y0, x1, y1 } }) => ({ slope: (y1 - y0) / (x1 - x0), length: x1 - x0 }))
    .filter((one) => one.length > 100 && Math.abs(one.slope) < STEEPEST)
    .sort((a, b) => a.slope - b.slope);
  const half = slopes.reduce((sum, one) => sum + one.length, 0) / 2;
  let passed = 0;
  for (const one of slopes) {
    passed += one.length;
    if (passed >= half) return one.slope;
  }
  return 0;
}
