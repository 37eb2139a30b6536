import { describe, expect, it } from 'vitest';
import type { CvLine } from './cv-lines';
import { placeMarginHeadings } from './margin-headings';

const line = (text: string, indent: number, top: number | null): CvLine => ({
  start: 0,
  end: text.length,
  text,
  folded: text.toLowerCase(),
  key: text.toLowerCase().replace(/ /g, ''),
  bullet: false,
  indent,
  right: null,
  top,
  gapBefore: false,
  fontSize: 10,
  bold: false,
  upper: false,
  page: 1,
  role: 'body',
  segments: [{ start: 0, end: text.length, text }],
});

describe('placeMarginHeadings', () => {
  it('puts each heading before the line it stands beside', () => {
    const lines = [
      line('Work', 40, 100),
      line('Education', 40, 200),
      line('Skills', 40, 300),
      line('Lakshmi Iyer', 120, 20),
      line('Cook, Hotel Sacher', 120, 100),
      line('School of Cooking', 120, 201),
      line('Grill', 120, 299),
    ];
    expect(placeMarginHeadings(lines).map((one) => one.text)).toEqual([
      'Lakshmi Iyer',
      'Work',
      'Cook, Hotel Sacher',
      'Education',
      'School of Cooking',
      'Skills',
      'Grill',
    ]);
  });

  it('leaves lines without geometry as they are', () => {
    const lines = [
      line('Work', 0, null),
      line('Education', 0, null),
      line('Skills', 0, null),
      line('x', 0, null),
    ];
    expect(placeMarginHeadings(lines)).toBe(lines);
  });

  it('leaves ordinary headings with text between them as they are', () => {
    const lines = [
      line('Work', 40, 100),
      line('Cook', 40, 120),
      line('Education', 40, 200),
      line('Skills', 40, 300),
    ];
    expect(placeMarginHeadings(lines)).toBe(lines);
  });
});
