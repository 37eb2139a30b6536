import { describe, expect, it } from 'vitest';
import { countKeyOf, EMPTY_COUNTS, finishedCount, moveCount } from './counts';
import { isPassedOver } from './passed-over';

describe('isPassedOver', () => {
  it('leaves out what the system and office programs leave about, and nothing a person named', () => {
    for (const name of [
      '.DS_Store',
      '.git',
      'Thumbs.db',
      'desktop.ini',
      '~$letter.docx',
      '.~lock.cv.odt#',
      'cv.pdf.crdownload',
      'cv.part',
      '__MACOSX',
    ]) {
      expect([name, isPassedOver(name)]).toEqual([name, true]);
    }
    for (const name of ['cv.pdf', 'part.pdf', 'temp', 'Anna ~ CV.docx', 'cv', 'thumbs.db.pdf']) {
      expect([name, isPassedOver(name)]).toEqual([name, false]);
    }
  });
});

describe('counts', () => {
  it('seen is always the sum, also when an archive turns out to hold files', () => {
    let counts = moveCount(EMPTY_COUNTS, null, 'waiting');
    counts = moveCount(counts, 'waiting', 'working');
    counts = moveCount(counts, 'working', countKeyOf({ state: 'expanded', outcome: null }));
    counts = moveCount(counts, null, 'waiting');
    counts = moveCount(counts, 'waiting', countKeyOf({ state: 'done', outcome: 'failed' }));
    expect(counts).toEqual({ ...EMPTY_COUNTS, seen: 1, failed: 1 });
    expect(finishedCount(counts)).toBe(1);
  });
});
