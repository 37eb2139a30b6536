import { describe, expect, it } from 'vitest';
import { readLines } from './cv-lines';
import { descriptionOf, rightEdges } from './description';
import { documentFromText } from './document-from-text';

/** A document whose lines stand at x = 50 and are 5 points a letter wide. */
function placed(lines: readonly string[]) {
  const document = documentFromText(lines.join('\n'));
  return readLines({
    ...document,
    lines: document.lines.map((line, index) => ({
      ...line,
      box: { x: 50, y: 12 * index, width: 5 * (line.end - line.start), height: 10 },
    })),
  });
}

describe('descriptionOf', () => {
  it('keeps drawn bullets apart: a line that ended early was the end of its item', () => {
    const lines = placed([
      'Lead a team of six on a medical unit',
      'Cut missed warning scores with a checklist',
      'A long running sentence which fills the column from its left edge to its right',
      'and goes on here',
    ]);
    expect(descriptionOf(lines, rightEdges(lines))).toBe(
      [
        'Lead a team of six on a medical unit',
        'Cut missed warning scores with a checklist',
        'A long running sentence which fills the column from its left edge to its right and goes on here',
      ].join('\n'),
    );
  });

  it('joins wrapped lines where there is no geometry to tell by', () => {
    const lines = readLines(documentFromText('first part of a\nsentence'));
    expect(descriptionOf(lines, rightEdges(lines))).toBe('first part of a sentence');
  });
});
