import { describe, expect, it } from 'vitest';
import { documentFromText } from './document-from-text';
import { evidenceOf } from './evidence';
import type { ExtractedDocument } from './extracted-document';

/** Two lines in two pieces each, ten points to the character. */
const placed: ExtractedDocument = {
  ...documentFromText(''),
  text: 'Anna Nowak\nul. Polna 3',
  lines: [
    {
      start: 0,
      end: 10,
      page: 1,
      box: { x: 50, y: 40, width: 100, height: 12 },
      pieces: [
        { start: 0, end: 4, box: { x: 50, y: 40, width: 40, height: 12 } },
        { start: 5, end: 10, box: { x: 100, y: 40, width: 50, height: 12 } },
      ],
      fontSize: 12,
      bold: false,
      role: 'body',
    },
    {
      start: 11,
      end: 22,
      page: 2,
      box: { x: 50, y: 60, width: 110, height: 12 },
      pieces: [],
      fontSize: 12,
      bold: false,
      role: 'body',
    },
  ],
};

describe('evidenceOf', () => {
  it('cuts the box of a piece by the share of its characters (else a click marks the whole line)', () => {
    expect(evidenceOf(placed, 5, 7)).toEqual({
      start: 5,
      end: 7,
      page: 1,
      boxes: [{ x: 100, y: 40, width: 20, height: 12 }],
    });
  });

  it('joins pieces of one line into one box (else a name is marked twice)', () => {
    expect(evidenceOf(placed, 0, 10).boxes).toEqual([{ x: 50, y: 40, width: 100, height: 12 }]);
  });

  it('uses the box of a line without pieces, and the page it stands on', () => {
    const evidence = evidenceOf(placed, 15, 20);
    expect(evidence.page).toBe(2);
    expect(evidence.boxes).toEqual([{ x: 90, y: 60, width: 50, height: 12 }]);
  });

  it('keeps to the first page of a range that runs over a page break (boxes of two pages would mix)', () => {
    expect(evidenceOf(placed, 5, 20).boxes).toHaveLength(1);
  });

  it('clamps offsets outside the text instead of throwing', () => {
    expect(evidenceOf(placed, -5, 9999)).toMatchObject({ start: 0, end: 22, page: 1 });
    expect(evidenceOf(documentFromText(''), 3, 8)).toEqual({
      start: 0,
      end: 0,
      page: 1,
      boxes: [],
    });
  });
});
