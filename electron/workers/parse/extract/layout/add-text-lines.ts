import type { DocumentBuilder } from '../document-builder';
import type { PlacedWord, TextLine } from './reading-order';

/** Hands the ordered lines of a page to the builder, each in pieces of one word with its box. */
export function addTextLines(
  builder: DocumentBuilder,
  lines: readonly TextLine[],
  page: number,
): void {
  for (const line of lines)
    builder.addLine({
      text: '',
      pieces: line.words.flatMap(piecesOf),
      page,
      box: line.box,
      fontSize: line.fontSize,
      bold: line.bold,
    });
}

const piecesOf = (word: PlacedWord) =>
  word.before === '' ? [word] : [{ text: word.before, box: word.box }, word];
