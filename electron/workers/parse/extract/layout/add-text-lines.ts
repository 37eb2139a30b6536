import type { DocumentBuilder } from '../document-builder';
import type { OrderedLine } from './page';
import type { PlacedWord } from './text-line';

/** Hands ordered lines to the builder, each in pieces of one word with its box. */
export function addTextLines(builder: DocumentBuilder, lines: readonly OrderedLine[]): void {
  for (const { line, page, role } of lines)
    builder.addLine({
      text: '',
      pieces: line.words.flatMap(piecesOf),
      page,
      box: line.box,
      fontSize: line.fontSize,
      bold: line.bold,
      role,
    });
}

const piecesOf = (word: PlacedWord) =>
  word.before === '' ? [word] : [{ text: word.before, box: word.box }, word];
